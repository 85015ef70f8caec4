"""The pictures: a line of time for each body, and the grades given."""

from __future__ import annotations

from datetime import date

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.audits import AuditGrade, RegisteredAudit
from pscb_lib.framework.english import part_of
from pscb_lib.framework.months import say_day
from pscb_lib.page import charts
from pscb_lib.page.blocks import LEFT, Chart, Data, Prose, Sheet
from pscb_lib.page.charts.timeline import Mark, Row, State, plot_timeline
from pscb_lib.page.tables.days import plain_day
from pscb_lib.reports.single_agency_audits import places
from pscb_lib.reports.single_agency_audits.known import Known

NO_BODY = "not a section 11 body"
BODIES = ("Bodies are all of section 11 on the register; the Section 11 report counts those asked "
          "for a self-audit.")
AHEAD = 91  # days after the report that the line goes on
NOT_RANKED = "Agencies grade themselves: their grades are not compared."


def plot_year(shown: Shown, known: Known) -> Chart:
    """Plot each body's audits of the twelve months, and those planned, on a line of time."""
    require_shown(shown)
    agencies = list(dict.fromkeys([*known.bodies, *(
        one.agency for one in known.audits if one.agency and _mark(one, known))]))
    rows = [Row("", known.short(agency), [mark for one in known.audits if one.agency == agency
                                          for mark in [_mark(one, known)] if mark],
                _note(agency, known)) for agency in agencies]
    silent = len(known.silent())
    data = Data(["agency", "audit_id", "due_on", "received_on", "follow_up_on"], [
        [str(one.agency), one.audit_id, plain_day(one.due_on), plain_day(one.received_on),
         plain_day(one.follow_up_on)] for one in known.audits if _mark(one, known)])
    said = part_of(silent, len(known.bodies), "bodies")
    headline = ("Every body told of an audit or sent a nil return" if not silent else
                f"{said[:1].upper()}{said[1:]} sent no audit and no nil return")
    return plot_timeline(
        rows, (known.first, date.fromordinal(known.on.toordinal() + AHEAD)), known.on, data,
        id="year", headline=headline, alt=f"{headline}. {_alt(rows)}",
        subtitle="Audits of each agency by the day they came or are due, from "
        f"{say_day(known.first)}",
        note=BODIES)


def _mark(one: RegisteredAudit, known: Known) -> Mark | None:
    """The mark of an audit: received, planned or overdue; None if it is older.

    One that was late and then followed up is marked as late: Table "again" has the follow-up.
    """
    if one.received_on is not None and one.has_come(known.on):
        followed = one.follow_up_on is not None and one.follow_up_on <= known.on
        late = one.due_on is not None and one.due_on < one.received_on
        state = State.LATE if late else State.FOLLOWED if followed else State.ON_TIME
        return Mark(state, one.received_on) if known.is_in_year(one.received_on) else None
    if one.due_on is None:
        return None
    return Mark(State.OVERDUE if one.is_late(known.on) else State.DUE, one.due_on)


def _note(agency: str, known: Known) -> str:
    if agency not in known.bodies:
        return NO_BODY
    if agency in known.nil_only():
        return "nil return"
    return "nothing sent" if agency in known.silent() else ""


def _alt(rows: list[Row]) -> str:
    """Each agency with the number of its marks, or what is said in their place."""
    said = [f"{row.title} {len(row.marks) or row.note}" for row in rows]
    return f"Audits by agency: {'; '.join(said)}."


def plot_grades(shown: Shown) -> Chart | Prose | None:
    """Plot the grades of the audits received; None if none was."""
    grades = {row: require_shown(shown).get(places.GRADES, row)
              for row in shown.rows(places.GRADES) if row != TOTAL}
    used = {row: one for row, one in grades.items() if one.value}
    if not used:
        return None
    whole = shown.get(*places.RECEIVED).count
    good = sum(grades[one.value].count for one in AuditGrade if one.is_good)
    return charts.plot_stack(
        used, id="grades", headline="The one audit was "
        f"{'' if good else 'not '}graded good or better" if whole == 1 else
        f"{part_of(good, whole, 'audits').capitalize()} graded good or better",
        subtitle="Audits received in twelve months, by the agency's own grade", note=NOT_RANKED,
        place=LEFT, columns=("Grade", "Audits"))


def list_quarters(shown: Shown, known: Known) -> Sheet:
    """List for each body and quarter whether an audit came, a nil return, or nothing."""
    require_shown(shown)

    def told(body: str, quarter) -> str:
        if any(one.agency == body and quarter.contains(one.came_on) for one in known.audits
               if one.has_come(known.on)):
            return "audit"
        return "nil return" if (body, quarter) in known.nil else "nothing sent"

    return Sheet("quarters", "What each body told of in the last four quarters", Data(
        ["agency", *(one.label for one in known.quarters)],
        [[body, *(told(body, one) for one in known.quarters)] for body in known.bodies]))
