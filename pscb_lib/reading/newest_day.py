"""Find how old a file is by what it says, whatever kind of return it may be."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from pathlib import Path

from pscb_lib.framework.months import MONTHS, short_name
from pscb_lib.framework.spellings import parse_span
from pscb_lib.reading.cells import value_of
from pscb_lib.reading.cells.days import YEARS_AHEAD, dated
from pscb_lib.reading.files.files import open_sheets
from pscb_lib.reading.findings import InputError

MONTH = "|".join(map(short_name, MONTHS))
YEAR = re.compile(rf"(?:(?<!\d)20|(?:{MONTH})[a-z]*[\s-]+)(?P<year>\d\d)(?!\d)",
                  re.ASCII | re.IGNORECASE)


def newest_day(path: Path, on: date) -> date | None:
    """Return the newest day that any cell of a file names, or in which a period in it ends.

    A year in another text counts to its end. None if there is no day, or the file cannot be read.
    """
    days: set[date] = set()
    with suppress(InputError):
        for sheet in open_sheets(path)[1]:
            days |= {day for _, cells in sheet.lines() for cell in cells
                     if (day := _day_in(cell, on))}
        return max(days, default=None)
    return None


def _day_in(cell: str, on: date) -> date | None:
    for text in (cell, cell.partition(" ")[0]):
        with suppress(ValueError):
            return value_of(dated(on, is_planned=True)(text))
    with suppress(ValueError):
        return value_of(parse_span(cell)).end
    years = [2000 + int(found["year"]) for found in YEAR.finditer(cell)]
    return max((date(year, 12, 31) for year in years if year <= on.year + YEARS_AHEAD),
               default=None)
