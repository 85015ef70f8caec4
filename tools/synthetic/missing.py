"""Invented episodes of going missing, from home or from care, and what followed each return.

An episode from care is within one placement. A child's episodes never touch: the next begins days
after the last return. Nothing after the two years is known.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from pscb_lib.framework.ages import complete_years
from tools.samples.dealing import chance, pick
from tools.synthetic.households import Child
from tools.synthetic.looked_after import Episode
from tools.synthetic.span import ONE_DAY, Bands, Span, between, in_bands

OLD_ENOUGH = 10
GOES_FROM_HOME, GOES_FROM_CARE = 2, 35
TIMES = {1: 52, 2: 20, 3: 12, 5: 9, 8: 7}
STATUSES = {"home": {"M": 80, "P": 20}, "own_cla": {"M": 50, "A": 50}}
LENGTHS: Bands = {(12, 70): 40, (72, 280): 40, (290, 860): 14, (870, 2300): 6}
FIVE_MINUTES = timedelta(minutes=5)
APART = 12
NEEDED = {"M": 95, "A": 30, "P": 30}
OFFERED, ACCEPTED, HELD, IN_TIME, INDEPENDENT = 91, 67, 92, 84, 80


@dataclass(frozen=True)
class Away:
    """One episode: missing (M), away without authorisation (A) or, of the police, absent (P)."""

    status: str
    whose: str
    placement_type: str
    left_at: datetime
    returned_at: datetime | None
    is_needed: bool = False
    is_offered: bool = False
    is_accepted: bool = False
    interviewed_at: datetime | None = None
    is_independent: bool = False


def make_away(
    child: Child, episodes: tuple[Episode, ...], span: Span, random: Random
) -> tuple[Away, ...]:
    """Make a child's episodes in the two years, in order; most children have none."""
    from_care = bool(episodes)
    if not chance(GOES_FROM_CARE if from_care else GOES_FROM_HOME, random):
        return ()
    room = _within_placements(episodes, span) if from_care else [(span.opens, span.ends, "Home")]
    made: list[Away] = []
    for _ in range(pick(TIMES, random)):
        start, end, place = room[between(0, len(room) - 1, random)] if room else (None,) * 3
        away = start and _away(child, start, end, place, random)
        if away and all(abs(away.left_at - other.left_at).days >= APART for other in made):
            made.append(_as_known(away, span.ends))
    return tuple(sorted(made, key=lambda away: away.left_at))


def _within_placements(episodes: tuple[Episode, ...], span: Span) -> list[tuple[date, date, str]]:
    room = []
    for episode in episodes:
        start = max(span.opens, episode.started_on + ONE_DAY)
        end = min(span.ends, (episode.ended_on or span.ends) - ONE_DAY)
        if start <= end:
            room.append((start, end, _kind(episode.place)))
    return room


def _kind(place: str) -> str:
    if place[0] in "QU":
        return "Foster care"
    return {"K2": "Children's home", "H5": "Semi-independent"}.get(place, "Other")


def _away(child: Child, start: date, end: date, place: str, random: Random) -> Away | None:
    day = start + timedelta(days=between(0, (end - start).days, random))
    left_at = datetime(day.year, day.month, day.day, between(7, 23, random),
                       5 * between(0, 11, random))
    back = left_at + FIVE_MINUTES * in_bands(LENGTHS, random)
    # Hours that the clock change skips or repeats are faults, planted only on request.
    back += timedelta(hours=3) if back.hour in (0, 1, 2) else timedelta()
    if complete_years(child.born_on, day) < OLD_ENOUGH or back.date() > end and place != "Home":
        return None
    whose = "home" if place == "Home" else "own_cla"
    away = Away(pick(STATUSES[whose], random), whose, place, left_at, back)
    return _interviewed(away, random)


def _interviewed(away: Away, random: Random) -> Away:
    is_needed = chance(NEEDED[away.status], random)
    is_offered = is_needed and chance(OFFERED, random)
    is_accepted = is_offered and chance(ACCEPTED, random)
    held = None
    if is_accepted and chance(HELD, random):
        days = between(1, 2, random) if chance(IN_TIME, random) else between(4, 10, random)
        day = away.returned_at.date() + timedelta(days=days)
        held = datetime(day.year, day.month, day.day, between(9, 17, random),
                        15 * between(0, 3, random))
    return replace(away, is_needed=is_needed, is_offered=is_offered, is_accepted=is_accepted,
                   interviewed_at=held, is_independent=chance(INDEPENDENT, random))


def _as_known(away: Away, day: date) -> Away:
    if away.returned_at.date() > day:
        return replace(away, returned_at=None, is_offered=False, is_accepted=False,
                       interviewed_at=None)
    held = away.interviewed_at
    return replace(away, interviewed_at=held if held and held.date() <= day else None)
