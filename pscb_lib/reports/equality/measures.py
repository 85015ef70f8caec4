"""The figures of equality and involvement.

The children at each step are counted by ethnic group, sex and disability, and each later step is
part of the children referred. Activities describe agencies' work; the people asked are children,
parents and staff.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.figures import (
    NOBODY,
    NOT_SUPPLIED,
    FigureRow,
    count,
    counts,
    frame,
    proportion,
)
from pscb_lib.framework.english import capital
from pscb_lib.reading.rows import Checked, records_of
from pscb_lib.reports.equality import places
from pscb_lib.reports.equality.known import of_the_year, papers_of, voiced
from pscb_lib.reports.equality.places import GROUPS, LATER, REFERRED, STEPS, table_of
from pscb_lib.reports.equality.returned import agreed
from pscb_lib.reports.equality.returned_involvement import WHO

Counted = Mapping[str, Mapping[str, Mapping[str, int]]]  # by step, characteristic and group


def measure(context: Context, counted: Checked, involved: Checked) -> pandas.DataFrame:
    """Work out every figure of the year."""
    return frame([*measure_steps(tally(counted)), *measure_involvement(context, involved)])


def tally(counted: Checked) -> Counted:
    """The children by step, characteristic and group.

    A characteristic is left out if it is not at every step, or if rows were rejected so that it no
    longer counts the same children as most of the others do.
    """
    found: dict[str, dict[str, dict[str, int]]] = {}
    for row in records_of(counted.frame):
        groups = found.setdefault(row["step"], {}).setdefault(
            row["characteristic"], dict.fromkeys(GROUPS[row["characteristic"]], 0))
        groups[row["group"]] += row["n"]
    whole = [name for name in GROUPS if all(name in found.get(step, {}) for step in STEPS)
             and all(number <= found[REFERRED][name][group] for step in LATER
                     for group, number in found[step][name].items())]
    same = [name for name in whole if all(
        sum(found[step][name].values()) == agreed(
            sum(groups.values()) for groups in found[step].values()) for step in STEPS)]
    return {step: {name: found[step][name] for name in same} for step in STEPS} if same else {}


def measure_steps(counted: Counted) -> list[FigureRow]:
    """Count the children at each step by group, and of how many a characteristic is not recorded.

    Every characteristic counts the same children. No figures where nothing was supplied.
    """
    if not counted:
        return [count(places.CHILDREN, capital(step), None, state=NOT_SUPPLIED) for step in STEPS]
    rows = []
    for step, tables in counted.items():
        total = (places.CHILDREN, capital(step), "")
        number = sum(next(iter(tables.values())).values())
        rows += [count(*total[:2], number), *(
            row for name, groups in tables.items()
            for row in counts(table_of(name, step), groups, describes="child", same_as=total))]
    for name, groups in counted[REFERRED].items():
        rows += _parts(counted, name)
        rows.append(proportion(
            places.RECORDED, capital(name), groups[NOT_RECORDED], sum(groups.values()),
            describes="child", whole=(places.CHILDREN, capital(REFERRED), ""),
            same_as=(table_of(name, REFERRED), NOT_RECORDED, "")))
    return rows


def _parts(counted: Counted, name: str) -> list[FigureRow]:
    """Declare that the children of a group at each later step are some of those referred."""
    return [row for step in LATER for group, came in counted[REFERRED][name].items()
            for row in counting.part_of_step(
                (table_of(name, REFERRED), group, ""), (table_of(name, step), group, ""), came,
                counted[step][name][group])]


def measure_involvement(context: Context, involved: Checked) -> list[FigureRow]:
    """Count the activities at each step, the people asked, and the papers with children's voice."""
    if not involved.sources:
        return [count(places.INVOLVED, label, None, state=NOT_SUPPLIED, describes="agency")
                for label in places.INVOLVED_STEPS]
    rows = of_the_year(context, involved)
    said = [row for row in rows if row["said"]]
    changed = [row for row in said if row["changed"]]
    told = [row for row in changed if row["told_on"]]
    reached = dict(zip(places.INVOLVED_STEPS, map(len, (rows, said, changed, told)), strict=True))
    asked = {capital(who): sum(row["asked_n"] for row in rows if row["who"] == who) for who in WHO}
    return [*counts(places.INVOLVED, reached, total=False, describes="agency"),
            *(row for before, after in pairwise(reached) for row in counting.part_of_step(
                (places.INVOLVED, before, ""), (places.INVOLVED, after, ""), reached[before],
                reached[after], describes=NOBODY)),
            *counts(places.ASKED, asked, total=False, describes="child"),
            proportion(*places.PAPERS[:2], len(voiced(context, involved)),
                       len(papers_of(context)), describes="agency")]
