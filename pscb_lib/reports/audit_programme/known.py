"""The six returns of the audit programme paper, read together as known on one day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pscb_lib.board.agencies import Alias, read_agencies, short_names
from pscb_lib.board.cleared_texts import for_readers
from pscb_lib.board.context import Context
from pscb_lib.board.ledger import Line, read_ledger
from pscb_lib.board.ledger.requests import PaperRequest, requested_audits, requested_papers
from pscb_lib.board.ledger.route import add_route
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.programme import programme_of, read_programme
from pscb_lib.framework.audit_summary.actions import Action
from pscb_lib.framework.audit_summary.audits import RegisteredAudit
from pscb_lib.framework.audit_summary.checks import ActionCheck
from pscb_lib.framework.audit_summary.section11 import SelfAudit
from pscb_lib.framework.scheduling.deadlines import financial_year
from pscb_lib.framework.scheduling.meetings import Group as MeetingOf
from pscb_lib.framework.scheduling.meetings import Meeting, last_meeting
from pscb_lib.framework.scheduling.planner import Entry, Log, State, plan
from pscb_lib.framework.scheduling.programme import AuditProgramme
from pscb_lib.reading.findings import Finding
from pscb_lib.reading.rows import Checked
from pscb_lib.returns.actions.record import make_actions
from pscb_lib.returns.registers.action_checks import RETURN as ACTION_CHECKS
from pscb_lib.returns.registers.action_checks import make_checks
from pscb_lib.returns.registers.action_updates import RETURN as UPDATES
from pscb_lib.returns.registers.actions import RETURN as ACTIONS
from pscb_lib.returns.registers.actions import Refused, read_refused
from pscb_lib.returns.registers.audits import RETURN as AUDITS
from pscb_lib.returns.registers.audits import make_audits
from pscb_lib.returns.registers.programme_log import RETURN as PROGRAMME_LOG
from pscb_lib.returns.registers.programme_log import make_log
from pscb_lib.returns.registers.section11 import RETURN as SECTION11
from pscb_lib.returns.self_audits import current_round, make_self_audits

RETURNS = PROGRAMME_LOG, SECTION11, AUDITS, ACTIONS, ACTION_CHECKS, UPDATES


@dataclass(frozen=True)
class Known:
    """What is known on the day ``on``.

    ``entries`` are the lines of the planner that fall due in its financial year or are still
    overdue from the year before; ``ahead`` are those of the next two years. ``ledger`` is the
    Board's record up to that day; the steps and the audit requests recorded in it are already in
    the other fields. ``findings`` are those of the six returns, ``agencies`` the names in use.
    ``before`` are the entries as known on ``before_on``, the day of the Board's last meeting.
    ``refused`` are the actions that were closed without evidence, ``checks`` those of completed
    actions, ``papers`` the requests for a paper, ``presented`` the entries of this year and the
    one before that the Board has had.
    """

    on: date
    programme: AuditProgramme
    meetings: tuple[Meeting, ...]
    entries: tuple[Entry, ...]
    ahead: tuple[Entry, ...]
    self_audits: tuple[SelfAudit, ...]
    audits: tuple[RegisteredAudit, ...]
    actions: tuple[Action, ...]
    findings: tuple[Finding, ...]
    ledger: tuple[Line, ...]
    agencies: tuple[Alias, ...] = ()
    before: tuple[Entry, ...] = ()
    before_on: date | None = None
    refused: tuple[Refused, ...] = ()
    checks: tuple[ActionCheck, ...] = ()
    papers: tuple[PaperRequest, ...] = ()
    presented: tuple[Entry, ...] = ()

    def short(self, agency: str) -> str:
        """The shortest name in use of an agency, for a picture: CPFT."""
        return short_names(self.agencies, self.on).get(agency, agency)


def read_known(context: Context) -> Known:
    """Read the six returns, the planner and the ledger as known on the report's day.

    The Board may read all of them: they are agencies' own work. Raises InputError if a file cannot
    be used.
    """
    known = known_from(context, *(one.read_for(context) for one in RETURNS))
    return replace(known, refused=for_readers(context, read_refused(context)))


def known_from(context: Context, logged: Checked, answered: Checked, audited: Checked,
               acted: Checked, looked: Checked, answered_since: Checked) -> Known:
    """Return what is known from the six returns, the planner and the ledger.

    An agency's text that states a number of children is in the restricted set alone, until an
    officer clears it (:mod:`pscb_lib.board.cleared_texts`).
    """
    on, ledger = context.as_of, read_ledger(context.params, context.as_of)
    meetings = read_meetings(context.params / "meetings.csv")
    registered = make_audits(audited.records)
    log, met_on = make_log(logged), last_meeting(meetings, MeetingOf.BOARD, on)
    entries, ahead, presented = _planner(context, meetings, log, ledger, on)
    return Known(
        on, programme_of(context), meetings, entries, ahead,
        self_audits=for_readers(context, [one.known_on(on) for one in make_self_audits(
            answered, current_round(context))]),
        audits=for_readers(context, [*registered, *requested_audits(ledger, registered)]),
        actions=for_readers(context, [one.known_on(on) for one in make_actions(acted.records)]),
        findings=tuple(finding for checked in (
            logged, answered, audited, acted, looked, answered_since)
                       for finding in checked.findings),
        ledger=ledger,
        agencies=tuple(one for one in read_agencies(context.params / "agencies.csv")
                       if one.valid_from <= on <= one.valid_to),
        before=_planner(context, meetings, log, ledger, met_on)[0] if met_on else (),
        before_on=met_on, checks=make_checks(looked.records),
        papers=for_readers(context, requested_papers(ledger)),
        presented=presented,
    )


def _planner(context: Context, meetings: tuple[Meeting, ...], log: Log, ledger: tuple[Line, ...],
             on: date) -> tuple[tuple[Entry, ...], ...]:
    """Return the entries of the planner on a day, those of the next two years, and those presented.

    The last are of this year and the one before.
    """
    programme = read_programme(context.params / "audit_programme.csv")
    own, taken = financial_year(on), add_route(log, ledger, programme)
    before, entries, *ahead = (
        plan(programme.for_year(year), meetings, year, taken, on, context.settings.day_count)
        for year in (own.previous, own, own.back(-12), own.back(-24)))
    return ((*(entry for entry in before if entry.state is State.OVERDUE), *entries),
            tuple(entry for year in ahead for entry in year),
            tuple(entry for entry in (*before, *entries) if entry.progress.presented_on))
