"""The figures behind a paper as spreadsheets: a CSV file for each table, and one workbook.

A text cell that a spreadsheet would run as a formula gets a leading apostrophe
(OWASP: ``= + - @``, tab and carriage return); numbers stay numbers. The
workbook's date is the report's day, not the time of the run.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import xlsxwriter

from pscb_lib.page.rendering.paper import Paper
from pscb_lib.writing.whole import draft_bytes

Value = str | int | float | None
Cell = TypeVar("Cell")
STARTERS = ("=", "+", "-", "@", "\t", "\r")
FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
SHEET_NAME = 31
WIDEST = 60


def write_tables(paper: Paper, folder: Path) -> list[Path]:
    """Write ``tables/<id>.csv`` and ``tables.xlsx`` into *folder*; return the files written."""
    tables = [block for block in paper.blocks if block["kind"] in ("table", "chart")]
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    files = [_write_csv(block, folder / "tables" / f"{block['id']}.csv") for block in tables]
    return [*files, _write_workbook(paper, tables, folder / "tables.xlsx")]


def neutralised(value: Cell) -> Cell | str:
    """Return *value*, with a leading apostrophe if a spreadsheet would run it as a formula."""
    if isinstance(value, str) and value.startswith(STARTERS):
        return "'" + value
    return value


def _neutral_rows(block: dict[str, Any]) -> Iterator[list[Value]]:
    for row in (block["data"]["columns"], *block["data"]["rows"]):
        yield [neutralised(value) for value in row]


def _write_csv(block: dict[str, Any], path: Path) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(_neutral_rows(block))
    draft_bytes(path, text.getvalue().encode("utf-8-sig"))
    return path


def _write_workbook(paper: Paper, tables: list[dict[str, Any]], path: Path) -> Path:
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    created = datetime.fromisoformat(paper.front["as_of"])
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, options) as workbook:
        workbook.set_properties(
            {"title": paper.page_title, "author": paper.front["board"], "created": created}
        )
        bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        contents = workbook.add_worksheet("Contents")
        names = sheet_names([block["id"] for block in tables])
        for block, name in zip(tables, names, strict=True):
            _write_sheet(workbook.add_worksheet(name), list(_neutral_rows(block)), bold)
        _write_contents(contents, paper, zip(names, tables, strict=True), bold)
    draft_bytes(path, made.getvalue())
    return path


def _write_sheet(sheet: Any, rows: list[list[Value]], bold: Any) -> None:
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row, None if number else bold)
    for column, values in enumerate(zip(*rows, strict=True)):
        longest = max(len(str(value)) for value in values)
        sheet.set_column(column, column, min(longest + 2, WIDEST))
    sheet.freeze_panes(1, 1)


def _write_contents(sheet: Any, paper: Paper, tables: Any, bold: Any) -> None:
    front = paper.front
    head = [paper.page_title, f"{front['period_words']}, as known on {front['as_of']}"]
    for number, words in enumerate([*head, front["marking"]]):
        sheet.write_string(number, 0, words, bold if number == 0 else None)
    sheet.write_row(4, 0, ["Sheet", "Table", "Note"], bold)
    for number, (name, block) in enumerate(tables, start=5):
        sheet.write_url(number, 0, f"internal:'{name}'!A1", string=name)
        sheet.write_string(number, 1, neutralised(block["caption"]))
        sheet.write_string(number, 2, neutralised(block["note"] or ""))
    sheet.set_column(0, 0, SHEET_NAME)
    sheet.set_column(1, 2, WIDEST)


def sheet_names(ids: list[str]) -> list[str]:
    """Return sheet names: at most 31 characters, different even when capitals are ignored."""
    names: list[str] = []
    for table in ids:
        name = FORBIDDEN.sub(" ", table)[:SHEET_NAME]
        if name.lower() in ["contents", *names]:
            name = f"{name[: SHEET_NAME - 4]} {len(names) + 1}"
        names.append(name)
    return names
