"""Whether agencies first met within six weeks, by agency and by ethnic group."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import part_of
from pscb_lib.framework.statistics.intervals import wilson_interval
from pscb_lib.page import blocks
from pscb_lib.page.blocks import LEFT, RIGHT, Cell, Column, Data, Group, Prose, Table
from pscb_lib.page.tables.counts import plain_counts
from pscb_lib.page.tables.folded import is_mostly_hidden, not_shown, say_folded
from pscb_lib.page.words.shown import joined, require_told, told
from pscb_lib.reports.early_help import places

FEWEST = 10  # families, for a share with its interval
DUE = ("Families whose six weeks (42 days) ended in the half-year. One closed within them without "
       "a meeting was owed none.")
CHANCE = "Where intervals overlap, groups may differ by chance."


@told
def say_late(shown: Shown) -> str:
    """Say how many families had no first meeting within six weeks; nothing if none was due one."""
    met = require_shown(shown).get(*places.MET_IN_TIME)
    require_told(met)
    number, whole = met.counts
    if not whole:
        return ""
    if number == whole:
        return ("The one family due a first meeting had it within six weeks." if whole == 1 else
                f"All {whole:,} families due a first meeting had it within six weeks.")
    if whole == 1:
        return "The one family due a first meeting did not have it within six weeks."
    return f"{part_of(whole - number, whole, 'families')} had no first meeting within six weeks."


def tabulate_meetings(shown: Shown) -> Table | Prose:
    """Tabulate the first meeting in six weeks by ethnic group, with intervals where n allows.

    A group that is hidden is named under the table.
    """
    figures = {row: shown.get(places.MET_BY, row)
               for row in require_shown(shown).rows(places.MET_BY)}
    caption = "First meeting within six weeks, by ethnic group"
    place = RIGHT if _by_agency(shown) else LEFT
    if is_mostly_hidden(figures.values()):
        return replace(not_shown(caption), place=place)
    known = {row: one for row, one in figures.items() if not one.hidden}
    columns = [Column("Ethnic group", width=1.6), Column("Families", "end"),
               Column("In time", "end"), Column("95% interval", "end", 1.5)]
    data = [[row, *plain_counts(one), _interval(one)] for row, one in figures.items()]
    note = joined(DUE if place == LEFT else None, CHANCE,
                  say_folded([row for row in figures if row not in known]))
    return Table(places.MET_BY, caption, columns,
                 [Group(None, [_cells(row, one) for row, one in known.items()])],
                 Data(["group", "met", "families", "interval"], data), note,
                 place=place)


def tabulate_agencies(shown: Shown) -> Table | None:
    """Tabulate the first meeting in six weeks by the agency that started it; not for the public."""
    figures = _by_agency(shown)
    if not figures:
        return None
    total = shown.get(places.MET_BY_AGENCY, TOTAL)
    return Table(
        places.MET_BY_AGENCY, "First meeting within six weeks, by who started it",
        [Column("Agency", width=4.4), Column("Families", "end"), Column("In time", "end")],
        [Group(None, [_cells(row, one)[:3] for row, one in {**figures, TOTAL: total}.items()])],
        Data(["agency", "met", "families"], [[row, *plain_counts(one)]
                                             for row, one in {**figures, TOTAL: total}.items()]),
        DUE, place=LEFT)


def _by_agency(shown: Shown) -> dict[str, ShownFigure]:
    """The agencies with a family whose first meeting was due, those with most first."""
    found = {row: shown.get(places.MET_BY_AGENCY, row)
             for row in require_shown(shown).rows(places.MET_BY_AGENCY) if row != TOTAL}
    return dict(sorted(((row, one) for row, one in found.items() if one.value is not None),
                       key=lambda each: -each[1].counts[1]))


def slowest(shown: Shown) -> list[str]:
    """The agencies whose first meetings were in time less often than all together.

    Agencies with fewer than ten families are among them only if no other is.
    """
    late = {row: one for row, one in _by_agency(shown).items() if one.counts[0] < one.counts[1]}
    total = shown.get(places.MET_BY_AGENCY, TOTAL) if late else None
    below = [row for row, one in late.items() if one.counts[1] >= FEWEST and total
             and (one.value or 0) <= (total.value or 0)]
    return below or [*late]


def _cells(row: str, one: ShownFigure) -> list[Cell]:
    number, whole = one.numerator, one.denominator or 0
    share = one.text if whole >= FEWEST else f"{number} of {whole}" if whole else "–"
    label = blocks.strong(row) if row == TOTAL else blocks.cell(row)
    return [label, *map(blocks.cell, (f"{whole:,}", share, _interval(one)))]


def _interval(one: ShownFigure) -> str:
    if one.value is None or (one.denominator or 0) < FEWEST:
        return "–"
    found = wilson_interval(*one.counts)
    return f"{100 * found.lower:.0f}% to {100 * found.upper:.0f}%"
