"""England's figures of the national return PF1, as the Department for Education published them.

The national return ended after 2014-15. ``pscb_lib/published/private_fostering.csv`` has what is
held of it: three years, from the release on the year to 31 March 2009. The day of that release is
not held, so the last day of its year stands for it. A release whose numbers are not held has none.
"""

from __future__ import annotations

from datetime import date

from pscb_lib.board.published.files import rows_of
from pscb_lib.disclosure.figures import PUBLISHED, FigureRow, count
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reports.private_fostering import places

FILE = "private_fostering.csv"


def measure_england(as_of: date) -> list[FigureRow]:
    """England's figures that were published by the day of the report, oldest year first."""
    known = [row for row in rows_of(FILE) if date.fromisoformat(row["published_on"]) <= as_of]
    return [count(places.ENGLAND, parse_year(row["year"]).title,
                  int(row["number"]) if row["number"] else None, row["figure"],
                  state="" if row["number"] else "not held", describes=PUBLISHED)
            for row in known]
