"""The lines of a dot strip: the figures of an authority and of others, and where they are.

Rates are drawn in per cent of England's, percentages in points from England, higher ones to the
right: the words say which are better.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from statistics import quantiles

from pscb_lib.disclosure.showing import rounded

FEWEST = 4  # neighbours that have a middle half
Figure = tuple[float, str]  # a value and as it is printed


class Measure(Enum):
    """What is drawn of a figure."""

    SHARE = "per cent of England's figure"
    POINTS = "percentage points from England"

    def of(self, value: float, england: float) -> float:
        """Where a figure is on the scale, as far as it is from England's."""
        return 100 * value / england if self is Measure.SHARE else value - england

    @property
    def middle(self) -> float:
        """Where England is."""
        return 100 if self is Measure.SHARE else 0

    def words(self, tick: float) -> str:
        """The label of a tick: 150%, +10."""
        return f"{tick:g}%" if self is Measure.SHARE else f"{tick:+g}".replace("-", "−") or "0"


@dataclass(frozen=True)
class Line:
    """One indicator: the authority's figure, those of its neighbours, and England's.

    Lines of one ``group`` stand under its name, where a picture has several groups.
    """

    title: str
    own: Figure | None
    others: Sequence[Figure]
    england: Figure | None
    region: Figure | None = None
    is_reversed: bool = False
    region_name: str = "Region"
    is_neutral: bool = False
    group: str = ""

    @property
    def figures(self) -> list[Figure]:
        """The figures of everybody."""
        return [*self.others, *filter(None, (self.own, self.england, self.region))]

    @property
    def is_drawn(self) -> bool:
        """Whether it has a place on the scale: England's figure, and another."""
        return bool(self.england and self.england[0]) and len(self.figures) > 1

    @property
    def middle(self) -> tuple[float, float] | None:
        """The ends of the middle half of the neighbours."""
        if len(self.others) < FEWEST:
            return None
        low, _, high = quantiles((value for value, _ in self.others), method="inclusive")
        return low, high

    def place(self, value: float, measure: Measure) -> float:
        """Where a figure is on the scale."""
        assert self.england
        return measure.of(value, self.england[0])

    def apart(self, measure: Measure) -> float:
        """How far the authority is from England; 0 if it has no figure."""
        if not (self.own and self.is_drawn):
            return 0
        return self.place(self.own[0], measure) - measure.middle


def describe_line(line: Line, measure: Measure) -> str:
    """One line in words, as it is drawn: how far it is from England's; the range of neighbours."""
    said = [f"{line.title} {say_apart(line, measure) if line.own else 'not shown'}"]
    if line.others:
        places = [line.place(value, measure) - measure.middle for value, _ in line.others]
        low, high = (_say(Fraction(end(places)), measure, line) for end in (min, max))
        said.append(f"neighbours {low} to {high}")
    return ", ".join(said)


def describe_lines(lines: Sequence[Line], measure: Measure) -> str:
    """The lines in words, each by its name."""
    return "; ".join(describe_line(line, measure) for line in lines)


def say_apart(line: Line, measure: Measure) -> str:
    """How far the authority is from England: 20.7 points better, 93% below, the same."""
    if line.own and line.england and line.own[1] == line.england[1]:
        return "the same"
    return _say(Fraction(line.apart(measure)), measure, line)


def _say(apart: Fraction, measure: Measure, line: Line) -> str:
    if measure is Measure.SHARE:
        return f"{rounded(abs(apart), 0)}% {'above' if apart > 0 else 'below'}"
    more, less = ("above", "below") if line.is_neutral else (
        ("worse", "better") if line.is_reversed else ("better", "worse"))
    return f"{rounded(abs(apart))} points {more if apart > 0 else less}"


def farthest(lines: Iterable[Line], measure: Measure) -> Line | None:
    """The line whose authority is farthest from England, by ratio where shares are drawn."""
    known = [line for line in lines if line.own and line.is_drawn and line.apart(measure)]
    return max(known, key=lambda line: _distance(line, measure), default=None)


def _distance(line: Line, measure: Measure) -> float:
    assert line.own and line.england
    if measure is Measure.POINTS:
        return abs(line.apart(measure))
    ratio = line.own[0] / line.england[0]
    return max(ratio, 1 / ratio) if ratio else float("inf")
