"""One indicator as a row of the table of all indicators."""

from __future__ import annotations

from pscb_lib.framework.rag import Absence
from pscb_lib.page import blocks
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Cell
from pscb_lib.page.charts.series import series_of
from pscb_lib.page.charts.trend import draw_trend
from pscb_lib.page.words.indicators import (
    say_basis,
    say_counts,
    say_figure,
    say_lacking,
    say_missed,
    say_sent,
    say_then,
    short_target,
)
from pscb_lib.page.words.shown import joined
from pscb_lib.page.words.standing import say_trend


def register_row(one: Assessment) -> list[Cell]:
    """The row of an indicator in the table of all indicators."""
    is_explained = one.figure.value is None and isinstance(one.rating, Absence)
    figure = say_sent(one) or ("–" if is_explained else say_figure(one))
    counted = " ".join(filter(None, [say_counts(one), say_basis(one)]))
    below = "; ".join(filter(None, [counted, say_missed(one, short=True), say_lacking(one)]))
    return [
        blocks.cell(one.indicator.title),
        blocks.rating(one.rating),
        blocks.cell(figure, below or None),
        blocks.cell(short_target(one.indicator)),
        tuple(blocks.text(line, "muted") for line in changes(one)),
        trend_cell(one),
    ]


def trend_cell(one: Assessment) -> Cell:
    """A cell with the indicator over time as a small chart, from its first quarter collected.

    Its row says the rest, so that its words are the first value, as drawn, and the verdict.
    """
    series = series_of(one)
    svg = draw_trend(series.points, series.target, series.last, series.variation)
    known = [point for point in series.points if point.value is not None]
    first = f"from {known[0].text}" if len(known) > 1 else None
    return blocks.picture(svg, joined(first, say_trend(one), between=", "))


def changes(one: Assessment) -> list[str]:
    """How today's figure compares with the quarter before and a year ago: worse: Q2 96.4."""
    before = one.quarters[-1].previous.name.replace("Quarter ", "Q")
    said = {before: say_then(one, 1), "year": say_then(one, 4)}
    parts = {then: words.rpartition(", ") for then, words in said.items() if words}
    return [f"{way}: {then} {figure}" for then, (figure, _, way) in parts.items()] or ["–"]
