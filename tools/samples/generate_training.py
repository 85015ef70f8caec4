"""Write the sample returns of training: every row is invented.

Run by ``python -m tools.samples.generate_training``; the same bytes every time. A year of courses,
with people on several of them, one agency that often does not come, one that hardly takes part, few
answers after three months, and one course too small to be told.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from pscb_lib.reports.training.returned_feedback import AFTER, BEFORE, LATER, MANAGER, SCALES

SEED = 20140501
FOLDER = Path(__file__).parents[2] / "pscb_lib" / "samples"
LAST_DAY = date(2015, 3, 31)
COURSES = (  # title, level, places, days, review, evidence, what it moves
    ("Working together", 3, 26,
     ("2014-05-14", "2014-07-09", "2014-10-08", "2015-01-21"), "Serious case review A",
     "audit", (1, 2, 2, 3)),
    ("Core groups that change things", 3, 24,
     ("2014-06-11", "2014-11-19", "2015-02-25"), "MA-01", "", (1, 1, 2, 2)),
    ("Neglect and drift", 3, 28,
     ("2014-06-25", "2014-10-22", "2015-03-11"), "MA-01", "", (2, 2, 1, 1)),
    ("Sexual exploitation", 2, 40,
     ("2014-05-21", "2014-09-17", "2014-12-03", "2015-02-11"), "", "survey",
     (3, 2, 2, 1)),
    ("Sharing information", 2, 32, ("2014-07-02", "2014-11-05"), "MA-02", "", (1, 1, 3, 1)),
    ("Designated leads", 3, 30, ("2014-09-24", "2015-01-14"), "", "",
     (1, 2, 1, 1)),
    ("Bruising in babies", 2, 12, ("2015-03-04",),
     "Serious case review A", "", (2, 2, 1, 1)),
)
AGENCIES = {  # of 100 places booked, and of 100 who are booked, who come or cancel
    "Children's social care": (22, 84, 12),
    "Peterborough schools": (24, 90, 6),
    "Cambridgeshire Constabulary": (13, 66, 9),
    "Cambridgeshire and Peterborough NHS Foundation Trust": (17, 88, 8),
    "Peterborough and Stamford Hospitals NHS Foundation Trust": (7, 80, 12),
    "Early help service": (9, 93, 5),
    "Peterborough Youth Offending Service": (5, 90, 6),
    "Peterborough City Council Housing": (3, 76, 10),
}
SINGLE = (  # agency, level, staff, in date, by whom it was validated
    ("Children's social care", 1, 96, 93, "training sub-group"),
    ("Children's social care", 3, 148, 139, "training sub-group"),
    ("Peterborough schools", 1, 2310, 2204, "training sub-group"),
    ("Peterborough schools", 3, 152, 146, "training sub-group"),
    ("Cambridgeshire Constabulary", 1, 612, 533, ""),
    ("Cambridgeshire Constabulary", 3, 58, 49, ""),
    ("Cambridgeshire and Peterborough NHS Foundation Trust", 1, 480, 468, "clinical commissioners"),
    ("Cambridgeshire and Peterborough NHS Foundation Trust", 3, 196, 178, "clinical commissioners"),
    ("Peterborough and Stamford Hospitals NHS Foundation Trust", 1, 3050, 2867,
     "clinical commissioners"),
    ("Peterborough and Stamford Hospitals NHS Foundation Trust", 3, 322, 271,
     "clinical commissioners"),
    ("Early help service", 2, 64, 63, "training sub-group"),
    ("Peterborough Youth Offending Service", 2, 41, 40, ""),
    ("Peterborough City Council Housing", 1, 118, 97, ""),
)
CODES = 36  # people of each agency who are booked again and again
Row = dict[str, object]


def main(folder: Path = FOLDER) -> None:
    """Write the four returns to *folder*."""
    random = Random(SEED)
    events = list(event_rows())
    taken = [row for one in events for row in place_rows(one, random)]
    _write(folder / "training_events.csv", events)
    _write(folder / "training_places.csv", taken)
    _write(folder / "training_feedback.csv", feedback_rows(events, taken, random))
    _write(folder / "single_agency_training.csv", (
        {"year": "2014-15", "agency": agency, "level": level, "staff_n": staff, "in_date_n": dated,
         "validated": "yes" if by else "no", "validated_by": by, "source": "illustrative"}
        for agency, level, staff, dated, by in SINGLE))


def event_rows() -> Iterator[Row]:
    """Yield a row for each event, numbered by its day."""
    days = sorted((day, course) for course in COURSES for day in course[3])
    for number, (day, course) in enumerate(days, 1):
        title, level, places, _, review, evidence, _ = course
        yield {"event_id": f"T-{number:02}", "held_on": day, "title": title, "level": level,
               "places": places, "from_review": review,
               "evidence": evidence if day == course[3][0] else "",
               "source": "illustrative"}


def place_rows(event: Row, random: Random) -> Iterator[Row]:
    """Yield the places booked on an event: nearly all, each by another person."""
    booked: set[tuple[str, int]] = set()
    names, weights = [*AGENCIES], [one[0] for one in AGENCIES.values()]
    places = int(str(event["places"]))
    while len(booked) < places - random.randrange(3):
        agency = random.choices(names, weights)[0]
        booked.add((agency, random.randrange(CODES)))
    for agency, number in sorted(booked):
        _, came, cancelled = AGENCIES[agency]
        at = random.randrange(100)
        end = "yes" if at < came else "cancelled" if at < came + cancelled else "no show"
        yield {"event_id": event["event_id"],
               "person_code": f"{names.index(agency) + 1}{number:03}", "agency": agency,
               "attended": end, "charged": "25.00" if end == "no show" and at % 2 else "",
               "source": "illustrative"}


def feedback_rows(events: Sequence[Row], taken: Iterable[Row], random: Random) -> Iterator[Row]:
    """Yield a row for each form that was sent to those who came, at each stage."""
    held = {one["event_id"]: date.fromisoformat(str(one["held_on"])) for one in events}
    titles = {one["event_id"]: one["title"] for one in events}
    moves = {course[0]: course[-1] for course in COURSES}
    for place in taken:
        if place["attended"] != "yes":
            continue
        day = held[place["event_id"]]
        start = [random.randrange(3, 8) for _ in SCALES]
        end = [min(10, score + by + random.randrange(-1, 2)) for score, by in zip(
            start, moves[str(titles[place["event_id"]])], strict=True)]
        kept = [max(1, score - random.choice((0, 0, 1, 1, 2))) for score in end]
        for stage, share, sent, scores in ((BEFORE, 88, -7, start), (AFTER, 82, 0, end),
                                           (LATER, 29, 91, kept), (MANAGER, 21, 91, [""] * 4)):
            sent_on = day + timedelta(days=sent)
            if sent_on <= LAST_DAY:
                yield _form(place, stage, sent_on, scores, random,
                            is_answered=random.randrange(100) < share)


def _form(place: Row, stage: str, sent_on: date, scores: Sequence[object], random: Random, *,
          is_answered: bool) -> Row:
    """One form: without a day of answering and without answers if it did not come back."""
    answered_on = sent_on + timedelta(days=random.randrange(6))
    practice = random.choices(("yes", "not yet", "no"), (70, 19, 11))[0]
    useful = random.choices(("yes", "no"), (9, 1))[0]
    answers = {"answered_on": answered_on.isoformat(), **dict(zip(SCALES, scores, strict=True)),
               "useful": useful if stage == AFTER else "",
               "changed_practice": practice if stage in (LATER, MANAGER) else ""}
    return {"event_id": place["event_id"], "person_code": place["person_code"], "stage": stage,
            "sent_on": sent_on.isoformat(),
            **(answers if is_answered else dict.fromkeys(answers, "")), "source": "illustrative"}


def _write(path: Path, rows: Iterable[Row]) -> None:
    rows = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
