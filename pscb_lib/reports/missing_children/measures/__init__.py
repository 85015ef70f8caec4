"""Children missing from home and care, measured: item 11 of Appendix 1.

Three units of count that are never mixed: episodes, children and return interviews. Missing, away
from placement and the police's absent are counted apart, and so are children from home, this
authority's looked-after children and those placed here by others. A child may be in several cells
of status and group, so these cells do not add up and their differences could reveal a few children:
they are in the restricted set only, and so is who is still missing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.counting import CASES, at_most, breakdowns, crossed, tally, within
from pscb_lib.disclosure.figures import (
    NOT_SUPPLIED,
    RESTRICTED,
    TOTAL,
    Place,
    count,
    relation,
    with_readers,
)
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.indicators import (
    list_facts,
    measure_indicators,
    measure_later,
    read_register,
)
from pscb_lib.reports.missing_children.measures.interviews import (
    OWN_GROUPS,
    measure_interviews,
    with_interviews,
)
from pscb_lib.reports.missing_children.measures.selection import (
    BEGAN,
    by_whose_and_status,
    children,
    chosen,
    episodes,
    in_order,
    missing,
)
from pscb_lib.reports.missing_children.measures.small import (
    join_small,
    tie_repeats,
    withhold_year,
)
from pscb_lib.reports.missing_children.measures.supplied import as_supplied
from pscb_lib.reports.missing_children.measures.times import measure_still_missing, measure_times
from pscb_lib.reports.missing_children.measures.who import (
    measure_exploitation,
    measure_frequent,
    measure_groups,
    measure_repeats,
    measure_who,
)
from pscb_lib.reports.missing_children.places import GROUPS, STATUSES

__all__ = ["list_facts", "measure_missing", "read_register"]


def measure_missing(context: Context, checked: Checked) -> pandas.DataFrame:
    """Measure the half-year, the twelve months to its end and the same half-year last year."""
    period, frame = context.period, with_interviews(in_order(checked.frame))
    half = within(frame, BEGAN, period)
    before, last_year = (_supplied(within(frame, BEGAN, earlier))
                         for earlier in (period.previous, period.same_last_year))
    year = None if before is None else within(frame, BEGAN, period.rolling_year)
    rows = [
        *crossed(places.EPISODES, zip(half["from"], half["status"], strict=True), GROUPS, STATUSES),
        *measure_groups(half),
        *measure_who(half),
        *measure_repeats({period.title: half, places.TWELVE_MONTHS: year}),
        *measure_frequent(frame, period),
        *measure_times(half),
        *measure_interviews(half, last_year, period.same_last_year.title),
        *measure_exploitation(half),
        *measure_indicators(period, half, last_year, read_register(context)),
        *measure_later(context),
        *measure_recording(half),
        *measure_year(context, places.EPISODES, episodes, (before, half, year)),
        *measure_last_year(half, last_year),
        *with_readers([
            *by_whose_and_status(places.BY_STATUS, half, children),
            *measure_year(context, places.CHILDREN, children, (before, half, year)),
            *measure_still_missing(context, half),
        ], RESTRICTED),
    ]
    then, masked = period.same_last_year, context.settings.masked
    others = {then.title: last_year, then.label: last_year, period.previous.title: before}
    rows = withhold_year(join_small(as_supplied(rows, half, others), masked), masked)
    return figures.frame([*rows, *tie_units(period.title)])


def tie_units(half: str) -> list[dict]:
    """Tie episodes, children and interviews: a child has an episode, an interview a return."""
    rows = [at_most((places.EPISODES, group, TOTAL), (places.CHILDREN, group, ""))
            for group in (*GROUPS.values(), TOTAL)]
    rows += [at_most((places.EPISODES, group, TOTAL), (places.INTERVIEWS, places.NEEDED, group))
             for group in OWN_GROUPS.values()]
    then = {((places.LAST_YEAR, label, places.THEN), CASES): 1 for label in STATUSES.values()}
    return [*rows, relation("children last year", {**then, (places.CHILDREN_THEN, CASES): -1},
                            0, None), *tie_repeats(half, places.TWELVE_MONTHS)]


def measure_recording(half: pandas.DataFrame) -> list[dict]:
    """Compare the council's records with the police's: missing episodes in both, and in one only.

    Missing alone is the same to both: away is the council's word, and absent the police's.
    """
    sent = missing(half)["recorded_by"].dropna()  # an import names no recorder: no table
    by: dict[str, Any] = {places.RECORDED: tally(sent, places.RECORDERS)}
    return breakdowns((places.EPISODES, TOTAL, places.MISSING), **by)


def measure_year(
    context: Context, grain: str, number: Callable[[pandas.DataFrame], int],
    parts: Sequence[pandas.DataFrame | None],
) -> list[dict]:
    """Count episodes or children in the half-year before, this one and the two together.

    Episodes add up, children do not.
    """
    before, half = context.period.previous.title, context.period.title
    counts_episodes, rows = grain == places.EPISODES, []
    table = places.YEAR_OF_EPISODES if counts_episodes else places.YEAR_OF_CHILDREN
    for whose, group in (*GROUPS.items(), (None, TOTAL)):
        same = (grain, group, TOTAL) if counts_episodes else None
        about: dict[str, dict[str, Any]] = {
            before: {"quantity": f"{grain}, {group}, {before}"}, TOTAL: {},
            half: {"quantity": f"{grain}, {group}, {half}", "same_as": same}}
        for column, frame in zip((before, half, TOTAL), parts, strict=True):
            part = None if frame is None else chosen(frame, whose)
            rows.append(_number((table, group, column), part, number, **about[column]))
    return rows


def measure_last_year(
    half: pandas.DataFrame, last_year: pandas.DataFrame | None
) -> list[dict]:
    """Count episodes by status, and children, now and in the same half-year last year."""
    rows = []
    for column, frame in ((places.NOW, half), (places.THEN, last_year)):
        is_now = column == places.NOW
        for status, label in STATUSES.items():
            part = None if frame is None else chosen(frame, None, status)
            rows.append(_number((places.LAST_YEAR, label, column), part, episodes,
                                same_as=(places.EPISODES, TOTAL, label) if is_now else None))
        rows.append(_number(places.CHILDREN_NOW if is_now else places.CHILDREN_THEN, frame,
                            children, same_as=places.ALL_CHILDREN if is_now else None))
    return rows


def _supplied(frame: pandas.DataFrame) -> pandas.DataFrame | None:
    return frame if len(frame) else None


def _number(place: Place, frame: pandas.DataFrame | None,
            number: Callable[[pandas.DataFrame], int], **tied: Any) -> dict:
    table, row, column = place
    if frame is None:
        return count(table, row, None, column, state=NOT_SUPPLIED, **tied)
    return count(table, row, number(frame), column, **tied)
