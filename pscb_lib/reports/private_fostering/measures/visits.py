"""Visits: the first one, those due every six or twelve weeks, and whether the child is seen alone.

Timescales are statutory and have no exceptions: a first visit within seven working days of the
notification (regulations 4 and 7), then one at least every six weeks in the first year and every
twelve weeks after it (regulation 8). That clock starts when the authority becomes aware, and runs
from one visit at which the child was seen to the next. Day 42 is in time.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import (
    NOT_SUPPLIED,
    RESTRICTED,
    FigureRow,
    count,
    relation,
    with_readers,
)
from pscb_lib.framework.ages import birthday
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.workdays import add_working_days
from pscb_lib.reports.private_fostering import places
from pscb_lib.reports.private_fostering.measures.parts import part

WORKING_DAYS, SIX_WEEKS, TWELVE_WEEKS = 7, timedelta(weeks=6), timedelta(weeks=12)
UNSAID = "did not wish to say"


def with_visits(cases: pandas.DataFrame, visits: pandas.DataFrame) -> pandas.DataFrame:
    """Add to each arrangement the days of its visits in order, and of those that saw the child."""
    def days_of(made: pandas.DataFrame) -> pandas.Series:
        by_case = {one: sorted(days) for one, days in made.groupby("arrangement_id")["visited_on"]}
        days = [by_case.get(one, []) for one in cases["arrangement_id"]]
        return pandas.Series(days, cases.index, dtype=object)

    return cases.assign(visits=days_of(visits),
                        seen=days_of(visits[visits["child_seen"].astype(bool)]))


def measure_first_visits(context: Context, notified: pandas.DataFrame) -> list[FigureRow]:
    """Return first visits as shares of all notifications past the limit (PF1b), and of those
    visited (PF1a, as the department counts); and the children who were seen by then.
    """
    last_days = [add_working_days(day, WORKING_DAYS, context.settings.day_count)
                 for day in notified["notified_on"]]
    over = [(last, days, met) for last, days, met in zip(
        last_days, notified["visits"], notified["seen"], strict=True) if last <= context.as_of]
    visited = sum(bool(days) for _, days, _ in over)
    in_time = sum(bool(days) and days[0] <= last for last, days, _ in over)
    met_in_time = sum(bool(seen_on) and seen_on[0] <= last for last, _, seen_on in over)
    all_over, seen, soon, met = (place[1] for place in (
        places.OVER, places.VISITED, places.IN_TIME, places.SEEN_IN_TIME))
    return [
        *counting.steps(places.FIRST, {all_over: len(over), seen: visited, soon: in_time,
                                       met: met_in_time},
                        first_describes="child",
                        quantity={soon: f"{Role.PRIVATE_FOSTERING_VISITS}, {context.period.label}"},
                        same_as={all_over: places.NOTIFIED} if len(over) == len(notified) else {}),
        *counting.part_of_step(places.NOTIFIED, places.OVER, len(notified), len(over)),
        counting.share(places.IN_TIME_OF_VISITED, in_time, visited, of=places.VISITED,
                       counted=places.IN_TIME),
    ]


def measure_due(cases: pandas.DataFrame, year: ReportingPeriod) -> list[FigureRow]:
    """Return arrangements with every visit in time (PF2, PF3), and visits on time (PF2v).

    A child who was not visited in time has at least one visit that was due and not made on time.
    """
    began = counting.within(cases, "counts_from", year)
    earlier = counting.running(cases, "counts_from", "counts_to", year.previous.end)
    kept = [counting.share(place, sum(longest_wait(case, year) <= interval
                                      for case in some.to_dict("records")), len(some), of=whole)
            for place, some, interval, whole in (
                (places.EVERY_SIX, began, SIX_WEEKS, places.BEGAN),
                (places.EVERY_TWELVE, earlier, TWELVE_WEEKS, places.OPENING))]
    counted = [visits_due(case, year) for some in (began, earlier)
               for case in some.to_dict("records")]
    due, on_time = (sum(numbers) for numbers in zip(*counted, strict=True)) if counted else (0, 0)
    rests = {(places.ON_TIME, "rest"): 1, (places.EVERY_SIX, "rest"): -1,
             (places.EVERY_TWELVE, "rest"): -1}
    return [*kept, *counting.steps(places.DUE[0], {places.DUE[1]: due, places.ON_TIME[1]: on_time}),
            relation("a child not visited in time has a visit that was late", rests, 0, None)]


def longest_wait(case: Mapping[Any, Any], year: ReportingPeriod) -> timedelta:
    """Return the longest time without a visit that ended in the year, or was running at its end."""
    start, end = case["counts_from"], min(case["counts_to"], year.end)
    stops = [start, *(day for day in case["seen"] if start < day < end), end]
    return max(later - before for before, later in pairwise(stops) if later >= year.start)


def visits_due(case: Mapping[Any, Any], year: ReportingPeriod) -> tuple[int, int]:
    """Return how many visits of an arrangement were due in the year, and made on time.

    Each visit starts its six or twelve weeks anew; as long as none comes, another is due each time
    they are over. What is due on the day of the end, and was not made, is not yet late.
    """
    last, end = case["counts_from"], min(case["counts_to"], year.end)
    one_year_on, due, on_time = birthday(last, 1), 0, 0
    for day in (*(day for day in case["seen"] if last < day <= end), None):
        interval = SIX_WEEKS if last < one_year_on else TWELVE_WEEKS
        missed = _missed(last, interval, day or end)
        due += sum(map(year.contains, missed))
        if day and not missed and year.contains(day):
            due, on_time = due + 1, on_time + 1
        last = day or last
    return due, on_time


def _missed(last: date, interval: timedelta, until: date) -> list[date]:
    times = max((until - last - timedelta(days=1)) // interval, 0)
    return [last + interval * time for time in range(1, times + 1)]


def measure_children(made: pandas.DataFrame) -> list[FigureRow]:
    """Count the visits *made* in the year with the child seen alone (PF4), and the children.

    What a child said is taken from the last visit of the year that asked; if no visit asked, the
    return does not tell it.
    """
    seen = made[made["child_seen"].astype(bool)].sort_values("visited_on", kind="stable")
    children = seen["arrangement_id"].nunique()
    alone = made["alone"] == "yes"
    said = seen.dropna(subset=["child_view"]).drop_duplicates("arrangement_id", keep="last")
    heard = said[said["child_view"] != UNSAID]
    content = int((heard["child_view"] == "content").sum())
    told = [*part(places.HEARD, len(heard), places.CHILDREN_SEEN, children),
            counting.share(places.CONTENT, content, len(heard), of=places.HEARD,
                           describes="child"),
            *with_readers(counting.breakdowns(places.CHILDREN_SEEN, said=counting.tally(
                [*said["child_view"], *[""] * (children - len(said))], places.VIEWS)), RESTRICTED)]
    return [
        *counting.steps(places.MADE[0], {places.MADE[1]: len(made),
                                         places.ALONE[1]: int(alone.sum())}),
        *counting.steps(places.CHILDREN_SEEN[0], {
            places.CHILDREN_SEEN[1]: children,
            places.SEEN_ALONE[1]: made.loc[alone, "arrangement_id"].nunique()},
            first_describes="child"),
        counting.at_most(places.MADE, places.CHILDREN_SEEN),
        relation("a child seen alone has a visit alone", {
            (places.ALONE, "cases"): 1, (places.SEEN_ALONE, "cases"): -1}, 0, None),
        *(told if len(said) or not children else [
            count(*place[:2], None, state=NOT_SUPPLIED)
            for place in (places.HEARD, places.CONTENT)]),
    ]
