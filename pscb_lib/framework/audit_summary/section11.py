"""Section 11 self-audits: nine standards, how they are graded, and which grade counts.

Section 6 of the Performance Management Framework (May 2014) names the nine "standard
areas" with which statutory agencies and those they commission comply. A grade is a
maturity, not a rating against a target: green, amber and red are never used for it. The
framework gives no scale; ours is the one that Bolton uses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

NUMBERS = range(1, 10)


class Compliance(Enum):
    """What a grade amounts to."""

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
        """Compliant only where fully met; not compliant only where not met at all."""
        ends = {Grade.FULLY_MET: Compliance.COMPLIANT, Grade.NOT_MET: Compliance.NOT_COMPLIANT}
        return ends.get(self, Compliance.PARTLY)


@dataclass(frozen=True)
class Standard:
    """One of the nine: its number, a short label of ours and the framework's words."""

    number: int
    label: str
    text: str


@dataclass(frozen=True)
class Answer:
    """What one agency answers on one standard, and what moderation made of it."""

    standard: int
    self_grade: Grade
    evidence: str | None = None
    moderated_grade: Grade | None = None
    scrutinised_on: date | None = None
    good_practice: str | None = None

    @property
    def grade(self) -> Grade:
        """The grade that counts: the moderated one where there is one."""
        return self.moderated_grade or self.self_grade

    @property
    def lacks_evidence(self) -> bool:
        """Whether it says fully met and shows nothing for it."""
        return self.grade is Grade.FULLY_MET and not self.evidence


@dataclass(frozen=True)
class SelfAudit:
    """One agency's part in a round: whether it came back, and its answers."""

    agency: str
    due_on: date
    returned_on: date | None
    answers: tuple[Answer, ...]

    def known_on(self, on: date) -> SelfAudit:
        """Return what was known on the day *on*: a form that came later had not come."""
        if self.returned_on and self.returned_on <= on:
            return self
        return replace(self, returned_on=None, answers=())

    def scrutinised(self, on: date) -> tuple[Answer, ...]:
        """Return the answers that Q&E had scrutinised by the day *on*: all the Board may see."""
        return tuple(answer for answer in self.answers if _is_scrutinised(answer, on))

    def awaiting_scrutiny(self, on: date) -> tuple[Answer, ...]:
        """Return the answers that Q&E had not scrutinised by the day *on*."""
        return tuple(answer for answer in self.answers if not _is_scrutinised(answer, on))


def worst(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return the answers with the lowest grade: an agency is as good as its worst item.

    A mean would hide one standard that is not met behind eight that are.
    """
    answers = tuple(answers)
    lowest = min((answer.grade.level for answer in answers), default=None)
    return tuple(answer for answer in answers if answer.grade.level == lowest)


def _is_scrutinised(answer: Answer, on: date) -> bool:
    return answer.scrutinised_on is not None and answer.scrutinised_on <= on
