"""The sheets with figures of a workbook: their names, their titles, notes and rows.

Checklist: "Give worksheets unique names", "Give tables meaningful names", "All worksheets should
have descriptive titles", "Avoid worksheets with multiple tables", notes above the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

from pscb_lib.board.wording import Words, named, words_in
from pscb_lib.page.rendering.paper import Paper
from pscb_lib.page.rendering.printed import day_in_words, plain
from pscb_lib.page.rendering.spreadsheets.columns import Meaning, headings_of, meaning_of
from pscb_lib.page.rendering.spreadsheets.neutral import Value
from pscb_lib.page.rendering.spreadsheets.shorthand import MEANINGS, used_in, with_shorthand
from pscb_lib.page.rendering.spreadsheets.values import Link

WORKBOOK = "tables.xlsx"
FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
SHEET_NAME = 31
KINDS = {"chart": "Figure", "table": "Table", "sheet": ""}
RESERVED = ("Cover", "Contents", "Notes", "Data dictionary")


@dataclass(frozen=True)
class Sheet:
    """One sheet with one table: its name, the table's name, and what stands above the table."""

    name: str
    table: str
    title: str
    notes: tuple[str, ...]
    columns: tuple[Meaning, ...]
    rows: Sequence[Sequence[Value | Link]]

    @property
    def headings(self) -> list[str]:
        """The headings of the columns."""
        return [column.heading for column in self.columns]


def tables_in(paper: Paper) -> list[dict[str, Any]]:
    """Return the blocks of *paper* that have figures: each has a sheet."""
    return [block for block in paper.blocks if block["kind"] in KINDS]


def sheets_of(paper: Paper) -> list[Sheet]:
    """Return a sheet for each block of *paper* that has figures."""
    return [_sheet(paper, block, name) for block, name in _named(paper)]


def with_sheets(paper: Paper) -> Paper:
    """Return *paper* with a link to its sheet on each figure and table that has a number.

    It is for a paper that lies beside its workbook: elsewhere the links would lead nowhere.
    """
    names = {block["id"]: name for block, name in _named(paper) if _number(block)}
    return replace(paper, blocks=tuple(
        block | {"sheet": _link_to(names[block["id"]])} if block.get("id") in names else block
        for block in paper.blocks))


def _link_to(name: str) -> dict[str, str]:
    """The address of a sheet from a file beside the workbook, as Excel reads it, and its words."""
    return {"address": f"{WORKBOOK}#'{quote(name)}'!A1",
            "text": f"Spreadsheet: “{name}”"}


def _named(paper: Paper) -> Iterable[tuple[dict[str, Any], str]]:
    tables = tables_in(paper)
    return zip(tables, sheet_names([_name(block) for block in tables]), strict=True)


def _sheet(paper: Paper, block: dict[str, Any], name: str) -> Sheet:
    names, data = _titles_first(block["data"]["columns"], block["data"]["rows"])
    rows = with_shorthand(data or [[block.get("empty", "None."), *[None] * (len(names) - 1)]])
    about = plain(block["caption"])
    words = words_in(paper.front)
    columns = tuple(_in_words(meaning_of(column, values, about)._replace(heading=heading), words)
                    for column, heading, values in zip(
                        names, headings_of(names), zip(*rows, strict=True), strict=True))
    number = _number(block)
    table = f"{number or 'Table'} {block['id']}".replace(" ", "_").replace("-", "_")
    return Sheet(name, table, f"{number}: {about}" if number else about,
                 tuple(_notes(paper, block, rows)), columns, rows)


def _in_words(meaning: Meaning, words: Words) -> Meaning:
    return Meaning(*(named(part, words) for part in meaning))


def _titles_first(names: Sequence[str], rows: Sequence[Sequence[Value]]
                  ) -> tuple[list[str], list[list[Value]]]:
    """Return columns and rows with the title of an indicator before its id: it heads the row."""
    order = [*range(len(names))]
    if "id" in names[:-1] and names[(at := names.index("id")) + 1] == "indicator":
        order[at], order[at + 1] = at + 1, at
    return [names[at] for at in order], [[row[at] for at in order] for row in rows]


def _notes(paper: Paper, block: dict[str, Any], rows: list[list[Value]]) -> Iterator[str]:
    """What stands between the title and the table, a row each."""
    front = paper.front
    if block.get("subtitle"):
        yield plain(block["subtitle"])
    yield f"{front['board']}: {paper.name}. {front['marking']}."
    yield f"Source: {source_of(paper)}."
    codes = used_in(rows)
    if codes:
        yield f"Shorthand: {'; '.join(f'{code} {MEANINGS[code]}' for code in codes)}."
    if block.get("note"):
        yield f"Note: {plain(block['note'])}"
    yield "This sheet has one table."


def source_of(paper: Paper) -> str:
    """Return where the figures of a paper come from, and of which day they are."""
    has_list = any(block.get("id") == "sources" for block in paper.blocks)
    listed = ", listed in the sheet about returns" if has_list else ""
    return (f"returns to {paper.front['board']}{listed}; data as at "
            f"{day_in_words(paper.front['as_of'])}")


def _number(block: dict[str, Any]) -> str:
    """Return "Figure 2" or "Table 3"; nothing for a block without a number."""
    number = block.get("number")
    return f"{KINDS[block['kind']]} {number}" if number else ""


def _name(block: dict[str, Any]) -> str:
    """Return what a sheet is named by: the number in the paper, or what a table is called.

    A number stays the same whatever the figures are, so that formulas and links find the sheet.
    """
    called = block["id"].replace("_", " ").replace("-", " ")
    return _number(block) or called[:1].upper() + called[1:]


def sheet_names(names: Iterable[str]) -> list[str]:
    """Return names of sheets: at most 31 characters, different even when capitals are ignored."""
    found: list[str] = []
    for words in names:
        name = _shortened(FORBIDDEN.sub("", " ".join(words.split())), SHEET_NAME)
        if name.lower() in map(str.lower, (*RESERVED, *found)):
            name = f"{_shortened(name, SHEET_NAME - 4)} {len(found) + 1}"
        found.append(name)
    return found


def _shortened(words: str, most: int) -> str:
    """Return *words* up to *most* characters, without a part of a word at the end."""
    if len(words) <= most:
        return words
    cut = words[:most + 1]
    return (cut.rpartition(" ")[0] or words[:most]).rstrip(" ,;:-–")
