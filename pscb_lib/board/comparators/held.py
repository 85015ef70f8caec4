"""The published figures that a board has: its own file's, and those that come with the suite.

A row of ``params/benchmarks.csv`` takes the place of the suite's figure of the same indicator,
area, year and release.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pscb_lib.board.comparators.mapping import Measure
from pscb_lib.board.comparators.neighbours import NeighbourSet
from pscb_lib.board.comparators.register import ENGLAND, FILE, Benchmark, read_benchmarks
from pscb_lib.board.published.figures import published_benchmarks


def held_benchmarks(params: Path, measures: Mapping[str, Measure], areas: Iterable[str]
                    ) -> list[Benchmark]:
    """The figures of *areas* in every release. Raises InputError at the first row that is wrong."""
    wanted = [*dict.fromkeys(areas)]
    own = [one for one in read_benchmarks(params / FILE) if one.area in wanted]
    places = {(*one.place, one.released_on) for one in own}
    return [*own, *(one for one in published_benchmarks(measures.values(), wanted)
                    if (*one.place, one.released_on) not in places)]


def areas_of(area: str, region: str, sets: Iterable[NeighbourSet]) -> list[str]:
    """The areas that an authority is compared with, itself first."""
    return [area, region, ENGLAND, *(member for one in sets for member in one.members)]
