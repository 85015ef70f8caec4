"""The register of audits (items 16 and 20, and themed reviews): one row for each.

Sections 8 to 10: the Q&E group is told of every safeguarding audit; where it asks for
one it outlines the area and the timescale; cases of multi-agency audits are selected
randomly.
"""

from __future__ import annotations

from collections.abc import Iterable

from pscb_lib import cells
from pscb_lib.agencies import agency_parser, read_agencies
from pscb_lib.audits import AskedForBy, AuditGrade, Kind, RegisteredAudit
from pscb_lib.context import Context
from pscb_lib.records import Checked, Field, Record, Rule, read_checked
from pscb_lib.returns.once import once

NAMES = tuple(RegisteredAudit.__dataclass_fields__)


def read_audits(context: Context) -> Checked:
    """Read ``audits.csv``. What was asked for after the report's day is left out."""

    def leave_out(record: Record) -> str | None:
        is_later = record["asked_on"] is not None and record["asked_on"] > context.as_of
        return "asked for after the day of the report" if is_later else None

    path = context.returns / "audits.csv"
    return read_checked(path, make_fields(context), make_rules(), leave_out)


def make_audits(records: Iterable[Record]) -> tuple[RegisteredAudit, ...]:
    """Turn checked rows into audits."""
    return tuple(RegisteredAudit(**{name: row[name] for name in NAMES}) for row in records)


def make_fields(context: Context) -> tuple[Field, ...]:
    """The columns of the return; agencies are those on the register."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"), context.as_of)
    day = cells.optional(cells.day)
    words = cells.optional(cells.text)
    return (
        Field("audit_id", cells.text),
        Field("kind", cells.member_of(Kind)),
        Field("agency", cells.optional(agency), "use a name from params/agencies.csv"),
        Field("theme", words),
        Field("asked_for_by", cells.member_of(AskedForBy)),
        *(Field(name, day, "write it dd/mm/yyyy") for name in ("asked_on", "due_on")),
        Field("received_on", day, "write it dd/mm/yyyy"),
        Field("cases", cells.optional(cells.whole_number), "write a whole number"),
        Field("cases_at_random", cells.optional(cells.yes_no), "write yes or no"),
        Field("grade", cells.optional(cells.member_of(AuditGrade))),
        Field("action_plan_on", day, "write it dd/mm/yyyy"),
        Field("follow_up_due_on", day, "write it dd/mm/yyyy"),
        Field("follow_up_on", day, "write it dd/mm/yyyy"),
        Field("scrutinised_on", day, "write it dd/mm/yyyy"),
        Field("good_practice", words),
        Field("spread_on", day, "write it dd/mm/yyyy"),
        Field("source", cells.text, "write published or illustrative"),
    )


def make_rules() -> tuple[Rule, ...]:
    """What must hold within a row, and between the rows of one file."""
    return (
        Rule(("kind", "agency"), "a single-agency audit names its agency", "fill the agency",
             lambda row: row["kind"] is Kind.SINGLE_AGENCY and row["agency"] is None),
        Rule(("asked_for_by", "theme", "asked_on", "due_on"),
             "a request outlines the area to be audited along with the timescale (section 8)",
             "fill the theme and both dates", lambda row: _one(row).lacks_outline),
        Rule(("kind", "cases_at_random"),
             "cases of a multi-agency audit are selected randomly (section 9)",
             "write yes, or register it as another kind of audit",
             lambda row: _one(row).breaks_random_choice),
        Rule(("asked_on", "received_on"), "an audit cannot come before it was asked for",
             "correct one of the two dates",
             lambda row: None not in (row["asked_on"], row["received_on"])
             and row["received_on"] < row["asked_on"]),
        once("audit_id", says="the audit is registered twice",
             remedy="give each audit an id of its own"),
    )


def _one(record: Record) -> RegisteredAudit:
    return make_audits([record])[0]
