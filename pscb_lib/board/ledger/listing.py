"""The ledger as a list: each line with what it says, and how far each question has come.

Section 4: "the 'end' should be seen as the successful implementation of an action alongside
evidence of an outcome." So a question is open until its outcome is recorded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pscb_lib.board.ledger.corrections import SAID, corrected, given_in
from pscb_lib.board.ledger.lines import Event, Line
from pscb_lib.board.ledger.order import REPLIES
from pscb_lib.framework.audit_summary.evidence import Evidence

STATES = {"outcome": "outcome recorded", "action": "action taken, no outcome yet",
          "answer": "answered, no action yet"}
GIVEN = "paper given"
NO_ANSWER, REQUESTED, OVERDUE = "no answer yet", "audit requested", "no answer, overdue"


@dataclass(frozen=True)
class Entry:
    """A line of the ledger as it is listed: the report that it is about, and what it says.

    ``state`` is blank unless it asks something.
    """

    line: Line
    about: str
    says: tuple[str, ...]
    state: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the line asks something whose outcome, or a paper that, is not recorded."""
        return self.state not in ("", STATES["outcome"], GIVEN)


def entries_of(written: Sequence[Line], on: date | None = None) -> list[Entry]:
    """The entries of all lines in their order, each as later lines correct it.

    With a day *on* only lines until then are read, and what is overdue on it says so.
    """
    lines = [line for line in written if on is None or line.on <= on]
    right = iter(corrected(lines))
    known = [line if line.event is Event.CORRECTED else next(right) for line in lines]
    reports = {line.id: line.report for line in known if line.event is Event.ASKED}
    return [Entry(line, line.report or reports.get(line.id) or "", tuple(_said(line)),
                  _state(line, known, on)) for line in known]


def _said(line: Line) -> Iterator[str]:
    if line.event is Event.CORRECTED:
        for name in given_in(line):
            yield f"{SAID.get(name, name)}: {_plain(getattr(line, name))}"
        return
    if line.period:
        yield line.period.label
    if line.decision:
        yield line.decision.value
    if line.event.is_step and line.answer:
        yield f"because: {line.answer}"
        return
    if line.question:
        yield line.question
    if line.event is Event.DELETED:
        yield line.action or ""
        return
    for name in REPLIES:
        if text := getattr(line, name):
            yield f"{name}: {text}"
    if isinstance(line.kind, Evidence):
        yield f"evidence: {line.kind.value}"


def _plain(value: object) -> object:
    return getattr(value, "value", value)


def _state(line: Line, known: Sequence[Line], on: date | None) -> str:
    if line.event is Event.AUDIT_REQUESTED:
        return REQUESTED
    if line.event not in (Event.ASKED, Event.PAPER_REQUESTED):
        return ""
    given = {name for one in known if one.id == line.id for name in REPLIES if getattr(one, name)}
    if reached := next((name for name in STATES if name in given), None):
        if line.event is Event.PAPER_REQUESTED:
            return GIVEN
        return STATES[reached]
    return OVERDUE if on and line.due_on and line.due_on < on else NO_ANSWER
