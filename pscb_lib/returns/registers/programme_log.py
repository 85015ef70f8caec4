"""The Q&E group's audit planner as a return: one row for each item and period.

A date in the planner overrides the date derived from the programme. By section 5, reports come
to Q&E before they are taken to the Board, where they are tabled or circulated for
information.
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.board.programme import programme_of
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.scheduling.frequency import Frequency
from pscb_lib.framework.scheduling.planner import Decision, Log, Progress
from pscb_lib.framework.scheduling.programme import AuditProgramme
from pscb_lib.framework.spellings import parse_span
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Checked, Field, FileRule, Record, Rule, find_rules, rule
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return

NAMES = tuple(Progress.__dataclass_fields__)
ORDER = ("received_on", "scrutinised_on", "presented_on")


def make_log(checked: Checked) -> Log:
    """Make the planner's log of checked rows, by item and period."""
    return {
        (row["item"], row["period"]): Progress(**{name: row[name] for name in NAMES})
        for row in checked.frame.to_dict("records")
    }


def make_fields(programme: AuditProgramme) -> tuple[Field, ...]:
    """Return the columns; items must be in Appendix 1."""
    numbers = {audit.item for audit in programme.audits}

    def item(cell: str) -> int:
        if (number := cells.value_of(cells.whole_number(cell))) not in numbers:
            raise ValueError("is not an item of Appendix 1")
        return number

    return (
        Field("item", item, "use Appendix 1's own number"),
        Field("period", parse_span, "write it like 2014-15 Q3, or 2014-04 to 2014-07"),
        *(Field(name, cells.optional(cells.day), "write it dd/mm/yyyy")
          for name in NAMES if name not in ("decision", "reason")),
        Field("decision", cells.optional(cells.member_of(Decision))),
        Field("reason", cells.optional(cells.text), "say why it was decided so", optional=True),
        Field("note", cells.optional(cells.text)),
        Field("source", cells.text, "say where the row is from"),
    )


def make_rules(programme: AuditProgramme) -> tuple[Rule, ...]:
    """Return the rules for a row."""

    @rule("item", "period", says="the item does not report on this period",
          remedy="write a period of the item's own frequency", example={"period": "2014-15 Q1"})
    def has_no_such_period(row: Record) -> bool:
        """Appendix 1 gives each item its frequency."""
        periods = programme.item(row["item"]).periods_in(row["period"].year)
        return bool(periods) and row["period"] not in periods

    @rule("item", "period", says="an item that comes as required has no period of its own",
          remedy="write the month in which it was asked for, one row for each commission",
          example={"item": "22", "period": "2014-15 H1"})
    def is_no_commission(row: Record) -> bool:
        """Appendix 1, item 22: "As & when required"."""
        is_asked_for = programme.item(row["item"]).schedule is Frequency.AS_REQUIRED
        return is_asked_for and row["period"].months != 1

    @rule("scrutinised_on", "presented_on",
          says="reports come to Q&E before they are taken to the Board (section 5)",
          remedy="fill the day of scrutiny",
          example={"item": "10", "period": "2014-15 Q1", "presented_on": "10/09/2014"})
    def skips_scrutiny(row: Record) -> bool:
        """Section 5: reports come to the Q&E group before they are taken to the Board."""
        route = programme.item(row["item"]).route
        return bool(row["presented_on"] and route.is_scrutinised and not row["scrutinised_on"])

    @rule("received_on", "scrutinised_on", "presented_on",
          says="a report is received, scrutinised and presented, in this order",
          remedy="fill or correct the dates",
          example={"received_on": "", "scrutinised_on": "13/05/2014"})
    def is_out_of_order(row: Record) -> bool:
        """Section 5: the order in which a report goes."""
        days = [row[name] for name in ORDER if row[name]]
        return days != sorted(days) or (bool(days) and row["received_on"] is None)

    @rule("decision", "reason", says="there is a reason without a decision",
          remedy="fill the decision, or take the reason out",
          example={"decision": "", "reason": "Figures fell"})
    def has_reason_of_nothing(row: Record) -> bool:
        """Section 5: a judgment made about which reports are tabled."""
        return row["reason"] is not None and row["decision"] is None

    return find_rules(locals())


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """Return the rules across rows."""
    return once("item", "period", says="are of one item and period and are not the same",
                remedy="remove one of the two rows")


APPLIES = {
    "due_on": "a day other than the usual one was agreed", "received_on": "it has come",
    "scrutinised_on": "the group has scrutinised it", "presented_on": "the Board has had it",
    "decision": "the group has decided",
    "reason": "the group has decided", "note": "there is something to say",
}
RETURN = Return(
    "programme_log", "Planner of the audit programme",
    lambda context: make_fields(programme_of(context)),
    lambda context: make_rules(programme_of(context)),
    make_file_rules, "programme_log.csv",
    {"item": "1", "period": "2013-14", "received_on": "12/05/2014", "source": "case system"},
    describes=AGENCY, kept_by_office=True, applies=APPLIES,
)
