"""Shown counts as they are written in a sentence, with the verb that goes with them."""

from __future__ import annotations

from pscb_lib.disclosure import ShownFigure
from pscb_lib.words.numbers import spell
from pscb_lib.words.shown import NOT_SHOWN


def say(figure: ShownFigure) -> str:
    """A count that stands for what it counts: none, seven, 18, or that it is not shown."""
    return NOT_SHOWN if figure.hidden else _spell(figure.value)


def say_part(figure: ShownFigure, noun: str) -> str:
    """A proportion as its two counts: eleven of 14 agencies."""
    whole = noun if figure.hidden else f"{figure.denominator:,} {noun}"
    return f"{say_numerator(figure)} of {whole}"


def say_numerator(figure: ShownFigure) -> str:
    """The first count of a proportion alone, where the second has just been said."""
    return NOT_SHOWN if figure.hidden else _spell(figure.numerator)


def say_are(figure: ShownFigure) -> str:
    """A count with is or are."""
    return f"{say(figure)} {'is' if figure.value == 1 else 'are'}"


def say_have(figure: ShownFigure) -> str:
    """A count with has or have."""
    return f"{say(figure)} {'has' if figure.value == 1 else 'have'}"


def _spell(number: int) -> str:
    return spell(number) if number else "none"
