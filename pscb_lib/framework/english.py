"""Numbers, lists and titles as they are written in a sentence.

Numbers up to nine are words and larger ones figures. Where a number is said to be so many of so
many, both are figures: 4 of 14 agencies.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NAMES = frozenset({
    "April", "Asian", "August", "Black", "British", "Christmas", "December", "Easter", "England",
    "English", "European", "February", "Friday", "Gypsy", "Irish", "January", "July", "June",
    "March", "May", "Monday", "November", "October", "Ofsted", "Roma", "Saturday", "September",
    "Sunday", "Thursday", "Traveller", "Tuesday", "Wales", "Wednesday", "Welsh", "White"})

PLACE = re.compile(r"(\w+) (?:City|County|Borough|Council|Constabulary|Police)\b")


def spell(number: int, zero: str = "no") -> str:
    """The number in words up to nine, then in figures; *zero* is the word for 0."""
    if number == 0:
        return zero
    return SPELLED[number] if number < len(SPELLED) else f"{number:,}"


def count_of(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: one indicator, 14 indicators."""
    return f"{spell(number)} {noun if number == 1 else plural or noun + 's'}"


def times(number: int) -> str:
    """How often, in words: never, once, twice, three times."""
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{spell(number)} times")


def part_of(number: int, whole: int, nouns: str) -> str:
    """A number of a whole, both in figures: 4 of 14 agencies; none of the nine agencies."""
    if number == 0 and whole:
        return f"none of the {spell(whole)} {nouns}"
    return f"{number:,} of {whole:,} {nouns}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """The items as a list in a sentence: a, b and c."""
    return f" {last} ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def capital(sentence: str) -> str:
    """The sentence with a capital first letter, the other letters unchanged."""
    return sentence[:1].upper() + sentence[1:]


def small(title: str, names: Collection[str] = ()) -> str:
    """The title with a small first letter, for use within a sentence, unless it begins with a name.

    *names* are those of agencies. An acronym (GP, CAMHS), a name of two words (Sure Start), a name
    of an agency and the place in it (Leeds City Council) keep their capitals.
    """
    first, _, rest = title.partition(" ")
    places = {found[1] for found in map(PLACE.match, names) if found}
    if (any(letter.isupper() for letter in first[1:]) or rest[:1].isupper() and rest[1:2].islower()
            or first.removesuffix("'s") in NAMES | places or title.startswith(tuple(names))):
        return title
    return title[:1].lower() + title[1:]
