"""The charts of papers, one module a kind, drawn from shown figures only.

Each ``plot_`` function returns a :class:`~pscb_lib.page.blocks.Chart` with its alt text and data.
A hidden figure breaks its line, and has no bar. :mod:`.theme` has the widths and the look,
:mod:`.labels` places labels so that none overlaps another.
"""

from pscb_lib.page.charts.bars import plot_bars
from pscb_lib.page.charts.columns import plot_clusters, plot_columns
from pscb_lib.page.charts.control import plot_control
from pscb_lib.page.charts.dots import plot_dots
from pscb_lib.page.charts.heat_map import plot_heat_map
from pscb_lib.page.charts.lines import plot_lines
from pscb_lib.page.charts.matrix import plot_matrix
from pscb_lib.page.charts.people import plot_people
from pscb_lib.page.charts.pyramid import plot_pyramid
from pscb_lib.page.charts.ratios import plot_ratios
from pscb_lib.page.charts.series import Series, describe, series_of, shared_scale
from pscb_lib.page.charts.slope import plot_slope
from pscb_lib.page.charts.stacked import plot_stack, plot_stacks
from pscb_lib.page.charts.trend import draw_trend
from pscb_lib.page.charts.waterfall import Step, plot_waterfall

__all__ = ["Series", "Step", "describe", "draw_trend", "plot_bars", "plot_clusters", "plot_columns",
           "plot_control", "plot_dots", "plot_heat_map", "plot_lines", "plot_matrix", "plot_people",
           "plot_pyramid", "plot_ratios", "plot_slope", "plot_stack", "plot_stacks",
           "plot_waterfall", "series_of", "shared_scale"]
