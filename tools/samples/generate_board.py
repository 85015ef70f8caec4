"""Make the sample returns of the Board's own work: ``python -m`` this module.

Every row is invented: the seats and who held them, the Board's development, and who came to which
meeting of the year. A seeded generator says who came.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from random import Random

from tools.samples.dealing import pick

SEED = 20140603
FOLDER = Path(__file__).parents[2] / "pscb_lib" / "samples"
ILLUSTRATIVE = "illustrative"
CHIEF, DIRECTOR, MANAGER, LAY = "chief or executive", "director or head", "manager", "lay"
Row = dict[str, str]
SEATS = (  # id, agency, required by, whether it votes
    ("S01", "Children's social care", "statute", "yes"),
    ("S02", "Police", "statute", "yes"),
    ("S03", "National Probation Service", "statute", "yes"),
    ("S04", "BeNCH Community Rehabilitation Company", "statute", "yes"),
    ("S05", "Youth Offending Service", "statute", "yes"),
    ("S06", "East Anglia Area Team", "statute", "yes"),
    ("S07", "NHS Cambridgeshire and Peterborough CCG", "statute", "yes"),
    ("S08", "Peterborough City Hospital", "statute", "yes"),
    ("S09", "CPFT", "statute", "yes"),
    ("S10", "Cafcass", "statute", "yes"),
    ("S11", "Peterborough schools", "statute", "yes"),
    ("S12", "", "statute", "yes"),
    ("S13", "", "statute", "yes"),
    ("S14", "", "regulation", "yes"),
    ("S15", "Education", "local", "yes"),
    ("S16", "Adult Social Care", "local", "yes"),
    ("S17", "Public Health", "local", "yes"),
    ("S18", "Housing", "local", "yes"),
    ("S19", "Peterborough Regional College", "local", "yes"),
    ("S20", "East of England Ambulance Service", "local", "yes"),
    ("S21", "Peterborough Council for Voluntary Service", "local", "yes"),
    ("S22", "Children's social care", "regulation", "no"),  # the lead member, an observer
    ("S23", "NHS Cambridgeshire and Peterborough CCG", "local", "no"),  # an adviser
)
HOLDERS = {  # role, level, from, to, inducted, held with
    "S01": [("Director of Children's Services", CHIEF, "2012-09-03", "",
             "2012-10-09", "")],
    "S02": [("Detective Superintendent", DIRECTOR, "2013-02-04", "",
             "2013-03-05", "")],
    "S03": [("Director of Offender Management", DIRECTOR, "2011-05-09", "2014-05-31",
             "2011-06-07", ""),
            ("Head of Local Delivery Unit", DIRECTOR, "2014-06-01", "",
             "2014-07-15", "")],
    "S04": [("Assistant Chief Executive", CHIEF, "2014-09-01", "", "2015-01-13",
             "")],
    "S05": [("Head of Service", DIRECTOR, "2012-04-02", "", "2012-05-15",
             "")],
    "S06": [("Director of Nursing", DIRECTOR, "2013-04-02", "2015-03-31",
             "2013-06-04", "")],
    "S07": [("Chief Nurse", CHIEF, "2013-04-02", "", "2013-06-04", "")],
    "S08": [("Chief Nurse", CHIEF, "2012-11-05", "", "2012-12-04", "")],
    "S09": [("Director of Nursing", DIRECTOR, "2011-10-03",
             "2014-09-30", "2011-12-06", ""),
            ("Director of Service Integration", DIRECTOR,
             "2014-10-01", "", "2014-11-20", "")],
    "S10": [("Head of Service", DIRECTOR, "2012-06-11", "2014-11-14", "2012-07-10", "")],
    "S11": [("Secondary head teacher", DIRECTOR, "2011-09-01",
             "2014-08-31", "2011-10-04", ""),
            ("Primary head teacher", DIRECTOR, "2014-09-01", "", "",
             "")],
    "S12": [("Lay member", LAY, "2011-04-04", "", "2011-06-07", "")],
    "S13": [("Lay member", LAY, "2014-07-01", "2015-01-31", "2014-09-30", "")],
    "S14": [("Independent Chair", CHIEF, "2012-01-09", "", "2012-02-07", "")],
    "S15": [("Head of School Improvement", DIRECTOR, "2012-09-03",
             "", "2012-10-09", "")],
    "S16": [("Director of Adults and Public Health", CHIEF,
             "2013-04-02", "", "2013-06-04", "")],
    "S17": [("Director of Adults and Public Health", CHIEF,
             "2013-04-02", "", "2013-06-04", "S16")],
    "S18": [("Head of Housing", DIRECTOR, "2010-05-10", "2014-04-25",
             "2010-06-08", ""),
            ("Housing Needs Manager", MANAGER, "2014-05-12", "", "2014-06-10", "")],
    "S19": [("Vice Principal", DIRECTOR, "2013-01-07", "",
             "2013-03-05", "")],
    "S20": [("Locality Director", DIRECTOR, "2012-03-05", "2015-02-01",
             "2012-06-12", ""),
            ("Safeguarding Lead", MANAGER, "2015-02-02", "", "", "")],
    "S21": [("Chief Executive", CHIEF, "2012-05-14", "", "2012-06-12",
             "")],
    "S22": [("Lead Member for Children's Services", CHIEF, "2011-05-16", "", "2011-06-07", "")],
    "S23": [("Designated Doctor", DIRECTOR, "2010-09-06", "", "2010-10-12", "")],
}
EARLIER_NAME = {("S03", "2011-05-09"): "Cambridgeshire and Peterborough Probation Trust"}
EVENTS = (
    ("2014-06-17", "Neglect: what a Board should ask", "21", "17", "yes",
     "The data set has a page on neglect since October 2014"),
    ("2014-09-23", "Child sexual exploitation: what agencies know", "22", "15", "yes",
     "The return on missing children asks whether risk was assessed"),
    ("2014-11-25", "Reading figures: chance and change", "22", "12", "yes", ""),
    ("2015-02-24", "What children told the participation service", "21", "9", "no", ""),
)


BOARD, SCRUTINY, REVIEWS, LEARNING = "PSCB", "Q&E", "SCR group", "learning and development"
MEETINGS = {
    BOARD: ("2014-06-03", "2014-09-30", "2014-12-02", "2015-03-03"),
    SCRUTINY: ("2014-05-14", "2014-09-10", "2014-11-12", "2014-12-10", "2015-02-11"),
    REVIEWS: ("2014-04-29", "2014-06-24", "2014-08-26", "2014-10-21", "2014-12-16", "2015-02-24"),
    LEARNING: ("2014-05-20", "2014-09-16", "2015-01-20"),
}
CANCELLED = ((BOARD, "2014-07-15"), (LEARNING, "2014-11-18"))
SIT = {BOARD: [seat[0] for seat in SEATS],
       SCRUTINY: ["S01", "S02", "S03", "S07", "S08", "S09", "S15", "S18", "S21"],
       REVIEWS: ["S01", "S02", "S07", "S08", "S09", "S15"],
       LEARNING: ["S01", "S05", "S09", "S11", "S15", "S21"]}
STARTS = {"S04": "2014-06-01"}  # the first day of a body
USUAL = {"member": 72, "deputy": 16, "apologies": 10, "absent": 2}
OWN = {"S08": {"member": 15, "deputy": 80, "apologies": 5},
       "S18": {"member": 25, "apologies": 50, "absent": 25},
       "S20": {"member": 35, "deputy": 15, "apologies": 40, "absent": 10},
       "S14": {"member": 1}, "S22": {"observer": 3, "apologies": 1}, "S23": {"observer": 1}}
SAME = {"S17": "S16"}  # one person


def main(folder: Path = FOLDER) -> None:
    """Write the returns to *folder*."""
    random = Random(SEED)
    write(folder / "board_seats.csv", seat_rows(random))
    write(folder / "board_development.csv", (
        dict(zip(("held_on", "subject", "invited_n", "came_n", "from_plan", "changed", "source"),
                 (*event, ILLUSTRATIVE), strict=True)) for event in EVENTS))
    write(folder / "attendance.csv", attendance_rows(random))


def seat_rows(random: Random) -> Iterator[Row]:
    """The seats and their holders; each row has one of two forms of date."""
    for seat_id, agency, required_by, voting in SEATS:
        for holder in HOLDERS[seat_id]:
            role, level, from_on, to_on, inducted, other = holder
            form = pick({"%d/%m/%Y": 2, "%Y-%m-%d": 3}, random)
            yield {"seat_id": seat_id, "agency": EARLIER_NAME.get((seat_id, from_on), agency),
                   "required_by": required_by, "voting": voting, "role_title": role,
                   "level": level, "from_on": _day(from_on, form),
                   "to_on": _day(to_on, form), "induction_on": _day(inducted, form),
                   "held_with": other, "source": ILLUSTRATIVE}


def attendance_rows(random: Random) -> Iterator[Row]:
    """Who came for each seat to each meeting that was held; one row for each that was not."""
    for group, days in MEETINGS.items():
        for on in sorted((*days, *(day for who, day in CANCELLED if who == group))):
            form = pick({"%d/%m/%Y": 2, "%Y-%m-%d": 3}, random)
            came: dict[str, str] = {}
            if (group, on) in CANCELLED:
                came[""] = "cancelled"
            for seat in SIT[group] if not came else ():
                if on < STARTS.get(seat, on):
                    continue
                drawn = pick(OWN.get(seat, USUAL), random)
                held = any(first <= on <= (last or on) for *_, first, last, _, _ in HOLDERS[seat])
                came[seat] = came.get(SAME.get(seat, ""), drawn) if held else "not yet appointed"
            for seat, present in came.items():
                yield {"meeting_on": _day(on, form), "group": group, "seat_id": seat,
                       "present": present, "source": ILLUSTRATIVE}


def _day(day: str, form: str) -> str:
    return date.fromisoformat(day).strftime(form) if day else ""


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write rows as UTF-8 CSV with plain line ends."""
    rows = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
