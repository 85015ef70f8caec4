"""Single assessments: completed, completed within 45 working days, and open for longer.

Working Together 2013, chapter 1: the assessment ends no later than 45 working days from the
point of referral. A case has one referral, so only its first assessment can be timed from
it; a later assessment of the open case is timed from its own start, as is one in a list that
names no referral.
"""

from __future__ import annotations

from datetime import date

from pscb_lib.board.settings import Settings
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Record
from pscb_lib.returns.national.measures.behind import behind
from pscb_lib.returns.national.measures.referrals import Records
from pscb_lib.returns.national.measures.timescales import is_open, is_within

WORKING_DAYS = 45


def completed(records: Records, period: ReportingPeriod, settings: Settings) -> list[Record]:
    """AS1, assessments completed: "authorised in period"."""
    return [behind(one, "started_on", "authorised_on")
            for one in _authorised(records, period)]


def completed_in_time(
    records: Records, period: ReportingPeriod, settings: Settings
) -> list[Record]:
    """AS2, assessments within 45 working days of referral, of those authorised in period.

    The 45th working day is in time, the 46th is not.
    """
    return [behind(one, "clock_from", "started_on", "authorised_on", counted=is_within(
                one["clock_from"], one["authorised_on"], WORKING_DAYS, settings.day_count))
            for one in _authorised(records, period)]


def open_too_long(
    records: Records, period: ReportingPeriod, settings: Settings
) -> list[Record]:
    """AS3, open past 45 working days: "open assessments > 45 WD at period end", of those open."""
    end = period.end
    return [behind(one, "clock_from", "started_on", "authorised_on", counted=not is_within(
                one["clock_from"], end, WORKING_DAYS, settings.day_count))
            for one in _timed(records)
            if is_open(end, one["started_on"], one["authorised_on"])
            and (one["closed_on"] is None or one["closed_on"] > end)]


def _authorised(records: Records, period: ReportingPeriod) -> list[Record]:
    return [one for one in _timed(records)
            if one["authorised_on"] and period.contains(one["authorised_on"])]


def _timed(records: Records) -> list[Record]:
    """The assessments with the day from which each is timed."""
    first: dict[tuple[str, date | None], date] = {}
    for one in records["assessments"]:
        case = one["child_id"], one["referred_on"]
        first[case] = min(first.get(case, one["started_on"]), one["started_on"])
    return [{**one, "clock_from": one["referred_on"] if one["referred_on"]
             and one["started_on"] == first[one["child_id"], one["referred_on"]]
             else one["started_on"]} for one in records["assessments"]]
