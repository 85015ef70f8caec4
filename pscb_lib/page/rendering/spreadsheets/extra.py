"""The sheets that describe the others: contents, notes and the data dictionary.

Guidance: "Include a table of contents that links to each sheet", "Put note text in a notes table on
a notes worksheet". They are marked-up tables like all others.
"""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.page.rendering.paper import Paper
from pscb_lib.page.rendering.spreadsheets.columns import Meaning
from pscb_lib.page.rendering.spreadsheets.neutral import Value
from pscb_lib.page.rendering.spreadsheets.sheets import Sheet
from pscb_lib.page.rendering.spreadsheets.shorthand import MEANINGS, used_in
from pscb_lib.page.rendering.spreadsheets.values import Link

ONE = ("This sheet has one table.",)


def contents_of(paper: Paper, sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheet of contents, with a link to each of *sheets*; none if there are none."""
    columns = (Meaning("Sheet", "A link to the sheet"), Meaning("Title", "What is in it"))
    rows: list[list[Value | Link]] = [[Link(sheet.name), sheet.title] for sheet in sheets]
    notes = (f"{paper.name}. {paper.front['marking']}.", *ONE)
    return [Sheet("Contents", "Contents", "Contents", notes, columns, rows)] if rows else []


def notes_of(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheet that explains the shorthand of *sheets*, or none if they use none."""
    codes = used_in(row for sheet in sheets for row in sheet.rows)
    columns = (Meaning("Shorthand", "What stands in a cell"), Meaning("Meaning", "What it means"))
    rows = [[code, MEANINGS[code][:1].upper() + MEANINGS[code][1:]] for code in codes]
    return [Sheet("Notes", "Notes", "Notes: shorthand in cells without a figure", ONE, columns,
                  rows)] if codes else []


def dictionary_of(sheets: Sequence[Sheet]) -> Sheet:
    """Return the data dictionary: each column of each of *sheets*, its meaning and its unit."""
    columns = (Meaning("Sheet", "The sheet"), Meaning("Column", "The heading of the column"),
               Meaning("Meaning", "What it means"), Meaning("Unit", "Its unit"))
    rows = [[sheet.name, one.heading, one.words, one.unit] for sheet in sheets
            for one in sheet.columns]
    return Sheet("Data dictionary", "Data_dictionary", "Data dictionary: what each column means",
                 ONE, columns, rows)
