"""Invented events of the missing children's sample: one episode, its return, its interview."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from random import Random

from pscb_lib.framework.spellings import parse_period
from pscb_lib.returns.codes import CHANGES, REASONS

HOURS = (0, 1, 7, 8, 9, 11, 13, 14, 15, 15, 16, 16, 17, 17, 18, 18, 19, 19, 19, 20, 20, 20, 21,
         21, 21, 22, 22, 23)
# The share of episodes up to each length, and that length's limits in minutes.
LENGTHS = ((0.40, 60, 350), (0.80, 360, 1430), (0.93, 1440, 4300), (0.985, 4320, 10_000),
           (1.0, 10_080, 15_000))
RECORDED = {
    ("own_cla", "M"): ("both",) * 8 + ("council",),
    ("own_cla", "A"): ("council",) * 6,
    ("home", "M"): ("both",) * 6 + ("police", "police", "council"),
    ("home", "P"): ("police",) * 5,
    ("other_la_cla", "M"): ("both",) * 5 + ("police", "council"),
    ("other_la_cla", "A"): ("council",) * 5,
}
NEEDED = {"M": 0.96, "A": 0.3, "P": 0.3}
# Whether an interview can be offered, accepted and held: whether it is, missing_answers draws.
OFFERED, ACCEPTED, HELD, INDEPENDENT, TIMED, CHECKED = 0.99, 0.98, 0.99, 0.8, 0.96, 0.9
FRIDAY = 4
# In this quarter more of the interviews than usual came late.
LATE_QUARTER = parse_period("2014-15 Q3")
LATE, LATER_AT_WEEKENDS, LATER_IN_QUARTER = 0.01, 0.06, 0.30


def make_episode(rng: Random, child: dict, day: date, status: str, until: datetime) -> dict:
    """Make an episode of *child* that ends before the day *until* of the next one."""
    left = datetime(day.year, day.month, day.day, rng.choice(HOURS), 5 * rng.randrange(12))
    share = rng.random()
    shortest, longest = next(limits[1:] for limits in LENGTHS if share < limits[0])
    back = left + timedelta(minutes=shortest + 5 * rng.randrange((longest - shortest) // 5))
    episode = {name: child[name] for name in child if name != "incidents"}
    return {
        **episode, "status": status, "left_at": left,
        "returned_at": min(back, until - timedelta(hours=2)),
        "recorded_by": rng.choice(RECORDED[child["from"], status]),
        "is_timed": rng.random() < TIMED,
    }


def add_interviews(rng: Random, episodes: list[dict]) -> None:
    """Add what followed each return of one child: check, interview, strategy meeting."""
    for number, episode in enumerate(episodes):
        back = episode["returned_at"]
        owed = episode["from"] != "other_la_cla" and rng.random() < NEEDED[episode["status"]]
        offered = owed and rng.random() < OFFERED
        accepted = offered and rng.random() < ACCEPTED
        held = accepted and rng.random() < HELD
        seen = back + timedelta(minutes=5 * rng.randrange(6, 160))
        third = number > 1 and (episode["left_at"] - episodes[number - 2]["left_at"]).days <= 90
        met = third and rng.random() < 0.4
        episode |= {
            "rhi_needed": owed, "rhi_offered": offered, "rhi_accepted": accepted,
            "swc_at": seen if owed and rng.random() < CHECKED else None,
            "strategy_mtg_at": (back + timedelta(days=4)).date() if met else None,
        }
        if held:
            episode |= _interview(rng, back)


def _interview(rng: Random, back: datetime) -> dict:
    likely = (LATE + LATER_AT_WEEKENDS * (back.weekday() >= FRIDAY)
              + LATER_IN_QUARTER * LATE_QUARTER.contains(back.date()))
    days = 4 + rng.randrange(6) if rng.random() < likely else 1 + rng.randrange(2)
    day = (back + timedelta(days=days)).date()
    return {
        "rhi_completed_at": datetime(day.year, day.month, day.day, 9 + rng.randrange(9),
                                     15 * rng.randrange(4)),
        "rhi_independent": rng.random() < INDEPENDENT,
        "rhi_reason": rng.choice(REASONS + REASONS[:3] * 2),
        "rhi_change": rng.choice(CHANGES + CHANGES[-1:] * 2),
    }


def share_interviews(episodes: list[dict]) -> None:
    """Let one interview cover two returns if the second was within three weeks."""
    for first, second in pairwise(episodes):
        close = (second["returned_at"] - first["returned_at"]).days <= 21
        both = first["rhi_accepted"] and second.get("rhi_completed_at")
        if close and both and "covers" not in first:
            second["covers"] = first
            for name in ("rhi_completed_at", "rhi_independent", "rhi_reason", "rhi_change"):
                first.pop(name, None)
