"""What early help cost: spend, families, and spend for each helped, or closed with needs met.

A quotient is worked out here, from figures as they are shown: where the number of families is
hidden there is none, and where it is rounded, spend is divided by the rounded number.
"""

from __future__ import annotations

from fractions import Fraction

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.pounds import say_pounds
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Cell, Column, Data, Group, Prose, Table
from pscb_lib.page.tables.counts import figure_cell, plain_value
from pscb_lib.page.words.shown import joined, require_told, told
from pscb_lib.reports.early_help import places

COLUMNS = places.SPEND, places.FAMILIES, places.CLOSED_MET
QUOTIENTS = "Spend for each helped", "Spend for each closed with needs met"
NONE_HELPED = "None helped"
WIDER = {places.CLOSED_MET: 1.6}  # room for a number that is not shown
NOT_SUPPLIED = "What early help cost was not supplied."


def _cost(shown: Shown, table: str, row: str) -> tuple[ShownFigure, ...]:
    return tuple(require_shown(shown).get(table, row, column) for column in COLUMNS)


def each(spend: ShownFigure, families: ShownFigure, none: str = "None closed with needs met"
         ) -> str:
    """Spend for each of these families in whole pounds; or why there is none, *none* if no family.
    """
    if spend.value is None or families.value is None:
        return (families if families.hidden else spend).text
    return say_pounds(Fraction(spend.value) / families.count) if families.count else none


@told
def _counted_apart(shown: Shown) -> str:
    """Why the services' families are not those of the common assessments closed."""
    met, common = shown.get(places.COST, TOTAL, places.CLOSED_MET), shown.get(*places.NEEDS_MET)
    require_told(met, common)
    if met.count < 2 or common.count < 2:
        return ""
    return (f"The services' {met.text} families are not the {common.text} common assessments "
            "closed with needs met: services help families without one too, not every assessment "
            "uses them, and a family with two services counts twice.")


def tabulate_cost(shown: Shown) -> Table | Prose:
    """Tabulate each service, the early years apart, and all together; or say that none was sent.

    Under it stand what lacks, and which families count.
    """
    if shown.get(places.COST, TOTAL, places.SPEND).value is None:
        return Prose(NOT_SUPPLIED)
    lines = {(table, row): _cost(shown, table, row) for table in (places.COST, places.KIND)
             for row in shown.rows(table) if row != TOTAL}
    lines[places.COST, TOTAL] = _cost(shown, places.COST, TOTAL)
    rows = [[blocks.strong(row) if table == places.KIND or row == TOTAL else blocks.cell(row),
             *_cells(line)] for (table, row), line in lines.items()]
    data = [[row, *map(plain_value, line), each(line[0], line[1], NONE_HELPED),
             each(line[0], line[2])] for (_, row), line in lines.items()]
    heads = [*COLUMNS, *QUOTIENTS]
    return Table("cost", "Spend, and families closed with needs met, by service",
                 [Column("Service", width=2), *(Column(head, "end", WIDER.get(head, 1))
                                                for head in heads)],
                 [Group(None, rows)], Data(["service", *heads], data),
                 note=joined(_lacking(shown), _counted_apart(shown), "Spend for each closed "
                             "includes spend on families who are still helped. Services with "
                             "harder cases cost more."))


def _lacking(shown: Shown) -> str | None:
    """That the cost of the early years, which the framework names, was not supplied."""
    return None if shown.has(places.KIND, places.EARLY_YEARS, places.SPEND) else (
        "Spend on the early years, and what came of it, was not supplied.")


def _cells(line: tuple[ShownFigure, ...]) -> list[Cell]:
    spend, families, met = line
    return [figure_cell(spend), figure_cell(families), figure_cell(met),
            blocks.cell("–" if families.hidden else each(spend, families, NONE_HELPED)),
            blocks.cell("–" if met.hidden else each(spend, met))]
