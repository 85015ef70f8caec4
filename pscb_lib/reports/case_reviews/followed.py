"""The actions of completed reviews, with their checks: how far each came, and what was found.

Section 11: "the resulting actions should be SMART and their implementation and effectiveness
closely monitored". Item 21 of Appendix 1 is the audit of completed actions after six months.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pscb_lib.framework.audit_summary.actions import Action
from pscb_lib.framework.audit_summary.checks import (
    ActionCheck,
    Found,
    checks_of,
    is_check_late,
    six_months_after,
    was_in_time,
)
from pscb_lib.framework.audit_summary.smart import Shortcoming, shortcomings
from pscb_lib.framework.folding import fold
from pscb_lib.reading.rows import Checked, Record
from pscb_lib.returns.actions.record import make_actions
from pscb_lib.returns.registers.action_checks import make_checks


@dataclass(frozen=True)
class Followed:
    """One action of a completed review, as known on a day, and the checks made by then."""

    review: str
    finding: str
    action: Action
    checks: tuple[ActionCheck, ...]
    on: date

    @property
    def is_complete(self) -> bool:
        """Whether its owner says that it is done, and it was not reopened since."""
        return self.action.done_on is not None

    @property
    def was_called_complete(self) -> bool:
        """Whether its owner has ever said that it is done, though it may be reopened since."""
        return self.action.completed_on is not None

    @property
    def was_put_in_place(self) -> bool:
        """Whether it was also put into practice, as its owner said."""
        return self.was_called_complete and self.action.implemented_on is not None

    @property
    def is_called_complete(self) -> bool:
        """Whether it was called complete six calendar months ago, or earlier."""
        done = self.action.completed_on
        return done is not None and six_months_after(done) <= self.on

    @property
    def found(self) -> Found | None:
        """What the last check found; None if nobody has looked."""
        return self.checks[-1].found if self.checks else None

    @property
    def in_time(self) -> bool | None:
        """Whether its first check was at six months; None while there is time for it."""
        if self.checks:
            return was_in_time(self.action, self.checks[0])
        done = self.action.completed_on
        return False if done and is_check_late(six_months_after(done), self.on) else None

    @property
    def lacks(self) -> list[Shortcoming]:
        """Which of the four mechanical tests it did not pass when it was agreed."""
        return [one for one in shortcomings(self.action) if one is not Shortcoming.RELEVANT]


@dataclass(frozen=True)
class Again:
    """A finding that an earlier review or audit had: each source with the year of its action."""

    finding: str
    sources: tuple[tuple[str, int], ...]


def follow(reviews: Iterable[Record], actions: Checked, checks: Checked, on: date
           ) -> list[Followed]:
    """Return the actions of these completed reviews that are not set aside, by review."""
    made = make_checks(checks.records)
    known = [(row, action.known_on(on)) for row, action in zip(
        actions.records, make_actions(actions.records), strict=True)]
    return [Followed(review["title"], row["finding"], action,
                     tuple(checks_of(action, made, on)), on)
            for review in reviews for row, action in known
            if _is_of(row, review) and not action.is_aside]


def set_aside(reviews: Sequence[Record], actions: Checked, on: date) -> int:
    """Count the actions of these reviews that were superseded or not accepted."""
    known = zip(actions.records, make_actions(actions.records), strict=True)
    return sum(action.known_on(on).is_aside for row, action in known
               if any(_is_of(row, review) for review in reviews))


def find_again(followed: Iterable[Followed], actions: Checked) -> list[Again]:
    """Return the findings of these actions that another source had before, the oldest first."""
    rows = sorted(actions.records, key=lambda row: row["agreed_on"])
    found = []
    for finding in dict.fromkeys(fold(one.finding) for one in followed):
        alike = [row for row in rows if fold(row["finding"]) == finding]
        first = {row["arising_from"]: row["agreed_on"].year for row in reversed(alike)}
        if len(first) > 1:
            found.append(Again(alike[0]["finding"], tuple(reversed(first.items()))))
    return found


def _is_of(action: Record, review: Record) -> bool:
    return fold(action["arising_from"]) in {fold(review["title"]), fold(review["review_id"])}
