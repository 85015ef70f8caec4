"""Find hidden figures that a chart writes, and lines with more points than figures are shown.

In a picture a label and its number are texts of their own. So every number that is of no scale is
taken for a figure that the picture or its alternative text names, unless a shown one explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pscb_lib.disclosure.outsider.known import Known, Paper
from pscb_lib.disclosure.outsider.numbers import (
    BLANK,
    RANGE,
    Number,
    labels_in,
    numbers_in,
    plain,
)
from pscb_lib.disclosure.outsider.scales import texts_of, without_scales
from pscb_lib.disclosure.outsider.shapes import line_points


def inscribed(svg: Any, paper: Paper) -> Iterator[Known]:
    """The hidden figures that a chart writes as a number."""
    named = named_in(svg, paper)
    hidden = [one for one in named if one.is_hidden]
    if not hidden:
        return
    tables = {one.place[0] for one in named}
    shown = [one for one in paper.shown if one.place[0] in tables]
    for number in _numbers(svg, paper):
        revealed = next((one for one in hidden if one.is_revealed_by(number)), None)
        if revealed and not any(one.is_revealed_by(number) for one in shown):
            yield revealed


def overdrawn(svg: Any, paper: Paper) -> Iterator[Known]:
    """The hidden figures of a chart of one row whose lines have a point for each of them too."""
    named = named_in(svg, paper)
    hidden = [one for one in named if one.is_hidden]
    if len({one.place[1] for one in named}) != 1 or not hidden:
        return
    most = max(_shown_in(named, table) for table in {one.place[0] for one in named})
    if line_points(svg) > most:
        yield hidden[0]


def named_in(svg: Any, paper: Paper) -> list[Known]:
    """The figures of the rows that a picture names, in its texts or its alternative text."""
    said = [svg.get("aria-label") or "", *(one.text for one in texts_of(svg))]
    labels = {found[0].lower() for text in said if paper.labels
              for found in labels_in(paper.labels).finditer(plain(text))}
    return [figure for label in sorted(labels) for figure in paper.by_word.get(label, ())]


def _numbers(svg: Any, paper: Paper) -> Iterator[Number]:
    for one in without_scales(texts_of(svg)):
        text = RANGE.sub(lambda found: BLANK * len(found[0]), plain(one.text))
        yield from numbers_in(text, paper.labels)


def _shown_in(figures: Sequence[Known], table: str) -> int:
    return sum(one.place[0] == table and not one.is_hidden and one.actual is not None
               for one in figures)
