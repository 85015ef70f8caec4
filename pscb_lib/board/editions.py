"""The edition of a published number: the release that it was taken from, with its month.

The month is told from the text, so that an officer writes an edition as people cite it:
"release of October 2024 (rebased)".
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from pscb_lib.framework.months import MONTHS, SPELT, month_of
from pscb_lib.reading.rows import Record

MONTH = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{4}})\b", re.IGNORECASE)


class Edition(NamedTuple):
    """A release: the first day of its month, and how it is cited."""

    month: date
    text: str

    def is_later(self, published_on: date, as_of: date) -> bool:
        """Whether this is another release than that of *published_on*, and not over by *as_of*."""
        return self.month > published_on and self.month >= as_of.replace(day=1)


def edition(cell: str) -> Edition:
    """Parse an edition. Raises ValueError if it does not name its month."""
    if found := MONTH.search(cell):
        return Edition(date(int(found[2]), SPELT[found[1].lower()], 1), cell.strip())
    raise ValueError("does not name the month of the release, such as: release of October 2024 "
                     "(rebased)")


def first_edition(published_on: date) -> Edition:
    """The edition of a number whose register, of an earlier release, names none: its first."""
    return Edition(published_on.replace(day=1), f"{month_of(published_on)} {published_on.year}")


def is_before_its_first(row: Record) -> bool:
    """Whether the edition is from a month before the first publication."""
    edition_of: Edition | None = row["edition"]
    first: date | None = row["published_on"]
    return bool(edition_of and first and edition_of.month < first.replace(day=1))
