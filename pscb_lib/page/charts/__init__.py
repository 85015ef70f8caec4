"""The charts of papers, one module a kind, drawn from shown figures only.

Each ``plot_`` function returns a :class:`~pscb_lib.page.blocks.Chart` with its alt text and data.
A hidden figure breaks its line, and has no bar. :mod:`.theme` has the widths and the look,
:mod:`.labels` places labels so that none overlaps another.
"""

from pscb_lib.page.charts.drawn import TREND_INCHES, describe_trend, draw_bar, draw_trend, plot_bars

__all__ = ["TREND_INCHES", "describe_trend", "draw_bar", "draw_trend", "plot_bars"]
