"""The half-yearly return of children missing from home and care: one row for each episode.

Item 11 of Appendix 1, "Children Missing from home and care Report". An episode belongs to the
half-year in which it began; nothing learnt after the report's as-of date is used.
"""

from __future__ import annotations

import pandas

from pscb_lib.board.context import Context
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.cells.local_time import When, day_of
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import (
    FileRule,
    Reason,
    Record,
    Rule,
    find_rules,
    rule,
)
from pscb_lib.reports.missing_children.returned.awaited import WAITING
from pscb_lib.reports.missing_children.returned.record import APPLIES, RULES, make_fields
from pscb_lib.reports.missing_children.returned.sequence import (
    SEQUENCE,
    WITHIN_A_FILE,
    find_dates_only,
)
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return

FOLDER = "missing_episodes"
LATER = ("returned_at", "missing_confirmed_on", "swc_at", "rhi_completed_at", "strategy_mtg_at")


def half_years(period: ReportingPeriod) -> list[ReportingPeriod]:
    """Return the half-years a report needs: a year earlier, the one before, and its own."""
    return [period.same_last_year, period.previous, period]


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for one row of the report's half-year."""
    half = context.period

    @rule("left_at", says=f"the start is outside {half.words} (SSDA903 rule 570)",
          remedy="move the row to the return of its half-year",
          example={"left_at": "12/05/2011 18:00"})
    def starts_outside(row: Record) -> bool:
        """SSDA903 rule 570, for a half-year: an episode stands in the return it began in."""
        return not half.contains(day_of(row["left_at"]))

    @rule("left_at", "returned_at", says=f"ended after {say_day(half.end)}: it is counted in the "
          "half-year in which it began", remedy="nothing to do if that is so",
          example={"returned_at": "31/12/2014 07:00", "rhi_completed_at": "02/01/2015"},
          reaction=Reaction.NOTED)
    def ends_after(row: Record) -> bool:
        """An episode is counted once, by its start."""
        return bool(row["returned_at"]) and day_of(row["returned_at"]) > half.end

    @rule("returned_at", says="there is no return: the child is counted as still missing",
          remedy="give the return where there was one",
          example={"returned_at": "", "rhi_completed_at": ""}, reaction=Reaction.NOTED)
    def is_still_missing(row: Record) -> bool:
        """Who has not come back is the first thing the Board asks."""
        return row["returned_at"] is None

    return *RULES, *find_rules(locals())


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """Return the rules between rows of one file."""
    return (*once("episode_id", says="have one case reference and are not the same",
                  remedy="correct the reference or take the wrong row out"),
            *WITHIN_A_FILE,
            FileRule("hours are known only where both times are", "give the times where they are "
                     "known", find_dates_only))


def leave_out(context: Context) -> Reason:
    """Leave out what began after the day of the report."""
    as_of = context.as_of
    return lambda row: (f"began after {as_of:%d/%m/%Y}" if day_of(row["left_at"]) > as_of
                        else None)


def as_known_on(frame: pandas.DataFrame, context: Context) -> pandas.DataFrame:
    """Remove what happened after the day of the report; who is away from home is absent."""
    def known(value: When | None) -> When | None:
        return value if value and day_of(value) <= context.as_of else None

    is_absent = (frame["from"] == "home") & (frame["status"] == "A")
    return frame.assign(status=frame["status"].mask(is_absent, "P"), **{
        name: pandas.Series(map(known, frame[name]), frame.index, object) for name in LATER})


RETURN = Return(
    "missing_episodes", "Children missing from home and care",
    lambda context: make_fields(context.as_of), make_rules, make_file_rules, FOLDER,
    {"episode_id": "E1", "child_id": "00123", "dob": "02/05/2000", "sex": "Girl",
     "ethnicity": "White", "from": "home", "placement_type": "Home", "status": "M",
     "recorded_by": "both", "left_at": "12/05/2014 18:00", "returned_at": "13/05/2014 07:00",
     "rhi_needed": "yes", "rhi_offered": "yes", "rhi_accepted": "yes",
     "rhi_completed_at": "15/05/2014 10:00", "rhi_independent": "yes",
     "rhi_reason": "To be with family", "rhi_change": "Nothing recorded", "cse_risk": "low",
     "source": "case system"},
    leave_out, is_folder=True, months=6, one_file_each=half_years, learnt=as_known_on,
    together=lambda context, sources: SEQUENCE, awaited=WAITING,
    applies=APPLIES,
)
