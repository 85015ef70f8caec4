"""The front sheet of a paper: the decision asked for, the presenter and the route."""

from __future__ import annotations

from datetime import date

from pscb_lib.board.context import Context
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.programme import read_programme
from pscb_lib.framework.months import say_day
from pscb_lib.framework.scheduling.deadlines import financial_year
from pscb_lib.framework.scheduling.meetings import Group, next_meeting
from pscb_lib.page.blocks import Front

DRAFT = "Draft: not signed off for release"
RELEASED = "For publication"
MARKINGS = {
    "restricted": "Official-sensitive: for the Q&E group and officers only",
    "board": "Restricted: not for publication",
    "public": DRAFT,  # until pscb release
}


def front_sheet(
    context: Context, report: str, item: int | None, asks: str, equality: str
) -> Front:
    """Build the front sheet of *report*; *item* is its number in Appendix 1, or None.

    *asks* completes "The Q&E group and the Board are asked to ..."; *equality* says which groups
    the paper distinguishes, or why it does not (section 2, public sector Equality Duty).
    """
    facts = [
        ("For decision", asks),
        *(programme_facts(context, item) if item else ()),
        ("Route", route(context)),
        ("Equality", equality),
    ]
    return Front(
        report=report, board=context.settings.board, group=context.settings.group,
        period=context.period.label, period_words=context.period.words,
        as_of=context.as_of.isoformat(), audience=context.audience,
        marking=MARKINGS[context.audience], facts=facts,
    )


def programme_facts(context: Context, item: int) -> list[tuple[str, str]]:
    """The presenter and the subject of an item, by the programme of the report's year."""
    programme = read_programme(context.params / "audit_programme.csv")
    audits = programme.for_year(financial_year(context.as_of)).audits
    return [fact for audit in audits if audit.item == item
            for fact in (("Presented by", audit.lead),
                         ("Programme", f"Appendix 1, item {item}: {audit.subject}"))]


def route(context: Context) -> str:
    """The next meetings of a paper in one phrase: scrutiny at Q&E, then the Board."""
    scrutiny = scrutiny_on(context)
    meetings = read_meetings(context.params / "meetings.csv")
    if scrutiny is None:
        return "No meeting has been fixed"
    board = next_meeting(meetings, Group.BOARD, scrutiny)
    then = f", then Board {say_day(board.on)}" if board else ""
    return f"Q&E scrutiny {say_day(scrutiny)}{then}"


def scrutiny_on(context: Context) -> date | None:
    """The day of the next Q&E meeting, or None if none has been fixed."""
    meetings = read_meetings(context.params / "meetings.csv")
    meeting = next_meeting(meetings, Group.QUALITY_AND_EFFECTIVENESS, context.as_of)
    return meeting.on if meeting else None
