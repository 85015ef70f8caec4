"""Return interviews: owed, offered, accepted, held, held within 72 hours of the return.

Statutory guidance (January 2014): an independent interview is offered to each child who
returns, within 72 hours, by the authority whose child it is. So a return is owed an interview
here unless the child was placed by another authority or none was needed. Returns are those of
the episodes that began in the half-year; one interview may cover several of them. The 72 hours
run by the clock; where a time is missing, three days or less is counted apart.
"""

from __future__ import annotations

from collections import Counter

import pandas

from pscb_lib.disclosure.figures import count, counts, proportion
from pscb_lib.reading.cells.local_time import When, day_of, days_between, minutes_between
from pscb_lib.reports.missing_children.measures.selection import ALL_EPISODES, GROUPS, chosen
from pscb_lib.returns.codes import CHANGES, REASONS

WITHIN_HOURS = 72
WITHIN_DAYS = 3
NEEDED = "Needing an interview"
IN_TIME = "Held within 72 hours"
DATE_ONLY = "Held in three days or less (date only)"
STEPS = (NEEDED, "Offered", "Accepted", "Held", IN_TIME)
RETURNS = "Returns"
NOT_RECORDED, SEVERAL = "Nothing recorded", "covering several returns"
HELD = ("interviews_held", "Interviews held", "")
ALL_OWED = ("interviews", NEEDED, RETURNS)
*GROUPS_OWED, PLACED = GROUPS
OWED = ("Owed by this authority", "For the placing authority", "None needed, or not yet back")
RETURN_DAYS = {"Back Monday to Thursday": range(4), "Back Friday to Sunday": range(4, 7)}


def owed(frame: pandas.DataFrame) -> pandas.DataFrame:
    """The returns for which this authority owes an interview."""
    needed = frame["rhi_needed"].astype(bool) & frame["returned_at"].notna()
    return frame[needed & frame["from"].isin([GROUPS[group] for group in GROUPS_OWED])]


def with_interviews(frame: pandas.DataFrame) -> pandas.DataFrame:
    """Add ``held_at``, when the interview was, that of this return or one that covers it, and
    its ``timing``.
    """
    # Of two interviews that are said to cover one episode, that of the later row stands.
    several = frame[["rhi_completed_at", "covers_episode_ids"]].dropna().sort_index()
    covering = {episode: held for held, ids in several.itertuples(index=False)
                for episode in ids.split()}
    held = [own or covering.get(episode)
            for own, episode in zip(frame["rhi_completed_at"], frame["episode_id"], strict=True)]
    timing = map(timeliness, frame["returned_at"], held)
    return frame.assign(held_at=pandas.Series(held, frame.index, dtype=object),
                        timing=pandas.Series(list(timing), frame.index, dtype=object))


def steps(returns: pandas.DataFrame) -> dict[str, int]:
    """How many of the *returns* owed an interview came as far as each step."""
    timing = Counter(returns["timing"])
    reached = (len(returns), returns["rhi_offered"].sum(), returns["rhi_accepted"].sum(),
               returns["held_at"].notna().sum(), timing[IN_TIME])
    return {**dict(zip(STEPS, map(int, reached), strict=True)), DATE_ONLY: timing[DATE_ONLY]}


def timeliness(returned: When | None, held: When | None) -> str:
    """Whether an interview was within 72 hours; by days, and said so, where a time is missing."""
    if returned is None or held is None:
        return "Not held"
    minutes = minutes_between(returned, held)
    if minutes is not None:
        return IN_TIME if minutes <= 60 * WITHIN_HOURS else "Held later"
    return DATE_ONLY if days_between(returned, held) <= WITHIN_DAYS else "Held later (date only)"


def measure_interviews(
    half: pandas.DataFrame, last_year: pandas.DataFrame | None, last_title: str
) -> list[dict]:
    """Measure the steps, by whose child and day of return, and what the interviews brought.

    *last_year* is the same half a year earlier, or None where it was not supplied. Steps are
    shares of the returns that need an interview, each with its two counts.
    """
    returns = owed(half)
    rows = _steps(returns, RETURNS)
    rows += _steps(None if last_year is None else owed(last_year), last_title)
    for group in GROUPS_OWED:
        rows += _steps(chosen(returns, GROUPS[group]), group, RETURNS)
    return [*rows, *_by_whom_owed(half), *_by_day_of_return(returns), *_brought(returns)]


def _steps(returns: pandas.DataFrame | None, column: str, whole: str = "") -> list[dict]:
    if returns is None:
        return [count("interviews", step, None, column, describes="agency", state="not supplied")
                for step in (*STEPS, DATE_ONLY)]
    reached = steps(returns)
    needed = reached.pop(NEEDED)
    owing = ("interviews", NEEDED, column)
    return [count(*owing[:2], needed, column, describes="agency",
                  part_of=(("interviews", NEEDED, whole),)),
            *(_share("interviews", step, number, needed, column, whole=owing,
                     part_of=(("interviews", step, whole),))
              for step, number in reached.items())]


def _by_whom_owed(half: pandas.DataFrame) -> list[dict]:
    here, elsewhere = len(owed(half)), len(chosen(half, GROUPS[PLACED]))
    # Who is not yet back stands apart in the restricted set alone: not even here.
    numbers = zip(OWED, (here, elsewhere, len(half) - here - elsewhere), strict=True)
    rows = counts("owed", dict(numbers), part_of=(ALL_EPISODES,))
    return [{**rows[0], "part_of": (ALL_OWED,)}, *rows[1:]]


def _by_day_of_return(returns: pandas.DataFrame) -> list[dict]:
    weekdays = (day_of(back).weekday() for back in returns["returned_at"])
    found, rows = Counter(zip(weekdays, returns["timing"], strict=True)), []
    for label, days in RETURN_DAYS.items():
        own = {place: number for place, number in found.items() if place[0] in days}
        in_time = sum(number for (_, timing), number in own.items() if timing == IN_TIME)
        rows.append(_share("interviews_by_day", label, in_time, sum(own.values()), IN_TIME,
                           part_of=(("interviews", IN_TIME, RETURNS),)))
    return rows


def _brought(returns: pandas.DataFrame) -> list[dict]:
    held = returns[returns["rhi_completed_at"].notna()]
    several = held["covers_episode_ids"].notna()
    said = Counter(reason or NOT_RECORDED for reason in held["rhi_reason"])
    reasons = (*REASONS, NOT_RECORDED) if NOT_RECORDED in said else REASONS
    changed = Counter(change or NOT_RECORDED for change in held["rhi_change"])
    return [
        count(*HELD[:2], len(held), describes="agency"),
        count("interviews_held", SEVERAL, int(several.sum()), describes="agency"),
        _share("work", "Held by someone independent", int(held["rhi_independent"].map(bool).sum()),
               len(held), whole=HELD),
        _share("work", "Safe and well check by the police", int(returns["swc_at"].notna().sum()),
               len(returns), whole=ALL_OWED),
        *counts("said", {reason: said[reason] for reason in reasons}, part_of=(HELD,)),
        *counts("changed", {change: changed[change] for change in CHANGES}, describes="agency",
                part_of=(HELD,)),
    ]


def _share(table: str, row: str, numerator: int, denominator: int, column: str = "",
           **hangs_with: object) -> dict:
    return proportion(table, row, numerator, denominator, column, describes="agency", **hangs_with)
