"""One action of the business plan, with its state on the day of a report and its last check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pscb_lib.framework.audit_summary.actions import Action
from pscb_lib.framework.audit_summary.checks import ActionCheck, Found
from pscb_lib.framework.objectives import Objective
from pscb_lib.framework.periods import months_after

MONTHS_TO_SHOW = 6  # after which an action that is done should show what it changed


@dataclass(frozen=True)
class Planned:
    """One action of the plan; ``action`` is its state, as the register of actions has it.

    ``check`` is the last check of it by somebody other than its owner; None if nobody has looked.
    """

    objective: Objective
    text: str
    outcome_wanted: str
    measure: str | None
    baseline: str | None
    now: str | None
    procedure: bool
    sub_group: str
    added_because: str | None
    agreed_on: date
    disseminated_on: date | None
    trained_on: date | None
    dropped_on: date | None
    dropped_because: str | None
    action: Action
    check: ActionCheck | None = None

    @property
    def is_out(self) -> bool:
        """Whether it is no longer in the plan: dropped, or set aside on the register of actions."""
        return self.dropped_on is not None or self.action.is_aside

    @property
    def is_done(self) -> bool:
        """Whether its owner says that it is done."""
        return self.action.done_on is not None

    @property
    def is_proven(self) -> bool:
        """Whether there is evidence of an outcome."""
        return self.action.is_proven

    @property
    def is_measured(self) -> bool:
        """Whether its measure has a figure at the start and one now."""
        return None not in (self.measure, self.baseline, self.now)

    @property
    def steps(self) -> tuple[bool, ...]:
        """Of a procedure, whether it is written, sent out, trained and in use."""
        in_use = self.action.implemented_on is not None
        return self.is_done, self.disseminated_on is not None, self.trained_on is not None, in_use

    def is_bare(self, on: date) -> bool:
        """Whether it was done six months ago or earlier and shows no outcome."""
        done = self.action.done_on
        return (done is not None and self.action.lacks_evidence
                and months_after(done, MONTHS_TO_SHOW) <= on)

    @property
    def is_found_wanting(self) -> bool:
        """Whether the last check did not find it in practice, or found it only partly so."""
        return self.check is not None and self.check.found in (Found.PARTLY, Found.NOT)
