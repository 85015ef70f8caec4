"""The figures of the annual report: those of the year, and how much evidence was chosen.

A year's figure is worked out from what agencies sent last for its quarters, never from quarters as
the papers first reported them. Its quarters are in the frame, though no page prints them: the year
minus three quarters that are out is the fourth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import pandas

from pscb_lib.board.annual_report import Choice, priorities_of
from pscb_lib.board.comparators import mapping
from pscb_lib.board.context import Context
from pscb_lib.board.indicators import INDICATORS, Indicator, Unit, indicators_for, read_indicators
from pscb_lib.board.populations import known_populations
from pscb_lib.board.settings import AUDIENCES
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.figures import FigureRow
from pscb_lib.disclosure.paper import Fact
from pscb_lib.disclosure.showing import Shown
from pscb_lib.disclosure.summaries import ILLUSTRATIVE
from pscb_lib.framework.audit_summary.evidence import Evidence
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.assessment import Assessment, assess
from pscb_lib.reports.annual_report import places
from pscb_lib.returns.indicator_figures import figure_of
from pscb_lib.returns.later import DATA_SET, read_for_quarter
from pscb_lib.returns.sums import By, is_of_last_quarter, of_quarter, over_year, sent_last


def measure_with(choices: Sequence[Choice]) -> Callable[[Context], pandas.DataFrame]:
    """Return the function that measures the report with the blocks that were chosen for it."""
    def measure(context: Context) -> pandas.DataFrame:
        years = measure_years(context)
        return figures.frame([*years, *measure_evidence(
            choices, priorities_of(context.params, context.period), _with_data(context, years))])

    return measure


def _with_data(context: Context, years: Iterable[FigureRow]) -> set[str]:
    """The priorities of which an indicator of the data set has a figure for the whole year."""
    priority = {one.id: one.priority for one in register_of(context)}
    return {priority[row["row"]] for row in years if row["table"] == INDICATORS
            and row["column"] == context.period.label and not row["state"]}


def years_of(period: ReportingPeriod) -> tuple[ReportingPeriod, ReportingPeriod]:
    """The year before, and the year of the report."""
    return period.previous, period


def register_of(context: Context) -> list[Indicator]:
    """The indicators as they were defined in the report's year."""
    return indicators_for(read_indicators(context.params / "indicators.csv"), context.period)


def assess_years(context: Context, shown: Shown, register: Iterable[Indicator]
                 ) -> list[Assessment]:
    """How each indicator of the data set rates over the year; none without a data set."""
    years = years_of(context.period)
    held = [one for one in register if shown.has(INDICATORS, one.id, context.period.label)]
    return assess(shown, held, years, context.settings.thresholds)


def measure_years(context: Context) -> list[FigureRow]:
    """Work out every indicator for the year and the year before; none without a data set."""
    quarter = context.period.split(3)[-1]
    checked = read_for_quarter(DATA_SET, context, quarter)
    if checked is None:
        return []
    sent = sent_last(checked.frame.sort_values("submitted_on", kind="stable"))
    residents = known_populations(context, context.settings.area)
    measures = mapping.read_measures(context.params / mapping.FILE)
    rows = []
    for one in register_of(context):
        is_rate = one.quantity in measures and measures[one.quantity].unit is Unit.RATE
        for year in years_of(context.period):
            whole = _of_year(one, year, sent, residents, context.settings.first_cycle)
            rows += [whole, *_quarters_of(one, year, sent, residents, whole)]
            people = residents.get(year.year_start)
            if is_rate and one.unit is Unit.COUNT and not whole["state"] and people:
                rows.append(figures.rate(
                    places.RATES, one.id, whole["actual"], people, year.label,
                    describes=one.describes, same_as=(INDICATORS, one.id, year.label)))
    return rows


def measure_evidence(choices: Iterable[Choice], priorities: Iterable[str],
                     with_data: Collection[str] = ()) -> list[FigureRow]:
    """Count the blocks that were chosen as evidence, by priority and kind, and those of impact.

    A priority *with_data* has full-year figures of the data set: they are one piece of evidence.
    """
    found = Counter((one.priority, one.evidence) for one in choices)
    found.update((one, Evidence.DATA) for one in with_data)
    impact = Counter(one.priority for one in choices if one.shows_impact)
    rows = []
    for priority in priorities:
        line = {kind.value.capitalize(): found[priority, kind] for kind in Evidence}
        line[places.IMPACT] = impact[priority]
        line[places.DOTS] = sum(line.values())  # what a reader can count in the picture
        rows += [figures.count(places.EVIDENCE, priority, number, column,
                               describes=figures.PUBLISHED) for column, number in line.items()]
    return rows


def list_facts(context: Context) -> list[Fact]:
    """Whether a figure of the data set is invented."""
    checked = read_for_quarter(DATA_SET, context, context.period.split(3)[-1])
    sources = set() if checked is None else {*checked.frame["source"]}
    return [Fact(places.SAMPLE, any(str(one).startswith(ILLUSTRATIVE) for one in sources),
                 AUDIENCES)]


def _of_year(one: Indicator, year: ReportingPeriod, sent: By, residents: dict[int, int],
             first: ReportingPeriod | None) -> FigureRow:
    """The figure of a year; that of its last quarter has the name it has in the data set."""
    found = figure_of(INDICATORS, one, year, over_year(one, year, sent, first), residents)
    if is_of_last_quarter(one):
        found["quantity"] = f"{one.quantity}, {year.split(3)[-1].label}"
    return found


def _quarters_of(one: Indicator, year: ReportingPeriod, sent: By, residents: dict[int, int],
                 whole: FigureRow) -> Iterator[FigureRow]:
    """The quarters that a year's figure is the sum of; none if it has no value."""
    if whole["state"] or is_of_last_quarter(one):
        return
    for quarter in year.split(3):
        figure = figure_of(places.PARTS, one, quarter, of_quarter(one, quarter, sent), residents)
        yield {**figure, "readers": figures.NOBODY,
               "part_of": ((INDICATORS, one.id, year.label),)}
