"""The invented Section 11 rounds of November 2012 and 2014: nine standards for each agency.

What a column added later has comes from a draw of its own, so that no other file changes with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from pscb_lib.framework.audit_summary.section11 import Grade
from tools.samples.dealing import chance, pick

NUMBERS = range(1, 10)  # of the nine standards in section 6 of the framework
DUE = date(2014, 11, 28)
SCRUTINISED = date(2014, 12, 10)
ON_TIME = (
    "PCC Children's Social Care",
    "Cambridgeshire Police",
    "PSHFT",
    "CPFT",
    "NHS Cambridgeshire and Peterborough CCG",
    "Peterborough City Council Education",
    "YOS",
    "National Probation Service",
    "Domestic abuse service",
)
LATE = {"Public Health": date(2014, 12, 16), "Housing": date(2015, 1, 13)}
NOT_RETURNED = ("East Anglia Area Team", "EEAST", "BeNCH Community Rehabilitation Company")
USUAL = {Grade.FULLY_MET: 60, Grade.MOSTLY_MET: 28, Grade.PARTIALLY_MET: 11, Grade.NOT_MET: 1}
WEAKER = {Grade.FULLY_MET: 28, Grade.MOSTLY_MET: 40, Grade.PARTIALLY_MET: 26, Grade.NOT_MET: 6}
WEAK_STANDARDS = (4, 5, 8)
EVIDENCE = ("policy and minutes", "audit", "training record", "supervision file", "board paper")
PRACTICE = {
    ("YOS", 4): "Young people interview candidates for every post",
    ("PSHFT", 5): "Induction holds a safeguarding hour on the ward within the first week",
    ("CPFT", 9): "Children's own words stand at the head of each care plan",
}

KINDS = {"policy and minutes": "policy", "audit": "audit", "training record": "training record",
         "supervision file": "audit", "board paper": "minutes"}
SIGNED_BY = {
    "PCC Children's Social Care": "Director of Children's Services",
    "Cambridgeshire Police": "Assistant Chief Constable", "PSHFT": "Chief Nurse",
    "CPFT": "Director of Nursing", "NHS Cambridgeshire and Peterborough CCG": "Chief Officer",
    "Peterborough City Council Education": "Assistant Director, Education",
    "YOS": "Head of Service", "National Probation Service": "Head of the area",
    "Domestic abuse service": "Chief Executive", "Public Health": "Director of Public Health",
}
SPECIFIC = {("Cambridgeshire Police", 7): "child abuse investigation unit",
            ("PSHFT", 3): "named doctor, named nurse and named midwife"}
JOINT = {"Domestic abuse service": "Drug and alcohol service"}
NOT_APPLICABLE = {("Public Health", 9): "commissions services; none of its staff work with "
                                        "children or families"}
DUE_2012, SCRUTINISED_2012 = date(2012, 11, 30), date(2013, 1, 16)
ASKED_2012 = ("PCC Children's Social Care", "Cambridgeshire Police", "PSHFT", "CPFT",
              "NHS Peterborough", "Peterborough City Council Education", "YOS",
              "Cambridgeshire and Peterborough Probation Trust", "Domestic abuse service")
NOT_RETURNED_2012 = ("Housing", "EEAST")
IN_2012 = {Grade.FULLY_MET: 45, Grade.MOSTLY_MET: 34, Grade.PARTIALLY_MET: 18, Grade.NOT_MET: 3}


def answer_rows(random: Random) -> Iterator[dict[str, object]]:
    """Make nine rows for each agency, and the two rows that break a rule."""
    for agency in ON_TIME:
        returned = DUE - timedelta(days=random.randrange(5))
        for standard in NUMBERS:
            yield _with_later_columns(_row(agency, standard, returned, random))
    for agency, returned in LATE.items():
        for standard in NUMBERS:
            row = _with_later_columns(_row(agency, standard, returned, random))
            # A rating instead of a grade: Section 11 has no colours.
            yield row | ({"self_grade": "Green"} if (agency, standard) == ("Housing", 3) else {})
    yield _with_later_columns(_row("Public Health", 6, LATE["Public Health"], random))
    for agency in NOT_RETURNED:
        for standard in NUMBERS:
            yield _blank(agency, standard)


def earlier_rows() -> Iterator[dict[str, object]]:
    """Make the round of 2012, with the agencies of that time; two did not answer."""
    for agency in (*ASKED_2012, *NOT_RETURNED_2012):
        for standard in NUMBERS:
            row = _blank(agency, standard) | {"round": "2012-11", "due_on": DUE_2012}
            yield row if agency in NOT_RETURNED_2012 else row | _in_2012(agency, standard)


def _in_2012(agency: str, standard: int) -> dict[str, object]:
    random = Random(f"2012 {agency} {standard}")
    grade = pick(WEAKER if standard in WEAK_STANDARDS else IN_2012, random)
    lower = list(Grade)[min(list(Grade).index(grade) + 1, len(Grade) - 1)]
    return {"returned_on": DUE_2012 - timedelta(days=4), "self_grade": grade.value,
            "evidence": "board paper", "scrutinised_on": SCRUTINISED_2012,
            "moderated_grade": (lower if chance(20, random) else grade).value}


def _with_later_columns(row: dict[str, object]) -> dict[str, object]:
    """Fill the columns that were added to the return later."""
    agency, standard = row["agency"], row["standard"]
    random = Random(f"{agency} {standard}")
    place = (str(agency), int(str(standard)))
    if place in NOT_APPLICABLE:
        return _blank(*place) | {"returned_on": row["returned_on"], "applicable": "no",
                                 "why_not": NOT_APPLICABLE[place]}
    age = 760 + random.randrange(400) if chance(12, random) else 30 + random.randrange(600)
    return row | {
        "applicable": "yes", "evidence_kind": KINDS.get(str(row["evidence"]), ""),
        "evidence_on": DUE - timedelta(days=age) if row["evidence"] else "",
        "signed_off_by": SIGNED_BY.get(str(agency), "") if standard == 1 else "",
        "specific": SPECIFIC.get(place, ""), "joint_with": JOINT.get(str(agency), "")}


def _row(agency: str, standard: int, returned: date, random: Random) -> dict[str, object]:
    grade = pick(WEAKER if standard in WEAK_STANDARDS else USUAL, random)
    shown = pick(dict.fromkeys(EVIDENCE, 1), random) if chance(85, random) else ""
    lower = list(Grade)[min(list(Grade).index(grade) + 1, len(Grade) - 1)]
    moderated = lower if chance(15, random) else grade
    is_moderated = returned <= SCRUTINISED
    return _blank(agency, standard) | {
        "returned_on": returned,
        "self_grade": grade.value.lower() if chance(10, random) else grade.value,
        "evidence": shown,
        "moderated_grade": moderated.value if is_moderated else "",
        "scrutinised_on": SCRUTINISED if is_moderated else "",
        "good_practice": PRACTICE.get((agency, standard), ""),
    }


def _blank(agency: str, standard: int) -> dict[str, object]:
    return {"round": "2014-11", "agency": agency, "standard": standard, "due_on": DUE,
            "returned_on": "", "self_grade": "", "evidence": "", "moderated_grade": "",
            "scrutinised_on": "", "good_practice": "", "applicable": "", "why_not": "",
            "evidence_kind": "", "evidence_on": "", "signed_off_by": "", "specific": "",
            "joint_with": "", "source": "illustrative"}
