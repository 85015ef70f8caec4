"""The scale of a chart: labels at equal round steps, placed at equal distances in a line.

Such labels are of an axis, and are no figures. A label that does not fit in is one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Any

from lxml import etree

NUMBER = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)\s?(%?)")
FEWEST = 3  # labels of a scale
NEAR = 0.6  # points between labels that are in one line, and between a label and its place
ROUND = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5))  # steps, times a power of ten


@dataclass(frozen=True)
class Text:
    """A text of a picture, and where it stands."""

    text: str
    x: float
    y: float

    @property
    def number(self) -> Fraction | None:
        """The number that is all of the text; None if it says something else."""
        found = NUMBER.fullmatch(self.text)
        return Fraction(found[1].replace(",", "")) if found else None

    @property
    def sign(self) -> str:
        """The sign after the number."""
        found = NUMBER.fullmatch(self.text)
        return found[2] if found else ""


def texts_of(svg: Any) -> list[Text]:
    """The texts of a picture, whatever their own elements are."""
    found = []
    for one in svg.iter(etree.Element):
        if one.tag.rpartition("}")[2] == "text":
            words = " ".join("".join(one.itertext()).split())
            x, y = (float(one.get(name, "nan")) for name in ("x", "y"))
            found.append(Text(words, x, y))
    return found


def without_scales(texts: Sequence[Text]) -> list[Text]:
    """The texts that are not of a scale, upright or level."""
    numbers = [one for one in texts if one.number is not None]
    on_scales = {one for line in _lines(numbers) for one in _scale(line)}
    return [one for one in texts if one not in on_scales]


def _lines(texts: Sequence[Text]) -> Iterator[list[tuple[float, Text]]]:
    """The texts with one sign that stand in one line, each with its place along it."""
    for across in (True, False):
        lines: dict[tuple[int, str], list[tuple[float, Text]]] = defaultdict(list)
        for one in texts:
            place, along = (one.x, one.y) if across else (one.y, one.x)
            if place == place and along == along:
                lines[round(place / NEAR), one.sign].append((along, one))
        yield from (line for line in lines.values() if len(line) >= FEWEST)


def _scale(line: Sequence[tuple[float, Text]]) -> list[Text]:
    """The largest part of a line of labels that is a scale; empty if none is."""
    tried = (_on(line, *pair) for pair in combinations(line, 2))
    return max((found for found in tried if _is_scale(found)), key=len, default=[])


def _on(line: Sequence[tuple[float, Text]], first: tuple[float, Text], other: tuple[float, Text]
        ) -> list[Text]:
    """The labels that stand where the scale of two of them says, in order of their numbers."""
    (start, low), (end, high) = first, other
    by = _value(high) - _value(low)
    if by == 0 or abs(end - start) < NEAR:
        return []
    found = [one for along, one in line if abs(
        start + float((_value(one) - _value(low)) / by) * (end - start) - along) < NEAR]
    return sorted(found, key=_value)


def _is_scale(labels: Sequence[Text]) -> bool:
    steps = {_value(after) - _value(before) for before, after in pairwise(labels)}
    return len(labels) >= FEWEST and len(steps) == 1 and _is_round(steps.pop())


def _is_round(step: Fraction) -> bool:
    """Whether a step is 1, 2, 2.5 or 5, or any of these times a power of ten."""
    while step >= 10:
        step /= 10
    while 0 < step < 1:
        step *= 10
    return step in ROUND


def _value(one: Text) -> Fraction:
    return one.number or Fraction(0)
