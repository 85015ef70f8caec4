"""Shown figures within a sentence; a hidden figure always has the same phrase."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure
from pscb_lib.framework.english import count_of, spell

# A figure hidden by secondary suppression may be large, so the phrase must not call it small.
HIDDEN = "not shown (small numbers)"
NOT_SHOWN = f"a number {HIDDEN}"


def amount(figure: ShownFigure) -> str:
    """A count in figures, 1,234, or the phrase for a hidden number."""
    return NOT_SHOWN if figure.hidden else figure.text.lower()


def say(figure: ShownFigure) -> str:
    """A count in words, without a noun: none, seven, 18."""
    return amount(figure) if figure.value is None else spell(figure.count, "none")


def say_count(figure: ShownFigure, noun: str, plural: str | None = None) -> str:
    """A count in words with its noun: no agencies, one agency, 18 agencies."""
    if figure.value is None:
        return f"{amount(figure)} of {plural or noun + 's'}"
    return count_of(figure.count, noun, plural)


def say_are(figure: ShownFigure) -> str:
    """A count with is or are."""
    return f"{say(figure)} {'is' if figure.value == 1 else 'are'}"


def say_have(figure: ShownFigure) -> str:
    """A count with has or have."""
    return f"{say(figure)} {'has' if figure.value == 1 else 'have'}"


def share(figure: ShownFigure, noun: str = "") -> str:
    """A percentage after its counts: 46 of 211 (21.8%), 46 of 211 children (21.8%)."""
    if figure.value is None:
        return f"{NOT_SHOWN} of {noun}" if figure.hidden and noun else amount(figure)
    counted = " ".join(filter(None, [f"{figure.numerator:,} of {figure.denominator:,}", noun]))
    return f"{counted} ({figure.text})"


def say_part(figure: ShownFigure, noun: str) -> str:
    """A proportion as its two counts in words: eleven of 14 agencies."""
    whole = noun if figure.hidden else f"{figure.denominator:,} {noun}"
    return f"{say_numerator(figure)} of {whole}"


def say_numerator(figure: ShownFigure) -> str:
    """The numerator of a proportion in words, for use after its denominator."""
    return NOT_SHOWN if figure.hidden else spell(figure.counts[0], "none")


def moved(then: ShownFigure, now: ShownFigure) -> str:
    """The change in a count: rose from 97 to 102, stayed at 81."""
    if then.hidden or now.hidden:
        return f"went from {amount(then)} to {amount(now)}"
    if then.count == now.count:
        return f"stayed at {now.count:,}"
    return f"{'rose' if now.count > then.count else 'fell'} from {then.count:,} to {now.count:,}"


def most(shown: Shown, table: str, but: str) -> str | None:
    """The row, or rows, with the largest count shown, without the total and the row *but*."""
    figures = {row: shown.get(table, row).value for row in shown.rows(table)
               if row not in (TOTAL, but)}
    largest = max((value for value in figures.values() if value), default=None)
    return " or ".join(row for row, value in figures.items() if value and value == largest) or None
