"""The pictures of a rate: the same two places by their counts, and for their size."""

from __future__ import annotations

from collections.abc import Mapping

from pscb_lib.disclosure import figures
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.page.blocks import Several
from pscb_lib.page.charts import plot_bars

PER = "10,000 residents aged 0 to 17"


def plot_rates(examples: Mapping[str, tuple[int, int]]) -> Several:
    """Plot the counts of places beside their rates per 10,000 residents aged 0 to 17.

    *examples* has the count and the residents of each place.
    """
    frame = figures.frame([
        *(figures.count("counts", name, count, describes=figures.PUBLISHED)
          for name, (count, _) in examples.items()),
        *(figures.rate("rates", name, count, residents, describes=figures.PUBLISHED)
          for name, (count, residents) in examples.items())])
    shown = disclosure.show(frame, "restricted")
    by_count, by_rate = ({name: shown.get(table, name) for name in examples}
                         for table in ("counts", "rates"))
    most, highest = (max(those, key=lambda name: those[name].value or 0)
                     for those in (by_count, by_rate))
    but = "but" if most != highest else "and"
    return Several([
        plot_bars(by_count, id="rate_counts", headline=f"{most} has most children …",
                  subtitle="Children on a child protection plan, number", place=(1, 2),
                  columns=("place", "children")),
        plot_bars(by_rate, id="rate_rates", headline=f"… {but} {highest} has the highest rate",
                  subtitle=f"Children on a child protection plan per {PER}",
                  place=(2, 2), columns=("place", "rate_per_10000"))])
