"""The whole record of one invented child: cases, care, going missing and, rarely, a death.

Records are as known on the last day of the two years.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from tools.samples.dealing import chance, pick
from tools.synthetic.cases import Case, ended_by_death, known_on
from tools.synthetic.codes import SOURCES, draw
from tools.synthetic.households import Child, Household, make_households
from tools.synthetic.looked_after import Episode, known_episodes, make_episodes
from tools.synthetic.missing import Away, make_away
from tools.synthetic.social_care import make_cases
from tools.synthetic.span import ONE_DAY, Span, later

DIES = 0.15
JOINS_IN = 92
OTHER_CONTACTS = {0: 45, 1: 30, 2: 15, 3: 10}
EARLIER_PLANS, EARLIER_PLAN_DAYS = 12, 800
LATER = date.max


@dataclass(frozen=True)
class Contact:
    """A contact with children's social care about a child, whether or not a referral followed."""

    on: date
    source: str


@dataclass(frozen=True)
class Life:
    """A child with its whole record.

    ``earlier_plans`` counts protection plans that ended before the first case here.
    """

    child: Child
    household: Household
    contacts: tuple[Contact, ...]
    cases: tuple[Case, ...]
    episodes: tuple[Episode, ...]
    away: tuple[Away, ...]
    earlier_plans: int
    died_on: date | None

    def plans_before(self, case: Case) -> int:
        """Return how many protection plans the child had before the one of *case*."""
        return self.earlier_plans + sum(
            other.protection is not None for other in self.cases
            if other.referred_on < case.referred_on)


def make_lives(children: int, seed: int, span: Span) -> Iterator[Life]:
    """Make *children* children, household by household."""
    for household in make_households(children, seed, span):
        cases = make_cases(household.referred_on, span, household.random)
        others = _other_contacts(span, household.random)
        has_earlier = chance(EARLIER_PLANS, household.random)
        for child in household.children:
            yield _life(household, child, cases, others, has_earlier, span)


def _other_contacts(span: Span, random: Random) -> list[Contact]:
    days = (later(span.opens, 0, (span.ends - span.opens).days, random)
            for _ in range(pick(OTHER_CONTACTS, random)))
    return [Contact(day, draw(SOURCES, day, random)) for day in days]


def _life(household: Household, child: Child, cases: list[Case], others: list[Contact],
          has_earlier: bool, span: Span) -> Life:
    random = household.random
    joined = [cases[0], *(case for case in cases[1:] if chance(JOINS_IN, random))]
    episodes = tuple(episode for case in joined for episode in make_episodes(child, case, random))
    away = make_away(child, episodes, span, random)
    died_on = None if episodes or away else _died_on(joined, span, random)
    if died_on:
        joined = [*(case for case in joined if case.closed_on and case.closed_on < died_on),
                  *(ended_by_death(case, died_on) for case in joined
                    if case.referred_on <= died_on and case.closed_on >= died_on)]
    known = [known_on(case, span.ends) for case in joined if case.referred_on <= span.ends]
    contacts = {case.contact_on: Contact(case.contact_on, case.source) for case in known}
    contacts = {**{one.on: one for one in others
                   if child.born_on < one.on < (died_on or LATER)}, **contacts}
    is_old_enough = (household.referred_on - child.born_on).days > EARLIER_PLAN_DAYS
    return Life(child, household, tuple(contacts.values()), tuple(known),
                known_episodes(episodes, span.ends), away,
                int(has_earlier and is_old_enough), died_on)


def _died_on(cases: list[Case], span: Span, random: Random) -> date | None:
    """Return a day within the first case, if it is in the two years; for nearly all None."""
    if not chance(DIES, random) or cases[0].is_no_further_action:
        return None
    start = max(span.opens, cases[0].referred_on + ONE_DAY)
    end = min(span.ends, cases[0].closed_on)
    return later(start, 0, (end - start).days, random) if start < end else None
