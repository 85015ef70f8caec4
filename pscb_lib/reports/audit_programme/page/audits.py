"""What the audits found about practice with children, the one due next, and the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from pscb_lib.disclosure.paper import RESTRICTED
from pscb_lib.disclosure.showing import Shown
from pscb_lib.framework.audit_summary.actions import Action
from pscb_lib.framework.audit_summary.audits import AuditGrade, RegisteredAudit, not_repeated
from pscb_lib.framework.english import capital, listed, small, spell
from pscb_lib.framework.months import say_day
from pscb_lib.framework.scheduling.meetings import Group as MeetingOf
from pscb_lib.framework.scheduling.meetings import next_meeting
from pscb_lib.page.blocks import Column, Data, Group, Plain, Sheet, Table, cell, strong
from pscb_lib.page.tables.days import plain_day
from pscb_lib.page.words.readers import not_public, only_restricted
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.overdue import NO_THEME

DATA_COLUMNS = ["audit_id", "kind", "agency", "theme", "asked_for_by", "asked_on", "due_on",
                "received_on", "cases", "grade", "action_plan_on", "follow_up_due_on",
                "follow_up_on", "scrutinised_on", "main_finding"]
FOUND_COLUMNS = ["audit_id", "theme", "by", "grade", "found", "actions_agreed",
                 "actions_shown_to_work"]
# The worst first; an audit without a grade is between the two halves of the scale.
IN_ORDER = (AuditGrade.INADEQUATE, AuditGrade.ADEQUATE, AuditGrade.REQUIRES_IMPROVEMENT, None,
            AuditGrade.GOOD, AuditGrade.OUTSTANDING)
POOR = IN_ORDER[:3]
WAITS = "Not yet scrutinised by Q&E"
MOST_FOUND = 8  # audits on the page; the spreadsheet has all
NOT_SAID, NOT_GRADED = "No finding in the return", "Not graded"
UNGRADED = "Not graded: the report came without a grade."


@not_public
def tabulate_found(shown: Shown, known: Known) -> Table:
    """Tabulate what each audit that was received found, the lowest grade first.

    What Q&E has not scrutinised is in the restricted set alone (section 5), so that elsewhere its
    grade does not order the rows.
    """
    received = not_repeated(known.audits, known.on)
    received.sort(key=lambda one: (
        not one.is_scrutinised(known.on),
        IN_ORDER.index(one.grade if _is_open(one, shown.audience, known) else None)))
    columns = [Column("Audit, and by whom", width=3.7),
               Column("Grade, and what it found", width=5), Column("Actions", "end", 0.7),
               Column("Shown to work", "end", 0.7)]
    lines = [_found(one, shown.audience, known) for one in received]
    rows = [[strong(theme, by), cell(". ".join([grade, *found] if grade else found)),
             cell(f"{agreed:,}"), cell(f"{proven:,}")]
            for _, theme, by, grade, found, agreed, proven in lines]
    data: list[list[Plain]] = [
        [id, theme, by, grade or WAITS, "; ".join(found), agreed, proven]
        for id, theme, by, grade, found, agreed, proven in lines]
    return Table("found", "What the audits found, the lowest grade first", columns,
                 [Group(None, rows[:MOST_FOUND])], Data(FOUND_COLUMNS, data),
                 note=_note([grade for _, _, _, grade, *_ in lines]),
                 empty="No audit was received.")


def _note(grades: Sequence[str]) -> str | None:
    """Say why an audit that is printed has no grade, and how many are not printed."""
    rest = grades[MOST_FOUND:]
    kinds = Counter(small(grade) if grade else "not yet scrutinised" for grade in rest)
    told = listed([f"{spell(number)} {kind}" for kind, number in kinds.items()])
    return joined(UNGRADED if NOT_GRADED in grades[:MOST_FOUND] else None,
                  f"{capital(spell(len(rest)))} more in the spreadsheet: {told}." if rest else None
                  ) or None


def _found(audit: RegisteredAudit, audience: str, known: Known
           ) -> tuple[str, str, str, str, list[str], int, int]:
    actions = [one for one in known.actions
               if one.recommendation and one.recommendation.source == audit.audit_id]
    proven = sum(one.is_proven for one in actions)
    is_open = _is_open(audit, audience, known)
    grade = "" if not is_open else audit.grade.value if audit.grade else NOT_GRADED
    said = [_finding(audit, actions)] if is_open else []
    if not audit.is_scrutinised(known.on):
        said.append(WAITS)
    by = known.short(audit.agency) if audit.agency else audit.kind.value.capitalize()
    return audit.audit_id, audit.theme or NO_THEME, by, grade, said, len(actions), proven


def _is_open(audit: RegisteredAudit, audience: str, known: Known) -> bool:
    """Whether the readers may see what an audit found."""
    return audience == RESTRICTED or audit.is_scrutinised(known.on)


def _finding(audit: RegisteredAudit, actions: Sequence[Action]) -> str:
    """The audit's own finding, or else the first behind an action that came of it."""
    return audit.main_finding or next(
        (one.recommendation.finding for one in actions if one.recommendation), NOT_SAID)


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
