"""Section 47 enquiries and initial child protection conferences.

By statute the 15 working days run from the strategy discussion, in the published statistics
from the start of the section 47 enquiry, which may be later. The setting ``conference_clock``
says which is used. The census has no day of the strategy discussion, only the target day that
the authority set from it.
"""

from __future__ import annotations

from pscb_lib.board.settings import ConferenceClock, Settings
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Record
from pscb_lib.returns.national.measures.behind import behind
from pscb_lib.returns.national.measures.referrals import Records
from pscb_lib.returns.national.measures.timescales import is_within

WORKING_DAYS = 15


def enquiries(records: Records, period: ReportingPeriod, settings: Settings) -> list[Record]:
    """CP1, section 47 enquiries: "S47ActualStartDate in period (each occasion)"."""
    return [behind(one, "started_on") for one in records["enquiries"]
            if period.contains(one["started_on"])]


def conferences_in_time(
    records: Records, period: ReportingPeriod, settings: Settings
) -> list[Record]:
    """CP3, initial conferences within 15 working days, of the conferences in the period.

    "Each s47 counts separately." A conference dated before its enquiry is in no band of
    working days and "stays in the total".
    """
    return [behind(one, "started_on", "target_on", "conference_on",
                   counted=_is_in_time(one, settings)) for one in _held(records, period)]


def conferences_to_plan(
    records: Records, period: ReportingPeriod, settings: Settings
) -> list[Record]:
    """CP4, initial conferences leading to a plan: "plan start = ICPC", or the list says so."""
    begun = {(plan["child_id"], plan["started_on"]) for plan in records.get("plans", ())}
    return [behind(one, "started_on", "conference_on", counted=one["led_to_plan"]
                   if one["led_to_plan"] is not None
                   else (one["child_id"], one["conference_on"]) in begun)
            for one in _held(records, period)]


def _held(records: Records, period: ReportingPeriod) -> list[Record]:
    return [one for one in records["enquiries"]
            if one["conference_on"] and period.contains(one["conference_on"])]


def _is_in_time(one: Record, settings: Settings) -> bool:
    started, held, target = one["started_on"], one["conference_on"], one["target_on"]
    if held < started:
        return False
    if settings.conference_clock is ConferenceClock.STRATEGY_DISCUSSION and target:
        return held <= target
    return is_within(started, held, WORKING_DAYS, settings.day_count)
