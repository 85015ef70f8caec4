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

from pscb_lib.framework.periods import months_after

MONTHS_FRESH = 24  # evidence older than this on the day the form was due is stale


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


class Proof(Enum):
    """The kind of evidence that an agency gives for its own grade."""

    POLICY = "policy"
    MINUTES = "minutes"
    TRAINING = "training record"
    DATA = "data"
    AUDIT = "audit"
    STAFF = "staff survey"
    VOICE = "voice of children"


@dataclass(frozen=True)
class Standard:
    """One of the standards: its number, our short label and the framework's words.

    Whether it *applies_to_all* agencies, and whether a *policy_suffices* as evidence that it is
    fully met, is the Board's own.
    """

    number: int
    label: str
    text: str
    applies_to_all: bool = False
    policy_suffices: bool = True


@dataclass(frozen=True)
class Answer:
    """One agency's self-assessment on one standard, and the grade after moderation."""

    standard: int
    self_grade: Grade
    evidence: str | None = None
    moderated_grade: Grade | None = None
    scrutinised_on: date | None = None
    good_practice: str | None = None
    evidence_kind: Proof | None = None
    evidence_on: date | None = None

    @property
    def grade(self) -> Grade:
        """The moderated grade, or the agency's own if it was not moderated."""
        return self.moderated_grade or self.self_grade

    @property
    def change(self) -> int:
        """By how many levels moderation changed the agency's own grade; below zero is lowered."""
        return self.grade.level - self.self_grade.level

    @property
    def lacks_evidence(self) -> bool:
        """Whether the grade is fully met and no evidence is given."""
        return self.grade is Grade.FULLY_MET and not (self.evidence or self.evidence_kind)

    def is_stale(self, due_on: date) -> bool:
        """Whether it is fully met on evidence more than 24 months old when the form was due."""
        return (self.grade is Grade.FULLY_MET and self.evidence_on is not None
                and self.evidence_on < months_after(due_on, -MONTHS_FRESH))

    def rests_on_policy(self, standard: Standard) -> bool:
        """Whether it is fully met on a policy alone, which does not show that the policy is kept.
        """
        return (self.grade is Grade.FULLY_MET and self.evidence_kind is Proof.POLICY
                and not standard.policy_suffices)


@dataclass(frozen=True)
class SelfAudit:
    """One form of a round: when it was due and returned, and its answers.

    ``agency`` is the agency as it was called in that round, ``with_others`` those that it also
    answers for: a joint return is one form. ``not_applicable`` are the standards that do not apply,
    each with the reason.
    """

    agency: str
    due_on: date
    returned_on: date | None
    answers: tuple[Answer, ...]
    scope: Scope = Scope.STATUTORY
    with_others: tuple[str, ...] = ()
    not_applicable: tuple[tuple[int, str], ...] = ()
    signed_off_by: str | None = None

    def known_on(self, on: date) -> SelfAudit:
        """Return the self-audit as known on the day *on*: without a form returned later."""
        if self.returned_on and self.returned_on <= on:
            return self
        return replace(self, returned_on=None, answers=(), not_applicable=(), signed_off_by=None)

    def weeks_late(self, on: date) -> int:
        """Full weeks from the day it was due to its return, or to the day *on* if it is awaited."""
        return max(0, ((self.returned_on or on) - self.due_on).days // 7)

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
