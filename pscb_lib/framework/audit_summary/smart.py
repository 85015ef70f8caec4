"""Whether an action is SMART, as far as can be told without judging what it says.

Section 11 of the Performance Management Framework (May 2014): "to be effective the
resulting actions should be SMART and their implementation and effectiveness closely
monitored". Passing proves little; failing names what to put right.
"""

from __future__ import annotations

import re
from enum import Enum

from pscb_lib.framework.audit_summary.actions import Action

FEWEST_WORDS = 4
VAGUE_OPENINGS = ("aim", "be", "consider", "continue", "explore", "look", "support", "try")
BETWEEN_OWNERS = re.compile("[;/&+]")


class Shortcoming(Enum):
    """What is missing of specific, measurable, assigned, relevant and time-bound.

    Not specific is what has fewer than four words or opens with a vague one; no due date
    is also one that is not after the day the action was agreed.
    """

    SPECIFIC = "not specific"
    MEASURABLE = "no measure"
    ASSIGNED = "no single owner"
    RELEVANT = "no recommendation behind it"
    TIMED = "no due date"


def shortcomings(action: Action) -> tuple[Shortcoming, ...]:
    """Return what keeps *action* from being SMART, in the order of the letters."""
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
