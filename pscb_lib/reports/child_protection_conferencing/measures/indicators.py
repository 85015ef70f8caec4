"""The indicators of the register that conferences tell, by their roles, for the quarter.

Each is also typed into the quarterly data set; both are kept (:mod:`pscb_lib.returns.agreement`).
"""

from __future__ import annotations

from collections.abc import Collection

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import (
    INDICATORS,
    Indicator,
    Role,
    by_role,
    indicators_for,
    read_indicators,
)
from pscb_lib.disclosure.counting import CASES, at_most, share
from pscb_lib.disclosure.figures import NOT_SUPPLIED, FigureRow, Place, count, relation
from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.reports.child_protection_conferencing import places
from pscb_lib.reports.child_protection_conferencing.measures.attendance import (
    invited_in,
    probation_of,
)
from pscb_lib.reports.child_protection_conferencing.measures.initial import in_time, initial_of
from pscb_lib.reports.child_protection_conferencing.measures.plans import (
    at_end,
    ended_in,
    started_in,
    supplied,
)
from pscb_lib.reports.child_protection_conferencing.plans import FIRST_REVIEW, Plan
from pscb_lib.reports.child_protection_conferencing.returned.record import PLAN
from pscb_lib.returns.agreement import Counted

RATED = (Role.CONFERENCES_IN_TIME, Role.CONFERENCES_TO_PLAN, Role.SECOND_PLANS,
         Role.PLANS_OPEN_TWO_YEARS, Role.PLANS_ENDED_AFTER_TWO_YEARS, Role.REVIEWS_IN_TIME,
         Role.PROBATION_ATTENDED)
Shares = dict[Role, tuple[int, int, Place | None, Place | None]]  # counts; of, and counted, where


def read_register(context: Context) -> list[Indicator]:
    """Return the indicators of the Board's register that this report works out."""
    every_year = read_indicators(context.params / "indicators.csv")
    return [one for one in indicators_for(every_year, context.period) if one.role in RATED]


def measure_indicators(context: Context, frame: pandas.DataFrame, plans: Collection[Plan],
                       attendance: pandas.DataFrame) -> tuple[list[FigureRow], list[Counted]]:
    """Work out each indicator for the quarter, and what is to be compared with the data set."""
    quarter = context.period
    held = by_role(indicators_for(read_indicators(context.params / "indicators.csv"), quarter))
    shares = _shares(frame, plans, attendance, quarter)
    rows, counted = _tie(plans, quarter), list[Counted]()
    for role, indicator in held.items():
        place = (INDICATORS, indicator.id, quarter.label)
        if role in shares:
            numerator, denominator, of, same = shares[role]
            rows.append(share(place, numerator, denominator, of=of, counted=same,
                              describes=indicator.describes))
            counted.append(Counted(indicator, quarter, (numerator, denominator), place))
        elif role in RATED:
            rows.append(count(*place[:2], None, quarter.label, state=NOT_SUPPLIED,
                              describes=indicator.describes))
        elif role is Role.CHILDREN_ON_PLAN:
            open_ = sum(one.is_open(quarter.end) for one in plans)
            counted.append(Counted(indicator, quarter, (open_, None), at_end(quarter)))
    if Role.CONFERENCES_IN_TIME in held:
        counted += _earlier(held[Role.CONFERENCES_IN_TIME], frame, quarter)
    if Role.PLANS_OPEN_TWO_YEARS in held:
        rows.append(relation("open two years, of three months", {
            (places.THREE_MONTHS, CASES): 1, ((INDICATORS, held[Role.PLANS_OPEN_TWO_YEARS].id,
                                               quarter.label), CASES): -1}, 0, None))
    return rows, counted


def _shares(frame: pandas.DataFrame, plans: Collection[Plan], attendance: pandas.DataFrame,
            quarter: ReportingPeriod) -> Shares:
    initial, end = initial_of(frame, quarter), quarter.end
    open_ = [one for one in plans if one.is_open(end)]
    long_enough = _on_plan_three_months(open_, quarter)
    shares: Shares = {
        Role.CONFERENCES_IN_TIME: (in_time(initial), len(initial), places.ALL_INITIAL,
                                   places.IN_TIME),
        Role.CONFERENCES_TO_PLAN: (
            int((initial["outcome"] == PLAN).sum()), len(initial), places.ALL_INITIAL,
            (places.OUTCOME, places.ENDED_IN[PLAN], places.ENDED_INITIAL)),
        Role.PLANS_OPEN_TWO_YEARS: (sum(one.is_old(end) for one in open_), len(open_),
                                    at_end(quarter), None),
        Role.REVIEWS_IN_TIME: (sum(one.is_reviewed_in_time(end) for one in long_enough),
                               len(long_enough), places.THREE_MONTHS, None),
    }
    if len(attendance):
        shares[Role.PROBATION_ATTENDED] = (
            *probation_of(invited_in(frame, attendance, quarter)), None, None)
    year = quarter.rolling_year
    if all(supplied(frame, one, quarter) for one in year.split(3)):
        began, ended = started_in(plans, year), ended_in(plans, year)
        shares[Role.SECOND_PLANS] = (sum(one.is_later for one in began), len(began),
                                     places.YEAR_STARTED, None)
        shares[Role.PLANS_ENDED_AFTER_TWO_YEARS] = (
            sum(one.was_long for one in ended), len(ended), places.YEAR_ENDED,
            (places.LENGTHS, places.LONG, ""))
    return shares


def _tie(plans: Collection[Plan], quarter: ReportingPeriod) -> list[FigureRow]:
    """Count the children on a plan for three months or more, who are some of those on a plan."""
    long_enough = _on_plan_three_months([one for one in plans if one.is_open(quarter.end)], quarter)
    return [count(*places.THREE_MONTHS[:2], len(long_enough)),
            at_most(at_end(quarter), places.THREE_MONTHS)]


def _on_plan_three_months(open_: Collection[Plan], quarter: ReportingPeriod) -> list[Plan]:
    return [one for one in open_ if months_after(one.start, FIRST_REVIEW) <= quarter.end]


def _earlier(indicator: Indicator, frame: pandas.DataFrame, quarter: ReportingPeriod
             ) -> list[Counted]:
    """The three quarters before, as far as they were sent, which with this one are twelve months.
    """
    found = []
    for one in quarter.rolling_year.split(3)[:-1]:
        if supplied(frame, one, quarter):
            part = initial_of(frame, one)
            found.append(Counted(indicator, one, (in_time(part), len(part)),
                                 (places.TIMELY_QUARTERS, one.label, "")))
    return found
