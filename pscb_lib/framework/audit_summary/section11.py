"""Section 11 self-audits: nine standards, how they are graded, and which grade counts.

Section 6 of the Performance Management Framework (May 2014) names the nine "standard
areas" with which statutory agencies and those they commission comply. A grade is a level
of maturity, not a rating against a target: green, amber and red are never used for it. The
framework sets no scale; this is the scale that Bolton uses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum


class Scope(Enum):
    """What an agency is to section 11 of the Children Act 2004, which decides who is asked.

    Section 11(1) lists the statutory agencies: the council, chief constable, police and crime
    commissioner, British Transport Police, NHS bodies, probation, youth offending team, and the
    governor or director of a prison. Section 6 of the framework adds those that they commission.
    """

    STATUTORY = "statutory"
    COMMISSIONED = "commissioned"
    VOLUNTARY = "voluntary"
    SCHOOL = "school or college"
    OTHER = "other"

    @property
    def is_asked(self) -> bool:
        """Whether it answers the self-audit."""
        return self in (Scope.STATUTORY, Scope.COMMISSIONED)


WHY_NOT_ASKED = {
    Scope.VOLUNTARY: "is in the voluntary sector, which keeps the Eastern Region Safeguarding "
                     "Standards and monitors that itself (section 6)",
    Scope.SCHOOL: "is a school or college, whose duty is in sections 157 and 175 of the Education "
                  "Act 2002 and not in section 11",
    Scope.OTHER: "does not answer for itself: it is not subject to section 11, or is part of an "
                 "agency that is",
}


class Compliance(Enum):
    """The degree of compliance that a grade stands for."""

    COMPLIANT = "Compliant"
    PARTLY = "Partly compliant"
    NOT_COMPLIANT = "Not compliant"


class Grade(Enum):
    """How far an agency meets one standard, worst last."""

    FULLY_MET = "Fully met"
    MOSTLY_MET = "Mostly met"
    PARTIALLY_MET = "Partially met"
    NOT_MET = "Not met"

    @property
    def level(self) -> int:
        """The place on the scale: 3 is fully met, 0 is not met."""
        return len(Grade) - 1 - list(Grade).index(self)

    @property
    def compliance(self) -> Compliance:
        """Compliant if fully met, not compliant if not met, otherwise partly compliant."""
        ends = {Grade.FULLY_MET: Compliance.COMPLIANT, Grade.NOT_MET: Compliance.NOT_COMPLIANT}
        return ends.get(self, Compliance.PARTLY)


@dataclass(frozen=True)
class Standard:
    """One of the standards: its number, our short label and the framework's words."""

    number: int
    label: str
    text: str


@dataclass(frozen=True)
class Answer:
    """One agency's self-assessment on one standard, and the grade after moderation."""

    standard: int
    self_grade: Grade
    evidence: str | None = None
    moderated_grade: Grade | None = None
    scrutinised_on: date | None = None
    good_practice: str | None = None

    @property
    def grade(self) -> Grade:
        """The moderated grade, or the agency's own if it was not moderated."""
        return self.moderated_grade or self.self_grade

    @property
    def lacks_evidence(self) -> bool:
        """Whether the grade is fully met and no evidence is given."""
        return self.grade is Grade.FULLY_MET and not self.evidence


@dataclass(frozen=True)
class SelfAudit:
    """One agency's form in a round: when it was due and returned, and its answers."""

    agency: str
    due_on: date
    returned_on: date | None
    answers: tuple[Answer, ...]

    def known_on(self, on: date) -> SelfAudit:
        """Return the self-audit as known on the day *on*: without a form returned later."""
        if self.returned_on and self.returned_on <= on:
            return self
        return replace(self, returned_on=None, answers=())

    def scrutinised(self, on: date) -> tuple[Answer, ...]:
        """Return the answers that Q&E had scrutinised by the day *on*; the Board sees no others."""
        return tuple(answer for answer in self.answers if _is_scrutinised(answer, on))

    def awaiting_scrutiny(self, on: date) -> tuple[Answer, ...]:
        """Return the answers that Q&E had not scrutinised by the day *on*."""
        return tuple(answer for answer in self.answers if not _is_scrutinised(answer, on))


def worst(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return the answers with the lowest grade.

    A mean would hide one standard that is not met behind eight that are met.
    """
    answers = tuple(answers)
    lowest = min((answer.grade.level for answer in answers), default=None)
    return tuple(answer for answer in answers if answer.grade.level == lowest)


def _is_scrutinised(answer: Answer, on: date) -> bool:
    return answer.scrutinised_on is not None and answer.scrutinised_on <= on
