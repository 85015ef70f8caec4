"""Invented episodes of care, one for each placement or legal status, as in SSDA903.

Each episode begins on the day the one before ended, and the last ends with the period of care or is
open. RNE is the reason why an episode began: S started, P new placement, L new legal status, B
both.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from pscb_lib.framework.ages import complete_years
from tools.samples.dealing import chance, pick
from tools.synthetic.cases import Case
from tools.synthetic.codes import (
    CHANGE_REASONS,
    ENDINGS,
    FOSTER,
    LEAVING_HOME,
    PLACEMENTS,
    PROVIDERS,
    draw,
)
from tools.synthetic.households import Child
from tools.synthetic.span import between, later

LOOKED_AFTER = 75
CONTINUES = "X1"
CHANGES = {"P": 60, "L": 25, "B": 15}
NEXT_STATUS = {"V2": "C1", "C1": "C2"}
PLACED_ALONE = ("P2", "Z1")
# Ofsted numbers its homes from other hundreds of thousands; carers of the authority have none.
HOME, CARER = "99{:05}", "XXXXXXX"


@dataclass(frozen=True)
class Episode:
    """One episode of care, with one placement and one legal status."""

    started_on: date
    began_by: str
    legal_status: str
    need: str
    place: str
    provider: str
    place_postcode: str
    urn: str
    ended_on: date | None = None
    ended_by: str = ""
    changed_because: str = ""


def make_episodes(child: Child, case: Case, random: Random) -> tuple[Episode, ...]:
    """Make a child's episodes in the care period of *case*; some siblings stay at home."""
    if case.care_from is None or not chance(LOOKED_AFTER, random):
        return ()
    status = pick({"V2": 60, "C1": 40}, random)
    episodes = [_placed(child, Episode(case.care_from, "S", status, case.need, "", "", "", ""),
                        random)]
    while True:
        last = episodes[-1]
        changed_on = later(last.started_on, 15, 420, random)
        if changed_on >= case.care_until:
            break
        episodes[-1:] = _change(child, last, changed_on, random)
    ending = draw(ENDINGS, case.care_until, random)
    return (*episodes[:-1], replace(episodes[-1], ended_on=case.care_until, ended_by=ending))


def known_episodes(episodes: tuple[Episode, ...], day: date) -> tuple[Episode, ...]:
    """Return the episodes as recorded on *day*."""
    begun = (episode for episode in episodes if episode.started_on <= day)
    return tuple(episode if episode.ended_on and episode.ended_on <= day
                 else replace(episode, ended_on=None, ended_by="", changed_because="")
                 for episode in begun)


def in_care(episodes: tuple[Episode, ...], day: date) -> bool:
    """Whether the child was looked after at the end of *day*."""
    return any(episode.started_on <= day and (episode.ended_on is None or episode.ended_on > day)
               for episode in episodes)


def _change(child: Child, last: Episode, day: date, random: Random) -> list[Episode]:
    kind = pick(CHANGES, random) if last.legal_status in NEXT_STATUS else "P"
    status = last.legal_status if kind == "P" else NEXT_STATUS[last.legal_status]
    reason = "" if kind == "L" else draw(CHANGE_REASONS, day, random)
    following = replace(last, started_on=day, began_by=kind, legal_status=status)
    return [replace(last, ended_on=day, ended_by=CONTINUES, changed_because=reason),
            following if kind == "L" else _placed(child, following, random)]


def _placed(child: Child, episode: Episode, random: Random) -> Episode:
    is_older = complete_years(child.born_on, episode.started_on) >= 16
    place = draw(LEAVING_HOME if is_older else PLACEMENTS, episode.started_on, random)
    provider = "PR0" if place in PLACED_ALONE else draw(PROVIDERS, episode.started_on, random)
    urn = CARER if place in (*FOSTER, *PLACED_ALONE) else HOME.format(between(0, 400, random))
    postcode = f"ZZ{between(1, 99, random)} {between(1, 9, random)}ZZ"
    return replace(episode, place=place, provider=provider, place_postcode=postcode, urn=urn)
