"""Invented initial conferences of the sample: in the bands of working days, leading to plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from pscb_lib.framework.spellings import parse_period
from tools.samples.conference_families import Family, any_day, back, make_family, sizes
from tools.samples.conference_margins import Margin
from tools.samples.dealing import pick

DAYS = ((4, 10), (11, 15), (16, 20), (21, 38))  # working days from enquiry to conference
NOT_A_PLAN = {"CIN plan": 62, "early help": 22, "none": 14, "adjourned": 2}
LATE = {"agency availability": 4, "report not ready": 3, "family": 2, "interpreter": 1}
STORY = "2014-15 Q3"  # four of its late children are one family
SIBLINGS = "sibling's assessment"


@dataclass
class Initial:
    """One initial or transfer conference: when it was called, and its children without a plan."""

    family: Family
    outcomes: list[str]
    enquiry: date | None = None
    strategy: date | None = None
    notified: date | None = None
    late_because: str = ""


def hold_initial(rng: Random, margin: Margin) -> list[Initial]:
    """Hold the initial conferences of a quarter; those of a plan run on in ``Initial.family``."""
    held = [one for band, number in enumerate(margin.bands)
            for one in _in_band(rng, margin, band, number)]
    _lead_to_plan(rng, held, margin.to_plan)
    quarter = parse_period(margin.label)
    for size in sizes(rng, margin.started - margin.to_plan):
        day = any_day(rng, quarter)
        held.append(Initial(make_family(rng, size, day, "transfer-in"), ["plan"] * size,
                            notified=back(day, 6 + rng.randrange(9))))
    for one in held:
        one.family.plan_review(rng, one.family.start, 3)
        one.family.first_due = one.family.due
        for child, outcome in zip(one.family.children, one.outcomes, strict=True):
            child.has_plan = outcome == "plan"
    _have_had_one(rng, held, margin.second)
    return held


def _in_band(rng: Random, margin: Margin, band: int, number: int) -> list[Initial]:
    """Make the conferences held in one band of working days."""
    low, high = DAYS[band]
    shares = [number] if (margin.label, band) == (STORY, 3) else [*sizes(rng, number)]
    made = []
    for size in shares:
        day = any_day(rng, parse_period(margin.label))
        enquiry = back(day, low + rng.randrange(high - low + 1))
        why = "" if band < 2 else str(pick(LATE, rng))
        made.append(Initial(make_family(rng, size, day), [""] * size, enquiry,
                            back(enquiry, rng.randrange(3)),
                            late_because=SIBLINGS if why and size > 1 else why))
    return made


def _lead_to_plan(rng: Random, held: Sequence[Initial], number: int) -> None:
    """Give so many children a plan, whole families first."""
    shuffled = [*held]
    rng.shuffle(shuffled)
    for one in shuffled:
        taken = min(number, len(one.outcomes))
        other = str(pick(NOT_A_PLAN, rng))
        if other == "adjourned" and taken:
            other = "CIN plan"
        one.outcomes[:] = ["plan"] * taken + [other] * (len(one.outcomes) - taken)
        number -= taken


def _have_had_one(rng: Random, held: Sequence[Initial], number: int) -> None:
    """Let so many of the children with a plan have had one before."""
    shuffled = [*held]
    rng.shuffle(shuffled)
    for one in shuffled:
        for child in one.family.planned:
            if number and one.family.kind != "pre-birth":
                child.earlier = True
                number -= 1
