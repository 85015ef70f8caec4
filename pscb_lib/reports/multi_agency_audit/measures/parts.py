"""A breakdown of the cases audited, whose number is the Board's own decision and so is known."""

from __future__ import annotations

from collections.abc import Mapping

from pscb_lib.disclosure.figures import TOTAL, FigureRow, count, counts
from pscb_lib.reports.multi_agency_audit import places


def of_cases(table: str, counted: Mapping[str, int], column: str) -> list[FigureRow]:
    """Count the cases by label; what is counted describes children, and its total the audit."""
    return [*counts(table, counted, column=column, total=False),
            count(table, TOTAL, sum(counted.values()), column, describes="agency",
                  same_as=places.CASES)]
