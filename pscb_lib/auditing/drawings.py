"""Pictures drawn from what is hidden: a line with too many points, a bar where there is no figure.

The paths of an SVG hold numbers to six decimals: the height of one bar gives its count by the
scale of the others. So for a hidden figure there must be no bar at all, and a line may have no
more points than its row has figures shown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from pscb_lib.auditing.finished import Drawing, Finished
from pscb_lib.auditing.finished_html import SVG
from pscb_lib.auditing.known import Known, Paper
from pscb_lib.auditing.leak import Leak, label_of

POINT = re.compile(r"[ML] (-?[\d.]+) (-?[\d.]+)")
REMEDY = "draw it from what disclosure.show returns"
NEAR = 0.01  # points of a picture; less is no length
Point = tuple[float, float]


def find_drawn(found: Finished, paper: Paper) -> list[Leak]:
    """Every hidden figure of *paper* that a picture draws."""
    of_tables = defaultdict(list)
    for drawing in found.drawings:
        of_tables[drawing.file, drawing.table, drawing.group].append(drawing)
    leaks = set()
    for drawings in of_tables.values():
        tables = paper.tables_with(drawing.labels for drawing in drawings)
        for drawing in drawings:
            leaks.update(_of_row(drawing, paper.headed(drawing.labels, tables))
                         if drawing.labels else _of_chart(drawing, paper))
    return sorted(leaks)


def _of_row(drawing: Drawing, figures: Sequence[Known]) -> Iterator[Leak]:
    yield from _of_line(drawing, figures)
    if figures and all(one.is_hidden for one in figures):
        yield from _bar_leaks(drawing, figures[0], _bars(drawing.svg))


def _of_chart(drawing: Drawing, paper: Paper) -> Iterator[Leak]:
    by_label = _bars_by_label(drawing.svg)
    tables = paper.tables_with([label] for label in by_label)
    for label, bars in by_label.items():
        figures = paper.headed([label], tables)
        if figures and all(one.is_hidden for one in figures):
            yield from _bar_leaks(drawing, figures[0], bars)


def _bar_leaks(drawing: Drawing, figure: Known, bars: Sequence[list[Point]]) -> Iterator[Leak]:
    if any(max(x for x, _ in bar) - min(x for x, _ in bar) > NEAR for bar in bars):
        yield Leak(drawing.file, f"picture of {drawing.table}", label_of(figure),
                   "a bar is drawn for a hidden figure", REMEDY)


def _of_line(drawing: Drawing, figures: Sequence[Known]) -> Iterator[Leak]:
    hidden = [one for one in figures if one.is_hidden]
    if not hidden:
        return
    tables = {one.place[0] for one in figures}
    most = max(sum(one.place[0] == table and not one.is_hidden and one.actual is not None
                   for one in figures) for table in tables)
    points = sum(len(line) for line in _lines(drawing.svg))
    if points > most:
        yield Leak(drawing.file, f"picture of {drawing.table}", label_of(hidden[0]),
                   f"a line has {points} points where {most} figures are shown",
                   REMEDY)


def _lines(svg: Any) -> list[list[Point]]:
    """The points of each solid line without an area: targets are dashed, axes boxes closed."""
    paths = ((path.get("d", ""), path.get("style", "")) for path in _paths(svg))
    return [_points(data) for data, style in paths
            if "stroke:" in style and "fill: none" in style and "dasharray" not in style
            and "z" not in data]


def _bars(svg: Any) -> list[list[Point]]:
    """The corners of each filled shape with straight sides."""
    paths = ((path.get("d", ""), path.get("style", "")) for path in _paths(svg))
    return [_points(data) for data, style in paths
            if "fill: none" not in style and "z" in data and "C" not in data and _points(data)]


def _bars_by_label(svg: Any) -> dict[str, list[list[Point]]]:
    """The bars beside each label of the chart's axis: those that its middle line crosses."""
    found = {}
    for text in svg.iter("text", f"{SVG}text"):
        y = float(text.get("y", "nan")) - 3  # a label's foot lies below its middle
        found[text.text or ""] = [bar for bar in _bars(svg)
                                  if min(up for _, up in bar) < y < max(up for _, up in bar)]
    return found


def _paths(svg: Any) -> Iterator[Any]:
    for path in svg.iter("path", f"{SVG}path"):
        if path.getparent().tag.rpartition("}")[2] not in ("defs", "clippath", "clipPath"):
            yield path


def _points(data: str) -> list[Point]:
    return [(float(x), float(y)) for x, y in POINT.findall(data)]
