"""Lines of the ledger as later lines correct them.

A line is never edited: a correction is a line of its own, with its day and who made it. A report
of an earlier day prints what the ledger said on that day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pscb_lib.board.ledger.lines import Event, Line

CORRECTABLE = ("question", "owner", "indicator", "due_on", "answer", "action", "outcome", "kind")
SAID = {"due_on": "due", "kind": "evidence"}  # as the commands' options are called
OF = {"kind": "outcome"}  # the kind of evidence, which may be given later than its outcome
ABOUT = (Event.ASKED, Event.AUDIT_REQUESTED, Event.PAPER_REQUESTED, Event.ANSWERED)


def corrected(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines as corrected by those after them, without the corrections themselves."""
    found: list[Line] = []
    for line in lines:
        if line.event is Event.CORRECTED:
            found = [_corrected(one, line) if one.id == line.id and one.event in ABOUT else one
                     for one in found]
        else:
            found.append(line)
    return tuple(found)


def given_in(line: Line) -> list[str]:
    """The names of the fields that a correction puts right."""
    return [name for name in CORRECTABLE if getattr(line, name) is not None]


def _corrected(line: Line, correction: Line) -> Line:
    return replace(line, **{name: getattr(correction, name) for name in given_in(correction)
                            if getattr(line, OF.get(name, name)) is not None})
