"""Who came to conferences, and whose report was in time: a table of shown figures only."""

from __future__ import annotations

from pscb_lib.disclosure.figures import NOT_SUPPLIED, TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Column, Data, Group, Prose, Table
from pscb_lib.page.tables.counts import plain_value
from pscb_lib.page.tables.rated import FEWEST_RATED, actual_cell
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.child_protection_conferencing import places


def tabulate_agencies(shown: Shown, quarter: ReportingPeriod) -> Table | Prose | None:
    """Tabulate each agency's attendance and its reports, with twelve months; not for the public."""
    if not require_shown(shown).has(places.ATTENDED, TOTAL, quarter.label):
        return None
    if shown.get(places.ATTENDED, TOTAL, quarter.label).state == NOT_SUPPLIED:
        return Prose("No return of who came to conferences was sent.")
    parts = {"Came, quarter": (places.ATTENDED, quarter.label),
             "Came, 12 months": (places.ATTENDED, places.YEAR),
             "Report in time, quarter": (places.REPORTED, quarter.label),
             "Report in time, 12 months": (places.REPORTED, places.YEAR)}
    every = {row: [shown.get(table, row, column) for table, column in parts.values()]
             for row in shown.rows(places.ATTENDED)}
    rows = [[blocks.strong(row) if row == TOTAL else blocks.cell(row), *map(actual_cell, line)]
            for row, line in every.items()]
    return Table("attendance", "Who came, and whose report was in time, of the invitations",
                 [Column("Agency", width=3), *(Column(name, "end", 1.2) for name in parts)],
                 [Group(None, rows)],
                 Data(["Agency", *parts], [[row, *map(plain_value, line)]
                                           for row, line in every.items()]),
                 note=joined(_unrecorded(shown), f"A deputy counts. Of fewer than {FEWEST_RATED} "
                             "only the two counts are given. Of few invitations a share can move "
                             "by chance."))


def _unrecorded(shown: Shown) -> str:
    figure = shown.get(*places.UNCOUNTED)
    if figure.value is None or not figure.counts[0]:
        return ""
    number, of = figure.counts
    if of == 1:
        return "No record of who came was sent."
    return f"For {number:,} of {of:,} conferences no record of who came was sent."
