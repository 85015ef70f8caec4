"""Invented children of the missing children's sample, and how often each went in a year."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from random import Random

YEARS = ("2013-14", "2014-15")
CHILDREN = {"own_cla": 50, "home": 105, "other_la_cla": 26}


def _tally(*most: int, twice: int, once: int) -> list[int]:
    return [*most, *[2] * twice, *[1] * once]


# Incidents of each child in a year, by whose child it is: missing, away from a placement, or what
# the police called absent.
INCIDENTS = {
    ("2014-15", "own_cla", "M"): _tally(14, 9, 7, 5, 4, 3, 3, twice=8, once=13),
    ("2014-15", "own_cla", "A"): _tally(18, 11, 8, 6, 5, 4, 4, 4, 4, twice=8, once=14),
    ("2014-15", "home", "M"): _tally(7, 6, 5, 4, 4, 3, 3, 3, twice=13, once=44),
    ("2014-15", "home", "P"): _tally(3, twice=5, once=15),
    ("2014-15", "other_la_cla", "M"): _tally(9, 6, 4, 3, twice=3, once=9),
    ("2014-15", "other_la_cla", "A"): _tally(5, 3, twice=2, once=6),
    ("2013-14", "own_cla", "M"): _tally(9, 6, 5, 4, 3, 3, twice=7, once=12),
    ("2013-14", "own_cla", "A"): _tally(12, 9, 6, 5, 4, 3, 3, twice=8, once=13),
    ("2013-14", "home", "M"): _tally(8, 5, 4, 4, 3, 3, twice=12, once=40),
    ("2013-14", "home", "P"): _tally(twice=4, once=12),
    ("2013-14", "other_la_cla", "M"): _tally(7, 5, 3, twice=3, once=8),
    ("2013-14", "other_la_cla", "A"): _tally(4, twice=2, once=5),
}


def make_children(rng: Random) -> list[dict]:
    """Make invented children; ``incidents`` of each has the codes of its episodes by year."""
    numbers = [f"{number:05}" for number in range(211, 9999, 37)]
    rng.shuffle(numbers)
    children = []
    for group, size in CHILDREN.items():
        pool = [_child(rng, numbers.pop(), group) for _ in range(size)]
        for year, whose, status in INCIDENTS:
            if whose == group:
                _share_out(rng, pool, year, status, INCIDENTS[year, whose, status])
        children += pool
    return children


def _share_out(rng: Random, pool: list[dict], year: str, status: str, tally: list[int]) -> None:
    # Children who go often in one year tend to go often in the next.
    places = {child["child_id"]: place + rng.random() * 0.8 * len(pool)
              for place, child in enumerate(pool)}
    often = sorted(pool, key=lambda child: places[child["child_id"]])
    for child, number in zip(often, tally, strict=False):
        child["incidents"][year] += [status] * number


def _child(rng: Random, number: str, group: str) -> dict:
    home = group == "home"
    placed = ("Foster care", "Foster care", "Children's home", "Children's home",
              "Semi-independent")
    return {
        "child_id": number, "from": group, "incidents": defaultdict(list),
        "dob": date(1997, 5, 1) + timedelta(days=rng.randrange(2000)),
        "sex": rng.choice(("Girl", "Girl", "Girl", "Boy", "Boy")),
        "ethnicity": rng.choice(("WBRI",) * 11 + ("WOTH", "WOTH", "APKN", "MWBC", "MWAS", "BAFR",
                                                  "OOTH", "NOBT")),
        "placing_la": "" if group != "other_la_cla" else f"Authority {rng.choice('ABCDEF')}",
        "placement_type": "Home" if home else rng.choice(placed),
        "cse_risk": rng.choice(("none", "none", "low", "low", "low", "medium", "high",
                                *(("not assessed",) * (2 if home else 1)))),
    }
