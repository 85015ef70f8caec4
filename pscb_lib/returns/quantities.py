"""Names of figures that several reports print: two of one name are hidden together."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.framework.periods import ReportingPeriod


def reviews_after_deaths(years: Sequence[ReportingPeriod]) -> str:
    """Serious case reviews of children whose deaths were notified in these *years*."""
    return f"serious case reviews after deaths notified {years[0].label} to {years[-1].label}"
