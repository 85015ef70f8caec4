"""The quarterly data set (item 10): every indicator over the last twelve quarters.

Figures are the latest known; where a quarter had another value when the last paper was due, that
value is given beside it. :mod:`pscb_lib.returns.sums` adds them up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

import pandas

from pscb_lib.board.comparators import mapping
from pscb_lib.board.comparators.held import held_benchmarks
from pscb_lib.board.context import Context
from pscb_lib.board.indicators import INDICATORS, Indicator
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.populations import FILE as POPULATIONS
from pscb_lib.board.populations import known_populations, read_populations
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.figures import FigureRow
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.meetings import Group, first_to_take_papers
from pscb_lib.reports.quarterly_data_set import places
from pscb_lib.reports.quarterly_data_set.measures.alike import Counts, tie_alike
from pscb_lib.reports.quarterly_data_set.measures.comparison import (
    list_later,
    measure_comparisons,
)
from pscb_lib.reports.quarterly_data_set.measures.one_indicator import longer_of, parts_of
from pscb_lib.reports.quarterly_data_set.measures.published import known_years
from pscb_lib.returns.indicator_figures import figure_of
from pscb_lib.returns.sums import over_basis, sent_before, sent_last

__all__ = ["last_paper_due", "list_later", "measure_comparisons", "measure_data_set",
           "trend_quarters", "trend_years"]

QUARTERS = 12


def trend_quarters(period: ReportingPeriod) -> list[ReportingPeriod]:
    """Return the twelve quarters that end with *period*, earliest first."""
    return [period.back(3 * step) for step in reversed(range(QUARTERS))]


def trend_years(period: ReportingPeriod) -> list[ReportingPeriod]:
    """Return the financial years of the twelve quarters, earliest first."""
    return list(dict.fromkeys(quarter.year for quarter in trend_quarters(period)))


def measure_data_set(
    context: Context, register: Collection[Indicator], returned: pandas.DataFrame
) -> pandas.DataFrame:
    """Work out every indicator for each of the twelve quarters.

    *returned* is the checked frame of :mod:`pscb_lib.reports.quarterly_data_set.returned`. Figures
    are in table ``indicators`` (row: indicator id, column: quarter). Table ``revised`` has the
    value a quarter had when the last paper was due, if it has changed since; for the report's own
    quarter it has the value sent before the one used.
    """
    by_time = returned.sort_values("submitted_on", kind="stable")
    latest = sent_last(by_time)
    last_due = last_paper_due(context)
    before = sent_last(by_time.loc[[day <= last_due for day in by_time["submitted_on"]]])
    replaced = {**latest, **sent_before(by_time, latest, context.period)}
    population = known_populations(context, context.settings.area)
    reported = known_populations(context, context.settings.area, last_due)
    first = context.settings.first_cycle
    rows = []
    for indicator in register:
        for quarter in trend_quarters(context.period):
            now = over_basis(indicator, quarter, latest, first)
            rows.append(figure_of(INDICATORS, indicator, quarter, now, population))
            known, people = ((replaced, population) if quarter == context.period else
                             (before, reported))
            then = over_basis(indicator, quarter, known, first)
            if not then.state and then != now:
                rows.append(figure_of(places.REVISED, indicator, quarter, then, people))
        if indicator.basis != "quarter":
            rows += parts_of(indicator, trend_quarters(context.period), latest, population)
        rows += longer_of(indicator, trend_quarters(context.period), latest, population)
    numbers = _numbers_of(rows)
    return figures.frame([*rows, *tie_alike(register, trend_quarters(context.period), numbers),
                          *_tied_to_years(context, register, numbers)])


def _numbers_of(rows: Iterable[FigureRow]) -> Counts:
    """The numerator and denominator of each indicator's figure; a count has no denominator."""
    return {(row["table"], row["row"], row["column"]):
            (row["actual"] if row["unit"] == "count" else row["numerator"], row["denominator"])
            for row in rows if row["table"] == INDICATORS and row["actual"] is not None}


def _tied_to_years(context: Context, register: Iterable[Indicator], numbers: Counts
                   ) -> Iterator[FigureRow]:
    """Tie the quarters to the authority's own published years, in every release there is."""
    population = read_populations(context.params / POPULATIONS, context.settings.area)
    measures = mapping.read_measures(context.params / mapping.FILE)
    own = held_benchmarks(context.params, measures, [context.settings.area])
    return known_years(register, own, measures, numbers, population)


def last_paper_due(context: Context) -> date:
    """Return the deadline of the Q&E meeting that took the paper on the quarter before.

    If none was fixed, it is the end of that quarter.
    """
    ended = context.period.previous.end
    took_it = first_to_take_papers(read_meetings(context.params / "meetings.csv"),
                                   Group.SCRUTINY, ended)
    return took_it.papers_by if took_it else ended
