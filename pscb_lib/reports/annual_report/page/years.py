"""The year in figures: five years of six indicators with England, and the year against target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from pscb_lib.board.comparators import mapping
from pscb_lib.board.comparators.held import held_benchmarks
from pscb_lib.board.comparators.register import ENGLAND, Benchmark, known_benchmarks
from pscb_lib.board.context import Context
from pscb_lib.board.indicators import INDICATORS, Indicator, Unit, by_role
from pscb_lib.disclosure.showing import Shown, ShownFigure
from pscb_lib.framework.english import capital, part_of, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Rag
from pscb_lib.page import blocks
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Chart, Column, Data, Group, Prose, Several, Sheet, Table
from pscb_lib.page.charts.slope import plot_slope
from pscb_lib.page.tables.counts import figure_at, figure_cell, plain_counts, plain_value
from pscb_lib.page.words.indicators import short_target
from pscb_lib.page.words.lawful import against_law, misses_target
from pscb_lib.page.words.ratings import say_thresholds
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.annual_report import places
from pscb_lib.reports.annual_report.page.first import rated_of

UNITS = {Unit.COUNT: "count", Unit.PERCENT: "percent", Unit.RATE: "rate"}
ACROSS, HIGH = 2, 44  # charts in a row, and points that one is high
SENT = ("What agencies typed into the quarterly data set, as sent last. A paper that counts "
        "records, or other months, has other figures: its heading says which months.")


def plot_years(context: Context, shown: Shown, register: Iterable[Indicator]) -> Several:
    """Up to six indicators over five years, with England as far as it is published.

    The report's own year is this Board's final return; its published figure comes in autumn.
    """
    measures = mapping.read_measures(context.params / mapping.FILE)
    known = known_benchmarks(held_benchmarks(context.params, measures, [
        context.settings.area, ENGLAND]), context.as_of, context.settings.later_editions)
    held = by_role(register)
    published = {one.indicator for one in known if one.number is not None}
    wanted = [held[role] for role in places.ROLES
              if role in held and held[role].quantity in published][:places.MOST]
    charts = [_plot(context, shown, one, measures[one.quantity], known, (number % ACROSS + 1,
                    ACROSS)) for number, one in enumerate(wanted)]
    last = max((one.year for one in known if one.year < context.period), default=None,
               key=lambda year: year.start)
    said = (f"Published figures, the newest of {last.title}; {context.period.title} is this "
            "Board's own, from the returns as sent last. Each picture has a scale of its own, so "
            "read the numbers and not the heights." if last else "No published figure is held.")
    return Several([Prose(said), *charts])


def _plot(context: Context, shown: Shown, one: Indicator, measure: mapping.Measure,
          known: Sequence[Benchmark], place: tuple[int, int]) -> Chart | Prose:
    years = [context.period.back(12 * back) for back in reversed(range(places.YEARS))]
    series = {area: {year.title: figure for year in years if (figure := _published(
        measure, known, area, year))} for area in (context.settings.area, ENGLAND)}
    own = _own(shown, one, measure, context.period)
    if own:
        series[context.settings.area][context.period.title] = own
    held = [year.title for year in years if any(year.title in line for line in series.values())]
    return plot_slope(
        {area: line for area, line in series.items() if line}, id=f"years-{one.id.lower()}",
        headline=f"{one.title}: {_say_change(series[context.settings.area])}",
        subtitle=measure.title, place=place, points=held,
        short={year.title: year.title.split()[-1] for year in years}, high=HIGH)


def _published(measure: mapping.Measure, known: Iterable[Benchmark], area: str,
               year: ReportingPeriod) -> ShownFigure | None:
    """The figure of an area in the latest release that is known."""
    found = [one for one in known if (one.indicator, one.area, one.year) == (
        measure.indicator, area, year) and one.number is not None]
    if not found:
        return None
    last = max(found, key=lambda one: one.released_on)
    return ShownFigure(Fraction(str(last.number)), None, None, UNITS[measure.unit], "", False)


def _own(shown: Shown, one: Indicator, measure: mapping.Measure, year: ReportingPeriod
         ) -> ShownFigure | None:
    """The year's own figure in the unit of the published one; None if there is none."""
    is_rate = measure.unit is Unit.RATE and one.unit is Unit.COUNT
    return figure_at(shown, places.RATES if is_rate else INDICATORS, one.id, year.label)


def _say_change(line: Mapping[str, ShownFigure]) -> str:
    """What the area's figure did since the year held before: up from 379.1 to 398.4."""
    held = [(title.split()[-1], one.text, float(one.value)) for title, one in line.items()
            if one.value is not None]
    if not held:
        return "no figure is shown"
    _, last, now = held[-1]
    if len(held) == 1:
        return f"{last}, one year held"
    year, first, before = held[-2]
    if last == first:
        return f"{last}, as in {year}"
    return f"{'up' if now > before else 'down'} from {first} to {last} since {year}"


def tabulate_year(context: Context, assessed: Sequence[Assessment]) -> Table | Prose:
    """Every indicator with a target over the whole year, by priority, beside the year before."""
    rated = [one for one in assessed if one.indicator.required is not None]
    if not rated:
        return Prose("No figure of the year is held for an indicator with a target.")
    groups: dict[str, list[Assessment]] = {}
    for one in rated:
        groups.setdefault(one.indicator.priority, []).append(one)
    before, now = rated[0].quarters
    columns = [Column("Indicator", width=3.4), Column(before.title, "end", 1.2),
               Column(now.title, "end", 1.2), Column("Target", "end"), Column("Rating", width=1.2)]
    lines = [Group(priority, [_row(one) for one in some]) for priority, some in groups.items()]
    return Table(
        "year", say_green(rated),
        columns, lines,
        Data(["id", "indicator", "priority", "before", "year", "numerator", "denominator", "target",
              "rating"], [_data(one) for one in rated]),
        note=joined(f"{SENT} {say_thresholds(context.settings.thresholds)}",
                    (against_law(rated) or "").replace("**", "")))


def say_green(held: Sequence[Assessment]) -> str:
    """How many of those rated are Green, how many of these missed the target, how many lack one."""
    rated = rated_of(held)
    green = sum(one.rating is Rag.GREEN for one in rated)
    said = (f"The one indicator rated is {'' if green else 'not '}Green" if len(rated) == 1 else
            f"{capital(part_of(green, len(rated), 'indicators rated'))} "
            f"{'is' if green == 1 else 'are'} Green")
    return (f"{said} over the year{_say_short(green, sum(map(_is_short, rated)))}; "
            f"{spell(len(held) - len(rated), 'none')} with a target not rated")


def _say_short(green: int, missed: int) -> str:
    """How many of the Greens did not meet their target in full; nothing if all did."""
    if not missed:
        return ""
    if missed == green:
        return f", though {'it did not meet its' if green == 1 else 'none of these met its'} target"
    whose = "its target" if missed == 1 else "their targets"
    return f", though {spell(missed)} of these did not meet {whose}"


def _is_short(one: Assessment) -> bool:
    """Whether an indicator is Green and did not meet its target in full."""
    return one.rating is Rag.GREEN and misses_target(one)


def list_year(assessed: Sequence[Assessment]) -> Sheet:
    """Every indicator over the year, those without a target too, for the spreadsheet alone."""
    return Sheet("whole_year", "All indicators over the year", Data(
        ["id", "indicator", "priority", "before", "year", "numerator", "denominator"],
        [_data(one)[:7] for one in assessed]))


def _row(one: Assessment) -> list[Any]:
    before, now = one.points
    return [blocks.cell(one.indicator.title), blocks.cell(before.text), figure_cell(now),
            blocks.cell(short_target(one.indicator)),
            blocks.rating(one.rating, "target missed" if _is_short(one) else None)]


def _data(one: Assessment) -> list[Any]:
    before, now = one.points
    return [one.indicator.id, one.indicator.title, one.indicator.priority, plain_value(before),
            plain_value(now), *plain_counts(now), short_target(one.indicator),
            one.rating.value]
