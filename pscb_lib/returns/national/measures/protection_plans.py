"""Child protection plans: children on one, second plans, and how long plans last.

Two measures of long plans are often confused: plans open for two years or more on a day (CP9,
by the calendar) and plans that ended after two years (CP10, by days).
"""

from __future__ import annotations

from pscb_lib.board.settings import Settings
from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.reading.rows import Record
from pscb_lib.returns.national.measures.behind import behind, by_child, each_once
from pscb_lib.returns.national.measures.referrals import Records
from pscb_lib.returns.national.measures.timescales import is_open

TWO_YEARS = 24  # months, for plans that are open
MOST_DAYS = 729  # for plans that ended


def on_plan(records: Records, period: ReportingPeriod, settings: Settings) -> list[Record]:
    """CP5, children on a plan at date: "on plan at period end", each child once."""
    return [behind(one, "started_on", "ended_on") for one in open_plans(records, period)]


def second_plans(records: Records, period: ReportingPeriod, settings: Settings) -> list[Record]:
    """CP8, second or later plans: "plans starting where child was ever on a plan before,
    however long ago", of plans starting. Occasions are counted: a child can count twice.
    """
    rows = []
    for ordered in by_child(records["plans"], "started_on").values():
        for place, one in enumerate(ordered):
            if period.contains(one["started_on"]):
                was_before = place > 0 or (one["earlier_plans"] or 0) > 0
                rows.append(behind(one, "started_on", "earlier_plans", counted=was_before))
    return rows


def open_two_years(records: Records, period: ReportingPeriod, settings: Settings) -> list[Record]:
    """CP9, plans open two years or more: "open at date, start >= 2 years before"."""
    return [behind(one, "started_on", "ended_on",
                   counted=months_after(one["started_on"], TWO_YEARS) <= period.end)
            for one in open_plans(records, period)]


def ended_after_two_years(
    records: Records, period: ReportingPeriod, settings: Settings
) -> list[Record]:
    """CP10, plans ending after two years or more: "ended in period, > 729 days", of all ended."""
    return [behind(one, "started_on", "ended_on",
                   counted=(one["ended_on"] - one["started_on"]).days > MOST_DAYS)
            for one in records["plans"] if one["ended_on"] and period.contains(one["ended_on"])]


def open_plans(records: Records, period: ReportingPeriod) -> list[Record]:
    """Return the plan of each child at the period's end; of two that overlap, the later."""
    ordered = sorted(records["plans"], key=lambda one: one["started_on"])
    return each_once(one for one in ordered
                     if is_open(period.end, one["started_on"], one["ended_on"]))
