"""How sure a figure is: worked examples of its interval.

Shares are by Wilson's score, rates by Byar's method.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from pscb_lib.disclosure.showing import rounded
from pscb_lib.framework.statistics.intervals import Interval, rate_interval, wilson_interval
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Cell, Table
from pscb_lib.reports.method.page.tables import Place, plain_table


def tabulate_intervals(shares: Sequence[tuple[int, int]], rates: Sequence[tuple[int, int]],
                       place: Place = None) -> Table:
    """Tabulate shares by Wilson's score, and rates by Byar's method, exact below ten events."""
    rows = [_sure(f"{part:,} of {whole:,}", f"{rounded(Fraction(100 * part, whole))}%",
                  _times(wilson_interval(part, whole), 100)) for part, whole in shares]
    rows += [_sure(f"{events:,} among {people:,}",
                   f"{rounded(Fraction(10_000 * events, people))} per 10,000",
                   rate_interval(events, people)) for events, people in rates]
    return plain_table("intervals", "Where the true level may lie", ["Counts", "Figure", "Between"],
                       rows, place=place, wide=-1)


def _sure(counts: str, figure: str, interval: Interval) -> list[Cell]:
    ends = [rounded(Fraction(end)) for end in (interval.lower, interval.upper)]
    return [blocks.cell(counts), blocks.cell(figure), blocks.cell(" and ".join(ends))]


def _times(interval: Interval, by: int) -> Interval:
    return Interval(by * interval.lower, by * interval.upper)
