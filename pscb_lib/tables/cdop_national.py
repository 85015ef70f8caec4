"""England's published figures beside the panel's: all of them of all reviews completed."""

from __future__ import annotations

from pscb_lib.blocks import Cell, Column, Data, Group, Table, cell
from pscb_lib.disclosure import Shown, require_shown
from pscb_lib.measures.cdop_rates import MODIFIABLE, REVIEWS, SHARE
from pscb_lib.tables.counts import figure_cell, plain_value


def tabulate_national(shown: Shown) -> Table:
    """The panel above England as published, all of all reviews, with the counts where known."""
    rows = require_shown(shown).rows("national")
    lines = [[cell(row), _share(shown, row)] for row in rows]
    columns = [Column("Reviews completed", width=2.4), Column("With modifiable factors", "end")]
    return Table(
        "national", "Modifiable factors, of all reviews completed: the panel and England", columns,
        [Group(None, lines)],
        Data(["Reviews completed", "Per cent with modifiable factors"],
             [[row, plain_value(shown.get("national", row, SHARE))] for row in rows]),
        note="England: Department for Education, OSR14/2012 and SFR21/2014, as published. Its "
             "categories show how far the share depends on what children died of.")


def _share(shown: Shown, row: str) -> Cell:
    figure = shown.get("national", row, SHARE)
    if figure.unit == "percent":
        return figure_cell(figure)
    known = [shown.get("national", row, name).text for name in (MODIFIABLE, REVIEWS)
             if shown.has("national", row, name)]
    return cell(f"{figure.text}%", " of ".join(known))
