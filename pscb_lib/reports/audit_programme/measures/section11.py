"""Section 11 self-audits: which agencies returned them, and how the nine standards are met.

The return rate is always published. Grades are published once Q&E has scrutinised them; before that
an agency's own grades are in the restricted set only. Grades are counted and never averaged: a mean
would hide a standard that is not met.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pscb_lib.disclosure.counting import part_of_step, share
from pscb_lib.disclosure.figures import NOBODY, RESTRICTED, Place, count, for_readers
from pscb_lib.framework.audit_summary.section11 import (
    Answer,
    Compliance,
    Grade,
    SelfAudit,
    Standard,
)
from pscb_lib.reports.audit_programme.places import (
    AGENCIES,
    AGENCIES_SCRUTINISED,
    ASKED,
    AWAITING,
    COMPLIANCE,
    GRADED,
    IN_TIME,
    LOWERED,
    RETURNED,
    SCALE,
    STANDARDS,
    WITHOUT_EVIDENCE,
)


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
        *_returns(self_audits, sum(map(bool, scrutinised.values()))),
        *_by_standard(scrutinised.values(), standards),
        *_by_agency(AGENCIES, scrutinised, COMPLIANCE),
        *_grades(graded),
        *_scale(graded),
        *for_readers(_by_agency(AWAITING, awaiting), RESTRICTED),
    ]


def _returns(self_audits: Sequence[SelfAudit], scrutinised: int) -> list[dict]:
    returned = [one for one in self_audits if one.returned_on]
    in_time = [one for one in returned if one.returned_on and one.returned_on <= one.due_on]
    return [
        *(share(place, len(those), len(self_audits), of=ASKED)
          for place, those in ((RETURNED, returned), (IN_TIME, in_time))),
        count(*AGENCIES_SCRUTINISED[:2], scrutinised, describes="agency"),
        count(*ASKED[:2], len(self_audits), readers=NOBODY, describes=NOBODY),
        *_part(RETURNED, IN_TIME, len(returned), len(in_time)),
        *_part(RETURNED, AGENCIES_SCRUTINISED, len(returned), scrutinised),
    ]


def _by_standard(scrutinised: Iterable[tuple[Answer, ...]], standards: Iterable[Standard]):
    answers = [answer for those in scrutinised for answer in those]
    for standard in standards:
        about_it = [answer for answer in answers if answer.standard == standard.number]
        yield from _compliance(STANDARDS, standard.label, about_it, COMPLIANCE)


def _by_agency(table: str, answers: dict[str, tuple[Answer, ...]], into: str = ""):
    for agency, those in answers.items():
        if those:
            yield from _compliance(table, agency, those, into)


def _compliance(table: str, row: str, answers: Sequence[Answer], into: str) -> list[dict]:
    """Count the answers of one line by compliance, as parts of the counts in the table *into*."""
    reached = [answer.grade.compliance for answer in answers]
    return [count(table, row, reached.count(compliance), compliance.value, describes="agency",
                  part_of=((into, compliance.value, ""),))
            for compliance in Compliance]


def _scale(answers: Sequence[Answer]) -> list[dict]:
    """Count answers by grade, and by compliance; the latter is not printed and ties the tables."""
    given = [answer.grade for answer in answers]
    reached = [grade.compliance for grade in given]
    return [
        *(count(SCALE, grade.value, given.count(grade), describes="agency",
                part_of=((COMPLIANCE, grade.compliance.value, ""),)) for grade in Grade),
        *(count(COMPLIANCE, compliance.value, reached.count(compliance), readers=NOBODY,
                describes=NOBODY, part_of=(GRADED,)) for compliance in Compliance),
    ]


def _grades(answers: Sequence[Answer]) -> list[dict]:
    lowered = sum(answer.grade.level < answer.self_grade.level for answer in answers)
    unproven = sum(answer.lacks_evidence for answer in answers)
    met = sum(answer.grade is Grade.FULLY_MET for answer in answers)
    return [
        *(count(*place[:2], number, describes="agency") for place, number in (
            (GRADED, len(answers)), (WITHOUT_EVIDENCE, unproven), (LOWERED, lowered))),
        *_part(GRADED, LOWERED, len(answers), lowered),
        *_part((SCALE, Grade.FULLY_MET.value, ""), WITHOUT_EVIDENCE, met, unproven),
    ]


def _part(before: Place, after: Place, came: int, number: int) -> list[dict]:
    return part_of_step(before, after, came, number, describes=NOBODY)
