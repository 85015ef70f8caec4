"""Whether an action is SMART, as far as can be checked without judging its content.

Section 11 of the Performance Management Framework (May 2014): "to be effective the
resulting actions should be SMART and their implementation and effectiveness closely
monitored". Passing these checks does not prove that an action is SMART; failing one says
what to correct.
"""

from __future__ import annotations

import re
from enum import Enum

from pscb_lib.framework.audit_summary.actions import Action

FEWEST_WORDS = 4
VAGUE_OPENINGS = ("aim", "be", "consider", "continue", "explore", "look", "support", "try")
BETWEEN_OWNERS = re.compile("[;/&+]")


class Shortcoming(Enum):
    """The ways in which an action is not specific, measurable, assigned, relevant or time-bound.

    An action is not specific if it has fewer than four words or opens with a vague one. A
    due date that is not after the day the action was agreed counts as no due date.
    """

    SPECIFIC = "not specific"
    MEASURABLE = "no measure"
    ASSIGNED = "no single owner"
    RELEVANT = "no recommendation behind it"
    TIMED = "no due date"


def shortcomings(action: Action) -> tuple[Shortcoming, ...]:
    """Return the ways in which *action* is not SMART, in the order of the letters."""
    words = action.text.lower().split()
    is_timed = action.due_on is not None and action.due_on > action.agreed_on
    checks = {
        Shortcoming.SPECIFIC: len(words) >= FEWEST_WORDS and words[0] not in VAGUE_OPENINGS,
        Shortcoming.MEASURABLE: bool(action.measure),
        Shortcoming.ASSIGNED: bool(action.owner) and not BETWEEN_OWNERS.search(action.owner),
        Shortcoming.RELEVANT: action.recommendation is not None,
        Shortcoming.TIMED: is_timed,
    }
    return tuple(shortcoming for shortcoming, passes in checks.items() if not passes)
