"""The figures that the leads' commentaries are about, as they were when each was written."""

from __future__ import annotations

from collections.abc import Iterable

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Indicator, indicators_for, read_indicators
from pscb_lib.board.populations import known_populations
from pscb_lib.disclosure import figures
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.quarterly_data_set import places
from pscb_lib.reports.quarterly_data_set.measures import measure_data_set
from pscb_lib.returns.indicator_figures import figure_of
from pscb_lib.returns.sums import Sent


def measure(context: Context, checked: Checked, written: Checked) -> pandas.DataFrame:
    """Work out every figure of the paper: of the data set, and those that leads wrote about."""
    register = indicators_for(read_indicators(context.params / "indicators.csv"), context.period)
    return figures.together(measure_data_set(context, register, checked.frame),
                            measure_commented(context, register, written))


def measure_commented(
    context: Context, register: Iterable[Indicator], written: Checked
) -> pandas.DataFrame:
    """Work out the figure each commentary names, in table ``commented``, as the data set's are.

    :func:`pscb_lib.disclosure.showing.show` masks them too: a figure that was small when it was
    written about is hidden, whatever it is now.
    """
    population = known_populations(context, context.settings.area)
    known = {one.id: one for one in register}
    return figures.frame(
        figure_of(places.COMMENTED, known[row["indicator"]], row["period"],
                  Sent(row["numerator"], row["denominator"],
                       figures.NOT_SUPPLIED if row["numerator"] is None else ""), population)
        for row in written.records)
