"""Invented households of brothers and sisters, with ids that belong to nobody.

Each household has its own generator, seeded by the sample's seed and its number, so that a
household can be made, discarded, and made again with the same result.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tools.samples.dealing import chance, pick
from tools.synthetic.codes import DISABILITIES, ETHNIC_GROUPS, draw
from tools.synthetic.span import Span, between

SIZES = {1: 45, 2: 29, 3: 15, 4: 7, 5: 4}
# A step that is coprime to the number of ids visits every id once.
FIRST_ID, IDS, STEP = 1_000_000, 9_000_000, 7_654_321
BACKLOG_DAYS = 450
KNOWN_BEFORE = 14
ADULT_DAYS = 6574


@dataclass(frozen=True)
class Child:
    """An invented child. ``sex`` is 1 for a boy, 2 for a girl, as in the national codes."""

    id: str
    born_on: date
    sex: str
    ethnicity: str
    disability: str


@dataclass(frozen=True)
class Household:
    """Children who live together, the day they were first referred, and their postcode.

    ``random`` is the household's own generator, from which its events are drawn next.
    """

    number: int
    children: tuple[Child, ...]
    referred_on: date
    postcode: str
    random: Random = field(repr=False, compare=False)


def make_households(children: int, seed: int, span: Span) -> Iterator[Household]:
    """Make households one by one until they have *children* children."""
    made, number = 0, 0
    while made < children:
        number += 1
        household = _household(number, made, children - made, seed, span)
        made += len(household.children)
        yield household


def _household(number: int, made: int, at_most: int, seed: int, span: Span) -> Household:
    random = Random(f"{seed}, household {number}")
    if chance(KNOWN_BEFORE, random):
        referred_on = span.opens - timedelta(days=between(1, BACKLOG_DAYS, random))
    else:
        referred_on = span.opens + timedelta(days=between(0, (span.ends - span.opens).days, random))
    ethnicity = draw(ETHNIC_GROUPS, referred_on, random)
    births = _births(min(pick(SIZES, random), at_most), referred_on, span.ends, random)
    children = tuple(
        Child(_id(seed, made + place), born_on, "1" if chance(51, random) else "2", ethnicity,
              draw(DISABILITIES, referred_on, random))
        for place, born_on in enumerate(births))
    # No postcode area is called ZZ, so nobody lives there.
    postcode = f"ZZ{between(1, 99, random)} {between(1, 9, random)}ZZ"
    return Household(number, children, referred_on, postcode, random)


def _births(size: int, referred_on: date, ends: date, random: Random) -> list[date]:
    """Return dates of birth, youngest first: before the referral, a year apart, under 18."""
    earliest = ends - timedelta(days=ADULT_DAYS - 10)
    room = (referred_on - earliest).days
    births = [referred_on - timedelta(days=between(20, room, random))]
    while len(births) < size:
        older = births[-1] - timedelta(days=between(380, 1500, random))
        if older < earliest:
            break
        births.append(older)
    return births


def _id(seed: int, place: int) -> str:
    return str(FIRST_ID + (place * STEP + seed * 977) % IDS)
