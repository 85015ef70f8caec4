"""Write the sample of how effective the Board is, the same bytes every time.

Run by ``python -m tools.samples.generate_board_effectiveness``. All rows are invented and say so.
Scores and days are drawn; the words are below. Ratings are written in the order of statements and
scores, so that no member's form can be put together.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random

from pscb_lib.reports.board_effectiveness.statements import STATEMENTS

SEED = 20150313
FOLDER = Path(__file__).parents[2] / "pscb_lib" / "samples"
ROUNDS = (
    {"year": "2013-14", "asked_on": "2014-02-17", "closed_on": "2014-03-14", "asked_n": "18",
     "returned_n": "12"},
    {"year": "2014-15", "asked_on": "2015-02-16", "closed_on": "2015-03-13", "asked_n": "19",
     "returned_n": "11"},
)
LEVELS = {  # the score about which each statement is rated, last year and this year
    "Leadership": (3.6, 4.2), "Challenge": (2.8, 3.4), "Data": (3.4, 3.9),
    "Child's voice": (2.0, 2.1), "Front line": (2.4, 2.9), "Learning": (3.1, 3.2),
    "Early help": (2.7, 2.5), "Priorities": (3.3, 3.8), "Resources": (2.9, 2.6),
    "Other boards": (2.6, 2.8),
}
COMMENTS = {
    "Child's voice": ("We hear about children, seldom from them",
                      "One visit to a youth club is not a voice"),
    "Front line": ("Go to teams, do not ask teams to come to us",),
    "Early help": ("We count assessments and not what they change",),
    "Resources": ("The office has two people for nine sub-groups' papers",),
    "Challenge": ("Better than last year; health still answers for everybody",),
}
SCS, EDUCATION, POLICE, HOSPITAL, TRUST, HOUSING = (
    "Children's social care", "Education", "Police", "Peterborough City Hospital", "CPFT",
    "Housing Needs")
POINTS = (
    ("workshop", "2014-06-12", TRUST, "thresholds", "Referrals come back without a reason",
     "Each now has one, within two working days", "2014-07-30"),
    ("workshop", "2014-06-12", EDUCATION, "information sharing",
     "Schools hear of violence at home days later", "The police tell schools by nine o'clock",
     "2015-01-19"),
    ("workshop", "2014-06-12", HOUSING, "procedures", "Nobody knows which procedure is in force",
     "One page lists them; old ones are gone", "2014-09-22"),
    ("visit by a member", "2014-09-24", SCS, "caseloads",
     "Visits are written up at night, or not at all", "Two typists were lent for six months",
     "2014-11-03"),
    ("visit by a member", "2014-09-24", SCS, "supervision",
     "Supervision is put off when it is busy", "", ""),
    ("workshop", "2015-02-05", HOSPITAL, "early help", "We do not know whom to ask at weekends",
     "The rota is on the ward's wall", "2015-03-02"),
    ("workshop", "2015-02-05", TRUST, "thresholds",
     "Self-harm is sent to us when a school could help", "", ""),
    ("workshop", "2015-02-05", POLICE, "children's voice",
     "Children are asked the same by four of us", "", ""),
)
MEETINGS = (
    ("2014-05-14", "Police", "attendance", "A named deputy attends when the member cannot"),
    ("2014-07-02", "Clinical commissioning group", "own agency",
     "Reports of practices to conferences are told each quarter"),
    ("2014-09-17", "Schools", "challenge", "The heads' group sends one question to each meeting"),
    ("2014-11-19", "Probation", "priorities", "Both new bodies have a seat"),
    ("2015-01-21", "Council", "resources", "A second officer until March 2016"),
    ("2015-03-04", "Lay member", "challenge", "Papers come a week earlier"),
)
ESCALATIONS = (  # quarter, by, with, about, stage, days until resolved or None, outcome, safe
    (1, TRUST, SCS, "threshold", 1, 6, "changed", "yes"),
    (1, EDUCATION, SCS, "threshold", 1, 4, "stood", "yes"),
    (1, HOSPITAL, SCS, "threshold", 1, 9, "compromise", "yes"),
    (2, EDUCATION, SCS, "threshold", 2, 15, "changed", "yes"),
    (2, SCS, TRUST, "attendance", 1, 12, "changed", "yes"),
    (3, TRUST, SCS, "threshold", 1, 5, "stood", "yes"),
    (3, POLICE, SCS, "plan", 3, 41, "changed", "no"),
    (4, EDUCATION, SCS, "threshold", 1, 8, "changed", ""),
    (4, SCS, HOUSING, "plan", 2, None, "", "yes"),
)
UPHELD = ("upheld", "partly upheld", "not upheld", "withdrawn")
WHAT = ("not passed on", "not seen", "not believed", "left unsafe")
DECISIONS = ("review", "audit", "action by the agency", "no further action")
OUTCOMES = {
    ("Quality and Effectiveness", 2): ("Second plans now begin with the first one read", "yes"),
    ("Quality and Effectiveness", 4): ("Two agencies' files show the child more often", "yes"),
    ("Learning and Development", 3): ("Staff use the neglect toolkit", "yes"),
    ("Case Review", 1): ("Bruising in babies is now told the same day", "no"),
    ("Operational Chairs", 4): ("Families wait less for a first visit", "yes"),
}
GROUPS = {"Quality and Effectiveness": "yyyy", "Learning and Development": "yyyl",
          "Policies and Procedures": "ylll", "Case Review": "yyy ", "Operational Chairs": "yyyy"}
STARTS = (date(2014, 4, 1), date(2014, 7, 1), date(2014, 10, 1), date(2015, 1, 1))
ENDS = (date(2014, 6, 30), date(2014, 9, 30), date(2014, 12, 31), date(2015, 3, 31))


def main(folder: Path = FOLDER) -> None:
    """Write the eight returns to *folder*."""
    random = Random(SEED)
    for name, rows in {
        "board_rating_rounds": [{**one, "read_by_role": "Vice-Chair", "chair_saw_comments": "no"}
                                for one in ROUNDS],
        "board_rating": rating_rows(random),
        "practitioner_feedback": [dict(zip(("event", "held_on", "agency", "theme", "said", "answer",
                                            "answered_on"), one, strict=True)) for one in POINTS],
        "chair_meetings": [dict(zip(("held_on", "seat", "theme", "agreed"), one, strict=True))
                           for one in MEETINGS],
        "escalations": escalation_rows(random), "complaints": complaint_rows(random),
        "near_misses": near_miss_rows(random), "sub_group_reports": report_rows(random),
    }.items():
        write(folder / f"{name}.csv", rows)


def rating_rows(random: Random) -> Iterator[dict[str, str]]:
    """The answers of both years, drawn about the level of each statement."""
    for number, of in enumerate(ROUNDS):
        for statement in STATEMENTS:
            drawn = sorted(min(5, max(1, round(random.gauss(LEVELS[statement][number], 0.8))))
                           for _ in range(int(of["returned_n"])))
            said = [*COMMENTS.get(statement, ())] if number else []
            for score in drawn:
                yield {"year": of["year"], "statement": statement, "score": str(score),
                       "comment": said.pop() if said else ""}


def escalation_rows(random: Random) -> Iterator[dict[str, str]]:
    """The escalations, each on a day of its quarter."""
    days = sorted((STARTS[one[0] - 1] + timedelta(days=random.randint(5, 75)), one)
                  for one in ESCALATIONS)
    for number, (raised, (_, by, to, about, stage, took, outcome, safe)) in enumerate(days, 1):
        yield {"escalation_id": f"ESC-{number:02}", "raised_on": raised.isoformat(),
               "raised_by": by, "raised_with": to, "about": about, "stage": str(stage),
               "resolved_on": "" if took is None else (raised + timedelta(days=took)).isoformat(),
               "outcome": outcome, "safe_meanwhile": safe}


def complaint_rows(random: Random) -> Iterator[dict[str, str]]:
    """Complaints of three years, most of them about conferences."""
    for number, received in enumerate(_days(random, 23), 1):
        took = random.choice((6, 9, 11, 12, 13, 18, 25, 34))
        about = random.choice(("conference", "conference", "agency through the Board", "Board"))
        yield {"complaint_id": f"C-{number:02}", "received_on": received.isoformat(),
               "about": about, "due_on": (received + timedelta(days=14)).isoformat(),
               "answered_on": (received + timedelta(days=took)).isoformat(),
               "upheld": random.choice(UPHELD)}


def near_miss_rows(random: Random) -> Iterator[dict[str, str]]:
    """Near misses of three years, and what the group that reviews cases decided."""
    for number, happened in enumerate(_days(random, 17), 1):
        took = random.choice((12, 19, 25, 28, 29, 45))
        told_by = random.choice((SCS, TRUST, HOSPITAL, POLICE))
        yield {"near_miss_id": f"NM-{number:02}", "happened_on": happened.isoformat(),
               "told_by": told_by, "what": random.choice(WHAT),
               "considered_on": (happened + timedelta(days=took)).isoformat(),
               "decision": random.choice(DECISIONS)}


def _days(random: Random, number: int) -> list[date]:
    first, last = date(2012, 4, 10), date(2015, 3, 10)
    return sorted(first + timedelta(days=random.randint(0, (last - first).days))
                  for _ in range(number))


def report_rows(random: Random) -> Iterator[dict[str, str]]:
    """The sub-groups' reports: y in time, l late, a blank is not given."""
    for group, said in GROUPS.items():
        for number, (due, letter) in enumerate(zip(ENDS, said, strict=True), 1):
            late = random.randint(5, 25) if letter == "l" else -random.randint(0, 9)
            given = due + timedelta(days=late)
            row = {"sub_group": group, "due_on": due.isoformat()}
            outcome, evidence = OUTCOMES.get((group, number), ("", ""))
            yield row if letter == " " else row | {
                "given_on": given.isoformat(), "activity": f"{random.randint(2, 5)} meetings held",
                "outcome": outcome, "evidence": evidence,
                "to_chairs_on": "" if number == 4 else (given + timedelta(days=20)).isoformat()}


def write(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Write *rows* as CSV, each of them illustrative."""
    rows = [{**row, "source": "illustrative"} for row in rows]
    columns = [*dict.fromkeys(name for row in rows for name in row if name != "source"), "source"]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
