"""The dot strip: an authority beside England, its region and its neighbours, all on one scale.

England is one line through all rows, the authority a diamond, its region a short bar, each
neighbour an open dot, the middle half of them shaded. Right is higher; the name of a group of lines
says whether that is better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil, floor

from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts import vector
from pscb_lib.page.charts.kept import alt_text
from pscb_lib.page.charts.measure import text_width
from pscb_lib.page.charts.strip_lines import Line, Measure, describe_lines
from pscb_lib.page.charts.theme import INCH, SMALLEST, TEXT, width_of

ROW, KEY, AXIS = 14.0, 18.0, 14.0  # points: the height of a row, of the key, and of the scale
GUTTER, COLUMN = 8.0, 54.0  # points between columns, and the width of one of figures
DIAMOND, RING, BAR = 5.0, 2.6, 14.0
MOST_TICKS = 6
ROUND = (1, 2, 5)


def plot_strip(lines: Sequence[Line], area: str, id: str, headline: str, data: Data,
               subtitle: str = "", place: tuple[int, int] | None = None,
               note: str | None = None, measure: Measure = Measure.SHARE) -> Chart:
    """Plot *lines* of *area* among others, the highest first; *data* has their figures.

    The lines of each group stand together, the groups in the order in which they are given.
    """
    groups = [*dict.fromkeys(line.group for line in lines if line.is_drawn)]
    drawn = sorted((line for line in lines if line.is_drawn),
                   key=lambda line: (groups.index(line.group), -line.apart(measure)))
    width = width_of(place) * INCH
    sheet = _Sheet(width, drawn, measure, area)
    svg = vector.picture(width, sheet.foot + 3, sheet.parts())
    said = describe_lines([line for line in drawn
                           if not headline.startswith(f"{line.title}: ")], measure)
    alt = alt_text(headline, f"{area} against England: {said}." if said else "")
    return Chart(id, headline, svg, alt, data, note, subtitle=subtitle, place=place)


@dataclass(frozen=True)
class _Sheet:
    """One picture: titles at the left, the scale, and the figures at the right."""

    width: float
    lines: Sequence[Line]
    measure: Measure
    area: str

    @property
    def top(self) -> float:
        """Where the first row begins."""
        return KEY + AXIS

    @property
    def foot(self) -> float:
        """Where the last row ends."""
        return max([y + ROW / 2 for _, y in self._rows()], default=self.top)

    def _rows(self) -> Iterator[tuple[Line, float]]:
        """Each line with the middle of its row; the first of a group is below the group's name."""
        for number, line in enumerate(self.lines):
            named = len({*self.groups[:number + 1]}) if len({*self.groups}) > 1 else 0
            yield line, self.top + (number + named + 0.5) * ROW

    @property
    def groups(self) -> list[str]:
        """The group of each line."""
        return [line.group for line in self.lines]

    def parts(self) -> Iterator[str]:
        low, high, step = self._scale()
        left = max((text_width(line.title, TEXT) for line in self.lines), default=0) + 2 * GUTTER
        right = self._columns()[0] - COLUMN - GUTTER
        def at(value: float) -> float:
            return left + (value - low) / (high - low) * (right - left)

        yield from self._key()
        for number in range(round((high - low) / step) + 1):
            tick = low + number * step
            is_england = tick == self.measure.middle
            colour, wide = (style.INK, 1.4) if is_england else (style.HAIRLINE, 0.6)
            yield vector.line([(at(tick), self.top), (at(tick), self.foot)], colour, wide)
            words = "England" if is_england else self.measure.words(tick)
            yield vector.words(words, (at(tick), self.top - 4), SMALLEST,
                               style.INK if is_england else style.GREY, "middle")
        yield from self._heads(self.top - 4)
        named: set[str] = set() if len({*self.groups}) > 1 else {*self.groups}
        for line, y in self._rows():
            if line.group not in named:
                yield vector.words(line.group, (0, y - ROW + 3), TEXT, style.GREY)
            named.add(line.group)
            yield from self._line(line, y, at)

    def _scale(self) -> tuple[float, float, float]:
        """The ends of the scale and its step, so that England is at a tick."""
        middle = self.measure.middle
        apart = [line.place(value, self.measure) - middle
                 for line in self.lines for value, _ in line.figures] or [0.0]
        low, high = min(*apart, 0.0), max(*apart, 0.0)
        steps = (factor * 10.0**power for power in count(0) for factor in ROUND)
        step = next(one for one in steps
                    if ceil(high / one) - floor(low / one) < MOST_TICKS)
        return (middle + min(floor(low / step), -1) * step,
                middle + max(ceil(high / step), 1) * step, step)

    def _key(self) -> Iterator[str]:
        """What the shapes that are drawn mean, in one line at the top."""
        marks = [(_diamond, self.area, True),
                 (_ring, "a neighbour", any(line.others for line in self.lines)),
                 (_half, "middle half", any(line.middle for line in self.lines)),
                 (_tick, self._region, any(line.region for line in self.lines))]
        x, y = DIAMOND, 7.0
        for draw, text in ((draw, text) for draw, text, is_drawn in marks if is_drawn):
            yield draw((x, y))
            yield vector.words(text, (x + 8, y + 2.6), SMALLEST, style.GREY)
            x += 8 + text_width(text, SMALLEST) + 10

    def _columns(self) -> list[float]:
        last = max(COLUMN, text_width(self._region, SMALLEST) + 2 * GUTTER)
        return [self.width - last - COLUMN, self.width - last, self.width]

    @property
    def _region(self) -> str:
        return next((line.region_name for line in self.lines), "")

    def _heads(self, baseline: float) -> Iterator[str]:
        for x, words in zip(self._columns(), (self.area, "England", self._region), strict=True):
            yield vector.words(words, (x, baseline), SMALLEST, style.GREY, "end")

    def _line(self, line: Line, y: float, at) -> Iterator[str]:
        yield vector.words(line.title, (0, y + 3), TEXT)
        places = [(at(line.place(value, self.measure)), y) for value, _ in line.figures]
        yield vector.line([(min(x for x, _ in places), y), (max(x for x, _ in places), y)],
                          style.SOFT, 1)
        if line.middle:
            low, high = sorted(at(line.place(value, self.measure)) for value in line.middle)
            yield vector.box(low, y - 5, max(high - low, 1), 10, style.BAND)
        for value, _ in sorted(line.others):
            yield _ring((at(line.place(value, self.measure)), y))
        if line.region:
            yield _tick((at(line.place(line.region[0], self.measure)), y))
        if line.own:
            yield _diamond((at(line.place(line.own[0], self.measure)), y))
        figures = (line.own, line.england, line.region)
        for number, (x, figure) in enumerate(zip(self._columns(), figures, strict=True)):
            own = number == 0
            yield vector.words(figure[1] if figure else "–", (x, y + 3), TEXT,
                               style.LINE if own else style.INK, "end",
                               style.SEMIBOLD if own else style.REGULAR)


def _diamond(at: vector.Point) -> str:
    x, y = at
    return vector.shape([(x - DIAMOND, y), (x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND)],
                        style.LINE, style.PAPER)


def _ring(at: vector.Point) -> str:
    return vector.ring(at, RING, style.GREY, 0.9)


def _half(at: vector.Point) -> str:
    return vector.box(at[0] - 5, at[1] - 5, 10, 10, style.BAND)


def _tick(at: vector.Point) -> str:
    """A bar that stands out above and below a diamond, and from the line of England."""
    return vector.box(at[0] - 1.5, at[1] - BAR / 2, 3, BAR, style.GREY, style.PAPER)
