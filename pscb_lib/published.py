"""Published yearly figures, as known on a day: this area's, its region's and England's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from pscb_lib import cells
from pscb_lib.periods import ReportingPeriod
from pscb_lib.records import Field
from pscb_lib.registers import read_register
from pscb_lib.spellings import parse_year

MARKS = {"c": "Suppressed", "x": "Not available", "z": "Not applicable"}


@dataclass(frozen=True)
class Published:
    """One published figure; *value* is text where the publisher printed a mark instead."""

    measure: str
    area: str
    year: ReportingPeriod
    value: Decimal | str
    source: str


def _value(cell: str) -> Decimal | str:
    if cell.strip() in MARKS:
        return MARKS[cell.strip()]
    try:
        return cells.number(cell)
    except ValueError:
        raise ValueError(f"is neither a number nor one of {', '.join(MARKS)}") from None


FIELDS = (Field("measure", cells.text), Field("area", cells.text), Field("year", parse_year),
          Field("value", _value), Field("published_on", cells.day), Field("source", cells.text))


def read_published(path: Path, as_of: date) -> list[Published]:
    """Read ``params/published.csv``, leaving out what was published after *as_of*."""
    return [Published(row["measure"], row["area"], row["year"], row["value"], row["source"])
            for row in read_register(path, FIELDS) if row["published_on"] <= as_of]
