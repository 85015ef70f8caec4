"""What early help cost: spend, families, and spend for each family closed with needs met.

The quotient is worked out here, from figures as they are shown: where the number of families is
hidden there is none, and where it is rounded, spend is divided by the rounded number.
"""

from __future__ import annotations

from fractions import Fraction

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown, rounded
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Cell, Column, Data, Group, Prose, Table
from pscb_lib.page.tables.counts import figure_cell, plain_value
from pscb_lib.page.words.shown import joined, paragraph, require_told, told
from pscb_lib.reports.early_help import places

COLUMNS = places.SPEND, places.FAMILIES, places.CLOSED_MET
NOT_SUPPLIED = "What early help cost was not supplied."


def _cost(shown: Shown, table: str, row: str) -> tuple[ShownFigure, ...]:
    return tuple(require_shown(shown).get(table, row, column) for column in COLUMNS)


def each(spend: ShownFigure, met: ShownFigure) -> str:
    """Spend for each family closed with needs met, in whole pounds; or why there is none."""
    if spend.value is None or met.value is None:
        return (met if met.hidden else spend).text
    if not met.count:
        return "None closed with needs met"
    return f"£{rounded(Fraction(spend.count, met.count), 0)}"


@told
def _for_each(shown: Shown, table: str, row: str, what: str) -> str:
    spend, _, met = _cost(shown, table, row)
    require_told(spend, met)
    if spend.value is None:
        return NOT_SUPPLIED
    if not met.count:
        return f"{what} spent £{spend.text} and closed no family with needs met."
    return f"{what} spent {each(spend, met)} for each family closed with needs met."


def say_cost_of_each(shown: Shown) -> str | None:
    """Say what all services together spent for each family closed with needs met."""
    return _for_each(shown, places.COST, TOTAL, "Services for families")


def say_cost(shown: Shown) -> Prose | None:
    """Say the same of the early years, or that their spend was not supplied."""
    if shown.get(places.COST, TOTAL, places.SPEND).value is None:
        return Prose(NOT_SUPPLIED)
    early = places.EARLY_YEARS
    if not shown.has(places.KIND, early, places.SPEND):
        return Prose("Spend on the early years, and what came of it, was not supplied.")
    return paragraph(joined(_for_each(shown, places.KIND, early, early)), _trap())


def _trap() -> str:
    return ("Cost is for each success, not for each family helped; families closed later than "
            "they were paid for, and services with harder cases, cost more.")


def tabulate_cost(shown: Shown) -> Table | Prose | None:
    """Tabulate each service, the early years apart, and all together."""
    if shown.get(places.COST, TOTAL, places.SPEND).value is None:
        return None
    lines = {(table, row): _cost(shown, table, row) for table in (places.COST, places.KIND)
             for row in shown.rows(table) if row != TOTAL}
    lines[places.COST, TOTAL] = _cost(shown, places.COST, TOTAL)
    rows = [[blocks.strong(row) if table == places.KIND or row == TOTAL else blocks.cell(row),
             *_cells(line)] for (table, row), line in lines.items()]
    data = [[row, *map(plain_value, line), each(line[0], line[2])]
            for (_, row), line in lines.items()]
    heads = [*COLUMNS, "Spend for each"]
    return Table("cost", "Spend, and families closed with needs met, by service",
                 [Column("Service", width=2.4), *(Column(head, "end") for head in heads)],
                 [Group(None, rows)], Data(["service", *heads], data),
                 note="Spend for each family closed with needs met. Services help families with "
                 "and without a common assessment, and one family may be with two of them.")


def _cells(line: tuple[ShownFigure, ...]) -> list[Cell]:
    spend, families, met = line
    return [blocks.cell(f"£{spend.text}" if spend.value is not None else spend.text),
            figure_cell(families), figure_cell(met), blocks.cell(each(spend, met))]
