"""Texts of a table that could state a hidden count: names of columns, labels, notes, titles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from openpyxl.utils import get_column_letter

from pscb_lib.disclosure.tables.grid import Grid

NAMED = 5  # rows that are named; of more the number is said
A_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
STATED = re.compile(rf"(?<![^\W_]){A_NUMBER}\b", re.IGNORECASE)
HARMLESS = re.compile(  # ages, ranges, numbers of things, dates and years
    r"\b(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)*\b|\b\d\d?/\d\d?/(?:19|20)\d\d\b"
    r"|\b\d\d?(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+"
    r"(?:19|20)\d\d\b"
    rf"|\b{A_NUMBER}\s*(?:-|–|to)\s*{A_NUMBER}\b"
    rf"|\b(?:ages?|aged|under|over|year|quarter|month|week|band|table|ward|district|area)\s+"
    rf"{A_NUMBER}\b(?!\s*(?:of|out|/))"
    rf"|\b{A_NUMBER}\s*(?:\+|plus\b|(?:and|or)\s+(?:over|more|older|under)\b)"
    rf"|\b{A_NUMBER}\s+(?:years?|months?|weeks?|days?|hours?)\b", re.IGNORECASE)


def stating(grid: Grid) -> Iterator[str]:
    """Where texts have a number that could be a count: a column and its rows, without the number.

    A number alone is a label, as an age is.
    """
    counts = {(one.row, one.place) for one in grid.counts.values()}
    found: dict[int, list[int]] = defaultdict(list)
    for row, cells in grid.lines:
        for place, cell in enumerate(cells):
            text = " ".join(cell.split())
            if (row, place) not in counts and not text.isdigit() and STATED.search(
                    HARMLESS.sub(" ", text)):
                found[place].append(row)
    for place, rows in sorted(found.items()):
        more = f" and {len(rows) - NAMED} more" if len(rows) > NAMED else ""
        yield (f"column {get_column_letter(place + 1)}, row"
               f"{'s' if len(rows) > 1 else ''} {', '.join(map(str, rows[:NAMED]))}{more}")
