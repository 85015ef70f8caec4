"""The quarterly return of who came to conferences: one row for each conference and agency.

The conference service sends it; conferences imported from a census have none. A deputy who came for
an agency counts as having come.
"""

from __future__ import annotations

from datetime import date

from pscb_lib.board.agencies import agency_parser, in_use, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading import cells
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Field, Record, Rule, find_rules, rule
from pscb_lib.reports.child_protection_conferencing import returned
from pscb_lib.returns.across import once, refers_to
from pscb_lib.returns.kinds import Return

CORRECT = "correct one of the two"
CAME, WRITTEN = "yes", "yes"


def quarters(period: ReportingPeriod) -> list[ReportingPeriod]:
    """Return the four quarters to the end of the report's own: what twelve months need."""
    return period.rolling_year.split(3)


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return; agencies are those on the register."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"))
    answer = "write yes or no"
    return (
        Field("conference_id", cells.identifier, "send ids as text"),
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("invited", cells.yes_no, answer),
        Field("attended", cells.one_of("yes", "apologies", "no"), "write yes, apologies or no"),
        Field("deputy", cells.optional(cells.yes_no), answer),
        Field("report", cells.one_of("yes", "no", "verbal"), "write yes, no or verbal"),
        Field("report_in_time", cells.optional(cells.yes_no), answer),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("invited", "attended", says="the agency came without being invited, and is not counted",
      remedy="nothing to do if that is so", example={"invited": "no"}, reaction=Reaction.NOTED)
def comes_uninvited(row: Record) -> bool:
    """Attendance is a share of the invitations."""
    return not row["invited"] and row["attended"] == CAME


@rule("attended", "deputy", says="a deputy came for an agency that did not", remedy=CORRECT,
      example={"attended": "no", "deputy": "yes"})
def sends_a_deputy_who_did_not_come(row: Record) -> bool:
    """A deputy who came for an agency counts as having come."""
    return bool(row["deputy"]) and row["attended"] != CAME


@rule("report", "report_in_time", says="only a report that was sent is in time or not",
      remedy=CORRECT, example={"report": "no"})
def is_in_time_without_report(row: Record) -> bool:
    """The Board's procedures: each agency sends a written report before the conference."""
    return row["report"] != WRITTEN and row["report_in_time"] is not None


@rule("report", "report_in_time", says="it is not said whether the report was in time",
      remedy="write yes or no", example={"report_in_time": ""})
def is_neither_in_time_nor_late(row: Record) -> bool:
    """The Board's procedures: each agency sends a written report before the conference."""
    return row["report"] == WRITTEN and row["report_in_time"] is None


RULES = find_rules(globals())


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for one row; an agency has the name that it had in the quarter."""
    def span(row: Record) -> tuple[date, date]:
        return context.period.start, context.period.end

    return *RULES, in_use("agency", span)


RETURN = Return(
    "conference_attendance", "Attendance at child protection conferences", make_fields, make_rules,
    once("conference_id", "agency", says="are one agency at one conference and are not the same",
         remedy="correct the agency, or take the wrong row out"),
    "conference_attendance",
    {"conference_id": "CF-0412", "agency": "Police", "invited": "yes", "attended": "yes",
     "deputy": "no", "report": "yes", "report_in_time": "yes", "source": "case system"},
    is_folder=True, months=3, describes=AGENCY, one_file_each=quarters,
    together=refers_to("conference_id", returned.RETURN), senders=returned.senders,
    may_be_empty=True,
    applies={"deputy": "somebody came for the agency", "report_in_time": "a report was sent"},
)
