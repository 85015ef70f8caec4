"""Bars drawn from shown figures only, with their alt text; a hidden figure has no bar."""

from __future__ import annotations

from matplotlib.figure import Figure

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data, Prose
from pscb_lib.page.charts.theme import apply_theme, small_axes, svg_of
from pscb_lib.page.tables.folded import is_mostly_hidden, not_shown

BAR_INCHES = (2.6, 0.2)


def draw_bar(point: ShownFigure, largest: float) -> str:
    """Draw one count as a bar, on a scale from zero to the *largest* count of its table."""
    axes = small_axes(BAR_INCHES)
    axes.set_position((0, 0.1, 1, 0.8))
    axes.barh([0], [_number(point) if point.value is not None else 0], color=style.LINE, height=1)
    axes.set_xlim(0, largest or 1)
    return svg_of(axes.figure)


def plot_bars(shown: Shown, table: str, caption: str, id: str, column: str = ""
              ) -> Chart | Prose:
    """Plot one column of a table of counts as horizontal bars, without its total."""
    import seaborn

    figures = {row: shown.get(table, row, column) for row in require_shown(shown).rows(table)
               if row != TOTAL}
    if is_mostly_hidden(figures.values()):
        return not_shown(caption)
    apply_theme()
    figure = Figure(figsize=(6.4, 0.35 + 0.28 * len(figures)), layout="constrained")
    axes = figure.add_subplot()
    seaborn.barplot(x=[_number(point) for point in figures.values()], y=list(figures),
                    orient="h", color=style.LINE, saturation=1, ax=axes, errorbar=None)
    for place, point in enumerate(figures.values()):
        axes.annotate(point.text, (0 if point.value is None else _number(point), place),
                      xytext=(4, 0), textcoords="offset points", va="center")
    axes.set(xticks=[], xlabel="", ylabel="")
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    data = Data([caption, "count"], [[row, point.text if point.value is None else int(point.value)]
                                     for row, point in figures.items()])
    said = "; ".join(f"{row}: {point.text}" for row, point in figures.items())
    return Chart(id, caption, svg_of(figure), f"{caption}. {said}.", data)


def _number(point: ShownFigure) -> float:
    return float("nan") if point.value is None else float(point.value)
