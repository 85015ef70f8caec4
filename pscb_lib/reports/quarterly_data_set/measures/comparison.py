"""Comparison with others: a year's figures of England, the region and the statistical neighbours.

Only like is compared with like: the authority's own figure is for the same year and from the same
release as the others'. The Board's quarterly figures are not part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from pscb_lib.board.comparators import mapping, neighbours
from pscb_lib.board.comparators.held import areas_of, held_benchmarks
from pscb_lib.board.comparators.mapping import Measure
from pscb_lib.board.comparators.neighbours import NeighbourSet, choose_set
from pscb_lib.board.comparators.register import Benchmark, Printed, known_benchmarks
from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Indicator
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Polarity
from pscb_lib.framework.statistics.benchmarks import band, median, rank


@dataclass(frozen=True)
class Comparison:
    """An authority among others in one year, as one release prints it.

    ``figures`` are the values printed, by area. ``median`` is the neighbours'. ``rank`` (1 is the
    highest) and ``band`` (A is the best quarter) are the authority's among itself and its
    neighbours; ``ranked`` is how many of these have a figure. A value that is not known is None;
    without a set of neighbours that was known on the day there is none of these.
    """

    measure: Measure
    area: str
    region: str
    year: ReportingPeriod
    figures: dict[str, Printed]
    neighbours: NeighbourSet | None
    median: Fraction | None
    rank: int | None
    ranked: int
    band: str | None
    first_released_on: date
    released_on: date
    is_later_edition: bool


def measure_comparisons(context: Context, indicators: Iterable[Indicator]
                        ) -> dict[str, Comparison]:
    """Compare every indicator that has a published measure, by its id.

    If the setting ``later_editions`` allows it, a year that was published by the report's day may
    be taken from a later release; the comparison then says so (``is_later_edition``).
    """
    settings = context.settings
    sets = neighbours.held_neighbours(context.params / neighbours.FILE, settings.area)
    measures = mapping.read_measures(context.params / mapping.FILE)
    held = held_benchmarks(context.params, measures,
                           areas_of(settings.area, settings.region, sets))
    known = known_benchmarks(held, context.as_of, settings.later_editions)
    found = {one.id: compare(measures[one.quantity], one.polarity, known, sets, context)
             for one in indicators if one.quantity in measures}
    return {name: one for name, one in found.items() if one}


def list_later(context: Context, indicators: Iterable[Indicator], found: Mapping[str, Comparison]
               ) -> dict[str, Comparison]:
    """What could be compared if the setting ``later_editions`` allowed it.

    Empty where it does, or where something is *found* without it.
    """
    if found or context.settings.later_editions:
        return {}
    settings = replace(context.settings, later_editions=True)
    return measure_comparisons(replace(context, settings=settings), indicators)


def compare(measure: Measure, polarity: Polarity, known: Iterable[Benchmark],
            sets: Sequence[NeighbourSet], context: Context) -> Comparison | None:
    """Compare one indicator in the authority's latest known year. Returns None if there is none.

    Of several releases the latest *known* is taken, for all areas alike.
    """
    area, region = context.settings.area, context.settings.region
    rows = [one for one in known
            if one.indicator == measure.indicator and one.year <= context.period.year]
    latest = max((one for one in rows if one.area == area), default=None,
                 key=lambda one: (one.year, one.released_on))
    if latest is None:
        return None
    same = {one.area: one for one in rows
            if (one.year, one.released_on) == (latest.year, latest.released_on)}
    numbers = {name: one.number for name, one in same.items() if one.number is not None}
    chosen = choose_set(sets, area, latest.year, numbers, context.as_of)
    others = [numbers.get(name) for name in (chosen.members if chosen else ())]
    ranked = [number for number in (latest.number, *others) if number is not None]
    own = latest.number if chosen is not None else None
    return Comparison(
        measure, area, region, latest.year, {name: one.value for name, one in same.items()},
        chosen, median(others), None if own is None else rank(own, ranked), len(ranked),
        None if own is None else band(own, ranked, polarity),
        latest.first_released_on, latest.released_on, latest.released_on > context.as_of)
