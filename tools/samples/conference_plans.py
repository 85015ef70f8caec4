"""Invented plans of the sample of conferences: quarter by quarter, so that the margins are kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.framework.spellings import parse_period
from tools.samples.conference_families import (
    Child,
    Family,
    any_day,
    make_family,
    sizes,
    working_day,
)
from tools.samples.conference_margins import OLD_BEFORE, OPEN_BEFORE, Margin
from tools.samples.dealing import chance, pick

BEFORE = (57, 36, 26, 16, 12, 8)  # plans that are not long, by quarters since their start
REASONS = {"lower risk": 78, "looked after": 17, "other": 5}
FIRST_GOES_ON = 90  # per cent; a plan that is reviewed for the first time is ended last
LONG_BEFORE, LAST_REVIEW, EIGHT = 24, 21, 8  # months, months, quarters


def stock_before(rng: Random, margins: Sequence[Margin]) -> list[Family]:
    """Make the families whose plans are open when the first quarter starts."""
    first = parse_period(margins[0].label)
    families: list[Family] = []
    for ago, number in enumerate(BEFORE, 1):
        families += _begun(rng, first.back(3 * ago), number)
    for place, margin in enumerate(margins[:EIGHT]):
        families += _begun(rng, first.back(3 * (EIGHT - place)), margin.crossing, is_long=True)
    families += _begun(rng, first.back(3 * (EIGHT + 1)), OLD_BEFORE, is_long=True)
    assert sum(len(one.children) for one in families) == OPEN_BEFORE
    for one in families:
        one.plan_review(rng, one.start, 3)
        while one.next_on < first.start:
            one.plan_review(rng, one.next_on, 6)
        one.first_due = one.due
    return families


def _begun(rng: Random, quarter: ReportingPeriod, number: int, is_long: bool = False
           ) -> list[Family]:
    families = [make_family(rng, size, any_day(rng, quarter), "stock")
                for size in sizes(rng, number)]
    for one in families:
        one.is_long = is_long
        for child in one.children:
            child.has_plan = True
    return families


def keep_long(families: Sequence[Family], number: int) -> None:
    """Let the plans of so many children run for two years and more, by families."""
    for one in sorted(families, key=lambda one: -len(one.planned)):
        if 0 < len(one.planned) <= number:
            one.is_long = True
            number -= len(one.planned)
    assert not number


def run_quarter(rng: Random, families: Sequence[Family], margin: Margin) -> None:
    """Hold the reviews of a quarter, end as many plans as the margin has, and be late as often."""
    quarter = parse_period(margin.label)
    running = [one for one in families if one.open and one.start <= quarter.end]
    reviewed = [one for one in running if quarter.contains(one.next_on)]
    for one in reviewed:
        one.held.append((one.due, one.next_on))
    _end_old(rng, running, quarter, margin.ended_old)
    _end_others(rng, running, reviewed, quarter, margin)
    _be_late(rng, running, quarter, margin.not_in_time)
    for one in running:
        if one.open and one.held and quarter.contains(one.held[-1][1]):
            one.plan_review(rng, one.held[-1][1], 6)


def _end_old(rng: Random, running: Sequence[Family], quarter: ReportingPeriod, number: int
             ) -> None:
    """End the plans of two years and more that have run longest."""
    old = sorted((one for one in running if one.is_long
                  and months_after(one.start, LONG_BEFORE) < quarter.end - timedelta(days=3)),
                 key=lambda one: one.start)
    for one in old:
        for child in one.open[:number]:
            number -= 1
            held = one.held[-1][1] if one.held else date.min
            crossed = months_after(one.start, LONG_BEFORE) + timedelta(days=1)
            if quarter.contains(held) and held >= crossed:
                _end(child, held, str(pick(REASONS, rng)))
            else:
                _end(child, working_day(max(quarter.start, crossed), 1), "moved")
    assert not number


def _end_others(rng: Random, running: Sequence[Family], reviewed: Sequence[Family],
                quarter: ReportingPeriod, margin: Margin) -> None:
    number = margin.ended - margin.ended_old
    number = _move_away(rng, running, quarter, number)
    mine = [one for one in reviewed if not one.is_long and one.open]
    last = [one for one in mine if months_after(one.start, LAST_REVIEW - 1) < quarter.end]
    failed = [one for one in mine if one.is_failed and one not in last]
    others = [one for one in mine if one not in last and one not in failed]
    rng.shuffle(others)
    others.sort(key=lambda one: one.start > quarter.back(3).start and chance(FIRST_GOES_ON, rng))
    forced = sum(len(one.open) for one in last)
    assert forced <= number <= sum(len(one.open) for one in mine), (quarter, forced, number)
    for one in (*last, *failed, *others):
        for child in one.open[:number]:
            number -= 1
            _end(child, one.held[-1][1], str(pick(REASONS, rng)))


def _move_away(rng: Random, running: Sequence[Family], quarter: ReportingPeriod, number: int
               ) -> int:
    """End a few plans between two conferences, because the family moved; return how many are left.
    """
    new = [one for one in running if one.open and not one.is_long
           and quarter.contains(one.start) and (quarter.end - one.start).days > 40]
    moving = 3
    for one in new:
        if moving >= len(one.open):
            moving -= len(one.open)
            number -= len(one.open)
            for child in one.open:
                _end(child, working_day(one.start + timedelta(days=25 + rng.randrange(12)), 1),
                     "moved")
    return number


def _end(child: Child, on: date, reason: str) -> None:
    child.end, child.end_reason = on, reason


def _be_late(rng: Random, running: Sequence[Family], quarter: ReportingPeriod, number: int
             ) -> None:
    """Let reviews of plans that go on be late, until so many open plans had one late."""
    left = number - sum(len(one.open) for one in running if one.is_failed)
    ready = [one for one in running if one.open and not one.is_failed and one.held
             and quarter.contains(one.held[-1][1]) and len(one.open) == len(one.planned)]
    rng.shuffle(ready)
    ready.sort(key=lambda one: one.due <= quarter.end - timedelta(days=18))
    skipped = 0
    for one in ready:
        if len(one.open) > left or one.due > quarter.end:
            continue
        due, _ = one.held.pop()
        late = working_day(due + timedelta(days=4 + rng.randrange(11)), 1)
        one.is_failed, left = True, left - len(one.open)
        if late > quarter.end:
            skipped += 1
            one.missed.append((quarter.end, due))
            one.next_on = late
        else:
            one.held.append((due, late))
    assert left == 0, (quarter, left)
