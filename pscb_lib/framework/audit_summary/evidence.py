"""The kinds of evidence that an action had an outcome.

Section 4: "the 'end' should be seen as the successful implementation of an action alongside
evidence of an outcome." The framework names no kinds; these five are what Boards can have.
"""

from __future__ import annotations

from enum import Enum


class Evidence(Enum):
    """What shows that something changed for children."""

    AUDIT = "audit"
    DATA = "data"
    SURVEY = "survey"
    VOICE = "voice of child or parent"
    OBSERVATION = "observation"
