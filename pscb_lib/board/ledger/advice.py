"""What Q&E concluded on a paper, as the ledger records it.

Section 5: "Reports will come to the Quality and Effectiveness Sub Group before being taken to the
Board and a judgment made about which reports need to tabled and which circulated for information
only." The Board reads the paper after that meeting, so that this line counts whatever its day.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pscb_lib.board.ledger.lines import Event, Line
from pscb_lib.board.ledger.reading import NAME, read_lines
from pscb_lib.framework.periods import ReportingPeriod


def read_scrutiny(params: Path, paper: str, period: ReportingPeriod) -> Line | None:
    """The last line that says that Q&E scrutinised a *paper* of a *period*; None if it did not.

    Raises InputError at the first line of the ledger that is invalid or out of order.
    """
    if not (params / NAME).exists():
        return None
    found = [line for line in read_lines(params / NAME)
             if line.event is Event.SCRUTINISED and (line.report, line.period) == (paper, period)]
    return found[-1] if found else None


def is_scrutiny(cells: Sequence[str], paper: str) -> bool:
    """Whether the *cells* of a line as written say that Q&E scrutinised a *paper*."""
    return cells[1:2] == [Event.SCRUTINISED.value] and cells[3:4] == [paper]
