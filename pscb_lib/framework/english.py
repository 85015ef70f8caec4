"""Numbers and lists as they are written in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
           "eleven", "twelve")


def spell(number: int, zero: str = "no") -> str:
    """The number in words up to twelve, then in figures; *zero* is the word for 0."""
    if number == 0:
        return zero
    return SPELLED[number] if number < len(SPELLED) else f"{number:,}"


def count_of(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: one indicator, 14 indicators."""
    return f"{spell(number)} {noun if number == 1 else plural or noun + 's'}"


def listed(items: Sequence[str]) -> str:
    """The items as a list in a sentence: a, b and c."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def capital(sentence: str) -> str:
    """The sentence with a capital first letter, the other letters unchanged."""
    return sentence[:1].upper() + sentence[1:]


def small(title: str) -> str:
    """The title with a small first letter, for use within a sentence."""
    return title[:1].lower() + title[1:]
