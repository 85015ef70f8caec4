"""One line of the ledger: its columns, and those that each kind of event needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from pscb_lib.board.decisions import comments_in
from pscb_lib.framework.audit_summary.audits import AskedForBy, Kind
from pscb_lib.framework.audit_summary.evidence import Evidence
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.meetings import PSCB
from pscb_lib.framework.scheduling.planner import Decision
from pscb_lib.framework.spellings import parse_span
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, Rule

SCRUTINY = ("Reports will come to the Quality and Effectiveness Sub Group before being taken to "
            "the Board (section 5)")
Subject = tuple[str | None, str | None]


class Event(Enum):
    """The kind of event that a line records."""

    RECEIVED = "received"
    SCRUTINISED = "scrutinised"
    PRESENTED = "presented"
    ASKED = "asked"
    ANSWERED = "answered"
    CORRECTED = "corrected"
    AUDIT_REQUESTED = "audit requested"
    PAPER_REQUESTED = "paper requested"
    DELETED = "deleted"
    RELEASED = "released"

    @property
    def is_step(self) -> bool:
        """Whether the event is a step on a report's route to the Board."""
        return self in (Event.RECEIVED, Event.SCRUTINISED, Event.PRESENTED)


@dataclass(frozen=True)
class Line:
    """One event; fields that its kind does not need are None.

    ``by`` is a post or a group. ``report`` is a paper's name (its report's, with its key if it
    has one), or its number in Appendix 1 if it is not made here; ``set_sha256`` is the SHA-256 of
    the manifest of the set concerned. In a request for an audit ``question`` is the area to be
    audited and ``owner`` the agency; in a request for a paper it is what the paper is to be on. A
    step with a ``decision`` has the reason of it as its ``answer``. In a deletion ``id`` and
    ``action`` say what was deleted, and ``owner`` which agency had sent it; ``outcome`` is a mark
    by which its sets are known.
    """

    on: date  # the day of the event
    event: Event  # what happened
    by: str  # the post or group that did it
    report: str | None = None  # the paper that it is about
    period: ReportingPeriod | None = None  # the period of that paper
    set_sha256: str | None = None  # the SHA-256 of the manifest of the set that was read
    decision: Decision | None = None  # tabled, or for information
    id: str | None = None  # the id of a question or of a request for an audit or paper
    indicator: str | None = None  # the indicator in question
    question: str | None = None  # the question, the area to be audited, or what a paper is on
    owner: str | None = None  # the post that answers, or the agency that audits
    due_on: date | None = None  # the day by which the answer, audit or paper is due
    answer: str | None = None  # the answer, or the reason of a decision
    action: str | None = None  # the action taken on it
    outcome: str | None = None  # the outcome of the action, with its evidence
    kind: Kind | Evidence | None = None  # the kind of audit, or of evidence of the outcome
    source: str | None = None  # the command that wrote the line

    @property
    def subject(self) -> Subject:
        """The subject: a report and its period or set, or the id of a question or audit."""
        if self.event is Event.RELEASED:
            return self.report, self.set_sha256
        if self.event.is_step and self.period:
            return self.report, self.period.label
        return None, self.id


PARSERS: Mapping[str, cells.Parser] = {
    "on": cells.day, "event": cells.member_of(Event), "by": cells.text,
    "period": cells.optional(parse_span), "decision": cells.optional(cells.member_of(Decision)),
    "due_on": cells.optional(cells.day),
    "kind": cells.optional(cells.member_of((*Kind, *Evidence))),
}
FIELDS = tuple(Field(name, PARSERS.get(name, cells.optional(cells.text)), meaning=meaning)
               for name, meaning in comments_in(Line).items())
NAMES = tuple(field.name for field in FIELDS)
NEEDED = {
    Event.RECEIVED: ("report", "period"),
    Event.SCRUTINISED: ("report", "period"),
    Event.PRESENTED: ("report", "period", "decision"),
    Event.ASKED: ("id", "report", "question", "owner", "due_on"),
    Event.ANSWERED: ("id",),
    Event.CORRECTED: ("id",),
    Event.AUDIT_REQUESTED: ("id", "question", "due_on", "kind"),
    Event.PAPER_REQUESTED: ("id", "question", "owner", "due_on"),
    Event.DELETED: ("id", "action"),
    Event.RELEASED: ("report", "period", "set_sha256"),
}
REQUESTED_BY = {AskedForBy.QUALITY_AND_EFFECTIVENESS.value: AskedForBy.QUALITY_AND_EFFECTIVENESS,
                **dict.fromkeys(PSCB, AskedForBy.BOARD)}


def _lacks_something(row: Record) -> bool:
    return any(row[name] is None for name in NEEDED[row["event"]])


def _asks_in_no_name(row: Record) -> bool:
    return (row["event"] in (Event.AUDIT_REQUESTED, Event.PAPER_REQUESTED)
            and row["by"] not in REQUESTED_BY)


def _is_of_another_kind(row: Record) -> bool:
    of_evidence = {Event.ANSWERED, Event.CORRECTED}
    return row["kind"] is not None and isinstance(row["kind"], Evidence) != (
        row["event"] in of_evidence)


def _has_evidence_of_nothing(row: Record) -> bool:
    return row["event"] is Event.ANSWERED and row["kind"] is not None and row["outcome"] is None


def _has_reason_of_nothing(row: Record) -> bool:
    return row["event"].is_step and row["answer"] is not None and row["decision"] is None


def _names_no_agency(row: Record) -> bool:
    return row["kind"] is Kind.SINGLE_AGENCY and row["owner"] is None


RULES = (
    Rule(("event",), "the line lacks a cell that such an event needs",
         "lines are never edited: restore it", _lacks_something),
    Rule(("event", "by"), "an audit or paper is requested by Q&E or by the Board",
         "write Q&E or Board", _asks_in_no_name),
    Rule(("event", "kind"), "an audit has a kind of audit, and an outcome a kind of evidence",
         "correct one of the two", _is_of_another_kind),
    Rule(("kind", "outcome"), "a kind of evidence is that of an outcome", "fill outcome",
         _has_evidence_of_nothing),
    Rule(("decision", "answer"), "a reason is that of a decision", "fill decision",
         _has_reason_of_nothing),
    Rule(("kind", "owner"), "a single-agency audit names its agency", "fill owner",
         _names_no_agency),
)


def line_of(record: Record) -> Line:
    """Turn a checked row into a line."""
    return Line(**{name: record[name] for name in NAMES})


def cells_of(line: Line) -> list[str]:
    """The cells of a line as they are written in the file."""
    return [_written(getattr(line, name)) for name in NAMES]


def _written(value: object) -> str:
    if isinstance(value, ReportingPeriod):
        return value.label
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(getattr(value, "value", value))
