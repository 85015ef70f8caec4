"""What a rate is for: the same two places by their counts, and for their size."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from pscb_lib.disclosure.showing import rounded
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Table
from pscb_lib.reports.method.page.tables import Place, plain_table

PER = 10_000  # residents


def tabulate_rates(examples: Mapping[str, tuple[int, int]], place: Place = None) -> Table:
    """Tabulate the counts of places beside their rates per 10,000 residents.

    *examples* has the count and the residents of each place.
    """
    rates = {name: Fraction(PER * count, residents)
             for name, (count, residents) in examples.items()}
    most = max(examples, key=lambda name: examples[name][0])
    highest = max(rates, key=lambda name: rates[name])
    but = "but" if most != highest else "and"
    rows = [[blocks.cell(name), blocks.cell(f"{count:,}"), blocks.cell(f"{residents:,}"),
             blocks.cell(rounded(rates[name]))] for name, (count, residents) in examples.items()]
    return plain_table("rates", f"{most} has most children, {but} {highest} the highest rate",
                       ["Place", "Children on a plan", "Residents", f"Per {PER:,}"], rows,
                       place=place, wide=1)
