"""The Board's priorities of a year, and those for which no evidence of impact was found.

Section 4: "the 'end' should be seen as the successful implementation of an action alongside
evidence of an outcome." A report that has no such evidence says so, and the chair answers to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pscb_lib.board.annual_report.choices import Choice
from pscb_lib.board.indicators import indicators_for, read_indicators
from pscb_lib.board.statements import NO_IMPACT, part_beside, read_statement, say_awaited
from pscb_lib.framework.periods import ReportingPeriod


def priorities_of(params: Path, period: ReportingPeriod) -> list[str]:
    """The priorities of the year of *period*, in the order of the register of indicators."""
    register = indicators_for(read_indicators(params / "indicators.csv"), period)
    return list(dict.fromkeys(one.priority for one in register))


def unproven(choices: Iterable[Choice], priorities: Iterable[str]) -> list[str]:
    """The *priorities* for which no chosen block shows a change for children."""
    proven = {one.priority for one in choices if one.shows_impact}
    return [one for one in priorities if one not in proven]


def why_unacknowledged(root: Path, place: Path, choices: Iterable[Choice],
                       period: ReportingPeriod) -> str | None:
    """Why the chair's acknowledgement beside the statement at *place* is awaited; None if not."""
    lacking = unproven(choices, priorities_of(root / "params", period))
    written = part_beside(place, NO_IMPACT)
    if not lacking or read_statement(root, written):
        return None
    return say_awaited(written, "the chair's acknowledgement that no evidence of impact was found "
                       f"for {'; '.join(lacking)}")
