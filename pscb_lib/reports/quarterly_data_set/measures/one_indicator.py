"""An indicator's figures: those printed, and those that are not printed and tie them.

A year to date minus the one before reveals a quarter; the half-year that another paper prints,
minus one of its quarters, reveals the other. These figures are measured so that
:mod:`pscb_lib.disclosure.masking` can protect them.
"""

from __future__ import annotations

from pscb_lib.board.indicators import INDICATORS, Indicator, Role
from pscb_lib.disclosure import figures
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.quarterly_data_set import places
from pscb_lib.returns.indicator_figures import figure_of
from pscb_lib.returns.sums import By, basis_of, of_quarter, sum_sent

APRIL = 4
# Other reports print these by half-year and by year, in months.
LONGER = {Role.RETURN_INTERVIEWS: 6, Role.PRIVATE_FOSTERING_VISITS: 12}


def longer_of(indicator: Indicator, quarters: list[ReportingPeriod], sent: By,
              population: dict[int, int]) -> list[dict]:
    """Return the longer periods that another paper prints, with their quarters; none for most."""
    rows: list[dict] = []
    if indicator.role not in LONGER:
        return rows
    months = LONGER[indicator.role]
    for first in (quarter for quarter in quarters if (quarter.start.month - APRIL) % months == 0):
        whole = ReportingPeriod(first.start, months)
        parts = whole.split(3)
        figure = figure_of(places.LONGER, indicator, whole, sum_sent(
            of_quarter(indicator, part, sent) for part in parts), population)
        if {*parts} <= {*quarters} and not figure["state"]:
            rows.append({**figure, "readers": figures.NOBODY})
            rows += [{**figure_of(places.OF_LONGER, indicator, part, of_quarter(
                indicator, part, sent), population), "readers": figures.NOBODY,
                "part_of": ((places.LONGER, indicator.id, whole.label),)} for part in parts]
    return rows


def parts_of(indicator: Indicator, quarters: list[ReportingPeriod], sent: By,
           population: dict[int, int]) -> list[dict]:
    """Return the single quarters of figures that cover a longer time."""
    wholes = {quarter: basis_of(indicator, quarter).split(3) for quarter in quarters}
    rows = []
    for part in dict.fromkeys(part for parts in wholes.values() for part in parts):
        figure = figure_of(places.PARTS, indicator, part, of_quarter(indicator, part, sent),
                           population)
        goes_into = tuple((INDICATORS, indicator.id, quarter.label)
                          for quarter, parts in wholes.items() if part in parts)
        rows.append({**figure, "part_of": goes_into, "readers": figures.NOBODY,
                     "quantity": f"{indicator.quantity}, {part.label} alone"})
    return rows
