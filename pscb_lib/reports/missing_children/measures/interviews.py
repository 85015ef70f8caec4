"""Return interviews: needed, offered, accepted, held, and held within 72 hours of the return.

Statutory guidance (January 2014): an independent interview is offered to each child who returns,
within 72 hours, by the authority responsible for the child. So a return needs an interview here
unless the child was placed by another authority or none was needed. Returns are those of the
episodes that began in the half-year; one interview may cover several of them. The 72 hours are
clock hours; where a time is missing, three days or less is counted separately.
"""

from __future__ import annotations

from collections import Counter

import pandas

from pscb_lib.disclosure.counting import parts_of, share, steps, tally
from pscb_lib.disclosure.figures import NOT_SUPPLIED, TOTAL, count, counts
from pscb_lib.reading.cells.local_time import When, day_of, days_between, minutes_between
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.selection import chosen
from pscb_lib.reports.missing_children.places import (
    ACCEPTED,
    ALL_HELD,
    ALL_OWED,
    DATE_ONLY,
    GROUPS,
    IN_TIME,
    INTERVIEWS,
    NEEDED,
    OF_OTHERS,
    OFFERED,
    PLACED,
    RETURNS,
    WAS_HELD,
)

WITHIN_HOURS = 72
WITHIN_DAYS = 3
OWN_GROUPS = {whose: label for whose, label in GROUPS.items() if whose != OF_OTHERS}


def owed(frame: pandas.DataFrame) -> pandas.DataFrame:
    """Return the episodes for which this authority owes a return interview."""
    needed = frame["rhi_needed"].astype(bool) & frame["returned_at"].notna()
    return frame[needed & frame["from"].isin(OWN_GROUPS)]


def with_interviews(frame: pandas.DataFrame) -> pandas.DataFrame:
    """Add ``held_at``, when an interview was held, and its ``timing``.

    The interview is that of the return itself, or one that covers it.
    """
    # Where two interviews are said to cover one episode, the later row is used.
    several = frame[["rhi_completed_at", "covers_episode_ids"]].dropna().sort_index()
    covering = {episode: held for held, ids in several.itertuples(index=False)
                for episode in ids.split()}
    held = [own or covering.get(episode) for own, episode
            in zip(frame["rhi_completed_at"], frame["episode_id"], strict=True)]
    timing = map(timeliness, frame["returned_at"], held)
    return frame.assign(held_at=pandas.Series(held, frame.index, dtype=object),
                        timing=pandas.Series(list(timing), frame.index, dtype=object))


def reached(returns: pandas.DataFrame) -> dict[str, int]:
    """Count how many of the *returns* owed an interview reached each step."""
    timing = Counter(returns["timing"])
    return {NEEDED: len(returns), OFFERED: int(returns["rhi_offered"].sum()),
            ACCEPTED: int(returns["rhi_accepted"].sum()),
            WAS_HELD: int(returns["held_at"].notna().sum()),
            IN_TIME: timing[IN_TIME], DATE_ONLY: timing[DATE_ONLY]}


def timeliness(returned: When | None, held: When | None) -> str:
    """Say whether an interview was within 72 hours; by days where a time is missing."""
    if returned is None or held is None:
        return "Not held"
    minutes = minutes_between(returned, held)
    if minutes is not None:
        return IN_TIME if minutes <= 60 * WITHIN_HOURS else "Held later"
    return DATE_ONLY if days_between(returned, held) <= WITHIN_DAYS else "Held later (date only)"


def measure_interviews(
    half: pandas.DataFrame, last_year: pandas.DataFrame | None, last_title: str
) -> list[dict]:
    """Measure the steps, by whose child and day of return, and what the interviews found.

    *last_year* is the same half-year a year earlier, or None where it was not supplied. Steps are
    shares of the returns that need an interview, each with its numerator and denominator.
    """
    returns = owed(half)
    rows = _steps(returns, RETURNS)
    rows += _steps(None if last_year is None else owed(last_year), last_title)
    for whose, group in OWN_GROUPS.items():
        rows += _steps(chosen(returns, whose), group, RETURNS)
    return [*rows, *_by_whom_owed(half), *_by_day_of_return(returns), *_brought(returns)]


def _steps(returns: pandas.DataFrame | None, column: str, whole: str | None = None) -> list[dict]:
    if returns is None:
        return [count(INTERVIEWS, step, None, column, describes="agency", state=NOT_SUPPLIED)
                for step in places.STEPS]
    came = reached(returns)
    into = {step: ((INTERVIEWS, step, whole),) if whole else () for step in came}
    # An interview may cover returns that were not offered one, so held is no part of accepted.
    offered = {step: came[step] for step in (NEEDED, OFFERED, ACCEPTED)}
    held = {(INTERVIEWS, step, column): came[step] for step in (WAS_HELD, IN_TIME, DATE_ONLY)}
    (was_held, number), *in_time = held.items()
    return [*steps(INTERVIEWS, offered, column, part_of=into),
            *(share(place, times, came[NEEDED], of=(INTERVIEWS, NEEDED, column),
                    part_of=into[place[1]]) for place, times in held.items()),
            *parts_of(was_held, number, dict(in_time), describes="agency")]


def _by_whom_owed(half: pandas.DataFrame) -> list[dict]:
    here, elsewhere = len(owed(half)), len(chosen(half, OF_OTHERS))
    # Only the restricted set shows children still missing, so they have no row of their own here.
    numbers = (here, elsewhere, len(half) - here - elsewhere)
    same = (ALL_OWED, (places.EPISODES, PLACED, TOTAL), None)
    rows = counts(places.OWED, {place[1]: number for place, number
                                in zip(places.OWED_TO, numbers, strict=True)},
                  same_as=places.ALL_EPISODES)
    return [*({**row, "same_as": place} for row, place in zip(rows, same, strict=False)), rows[-1]]


def _by_day_of_return(returns: pandas.DataFrame) -> list[dict]:
    weekdays = (day_of(back).weekday() for back in returns["returned_at"])
    found, rows = Counter(zip(weekdays, returns["timing"], strict=True)), []
    for label, days in places.RETURN_DAYS.items():
        own = {place: number for place, number in found.items() if place[0] in days}
        in_time = sum(number for (_, timing), number in own.items() if timing == IN_TIME)
        rows.append(share((places.BY_DAY, label, IN_TIME), in_time, sum(own.values()), of=None,
                          part_of=((INTERVIEWS, IN_TIME, RETURNS),)))
    return rows


def _brought(returns: pandas.DataFrame) -> list[dict]:
    held = returns[returns["rhi_completed_at"].notna()]
    several, independent = held["covers_episode_ids"].notna(), held["rhi_independent"].map(bool)
    checked = returns["swc_at"].notna()
    return [
        count(*ALL_HELD[:2], len(held), describes="agency"),
        count(*places.SEVERAL[:2], int(several.sum()), describes="agency"),
        *parts_of(ALL_HELD, len(held), {places.SEVERAL: int(several.sum())}, describes="agency"),
        *parts_of((INTERVIEWS, WAS_HELD, RETURNS), int(returns["held_at"].notna().sum()),
                  {ALL_HELD: len(held)}, describes="agency"),
        share(places.INDEPENDENT, int(independent.sum()), len(held), of=ALL_HELD),
        share(places.SAFE_AND_WELL, int(checked.sum()), len(returns), of=ALL_OWED),
        *counts(places.SAID, tally(held["rhi_reason"], places.REASONS_GIVEN, places.NOTHING),
                same_as=ALL_HELD),
        *counts(places.CHANGED, tally(held["rhi_change"], places.CHANGES_MADE, places.NOTHING),
                describes="agency", same_as=ALL_HELD),
    ]
