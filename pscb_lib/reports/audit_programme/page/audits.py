"""How many audits found practice that is not good, the one due next, and the register."""

from __future__ import annotations

from datetime import date

from pscb_lib.disclosure.paper import RESTRICTED
from pscb_lib.disclosure.showing import Shown
from pscb_lib.framework.audit_summary.audits import AuditGrade, not_repeated
from pscb_lib.framework.english import capital, spell
from pscb_lib.framework.months import say_day
from pscb_lib.framework.scheduling.meetings import Group as MeetingOf
from pscb_lib.framework.scheduling.meetings import next_meeting
from pscb_lib.page.blocks import Data, Sheet
from pscb_lib.page.tables.days import plain_day
from pscb_lib.page.words.readers import only_restricted
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.overdue import NO_THEME

DATA_COLUMNS = ["audit_id", "kind", "agency", "theme", "asked_for_by", "asked_on", "due_on",
                "received_on", "cases", "grade", "action_plan_on", "follow_up_due_on",
                "follow_up_on", "scrutinised_on", "main_finding"]
POOR = (AuditGrade.INADEQUATE, AuditGrade.ADEQUATE, AuditGrade.REQUIRES_IMPROVEMENT)


def say_graded(known: Known) -> str | None:
    """Say how many of the audits scrutinised found practice that is not good; None if none is.
    """
    graded = [one.grade for one in not_repeated(known.audits, known.on)
              if one.grade and one.is_scrutinised(known.on)]
    if not graded:
        return None
    poor = [one for one in graded if one in POOR]
    what = "practice that requires improvement" + (
        " or is inadequate" if AuditGrade.INADEQUATE in poor else "")
    if len(graded) == 1:
        return f"The one audit graded found {what}." if poor else "The one audit graded is good."
    if not poor:
        return f"All {spell(len(graded))} audits graded found good practice."
    return f"{capital(spell(len(poor)))} of the {spell(len(graded))} audits graded found {what}."


@only_restricted
def list_register(shown: Shown, known: Known) -> Sheet:
    """List every audit in the spreadsheet; samples are small, so cases are no percentages."""
    return Sheet("register", "The register of audits", _data(known.audits))


def say_next(audience: str, known: Known) -> str | None:
    """Say which audit was due next on the report's day; None if none.

    The paper is read after that day, when the audit may have come.
    """
    to_come = [(audit.due_on, audit) for audit in known.audits if audit.due_on
               and not audit.has_come(known.on) and not audit.is_late(known.on)]
    if not to_come:
        return None
    due_on, first = min(to_come, key=lambda one: one[0])
    whose = known.short(first.agency) if first.agency else first.kind.value
    asked = ": the meeting hears whether it came" if _is_before(due_on, audience, known) else ""
    return (f"At {say_day(known.on)} the next one due was {first.theme or NO_THEME} ({whose}), on "
            f"{say_day(due_on)}{asked}.")


def _is_before(day: date, audience: str, known: Known) -> bool:
    """Whether a day to come is before the meeting that takes the paper: of Q&E, or of the Board."""
    met = next_meeting(known.meetings, MeetingOf.SCRUTINY, known.on)
    if met and audience != RESTRICTED:
        met = next_meeting(known.meetings, MeetingOf.BOARD, met.on)
    return bool(met and day <= met.on)


def _data(audits) -> Data:
    return Data(DATA_COLUMNS, [[_plain(getattr(audit, name)) for name in DATA_COLUMNS]
                               for audit in audits])


def _plain(value) -> str | int | None:
    if isinstance(value, date):
        return plain_day(value)
    return getattr(value, "value", value)
