"""Find pictures drawn from hidden figures: a line with too many points, or a bar.

The paths of an SVG hold numbers to six decimals, even if the text beside it hides them. A line
may have no more points than its row has shown figures. For bars see :mod:`.bars`, for lengths
without a label :mod:`.lengths`, for numbers :mod:`.inscribed`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pscb_lib.disclosure.outsider.bars import drawn_bars
from pscb_lib.disclosure.outsider.found import Drawing, Finished
from pscb_lib.disclosure.outsider.inscribed import inscribed, overdrawn
from pscb_lib.disclosure.outsider.known import Known, Paper
from pscb_lib.disclosure.outsider.leak import Leak, label_of
from pscb_lib.disclosure.outsider.lengths import dotted, drawn_lengths
from pscb_lib.disclosure.outsider.others import is_of_others
from pscb_lib.disclosure.outsider.shapes import series_points

REMEDY = "draw it from what disclosure.show returns"
FINDERS = {"a length is drawn": drawn_lengths, "dots are drawn": dotted,
           "a number is written": inscribed, "a point of a line is drawn": overdrawn}


def find_drawn(found: Finished, paper: Paper) -> list[Leak]:
    """Find the hidden figures of *paper* that a picture draws."""
    of_tables = defaultdict(list)
    for drawing in found.drawings:
        of_tables[drawing.file, drawing.table, drawing.group].append(drawing)
    leaks = set()
    for drawings in of_tables.values():
        for drawing, figure in drawn_bars(drawings, paper):
            leaks.add(Leak(drawing.file, f"picture of {drawing.table}", label_of(figure),
                           "a bar is drawn for a hidden figure", REMEDY))
        tables = paper.tables_with(drawing.labels for drawing in drawings)
        for drawing in drawings:
            leaks.update(_of_line(drawing, paper.headed(drawing.labels, tables)))
    for drawing in found.drawings:
        if not drawing.labels and not is_of_others(drawing.table):
            leaks.update(_of_chart(drawing, paper))
    return sorted(leaks)


def _of_chart(drawing: Drawing, paper: Paper) -> Iterator[Leak]:
    """The hidden figures that a chart of its own draws, whatever its kind."""
    for what, find in FINDERS.items():
        for figure in find(drawing.svg, paper):
            yield Leak(drawing.file, f"picture of {drawing.table}", label_of(figure),
                       f"{what} for a hidden figure", REMEDY)


def _of_line(drawing: Drawing, figures: Sequence[Known]) -> Iterator[Leak]:
    hidden = [one for one in figures if one.is_hidden]
    if not hidden:
        return
    tables = {one.place[0] for one in figures}
    most = max(sum(one.place[0] == table and not one.is_hidden and one.actual is not None
                   for one in figures) for table in tables)
    points = series_points(drawing.svg)
    if points > most:
        yield Leak(drawing.file, f"picture of {drawing.table}", label_of(hidden[0]),
                   f"a line has {points} points where {most} figures are shown",
                   REMEDY)
