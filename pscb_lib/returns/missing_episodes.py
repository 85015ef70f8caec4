"""The half-yearly return of children missing from home and care: one row, one episode.

Item 11 of Appendix 1, "Children Missing from home and care Report". An episode belongs to the
half-year in which it began; nothing learnt after the report's as-of date is used.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas

from pscb_lib.context import Context
from pscb_lib.findings import InputError
from pscb_lib.periods import ReportingPeriod
from pscb_lib.records import Checked, Rule, combine, read_checked
from pscb_lib.returns.local_time import When, day_of
from pscb_lib.returns.missing_record import FIELDS, RULES
from pscb_lib.returns.missing_sequence import check_sequence
from pscb_lib.returns.repeats import reject_repeats

FOLDER = "missing_episodes"
LATER = ("returned_at", "missing_confirmed_on", "swc_at", "rhi_completed_at", "strategy_mtg_at")


def half_years(period: ReportingPeriod) -> list[ReportingPeriod]:
    """The half-years a report needs: a year earlier, the one before, and its own."""
    return [period.same_last_year, period.previous, period]


def read_missing_episodes(context: Context) -> Checked:
    """Read the report's half-year, the one before and the same one a year earlier.

    InputError where the period is not a half-year or its own return is missing or empty; an
    earlier return that was never made is not read, and its figures are "not supplied".
    """
    if context.period.months != 6:
        raise InputError.at("parameters", "is not a half-year", "write it like 2014-15 H1",
                            column="period", value=context.period.label)
    paths = [(half, context.returns / FOLDER / f"{half.label.lower().replace(' ', '-')}.csv")
             for half in half_years(context.period)]
    parts = [read_half(path, half, context.as_of) for half, path in paths
             if half == context.period or path.is_file()]
    return check_sequence(combine(parts))


def read_half(path: Path, half: ReportingPeriod, as_of: date) -> Checked:
    """Read one half-year's return as it was known on the day *as_of*."""
    outside = Rule(("left_at",), f"the start is outside {half.words} (SSDA903 rule 570)",
                   "move the row to the return of its half-year",
                   lambda row: not half.contains(day_of(row["left_at"])))
    checked = read_checked(path, FIELDS, (*RULES, outside), lambda row: (
        f"began after {as_of:%d/%m/%Y}" if day_of(row["left_at"]) > as_of else None))
    if not checked.rows["read"]:
        raise InputError.at(path.name, "there are no rows", "send the half-year's episodes")
    known = replace(checked, frame=_as_known(checked.frame, as_of))
    return reject_repeats(known, "episode_id")


def _as_known(frame: pandas.DataFrame, as_of: date) -> pandas.DataFrame:
    def known(value: When | None) -> When | None:
        return value if value and day_of(value) <= as_of else None

    return frame.assign(**{name: pandas.Series(map(known, frame[name]), frame.index, object)
                           for name in LATER})
