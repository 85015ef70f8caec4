"""EH9: whether families came back to social care within 12 months of their closing.

It takes a full year to know, so they are those closed 12 to 18 months before the end of the
half-year: in the same half-year of the year before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import NOBODY, NOT_SUPPLIED, FigureRow, count
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.early_help import places, returned_after
from pscb_lib.reports.early_help.returned import record

GROUPS = {places.MET: (record.NEEDS_MET,),
          places.OTHERWISE: tuple(reason for reason in returned_after.FOLLOWED
                                  if reason != record.NEEDS_MET)}
STEPS = places.FOLLOWED, places.REFERRED, places.PLAN


def measure_after(context: Context, every: pandas.DataFrame, after: pandas.DataFrame
                  ) -> list[FigureRow]:
    """Count who was closed then and is followed up, who was referred since, and who has a plan."""
    cohort = context.period.same_last_year
    held = every[every["half_year"] == cohort]
    closed = counting.within(held, "closed_on", cohort)
    rows = [row for group, reasons in GROUPS.items() for row in _of_group(
        group, closed[closed["closed_because"].isin(reasons)], after, is_sent=bool(len(held)))]
    if any(row["row"] == places.CLOSED_THEN for row in rows):
        rows += _as_then(cohort, Counter(closed["closed_because"]))
    return rows


def _as_then(cohort: ReportingPeriod, because: Mapping[str, int]) -> list[FigureRow]:
    """Tie each group to its reasons, which the paper of that half-year printed one by one."""
    return [count("closed_then", places.REASONS[reason], because.get(reason, 0), readers=NOBODY,
                  quantity=places.closed_in(cohort, places.REASONS[reason]),
                  part_of=((places.AFTER, places.CLOSED_THEN, group),))
            for group, reasons in GROUPS.items() for reason in reasons]


def _of_group(group: str, closed: pandas.DataFrame, after: pandas.DataFrame, is_sent: bool
              ) -> list[FigureRow]:
    if after.empty or not is_sent:
        return [count(places.AFTER, step, None, group, state=NOT_SUPPLIED, describes="agency")
                for step in STEPS]
    known = after[after["assessment_id"].isin(closed["assessment_id"])]
    referred = int(known["referred_within_12m"].astype(bool).sum())
    plans = int(known["plan_within_12m"].astype(bool).sum())
    followed, back, plan = ((places.AFTER, step, group) for step in STEPS)
    return [
        count(places.AFTER, places.CLOSED_THEN, len(closed), group),
        count(places.AFTER, places.FOLLOWED, len(known), group),
        *counting.part_of_step((places.AFTER, places.CLOSED_THEN, group), followed,
                               len(closed), len(known)),
        counting.share(back, referred, len(known), of=followed, describes="child"),
        counting.share(plan, plans, len(known), of=followed, describes="child"),
        *counting.part_of_step(back, plan, referred, plans),
    ]
