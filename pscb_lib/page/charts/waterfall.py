"""A waterfall: from a total down to what remains, and what is lost at each step.

The lengths add up, so a hidden step could be measured between its neighbours. If one is hidden,
those that are shown are drawn as bars of their own instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.charts import kept
from pscb_lib.page.charts.bars import plot_bars
from pscb_lib.page.charts.sheet import (
    LINE_HEIGHT,
    NORMAL,
    SMALL,
    box,
    rule,
    sheet,
    width_of,
    wrapped,
    write,
    write_lines,
)

HIGH = 60  # points; the highest column
TOP = 14
# No colour of a rating: what remains at the end may be little, and still be drawn as good.
FILLS = {"start": style.SOFT, "left": style.HAIRLINE, "kept": style.MID, "lost": style.GREY,
         "late": style.GREY, "good": style.LINE}
THIN = 1.5  # points; a loss is at least that high, or it is not seen


@dataclass(frozen=True)
class Step:
    """One column of a waterfall.

    *kind* says what it is: start (the total), kept (a total that remains), good (what remains at
    the end), left (leaves the count for a good reason), lost or late (should not have).
    """

    label: str
    figure: ShownFigure
    kind: str

    @property
    def is_loss(self) -> bool:
        """Whether the step is taken off the one before, and does not stand on the ground."""
        return self.kind in ("left", "lost", "late")


def plot_waterfall(steps: Sequence[Step], *, id: str, headline: str, subtitle: str = "",
                   place: tuple[int, int] | None = None, note: str | None = None,
                   high: float = HIGH, columns: tuple[str, str] = ("Step", "Number")
                   ) -> Chart | Prose:
    """Plot a total and its losses. Raises ValueError if what remains is not the rest."""
    figures = {step.label: step.figure for step in steps}
    kept.require_figures(figures.values())
    if any(one.value is None for one in figures.values()):
        return plot_bars(figures, id=id, headline=headline, subtitle=subtitle, place=place,
                         note=note, columns=columns)
    tops = _tops(steps)
    width = width_of(place)
    slot = width / len(steps)
    lines = [wrapped(step.label, slot - 4) for step in steps]
    below = max(map(len, lines)) * LINE_HEIGHT * SMALL + 4
    on, unit = sheet(width, TOP + high + below), high / (max(tops) or 1)
    rule(on, 0, width, TOP + high)
    for number, (step, top) in enumerate(zip(steps, tops, strict=True)):
        size = step.figure.count * unit
        y, middle = TOP + high - top * unit, (number + 0.5) * slot
        if step.figure.count:
            box(on, number * slot + 0.09 * slot, y, 0.82 * slot, max(size, THIN), FILLS[step.kind])
        words = f"−{step.figure.text}" if step.is_loss else step.figure.text
        write(on, middle, y - 6, words, NORMAL + 1, bold=True, align="center")
        write_lines(on, middle, TOP + high + 3, lines[number])
    for number, left in enumerate(_levels(steps, tops)[:-1]):
        rule(on, (number + 0.91) * slot, (number + 1.09) * slot, TOP + high - left * unit,
             style.GREY, dashed=True)
    return kept.chart(on, figures, id=id, headline=headline, subtitle=subtitle, place=place,
                      note=note, columns=columns, said=_said(steps))


def _tops(steps: Sequence[Step]) -> list[int]:
    """The upper end of each column."""
    tops, level = [], steps[0].figure.count
    for step in steps:
        if not step.is_loss and step.figure.count != level:
            raise ValueError(f"{step.label} is {step.figure.count}, but {level} remain")
        tops.append(level)
        level -= step.figure.count if step.is_loss else 0
    return tops


def _levels(steps: Sequence[Step], tops: Sequence[int]) -> list[int]:
    """What remains after each column."""
    return [top - step.figure.count if step.is_loss else top
            for step, top in zip(steps, tops, strict=True)]


def _said(steps: Sequence[Step]) -> str:
    """The steps one by one: Episodes 172; less For the placing authority 28."""
    parts = [f"{'less ' if step.is_loss else ''}{step.label} {step.figure.text}" for step in steps]
    return "; ".join(parts) + "."


