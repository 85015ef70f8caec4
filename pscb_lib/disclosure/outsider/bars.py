"""Find bars drawn for hidden figures, by the labels of their rows and the scale of other bars.

The length of one bar gives its count by the scale of the others, to many decimals, so a hidden
figure must have no bar.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pscb_lib.disclosure.outsider.finished_html import SVG
from pscb_lib.disclosure.outsider.found import Drawing
from pscb_lib.disclosure.outsider.known import Known, Paper
from pscb_lib.disclosure.outsider.shapes import Point, series_points, shapes

NEAR = 0.01  # points; a bar no longer than that is not drawn
SHAPE = "0 0 10 10"  # the box of a rating's shape
ALIKE = 0.01  # as a share; scales that differ by no more are the same


def drawn_bars(drawings: Sequence[Drawing], paper: Paper) -> Iterator[tuple[Drawing, Known]]:
    """The hidden figures that have a bar in the *drawings* of one table, with the drawing.

    A label may head rows of several tables of figures. The bars belong to the table whose shown
    figures are proportional to their lengths; a bar that a shown figure explains is left out.
    """
    lengths: dict[str, tuple[Drawing, float]] = {}
    for drawing in drawings:
        if drawing.svg.get("viewbox") == SHAPE or drawing.labels and series_points(drawing.svg):
            continue  # the shape of a rating; the usual range behind a series
        found = ({label: _length(_bars(drawing.svg)) for label in drawing.labels}
                 or _lengths_by_label(drawing.svg))
        lengths |= {label: (drawing, length) for label, length in found.items() if length > NEAR}
    tables = paper.tables_with([label] for label in lengths)
    columns: dict[tuple[str, str], dict[str, Known]] = defaultdict(dict)
    for label in lengths:
        for figure in paper.headed([label], tables):
            columns[figure.place[0], figure.place[2]][label] = figure
    for label, (drawing, _) in lengths.items():
        own = [column for column in columns.values() if label in column]
        fitting = [column for column in own if _fits(column, lengths)]
        explained = any(not column[label].is_hidden for column in fitting or own)
        hidden = next((column[label] for column in fitting or own if column[label].is_hidden), None)
        if hidden and not explained:
            yield drawing, hidden


def _fits(column: Mapping[str, Known], lengths: Mapping[str, tuple[Drawing, float]]) -> bool:
    """Whether the bars of a column are proportional to its shown figures, at least two sizes."""
    shown = [(label, float(figure.actual)) for label, figure in column.items()
             if not figure.is_hidden and figure.actual]
    scales = [lengths[label][1] / actual for label, actual in shown]
    return len({actual for _, actual in shown}) > 1 and (
        max(scales) - min(scales) <= ALIKE * max(scales))


def _length(bars: Sequence[list[Point]]) -> float:
    return max((max(x for x, _ in bar) - min(x for x, _ in bar) for bar in bars), default=0.0)


def _bars(svg: Any) -> list[list[Point]]:
    """The corners of each filled shape with straight sides."""
    return [one.points for one in shapes(svg) if one.points and one.is_closed
            and not one.is_curved and "fill: none" not in one.style]


def _lengths_by_label(svg: Any) -> dict[str, float]:
    """The length of the bar beside each label of the chart's axis."""
    bars, found = _bars(svg), {}
    for text in svg.iter("text", f"{SVG}text"):
        if not any(letter.isalpha() for letter in text.text or ""):
            continue  # a value, which may stand beside the bars of others
        y = float(text.get("y", "nan")) - 3  # from the label's foot to its middle
        found[text.text or ""] = _length([bar for bar in bars if min(up for _, up in bar) < y
                                          < max(up for _, up in bar)])
    return found
