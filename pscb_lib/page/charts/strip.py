"""The dot strip: an authority among others, a line for each indicator, each on its own scale.

The authority is a diamond, each neighbour an open dot, the middle half of the neighbours is shaded,
England is a bar, the region a short one. The ends of a line are its lowest and highest figure;
where lower is better the line runs from the highest to the lowest, so that right is better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import quantiles

from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts import vector
from pscb_lib.page.charts.measure import text_width
from pscb_lib.page.charts.theme import INCH, SMALLEST, TEXT, width_of

ROW, HEAD = 26.0, 20.0  # points: the height of a line with its title, and of the key
GUTTER = 4.0
DIAMOND, RING, BAR = 5.0, 2.6, 7.0
FEWEST = 4  # neighbours that have a middle half
Figure = tuple[float, str]  # a value and as it is printed


@dataclass(frozen=True)
class Line:
    """One indicator: the authority's figure, those of its neighbours, and England's."""

    title: str
    own: Figure | None
    others: Sequence[Figure]
    england: Figure | None
    region: Figure | None = None
    is_reversed: bool = False
    region_name: str = "Region"

    @property
    def ends(self) -> tuple[Figure, Figure] | None:
        """The figures at the left and the right end; None if there are no two."""
        drawn = sorted({*self.others, *filter(None, (self.own, self.england, self.region))})
        if len(drawn) < 2 or drawn[0][0] == drawn[-1][0]:
            return None
        return (drawn[-1], drawn[0]) if self.is_reversed else (drawn[0], drawn[-1])

    @property
    def middle(self) -> tuple[float, float] | None:
        """The ends of the middle half of the neighbours."""
        if len(self.others) < FEWEST:
            return None
        low, _, high = quantiles((value for value, _ in self.others), method="inclusive")
        return low, high


def plot_strip(lines: Sequence[Line], area: str, id: str, headline: str, data: Data,
               subtitle: str = "", place: tuple[int, int] | None = None,
               note: str | None = None) -> Chart:
    """Plot *lines* of *area* among its neighbours as a dot strip; *data* has their figures."""
    drawn = [line for line in lines if line.ends]
    width = width_of(place) * INCH
    parts = [*_key(area, drawn)]
    for number, line in enumerate(drawn):
        parts += _line(line, HEAD + number * ROW, width)
    svg = vector.picture(width, HEAD + len(drawn) * ROW, parts)
    alt = f"{headline}: {'; '.join(describe_line(line, area) for line in drawn)}."
    return Chart(id, headline, svg, alt, data, note, subtitle=subtitle, place=place)


def describe_line(line: Line, area: str) -> str:
    """One line in words: where the authority is among its neighbours, and England's figure."""
    said = [f"{line.title}, {area} {line.own[1] if line.own else 'no figure'}"]
    if line.others:
        low, high = (end(line.others)[1] for end in (min, max))
        said.append(f"neighbours {low} to {high}")
    if line.england:
        said.append(f"England {line.england[1]}")
    if line.region:
        said.append(f"{line.region_name} {line.region[1]}")
    return ", ".join(said)


def _key(area: str, lines: Sequence[Line]) -> Iterator[str]:
    """What the shapes that are drawn mean, in one line at the top."""
    has_neighbours = any(line.others for line in lines)
    marks = [(_diamond, area, True), (_ring, "a neighbour", has_neighbours),
             (_half, "middle half", any(line.others and line.middle for line in lines)),
             (_bar, "England", any(line.england for line in lines)),
             (_tick, next((line.region_name for line in lines), ""),
              any(line.region for line in lines))]
    x, y = DIAMOND, 9.0
    for draw, text in ((draw, text) for draw, text, is_drawn in marks if is_drawn):
        yield draw((x, y))
        yield vector.words(text, (x + 8, y + 2.6), SMALLEST, style.GREY)
        x += 8 + text_width(text, SMALLEST) + 10


def _line(line: Line, top: float, width: float) -> Iterator[str]:
    ends = line.ends
    if ends is None:
        return
    (first, start), (last, end) = ends
    left, right = 32.0, width - 32.0
    y, baseline = top + 17.5, top + 7.5

    def at(value: float) -> tuple[float, float]:
        return left + (value - first) / (last - first) * (right - left), y

    yield from _figures(line, baseline, width)
    yield vector.line([(left, y), (right, y)], style.HAIRLINE, 0.8)
    if line.middle:
        low, high = sorted(at(value)[0] for value in line.middle)
        yield vector.box(low, y - 5.5, max(high - low, 1), 11, style.BAND)
    yield from (_ring(at(value)) for value, _ in sorted(line.others))
    if line.region:
        yield _tick(at(line.region[0]))
    if line.england:
        yield _bar(at(line.england[0]))
    if line.own:
        yield _diamond(at(line.own[0]))
    yield vector.words(start, (left - 7, y + 2.6), SMALLEST, style.GREY, "end")
    yield vector.words(end, (right + 7, y + 2.6), SMALLEST, style.GREY)


def _figures(line: Line, baseline: float, width: float) -> Iterator[str]:
    """The title at the left, the authority's figure and England's at the right."""
    yield vector.words(line.title, (0, baseline), TEXT)
    right = width
    if line.england:
        said = f"England {line.england[1]}"
        yield vector.words(said, (right, baseline), SMALLEST, style.GREY, "end")
        right -= text_width(said, SMALLEST) + GUTTER
    own = line.own[1] if line.own else "–"
    yield vector.words(own, (right, baseline), TEXT, style.LINE, "end", style.SEMIBOLD)


def _diamond(at: vector.Point) -> str:
    x, y = at
    return vector.shape([(x - DIAMOND, y), (x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND)],
                        style.LINE, style.PAPER)


def _ring(at: vector.Point) -> str:
    return vector.ring(at, RING, style.GREY, 0.9)


def _half(at: vector.Point) -> str:
    return vector.box(at[0] - 5, at[1] - 5, 10, 10, style.BAND)


def _bar(at: vector.Point) -> str:
    return vector.box(at[0] - 0.9, at[1] - BAR, 1.8, 2 * BAR, style.INK)


def _tick(at: vector.Point) -> str:
    return vector.box(at[0] - 0.9, at[1] - BAR / 2, 1.8, BAR, style.GREY)
