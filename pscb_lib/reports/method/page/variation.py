"""Worked examples for the method paper: intervals, usual range and real change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from pscb_lib.disclosure.showing import rounded
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Polarity, Rag
from pscb_lib.framework.spellings import parse_period
from pscb_lib.framework.statistics.intervals import Interval, rate_interval, wilson_interval
from pscb_lib.framework.statistics.spc import measure_variation
from pscb_lib.framework.statistics.variation import Rebase, Variation
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Cell, Table
from pscb_lib.page.words.variation import say_movement, say_provisional
from pscb_lib.reports.method.page.tables import plain_table

HOW = ("How: the usual range is the average, less and plus 2.66 times the average step from "
       "quarter to quarter (an XmR chart); steps of more than 3.267 times the average are left out "
       "once. Five quarters running are needed; with fewer than 12 the range is provisional.")


def tabulate_intervals(shares: Sequence[tuple[int, int]], rates: Sequence[tuple[int, int]]
                       ) -> Table:
    """Tabulate shares by Wilson's score, and rates by Byar's method, exact below ten events."""
    rows = [_sure(f"{part:,} of {whole:,}", f"{rounded(Fraction(100 * part, whole))}%",
                  _times(wilson_interval(part, whole), 100)) for part, whole in shares]
    rows += [_sure(f"{events:,} among {people:,} residents",
                   f"{rounded(Fraction(10_000 * events, people), 2)} per 10,000",
                   rate_interval(events, people), 2) for events, people in rates]
    return plain_table("intervals", "How far chance alone may have moved a figure",
                       ["Counts", "Figure", "95% interval"], rows)


def tabulate_variation(last: str, examples: Mapping[str, Sequence[str | None]],
                       anew: tuple[str, str]) -> Table:
    """Tabulate the verdicts on series of quarters up to *last*, in per cent, higher being better.

    *anew* is the quarter from which the last series is rebased, and the reason.
    """
    rows = []
    for place, (name, series) in enumerate(examples.items()):
        end = parse_period(last)
        quarters = [end.back(3 * step) for step in reversed(range(len(series)))]
        rebases = [Rebase(parse_period(anew[0]).start, anew[1])] * (place == len(examples) - 1)
        rows.append(_read(name, quarters, _variation(quarters, series, rebases)))
    return plain_table("variation", "Has it really moved? By quarter, higher is better",
                       ["Series", "Average", "Usual range", "What is said of the last quarter"],
                       rows, note=HOW)


def _variation(quarters: Sequence[ReportingPeriod], series: Sequence[str | None],
               rebases: Sequence[Rebase]) -> Variation:
    points: list[tuple[date, Fraction | None]] = [
        (quarter.start, None if value is None else Fraction(value))
        for quarter, value in zip(quarters, series, strict=True)]
    return measure_variation(points, Polarity.HIGHER_IS_BETTER, rebases)


def _read(name: str, quarters: Sequence[ReportingPeriod], found: Variation) -> list[Cell]:
    limits = found.limits
    average = f"{rounded(limits.mean)}%" if limits else "–"
    usual = f"{rounded(limits.lower)}% to {rounded(limits.upper)}%" if limits else "–"
    said = say_movement(Rag.NOT_APPLICABLE, found, quarters) or ""
    trial = say_provisional(limits) if limits else None
    return [blocks.cell(name), blocks.cell(average), blocks.cell(usual), blocks.cell(said, trial)]


def _sure(counts: str, figure: str, interval: Interval, places: int = 1) -> list[Cell]:
    ends = [rounded(Fraction(end), places) for end in (interval.lower, interval.upper)]
    return [blocks.cell(counts), blocks.cell(figure), blocks.cell(" to ".join(ends))]


def _times(interval: Interval, by: int) -> Interval:
    return Interval(by * interval.lower, by * interval.upper)
