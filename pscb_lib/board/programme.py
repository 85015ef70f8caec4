"""The audit programme as this Board has set it: ``params/audit_programme.csv``."""

from __future__ import annotations

from pathlib import Path

from pscb_lib.board.context import Context
from pscb_lib.board.decisions import Register, read_register
from pscb_lib.framework.scheduling.deadlines import financial_year
from pscb_lib.framework.scheduling.frequency import Frequency
from pscb_lib.framework.scheduling.meetings import PSCB
from pscb_lib.framework.scheduling.programme import Audit, AuditProgramme, Route, Strand
from pscb_lib.framework.spellings import parse_period, parse_year
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Field, Rule

PRINTED = ("section", "subject", "frequency_printed", "dates_printed", "lead_printed", "comment")
BLANK = {"dates_printed", "comment"}
FIELDS = (
    Field("item", cells.whole_number),
    Field("strand", cells.member_of(Strand)),
    *(Field(name, str.strip if name in BLANK else cells.text) for name in PRINTED),
    *(Field(name, cells.text) for name in ("title", "lead")),
    Field("frequency", cells.member_of(Frequency)),
    Field("schedule", cells.member_of(Frequency)),
    Field("roll_up", cells.optional(cells.member_of(Frequency))),
    Field("first_period", cells.optional(parse_period), "write a period, such as 2014-11"),
    Field("working_days_allowed", cells.whole_number),
    Field("route", cells.member_of(Route, PSCB)),
    Field("report", str.strip),
    Field("valid_from", parse_year),
    Field("valid_to", cells.optional(parse_year)),
    Field("note", str.strip),
)
RULES = (
    Rule(fields=("schedule", "first_period"), says="a biennial item must say when it first falls",
         remedy="write its first period, such as 2014-11",
         broken=lambda row: row["schedule"] is Frequency.BIENNIAL and not row["first_period"]),
)


def read_programme(path: Path) -> AuditProgramme:
    """Read ``params/audit_programme.csv``. Raises InputError at its first invalid row."""
    rows = read_register(path, FIELDS, RULES)
    names = [field.name for field in FIELDS]
    return AuditProgramme(tuple(Audit(**{name: row[name] for name in names}) for row in rows))


def programme_of(context: Context) -> AuditProgramme:
    """Return the programme of the financial year of the report's day.

    Raises InputError if the Board has not set one for that year.
    """
    path = context.params / "audit_programme.csv"
    year = financial_year(context.as_of)
    programme = read_programme(path).for_year(year)
    if not programme.audits:
        raise InputError.at(path.name, f"no item is in force in {year.label}",
                            "add that year's programme", column="valid_from")
    return programme


REGISTER = Register("audit_programme.csv", read_programme)
