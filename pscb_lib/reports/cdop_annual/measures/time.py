"""How long the panel's reviews took, and the reasons why the longer ones waited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pandas

from pscb_lib.disclosure.counting import band_of, banded, share, tally
from pscb_lib.disclosure.figures import NOBODY, TOTAL, Place, count, counts
from pscb_lib.framework.ages import complete_months
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.cdop_annual.measures.cohorts import completed, pooled_years, span
from pscb_lib.reports.cdop_annual.places import (
    ALL_COMPLETED,
    COMPLETED,
    FROM_12,
    NO_REASON,
    PANEL,
    SIX_TO_11,
    TIME,
    UNDER_6,
    UNDER_12,
    WAITING,
)

BANDS = {UNDER_6: (0, 5), SIX_TO_11: (6, 11), FROM_12: (12, 12 * 100)}  # in months
IN_TIME = {UNDER_6: (UNDER_6,), UNDER_12: (UNDER_6, SIX_TO_11)}
LATE = {SIX_TO_11: (SIX_TO_11,), FROM_12: (FROM_12,), TOTAL: (SIX_TO_11, FROM_12)}
WAITED = {"inquest": "Inquest", "criminal proceedings": "Criminal proceedings",
          "serious case review": "Serious case review", "post-mortem": "Post-mortem results",
          None: NO_REASON[1]}


def measure_time(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Return the shares of completed reviews that took under 6 and under 12 months from the death.
    """
    *earlier, year = years = pooled_years(period)
    now, before = (banded(_months(completed(deaths, *those)), BANDS)
                   for those in ((year,), earlier))
    together = {label: now[label] + before[label] for label in BANDS}
    own, five = (year.title, (COMPLETED, year.title, PANEL)), (span(years), ALL_COMPLETED)
    return [*_shares(now, *own), *_shares(together, *five),
            *_parts("Of the year", now, own, five), *_parts("Earlier", before, five)]


def measure_waiting(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Count what the five years' reviews of six months or more had waited for."""
    reviews = completed(deaths, *pooled_years(period))
    bands = pandas.Series([band_of(months, BANDS) for months in _months(reviews)], reviews.index,
                          dtype=object)
    return [row for column, late in LATE.items() for row in counts(
        WAITING, tally(reviews.loc[bands.isin(late), "waiting_for"], WAITED), column=column)]


def _shares(taken: Mapping[str, int], column: str, of: Place) -> list[dict]:
    return [share((TIME, limit, column), sum(taken[band] for band in bands), sum(taken.values()),
                  of=of) for limit, bands in IN_TIME.items()]


def _parts(name: str, taken: Mapping[str, int], *columns: tuple[str, Place]) -> list[dict]:
    """Count reviews by band, not printed; the printed figures of *columns* are sums of these."""
    return [count("time_taken", band, number, name, readers=NOBODY, describes=NOBODY,
                  part_of=((WAITING, TOTAL, band), *_sums(band, columns)))
            for band, number in taken.items()]


def _sums(band: str, columns: Iterable[tuple[str, Place]]) -> Iterator[Place]:
    for column, of in columns:
        yield of
        yield from ((TIME, limit, column) for limit, bands in IN_TIME.items() if band in bands)


def _months(reviews: pandas.DataFrame) -> list[int]:
    return [complete_months(*dates) for dates in zip(
        reviews["date_of_death"], reviews["panel_completed_on"], strict=True)]
