"""No small count can be worked out from the shown ones, whatever part of the children is drawn.

The attack shares no code with ours. It knows what a reader sees, that lines add up to their totals,
and every short sum that holds for the figures of other children, declared or not.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import replace
from itertools import islice

import pandas
import pytest
from draws import ROOT
from outsider import programmed
from unsaid import Drawn, short_sums

from pscb_lib.board.context import open_context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.secrecy.relations import Relation
from pscb_lib.disclosure.secrecy.system import Cell, System
from pscb_lib.disclosure.showing import show
from pscb_lib.reports.missing_children.measures import measure_missing
from pscb_lib.reports.missing_children.returned import RETURN

LEARNT_FROM = 30  # parts of the children from which an outsider learns what always holds
FEW, MANY = 4, 60


def parts_of_the_children() -> Iterator[tuple[pandas.DataFrame, object]]:
    """Yield figures of one random part of the sample's children after another, and the context."""
    with chdir(ROOT):
        context = open_context("2014-15 H1", "2015-01-31", "pscb_lib/samples", "board")
        checked = RETURN.read_for(context)
    chance, everyone = random.Random(43), sorted(set(checked.frame["child_id"]))
    while True:
        some = chance.sample(everyone, chance.randint(30, len(everyone)))
        rows = checked.frame[checked.frame["child_id"].isin(some)].reset_index(drop=True)
        yield measure_missing(context, replace(checked, frame=rows)), context


@pytest.fixture(scope="module")
def always() -> list[dict[str, int]]:
    """Return the short sums that hold in every part."""
    drawn = [Drawn(figures) for figures, _ in islice(parts_of_the_children(), LEARNT_FROM)]
    names = set.intersection(*(set(one.counts) for one in drawn))
    columns = {name: [one.counts[name] for one in drawn] for name in sorted(names)}
    return list(short_sums({name: column for name, column in columns.items() if any(column)}))


def worked_out(figures: pandas.DataFrame, context, always: list[dict[str, int]]) -> list[str]:
    """Return the small counts of the Board's set that a reader can work out, or nearly."""
    shown = show(figures, "board", context.settings.profile)
    drawn, places = Drawn(figures), {}
    known, least = set(), {}
    for figure in Drawn.printed(figures).itertuples():
        place = figure.table, figure.row, figure.column
        places[place] = names = drawn.names.get(place, ())
        if not shown.get(*place).hidden:
            known |= {*names}
        for name in names:  # a zero is never hidden
            least[name] = max(least.get(name, 0), int(figure.unit == "count"))
    sums = [*always_of(always, drawn.linked), *totals(places), *(
        {names[2]: -1, names[0]: 1, names[1]: 1} for names in places.values() if len(names) == 3)]
    cells = tuple(Cell(name, value, least=min(least[name], value))
                  for name, value in drawn.linked.items() if name in least)
    system = System(cells, tuple(Relation(tuple(one.items())) for one in sums))
    hidden = {cell.name for cell in cells} - known
    return [f"{cell.name}: {low} to {high}" for cell in cells
            if cell.name in hidden and cell.value in context.settings.masked
            for low, high in [programmed(system, hidden, cell.name)] if high - low < 2]


def always_of(always: list[dict[str, int]], counts: dict[str, int]) -> list[dict[str, int]]:
    """Return those of these sums whose counts are in the paper."""
    return [one for one in always if set(one) <= set(counts)]


def totals(places: dict[tuple[str, str, str], tuple[str, ...]]) -> list[dict[str, int]]:
    """Return the sums of lines and totals, across and down, as in the paper's tables."""
    parts = defaultdict(list)
    for (table, row, column), names in places.items():
        for total in ((table, row, TOTAL), (table, TOTAL, column)):
            if total in places and total != (table, row, column) and names:
                parts[total, total[1] == row].append(names[0])
    return [{places[total][0]: -1, **dict.fromkeys(names, 1)}
            for (total, _), names in parts.items() if places[total]]


@pytest.mark.parametrize("number", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_no_small_count_can_be_worked_out_from_the_boards_set(number, always) -> None:
    parts = islice(parts_of_the_children(), LEARNT_FROM, LEARNT_FROM + number)
    found = {turn: revealed for turn, (figures, context) in enumerate(parts)
             if (revealed := worked_out(figures, context, always))}

    assert found == {}
