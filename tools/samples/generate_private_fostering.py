"""Make the sample returns of private fostering: ``python -m`` this module.

Every row is invented. The notifications of each quarter of 2012-13 to 2014-15 are as many as the
sample data set has of first visits, but for one of the third quarter of 2013-14, which the council
recorded and nobody put into the data set: its first visit was late.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from pscb_lib.framework.ages import birthday
from pscb_lib.framework.spellings import parse_period, parse_year
from pscb_lib.framework.workdays import FIRST_YEAR, add_working_days, is_working_day
from pscb_lib.reports.private_fostering import returned, returned_awareness, returned_visits
from tools.samples.dealing import chance, pick

SEED = 20140603
KNOWN_ON = date(2015, 3, 31)
FOLDER = Path(__file__).parents[2] / "pscb_lib" / "samples"
YEARS = {"2009-10": 7, "2010-11": 9, "2011-12": 12}
QUARTERS = {"2012-13": (4, 4, 5, 4), "2013-14": (5, 4, 5, 5), "2014-15": (3, 2, 0, 4)}
LATE = {"2012-13 Q2", "2013-14 Q3"}  # the quarters in which one first visit is late
PROHIBITED = "2013-14 Q2"  # the quarter of whose notifications the first is prohibited
FIRST_VIEWS = date(2012, 4, 1)  # what children say is recorded from then on
NOTIFIERS = {"parent": 6, "carer": 5, "GP or health": 3, "UKVI": 1,
             "social care": 3, "found": 1, "housing": 1}
REGIONS = {"UK": 8, "Africa": 8, "Asia": 7, "Europe": 7, "Americas and Caribbean": 1}
RELATIONS = ("great-aunt", "cousin", "family friend", "host family", "parent's friend")
ENDS = {"returned to parent": 7, "moved area": 2, "looked after": 2, "other": 1}
ALONE = {"yes": 90, "no, too young": 3, "no, the child did not wish it": 4,
         "no, another reason": 3}
VIEWS = {"content": 78, "mixed": 14, "unhappy": 2, "did not wish to say": 6}
EVENTS = (  # day, event, audience, people reached
    ("2009-11-10", "leaflet", "the public", 400), ("2010-10-05", "briefing", "schools", 31),
    ("2011-05-17", "letter", "language schools", 6), ("2011-11-09", "training", "health", 22),
    ("2012-06-20", "briefing", "housing", 14), ("2012-11-21", "training", "social care", 35),
    ("2013-09-16", "leaflet", "schools", 74), ("2013-11-20", "training", "health", 26),
    ("2014-09-24", "briefing", "parents and carers", 18), ("2015-02-11", "training", "schools", 40))

COLUMNS = ("arrangement_id", "dob", "sex", "disabled", "birth_region", "relationship",
           "notified_on", "notified_by", "proposal", "aware_on", "began_on", "ended_on",
           "end_reason", "suitable", "dbs_complete", "decided_on", "source")
COLUMNS_OF_VISITS = ("arrangement_id", "visited_on", "child_seen", "alone", "report_on",
                     "child_view", "source")
COLUMNS_OF_EVENTS = ("held_on", "event", "audience", "people_reached", "source")


def main() -> None:
    """Write the three samples to ``pscb_lib/samples``, the same bytes each time."""
    generate(FOLDER)


def generate(folder: Path) -> None:
    """Write the three returns to *folder*."""
    random = Random(SEED)
    days = sorted(_days(random))
    cases = [_case(number, day, random) for number, day in enumerate(days, 1)]
    _prohibit(_first_of(PROHIBITED, cases))
    late = {_first_of(quarter, cases)["arrangement_id"] for quarter in LATE}
    visits = [visit for one in cases for visit in _visits(one, one["arrangement_id"] in late,
                                                          random)]
    visits.sort(key=lambda one: (one["visited_on"], one["arrangement_id"]))
    events = [dict(zip(("held_on", "event", "audience", "people_reached"), one, strict=True))
              | {"held_on": date.fromisoformat(one[0]), "source": "illustrative"}
              for one in EVENTS]
    for module, rows, names in (
            (returned, cases, COLUMNS), (returned_visits, visits, COLUMNS_OF_VISITS),
            (returned_awareness, events, COLUMNS_OF_EVENTS)):
        _write(folder / module.RETURN.folder_or_file, names, rows)


def _days(random: Random) -> Iterator[date]:
    """The days of notification: on working days, so that none is at Christmas."""
    spans = [(parse_year(year), number) for year, number in YEARS.items()]
    spans += [(quarter, number) for year, numbers in QUARTERS.items()
              for quarter, number in zip(parse_year(year).split(3), numbers, strict=True)]
    for span, number in spans:
        length = (span.end - span.start).days
        for one in range(number):
            step = length // number
            day = span.start + timedelta(days=one * step + int(random.random() * (step - 4)))
            yield _working(day)


def _working(day: date) -> date:
    """The day, or the next one that is no weekend or holiday; holidays are known from 2010."""
    while day.weekday() > 4 or day.year >= FIRST_YEAR and not is_working_day(day):
        day += timedelta(days=1)
    return day


def _within(day: date, days: int) -> date:
    """The last of so many working days; before 2010, when they are not known, of weekdays."""
    if day.year >= FIRST_YEAR:
        return add_working_days(day, days)
    return _working(day + timedelta(days=days + 2 * (days // 5)))


def _case(number: int, notified: date, random: Random) -> dict:
    is_proposal, is_disabled = chance(28, random), chance(4, random)
    away = timedelta(days=int(8 + random.random() * 48))
    began = notified + away if is_proposal else notified - away
    age = 6 + int(random.random() * 9)
    born = birthday(notified - timedelta(days=int(random.random() * 365)), -age)
    lasts = timedelta(days=int(70 + random.random() * random.random() * 600))
    ended = min(began + lasts, birthday(born, 18 if is_disabled else 16))
    is_over = ended <= KNOWN_ON and ended > notified
    decided = _within(notified, int(17 + random.random() * 26))
    suitable = str(pick({"yes": 17, "yes with requirements": 3}, random))
    if decided > KNOWN_ON:
        suitable = "pending"
    is_decided = suitable != "pending"
    return {
        "arrangement_id": f"PF-{number:03}", "dob": born,
        "sex": "Girl" if chance(52, random) else "Boy", "disabled": "yes" if is_disabled else "no",
        "birth_region": pick(REGIONS, random),
        "relationship": RELATIONS[int(random.random() * len(RELATIONS))],
        "notified_on": notified, "notified_by": pick(NOTIFIERS, random),
        "proposal": "yes" if is_proposal else "no",
        "aware_on": notified - timedelta(days=int(random.random() * 2.4)),
        "began_on": began, "ended_on": ended if is_over else "",
        "end_reason": ("16" if ended == birthday(born, 16) else pick(ENDS, random)
                       ) if is_over else "",
        "suitable": suitable, "dbs_complete": "yes" if is_decided else "no",
        "decided_on": decided if is_decided else "", "source": "illustrative"}


def _first_of(quarter: str, cases: Iterable[dict]) -> dict:
    return next(one for one in cases if parse_period(quarter).contains(one["notified_on"]))


def _prohibit(case: dict) -> None:
    """Let the arrangement end soon after it is decided that it is not suitable."""
    ended = max(case["decided_on"], case["began_on"]) + timedelta(days=3)
    case.update(suitable="prohibited", ended_on=ended, end_reason="returned to parent")


def _visits(case: dict, is_late: bool, random: Random) -> Iterator[dict]:
    """The first visit in seven working days, then one in six or twelve weeks, seldom late."""
    notified, start = case["notified_on"], max(case["began_on"], case["aware_on"])
    limit = _within(notified, 9 if is_late else 6)
    day = limit if is_late else _working(notified + (limit - notified) * random.random())
    end = min(case["ended_on"] or KNOWN_ON, KNOWN_ON)
    if day <= KNOWN_ON:
        yield _visit(case, day, random, is_seen=day >= start or chance(80, random))
    day = max(day, start)
    while True:
        weeks = 6 if day < birthday(start, 1) else 12
        gap = 7 * weeks + 9 if chance(1.5, random) else 7 * weeks - 1 - int(random.random() * 15)
        day += timedelta(days=gap)
        day -= timedelta(days=max(0, day.isoweekday() - 5))  # on the Friday before a weekend
        if day >= end:
            return
        yield _visit(case, day, random)


def _visit(case: dict, day: date, random: Random, is_seen: bool = True) -> dict:
    report = day + timedelta(days=1 + int(random.random() * 12))
    alone, view = str(pick(ALONE, random)), pick(VIEWS, random)
    return {"arrangement_id": case["arrangement_id"], "visited_on": day,
            "child_seen": "yes" if is_seen else "no",
            "alone": alone if is_seen else "no, another reason",
            "report_on": report if report <= KNOWN_ON else "",
            "child_view": view if is_seen and day >= FIRST_VIEWS else "",
            "source": "illustrative"}


def _write(path: Path, names: tuple[str, ...], rows: Iterable[dict]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: f"{value:%d/%m/%Y}" if isinstance(value, date) else value
                          for name, value in row.items()} for row in rows)


if __name__ == "__main__":
    main()
