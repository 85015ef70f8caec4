"""Write the sample returns that stand beside the Section 11 self-audits, the same bytes every time.

Run by ``python -m tools.samples.generate_section11``. All rows are invented and say so: the survey
of practitioners, the voluntary organisations asked, and the log of failures of cooperation. The
self-audits themselves are in :mod:`tools.samples.section11_answers`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from tools.samples.section11_answers import ON_TIME

SEED = 20141128
FOLDER = Path(__file__).parents[2] / "pscb_lib" / "samples"
ILLUSTRATIVE = {"source": "illustrative"}
QUESTIONS = {  # each with the percentage of practitioners who agree
    1: ("Senior managers here show that safeguarding matters", 85),
    2: ("I know where to read what this agency must do for children", 90),
    3: ("I know whom to tell of a concern", 88),
    4: ("What children say has changed how we work", 56),
    5: ("My training lets me act on a concern", 61),
    6: ("I know what to do if a colleague is a risk to a child", 80),
    7: ("Other agencies answer when I call", 63),
    8: ("I know when I may share information without consent", 59),
    9: ("I have time to see children alone", 70),
}
STAFF = dict(zip(ON_TIME, (60, 52, 44, 40, 18, 46, 24, 20, 9), strict=True))
ORGANISATIONS = {  # whether each holds the standards; None has not answered
    "Fenland Youth Clubs": True, "Nene Valley Sports Trust": True, "Orton Play Scheme": True,
    "Welland Community Choir": False, "Bretton Homework Club": True,
    "Dogsthorpe Family Centre Friends": True, "Stanground Brass Academy": None,
    "Paston Young Carers Group": True, "Werrington Canoe Club": False,
    "Hampton Toddlers": True, "Gunthorpe Faith Forum": None, "Eastfield Food Project": None,
}
FAILURES = (
    {"known_on": "2014-06-18", "body": "Riverside Nursery", "about": "cooperation",
     "failure": "sent nobody, and no report, to two strategy discussions",
     "reply": "the manager's post was vacant; a deputy now attends", "replied_on": "2014-07-02",
     "decision": "the Board asks for the attendance record after six months",
     "decided_on": "2014-07-16", "remedied_on": "2014-12-15"},
    {"known_on": "2014-10-06", "body": "Welland Community Choir", "about": "compliance",
     "failure": "has volunteers who were not checked",
     "reply": "believed that checks last for life", "replied_on": "2014-10-20",
     "decision": "no volunteer is alone with children until each is checked; checks by 28 February",
     "decided_on": "2014-11-12"},
    {"known_on": "2015-01-08", "body": "Stanground Brass Academy", "about": "cooperation",
     "failure": "has not answered three letters about a concern"},
)


def main(folder: Path = FOLDER) -> None:
    """Write the three returns to *folder*."""
    random = Random(SEED)
    write(folder / "section11_survey.csv", survey_rows(random))
    write(folder / "voluntary_standards.csv", organisation_rows(random))
    write(folder / "cooperation_failures.csv", failure_rows())


def survey_rows(random: Random) -> Iterator[dict[str, object]]:
    """Make a row for each agency that returned in time and each standard."""
    for agency, staff in STAFF.items():
        answered = max(1, staff * (55 + random.randrange(25)) // 100)
        for standard, (question, share) in QUESTIONS.items():
            agree = min(100, share + random.randrange(-9, 10))
            yield {"round": "2014-11", "agency": agency, "standard": standard,
                   "question": question, "asked_n": staff, "answered_n": answered,
                   "positive_n": answered * agree // 100, **ILLUSTRATIVE}


def organisation_rows(random: Random) -> Iterator[dict[str, object]]:
    """Make a row for each organisation that was asked."""
    for organisation, holds in ORGANISATIONS.items():
        day = 10 + random.randrange(18)
        yield {"round": "2014-11", "organisation": organisation, "asked_on": "2014-11-03",
               "answered_on": "" if holds is None else f"2014-11-{day}",
               "holds": {True: "yes", False: "no", None: ""}[holds], **ILLUSTRATIVE}


def failure_rows() -> Iterator[dict[str, object]]:
    """Make the log: one remedied, one decided and open, one without a reply."""
    blank = dict.fromkeys(("failure_id", *FAILURES[0]), "")
    for number, one in enumerate(FAILURES, start=1):
        yield blank | one | {"failure_id": f"FC-{number:02}"} | ILLUSTRATIVE


def write(path: Path, rows: Iterable[dict[str, object]]) -> None:
    """Write rows as UTF-8 CSV with plain line ends."""
    rows = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
