"""Parts of sentences, each made from shown figures alone; a hidden one is said to be hidden."""

from __future__ import annotations

from pscb_lib.disclosure import HIDDEN, TOTAL, Shown, ShownFigure, rounded
from pscb_lib.periods import ReportingPeriod
from pscb_lib.words.numbers import spell


def number(figure: ShownFigure) -> str:
    """A count in words or figures."""
    return "a number not shown of" if figure.hidden else spell(figure.value)


def part(figure: ShownFigure) -> str:
    """A percentage with its counts: 63 of 172 (36.6%)."""
    if figure.value is None:
        return f"({lower(figure.text)})"
    return f"{figure.numerator:,} of {figure.denominator:,} ({rounded(figure.value)}%)"


def moved(then: ShownFigure, now: ShownFigure) -> str:
    """What became of a count: rose from 97 to 102."""
    if then.hidden or now.hidden:
        return f"({lower(HIDDEN)})"
    if then.value == now.value:
        return f"stayed at {now.value:,}"
    return f"{'rose' if now.value > then.value else 'fell'} from {then.value:,} to {now.value:,}"


def most(shown: Shown, table: str, but: str) -> str:
    """The row, or rows, with the largest count shown, leaving out the row *but*."""
    figures = {row: shown.get(table, row).value for row in shown.rows(table)
               if row not in (TOTAL, but)}
    largest = max((value for value in figures.values() if value), default=None)
    named = [row for row, value in figures.items() if value and value == largest]
    return " or ".join(named) or f"({lower(HIDDEN)})"


def months(period: ReportingPeriod) -> str:
    """The months of a period: April to September 2014."""
    first = f"{period.start:%B}" if period.start.year == period.end.year else (
        f"{period.start:%B %Y}")
    return f"{first} to {period.end:%B %Y}"


def lower(words: str) -> str:
    """The words with their first letter small."""
    return words[:1].lower() + words[1:]
