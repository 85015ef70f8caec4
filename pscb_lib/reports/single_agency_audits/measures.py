"""The figures of single-agency audits, SA1 to SA7; all of them describe agencies' own work.

An agency's own grade is not comparable with another's, so that agencies are never ranked by it.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.counting import part_of_step, tally
from pscb_lib.disclosure.figures import NOBODY, FigureRow, Place, count, counts, frame, proportion
from pscb_lib.framework.audit_summary.audits import (
    PLAN_WITHIN,
    AuditGrade,
    BoardToKnow,
    CommissionedAs,
    RegisteredAudit,
)
from pscb_lib.framework.english import capital
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.single_agency_audits import places
from pscb_lib.reports.single_agency_audits.known import Known, known_from

AGENCY = "agency"
NOT_GRADED, NOT_RECORDED = "Not graded", "Not recorded"


def measure(context: Context, audited: Checked, nil: Checked) -> pandas.DataFrame:
    """Work out every figure of the twelve months to the day of the report."""
    known = known_from(context, audited, nil)
    received = known.received
    return frame([
        *counts(places.BODIES, {
            places.AUDITED: len(known.audited()), places.NIL: len(known.nil_only()),
            places.SILENT: len(known.silent())}, describes=AGENCY),
        count(*places.RECEIVED[:2], len(received), describes=AGENCY),
        *counts(places.GRADES, tally((one.grade for one in received), {
            grade: grade.value for grade in AuditGrade}, NOT_GRADED),
            describes=AGENCY, same_as=places.RECEIVED),
        *counts(places.ORIGINS, tally((one.commissioned_as for one in received), {
            one: capital(one.value) for one in CommissionedAs}, NOT_RECORDED),
            describes=AGENCY, same_as=places.RECEIVED),
        *measure_requests(known),
        *measure_work(known),
        *measure_told(received),
    ])


def measure_requests(known: Known) -> list[FigureRow]:
    """Count the audits asked for that have not come, and those of them that are late: SA3."""
    asked = known.requests
    late = sum(one.is_late(known.on) for one in asked)
    return [count(*places.ASKED[:2], len(asked), describes=AGENCY),
            count(*places.LATE[:2], late, describes=AGENCY),
            *part_of_step(places.ASKED, places.LATE, len(asked), late, describes=NOBODY)]


def measure_work(known: Known) -> list[FigureRow]:
    """Return what was done in time: SA2, SA4, SA5 and SA6.

    A plan is counted once its 28 days are over or it came. Re-audits are of any time.
    """
    due = [one for one in known.audits if known.is_in_year(one.due_on)]
    planned = [one for one in known.received if one.needs_plan(known.on) and (
        one.has_plan_in_time() or one.came_on + PLAN_WITHIN <= known.on)]
    follow = [one for one in known.audits if known.is_in_year(one.follow_up_due_on)]
    pairs = known.pairs
    return [
        _share(places.IN_TIME, (is_in_time(one) for one in due)),
        _share(places.PLANNED, (one.has_plan_in_time() for one in planned)),
        _share(places.FOLLOWED, (is_followed_in_time(one) for one in follow)),
        proportion(*places.AGAIN[:2], len({one.audit_id for one, _ in pairs}), len(known.weak),
                   describes=AGENCY),
        _share(places.BETTER, (is_better(*pair) for pair in pairs)),
        _share(places.EQUALITY, (one.equality_examined is True for one in known.received)),
    ]


def measure_told(received: list[RegisteredAudit]) -> list[FigureRow]:
    """Count the audits of which Q&E decided that the Board is to know, and those not judged."""
    judged = [one.board_to_know for one in received]
    to_know, not_judged = (sum(one in those for one in judged) for those in (
        (BoardToKnow.YES,), (BoardToKnow.NOT_JUDGED, None)))
    return [count(*places.TO_KNOW[:2], to_know, describes=AGENCY),
            count(*places.NOT_JUDGED[:2], not_judged, describes=AGENCY)]


def is_in_time(one: RegisteredAudit) -> bool:
    """Whether an audit came by the day agreed."""
    return None not in (one.received_on, one.due_on) and one.came_on <= (one.due_on or one.came_on)


def is_followed_in_time(one: RegisteredAudit) -> bool:
    """Whether the follow-up came by its day."""
    came, due = one.follow_up_on, one.follow_up_due_on
    return came is not None and due is not None and came <= due


def is_better(before: RegisteredAudit, after: RegisteredAudit) -> bool:
    """Whether the later audit is of a higher level; "adequate" is that of requires improvement."""
    return None not in (before.grade, after.grade) and (
        after.grade.level > before.grade.level)  # type: ignore[union-attr]


def _share(place: Place, answers: Iterable[bool]) -> FigureRow:
    known = [*answers]
    return proportion(*place[:2], sum(known), len(known), describes=AGENCY)
