"""The audit programme as this Board has set it: ``params/audit_programme.csv``."""

from __future__ import annotations

from pathlib import Path

from pscb_lib.board.context import Context
from pscb_lib.board.decisions import Register, read_register
from pscb_lib.board.groups import codes_beside, with_codes
from pscb_lib.board.period_cells import a_period, a_year
from pscb_lib.framework.scheduling.deadlines import financial_year
from pscb_lib.framework.scheduling.frequency import Frequency
from pscb_lib.framework.scheduling.meetings import PSCB
from pscb_lib.framework.scheduling.programme import Audit, AuditProgramme, Route, Strand
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Field, Rule

PRINTED = {"section": "its heading", "subject": "its name", "frequency_printed": "its frequency",
           "dates_printed": "its dates", "lead_printed": "its lead", "comment": "its comment"}
BLANK = {"dates_printed", "comment"}


def _blank(cell: str) -> str:
    return cell.strip()


cells.shaped(_blank, cells.Shape(may_be_blank=True))
FIELDS = (
    Field("item", cells.whole_number, meaning="its own number in Appendix 1 of the framework"),
    Field("strand", cells.member_of(Strand), meaning="which of the three parts it belongs to"),
    *(Field(name, _blank if name in BLANK else cells.text, meaning=f"{what} as Appendix 1 "
            "prints it") for name, what in PRINTED.items()),
    Field("title", cells.text, meaning="its name on this Board's pages"),
    Field("lead", cells.text, meaning="the post that leads it, and whom forms name to ask"),
    Field("frequency", cells.member_of(Frequency), meaning="how often Appendix 1 asks for it"),
    Field("schedule", cells.member_of(Frequency), meaning="how often this Board has it made"),
    Field("roll_up", cells.optional(cells.member_of(Frequency)), meaning="a longer period that "
          "its last report of the year also sums up"),
    Field("first_period", cells.optional(a_period), "write a period, such as 2014-11",
          meaning="the period in which a biennial item first falls"),
    Field("working_days_allowed", cells.whole_number, meaning="the working days from the end of "
          "its period to the day it is due"),
    Field("route", cells.member_of(Route, PSCB), meaning="where its report goes"),
    Field("report", _blank, meaning="the report that is made for it, as pscb list names it; "
          "blank if it is made elsewhere"),
    Field("valid_from", a_year, meaning="the first financial year of this row"),
    Field("valid_to", cells.optional(a_year), meaning="the last one; blank while it is in force"),
    Field("note", _blank, meaning="why it is set so; on no page"),
)
RULES = (
    Rule(fields=("schedule", "first_period"), says="a biennial item must say when it first falls",
         remedy="write its first period, such as 2014-11",
         broken=lambda row: row["schedule"] is Frequency.BIENNIAL and not row["first_period"]),
)


def read_programme(path: Path) -> AuditProgramme:
    """Read ``params/audit_programme.csv``. Raises InputError at its first invalid row."""
    fields = with_codes(FIELDS, "route", codes_beside(path.parent))
    rows = read_register(path, fields, RULES)
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


def lead_of(context: Context, item: int, otherwise: str | None = None) -> str:
    """The post that leads an *item* of the year's programme.

    Where the programme has no such item it is *otherwise*, by default the group. Raises InputError
    as :func:`programme_of`.
    """
    leads = {one.item: one.lead for one in programme_of(context).audits}
    return leads.get(item, otherwise or context.settings.group)


REGISTER = Register(
    "audit_programme.csv", read_programme, "The overall audit programme, Appendix 1", FIELDS,
    RULES, key=("item", "valid_from"), used_by="audit_programme, every paper's front sheet, forms, "
    "pscb due, pscb plan, pscb new-cycle, pscb batch",
    example={"item": "10", "strand": "ongoing", "section": "ONGOING - Monitoring Audits",
             "subject": "PSCB Data set", "frequency_printed": "Quarterly",
             "lead_printed": "Business Manager", "title": "Quarterly data set",
             "lead": "Business Manager", "frequency": "quarterly", "schedule": "quarterly",
             "working_days_allowed": "20", "route": Route.QE_THEN_BOARD.value,
             "report": "quarterly_data_set", "valid_from": "2014-15"})
