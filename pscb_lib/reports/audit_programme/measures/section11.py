"""Section 11 self-audits: who returned, and how the nine standards are met.

The return rate is always told. Grades are told once Q&E has scrutinised them; an
agency's own grades before that are for the restricted set alone. Grades are counted and
never averaged: a mean would hide the standard that is not met.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pscb_lib.disclosure.figures import RESTRICTED, count, counts, for_readers, proportion
from pscb_lib.framework.audit_summary.section11 import (
    Answer,
    Compliance,
    Grade,
    SelfAudit,
    Standard,
)

RETURNED, IN_TIME = "Returned", "Returned by the due date"
AGENCIES = "Agencies scrutinised"
GRADED, UNPROVEN, LOWERED = "Grades scrutinised", "Fully met without evidence", "Lowered"


def measure_section11(
    self_audits: Sequence[SelfAudit], standards: Sequence[Standard], on: date
) -> list[dict]:
    """Count returns and grades as known on the day *on*.

    Tables: ``section11_return`` (proportions), ``section11_standards`` and
    ``section11_agencies`` (scrutinised grades by compliance), ``section11_scale`` (the same
    by grade), ``section11_grades`` (evidence and moderation), ``section11_scrutinised``
    (agencies) and, restricted only, ``section11_awaiting`` (self grades).
    """
    scrutinised = {one.agency: one.scrutinised(on) for one in self_audits}
    graded = [answer for answers in scrutinised.values() for answer in answers]
    awaiting = {one.agency: one.awaiting_scrutiny(on) for one in self_audits}
    return [
        *_returns(self_audits),
        *_by_standard(scrutinised.values(), standards),
        *_by_agency("section11_agencies", scrutinised),
        *_grades(graded),
        count("section11_scrutinised", AGENCIES, sum(map(bool, scrutinised.values())),
              describes="agency"),
        *counts("section11_scale", _scale(graded), total=False, describes="agency"),
        *for_readers(_by_agency("section11_awaiting", awaiting), RESTRICTED),
    ]


def _returns(self_audits: Sequence[SelfAudit]) -> list[dict]:
    returned = [one for one in self_audits if one.returned_on]
    in_time = [one for one in returned if one.returned_on and one.returned_on <= one.due_on]
    return [
        proportion("section11_return", label, len(those), len(self_audits), describes="agency")
        for label, those in ((RETURNED, returned), (IN_TIME, in_time))
    ]


def _by_standard(scrutinised: Iterable[tuple[Answer, ...]], standards: Iterable[Standard]):
    answers = [answer for those in scrutinised for answer in those]
    for standard in standards:
        about_it = [answer for answer in answers if answer.standard == standard.number]
        yield from _compliance("section11_standards", standard.label, about_it)


def _by_agency(table: str, answers: dict[str, tuple[Answer, ...]]):
    for agency, those in answers.items():
        if those:
            yield from _compliance(table, agency, those)


def _compliance(table: str, row: str, answers: Sequence[Answer]) -> list[dict]:
    reached = [answer.grade.compliance for answer in answers]
    return [count(table, row, reached.count(compliance), compliance.value, describes="agency")
            for compliance in Compliance]


def _scale(answers: Sequence[Answer]) -> dict[str, int]:
    given = [answer.grade for answer in answers]
    return {grade.value: given.count(grade) for grade in Grade}


def _grades(answers: Sequence[Answer]) -> list[dict]:
    lowered = [answer for answer in answers if answer.grade.level < answer.self_grade.level]
    unproven = [answer for answer in answers if answer.lacks_evidence]
    return [
        count("section11_grades", label, len(those), describes="agency")
        for label, those in ((GRADED, answers), (UNPROVEN, unproven), (LOWERED, lowered))
    ]
