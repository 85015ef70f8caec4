"""The front sheet of a paper: the decision asked for, the presenter and the route."""

from __future__ import annotations

from datetime import date

from pscb_lib.board.agenda_numbers import meeting_for
from pscb_lib.board.cleared_texts import for_readers
from pscb_lib.board.context import Context
from pscb_lib.board.ledger.advice import read_scrutiny
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.names import name_of
from pscb_lib.board.programme import read_programme
from pscb_lib.board.settings import Settings
from pscb_lib.framework.english import capital
from pscb_lib.framework.months import say_day
from pscb_lib.framework.scheduling.deadlines import deadline_of, financial_year
from pscb_lib.framework.scheduling.frequency import Frequency
from pscb_lib.framework.scheduling.meetings import Group, Meeting, next_meeting
from pscb_lib.framework.scheduling.planner import Decision
from pscb_lib.framework.scheduling.programme import Audit, Route
from pscb_lib.page.blocks import Front
from pscb_lib.page.logo import read_look
from pscb_lib.page.words.equality import Cut, say_equality
from pscb_lib.page.words.glossary import spelled_out
from pscb_lib.page.words.reference import reference_line

DRAFT = "Draft: not signed off for release"
RELEASED = "For publication"
MARKINGS = {
    "restricted": "Q&E group and officers only",
    "board": "Board members only: not for publication",
    "public": DRAFT,  # until pscb release
}
TO_NO_MEETING = {
    Route.ANNUAL_REPORT: "Part of the Annual Report",
    Route.SCR_GROUP: "To the serious case review group",
    Route.NOT_STATED: "Not stated in Appendix 1",
}
ASKED = {"restricted": "Q&E is asked to", "board": "The Board is asked to"}
ADDRESSED = {"board": "For the members of the Board"}  # if the paper goes to no meeting
ADVICE = {
    Decision.TABLED: "Q&E on {} advised the Board to discuss this paper",
    Decision.FOR_INFORMATION: "Q&E on {} advised the Board to take this paper for information",
    None: "Q&E looked at this paper on {}; no advice is recorded",
}
TO_COME = "Q&E reads this paper on {}, and then advises the Board"
NOT_YET = "Q&E's advice is not recorded yet"
AFTER_SCRUTINY = {
    Route.QE_THEN_BOARD: "Board{}",
    Route.QE_THEN_BOARD_IF_REQUIRED: "Board{} if required",
    Route.BOARD: "the full report to the Board{}",
    Route.BOARD_AND_ANNUAL_REPORT: "Board{} and part of the Annual Report",
}


def front_sheet(
    context: Context, report: str, item: int | None, asks: str, equality: Cut | str,
    presented_by: str = "",
) -> Front:
    """Build the front sheet of *report*; *item* is its number in Appendix 1, or None.

    *presented_by* is who presents a paper that is no item.

    *asks* completes "The Board is asked to ..."; the public is asked nothing. *equality* is
    the cut of the paper by groups, or why it has none; it stands at the foot with the route.
    """
    audit = audit_of(context, report, item) if item else None
    asked = [] if context.audience == "public" or not asks else [(ASKED[context.audience], asks)]
    contact, presenter = context.settings.contact, audit.lead if audit else presented_by
    facts = [
        *asked,
        *([("Presented by", capital(spelled_out(presenter)))] if presenter else ()),
        *scrutinised(context, report, audit),
        *next_paper(context, audit),
        *([("Contact", contact)] if contact else ()),
    ]
    foot = [
        *([("Programme", f"Appendix 1, item {audit.item}: {audit.subject}")] if audit else ()),
        ("Route", route(context, audit)),
        ("Equality", say_equality(equality)),
    ]
    return Front(
        report=report, board=context.settings.board, group=context.settings.group,
        period=context.period.label, period_words=context.period.words,
        as_of=context.as_of.isoformat(), audience=context.audience,
        marking=marking_of(context.settings, context.audience), facts=facts,
        group_short=context.settings.group_short,
        wording=context.wording,
        look=read_look(context.params, context.settings),
        reference=reference_line(context, report, audit) or ADDRESSED.get(context.audience, ""),
        foot=foot,
    )


def marking_of(settings: Settings, audience: str) -> str:
    """The words that mark a set: the Board's own for its restricted and board sets, if it has any.
    """
    return settings.look.set_names.get(audience) or MARKINGS[audience]


def audit_of(context: Context, report: str, item: int) -> Audit | None:
    """The item that a report reports on, in the programme of its year; None if there is none.

    A Board may number its programme otherwise, so that the item that names the report comes first.
    """
    programme = read_programme(context.params / "audit_programme.csv")
    audits = programme.for_year(financial_year(context.as_of)).audits
    named = [audit for audit in audits if audit.report == report]
    numbered = [audit for audit in audits if audit.item == item and not audit.report]
    return next(iter(named + numbered), None)


def scrutinised(context: Context, report: str, audit: Audit | None) -> list[tuple[str, str]]:
    """When Q&E scrutinises the paper, and when the Board has it, where meetings are fixed.

    The Board is told what Q&E concluded, or that it has not yet looked at the paper.
    """
    if audit and not audit.route.is_scrutinised:
        return []
    if audit and context.audience == "board":
        return [("Scrutiny", _say_advice(context, report))]
    scrutiny = scrutiny_on(context)
    if scrutiny is None:
        return []
    board = _board_after(context, scrutiny)
    then = f", then Board, {say_day(board.on)}" if board else ""
    return [("Scrutiny", f"Q&E, {say_day(scrutiny)}{then}")]


def _say_advice(context: Context, report: str) -> str:
    line = read_scrutiny(context.params, name_of(report, context.key), context.period)
    if line is None:
        scrutiny = scrutiny_on(context)
        return TO_COME.format(say_day(scrutiny)) if scrutiny else NOT_YET
    (known,) = for_readers(context, [line])
    why = f". Why: {capital(known.answer.rstrip('.'))}" if known.answer else ""
    return ADVICE[known.decision].format(say_day(known.on)) + why


def next_paper(context: Context, audit: Audit | None) -> list[tuple[str, str]]:
    """The period of the next paper of this kind, and the day of its meeting if that is fixed."""
    if audit is None:
        return []
    is_biennial = audit.schedule is Frequency.BIENNIAL
    period = context.period.back(-24 if is_biennial else -context.period.months)
    meetings = read_meetings(context.params / "meetings.csv")
    due = deadline_of(audit, period, meetings, {}, context.settings.day_count)
    meeting = due.board or due.scrutiny
    where = f": {meeting.group.value}, {say_day(meeting.on)}" if meeting else ""
    return [("Next paper", f"{period.title}{where}")]


def route(context: Context, audit: Audit | None = None) -> str:
    """The route of a paper in one phrase, as the programme has it, with its next meetings.

    A paper that is no item goes to Q&E and then to the Board, as section 5 has it for all reports.
    """
    way = audit.route if audit else Route.QE_THEN_BOARD
    if not way.is_scrutinised:
        return TO_NO_MEETING[way]
    scrutiny = scrutiny_on(context)
    if scrutiny is None:
        return "No meeting has been fixed"
    board = _board_after(context, scrutiny)
    then = AFTER_SCRUTINY[way].format(f" {say_day(board.on)}" if board else "")
    return f"Q&E scrutiny {say_day(scrutiny)}, then {then}"


def _board_after(context: Context, scrutiny: date) -> Meeting | None:
    return next_meeting(read_meetings(context.params / "meetings.csv"), Group.BOARD, scrutiny)


def meeting_on(context: Context) -> date | None:
    """The day of the meeting that the set is for, or None if none has been fixed."""
    meeting = meeting_for(context.audience, context.as_of,
                          read_meetings(context.params / "meetings.csv"))
    return meeting.on if meeting else None


def scrutiny_on(context: Context) -> date | None:
    """The day of the next Q&E meeting, or None if none has been fixed."""
    meetings = read_meetings(context.params / "meetings.csv")
    meeting = next_meeting(meetings, Group.SCRUTINY, context.as_of)
    return meeting.on if meeting else None
