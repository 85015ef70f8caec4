"""Write the eleven lists of Annex A into one workbook, row by row in bounded memory.

The lists are csv files until every row is known; days become Excel dates, counts numbers, and ids
stay text. The workbook's own dates are the sample's, not the clock's.
"""

from __future__ import annotations

import csv
import re
from datetime import date, datetime, time
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tools.synthetic.annex_a_headings import LISTS

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
COUNTS = ("Age", "Number of")
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
           "strings_to_numbers": False}
FROZEN = 1


def write_workbook(path: Path, lists: Path, taken_on: date) -> None:
    """Write the csv files in the folder *lists*, one for each list, to the workbook *path*."""
    with xlsxwriter.Workbook(path, OPTIONS) as workbook:
        workbook.set_properties({"title": "Annex A, invented children",
                                 "created": datetime.combine(taken_on, time())})
        as_day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        for name, headings in LISTS.items():
            sheet = workbook.add_worksheet(name)
            sheet.freeze_panes(FROZEN, 0)
            _write_sheet(sheet, lists / f"{name}.csv", headings, as_day)


def _write_sheet(sheet: Worksheet, path: Path, headings: tuple[str, ...], as_day: Format) -> None:
    is_count = [heading.startswith(COUNTS) for heading in headings]
    with path.open(encoding="utf-8", newline="") as file:
        for number, cells in enumerate(csv.reader(file)):
            for place, cell in enumerate(cells):
                if number and ISO_DAY.fullmatch(cell):
                    sheet.write_datetime(number, place, datetime.fromisoformat(cell), as_day)
                elif is_count[place] and cell.isdigit():
                    sheet.write_number(number, place, int(cell))
                elif cell:
                    sheet.write_string(number, place, cell)
