"""Quarters that make something longer: rolling years, and the halves or years of other papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attacker.definitions import Definitions
from attacker.finished import Figure, Place
from attacker.lines import Line, Term
from attacker.periods import year_and_quarter

QUARTERS = 4
SPANS = {"half": {"H1": (1, 2), "H2": (3, 4)}, "year": {"": (1, 2, 3, 4)}}


def series_lines(figures: Mapping[Place, Figure], own: Definitions) -> Iterator[Line]:
    """The lines of the report's rolling indicators, and of those that other papers have too."""
    for indicator in own.rolling:
        yield from _rolling(indicator, sorted(_quarters(figures, indicator).values()), figures)
    for indicator, span in own.adds.items():
        yield from _longer(indicator, SPANS[span], _quarters(figures, indicator))


def _quarters(figures: Mapping[Place, Figure], indicator: str) -> dict[tuple[str, int], Place]:
    return {year_and_quarter(place[2]): place for place in figures
            if place[:2] == ("indicators", indicator)}


def _rolling(indicator: str, places: Sequence[Place], figures: Mapping[Place, Figure]
             ) -> Iterator[Line]:
    """A rolling year is the sum of its quarters; no paper prints them."""
    for place in places:
        year, quarter = year_and_quarter(place[2])
        parts = [_back(year, quarter, back) for back in range(QUARTERS)]
        yield Line((Term(1, place), *(Term(-1, (f"~{indicator} in {one}",)) for one in parts)), 0,
                   "=", True, f"{indicator} is of four quarters")


def _back(year: str, quarter: int, back: int) -> str:
    number = int(year[:4]) * QUARTERS + quarter - 1 - back
    start, quarter = divmod(number, QUARTERS)
    return f"{start}-{(start + 1) % 100:02} Q{quarter + 1}"


def _longer(indicator: str, spans: Mapping[str, tuple[int, ...]],
            quarters: Mapping[tuple[str, int], Place]) -> Iterator[Line]:
    for year in {year for year, _ in quarters}:
        for name, parts in spans.items():
            places = [quarters.get((year, part)) for part in parts]
            period = f"{year} {name}".strip()
            if all(places):
                for is_whole in (False, True):
                    what = f"~:{'whole of ' if is_whole else ''}{indicator} in {period}"
                    yield Line((*(Term(1, one, is_whole=is_whole) for one in places),
                                Term(-1, (what,))), 0, "=", True, f"{indicator} adds to {period}")
