"""One indicator as a row: of the exceptions, and of all indicators."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.indicators import Indicator
from pscb_lib.framework.rag import Absence
from pscb_lib.page import blocks
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Cell, Line
from pscb_lib.page.charts.series import describe, series_of
from pscb_lib.page.charts.trend import draw_trend
from pscb_lib.page.words.indicators import (
    say_achieved,
    say_basis,
    say_change,
    say_counts,
    say_direction,
    say_figure,
    short_target,
    what_figures_say,
    words_for_target,
)
from pscb_lib.page.words.targets import say_set_by


def exception_row(one: Assessment, commentary: Sequence[str]) -> list[Cell]:
    """The row of an exception: rating, figures, trend, what the figures say, and the question."""
    indicator = one.indicator
    said = blocks.cell(what_figures_say(one), *commentary)
    return [
        blocks.strong(indicator.title, f"{indicator.agency} · {indicator.lead}"),
        blocks.rating(one.rating),
        blocks.strong(say_figure(one), say_counts(one), say_basis(one),
                      _target(indicator)),
        (*trend_cell(one), *directions(one)),
        blocks.join(said, blocks.ask(indicator.question)),
    ]


def _target(indicator: Indicator) -> str:
    set_by = say_set_by(indicator.target_source)
    return words_for_target(indicator) + (f" ({set_by})" if set_by else "")


def register_row(one: Assessment) -> list[Cell]:
    """The row of an indicator in the table of all indicators."""
    is_explained = one.figure.value is None and isinstance(one.rating, Absence)
    figure = "–" if is_explained else say_figure(one)
    return [
        blocks.cell(one.indicator.title),
        blocks.rating(one.rating),
        blocks.cell(figure, say_counts(one), say_basis(one)),
        blocks.cell(short_target(one.indicator), say_set_by(one.indicator.target_source)),
        blocks.cell(say_achieved(one) or "–"),
        blocks.cell(say_direction(one, 1)),
        blocks.cell(say_direction(one, 4)),
        trend_cell(one),
    ]


def trend_cell(one: Assessment) -> Cell:
    """A cell with the indicator over time as a small chart, from its first quarter collected."""
    series = series_of(one)
    svg = draw_trend(series.points, series.target, series.last, series.variation)
    return blocks.picture(svg, describe(series))


def directions(one: Assessment) -> list[Line]:
    """The directions since the quarter before and a year ago, a muted line for each known one."""
    before = one.quarters[-1].previous.name
    said = (say_change(one, 1, before), say_change(one, 4, "a year ago"))
    return [blocks.text(words, "muted") for words in said if words]
