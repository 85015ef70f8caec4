"""Cases that are open at the end of the half-year, and the sectors of which nothing is heard.

Some of these figures are about one person, so that all of them are in the restricted set alone.
"""

from __future__ import annotations

from bisect import bisect_left

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import NOBODY, NOT_SUPPLIED, TOTAL, FigureRow, count, counts
from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.reports.allegations import places
from pscb_lib.reports.allegations.measures.closing import LIMITS, measure_months, measure_standards
from pscb_lib.reports.allegations.measures.pooled import Halves, referred
from pscb_lib.reports.allegations.returned.record import MET

OTHER = places.SECTOR_LABELS["other"]  # no sector that could be told anything


def measure_open(context: Context, frame: pandas.DataFrame, halves: Halves) -> list[FigureRow]:
    """Count what the restricted set alone has."""
    half = context.period
    now, before = halves[half], halves[half.previous]
    if now is None:
        return []
    cases = with_end(frame[frame["kind"] == MET])
    year = None if before is None else pandas.concat([before[1], now[1]])
    still = counting.running(cases, "received_on", "ended_on", half.end)
    return [
        *measure_standards(now[1], year), *measure_months(now[1]),
        *counting.stock(places.STOCK, cases, "received_on", "ended_on", half, places.STOCK_LABELS),
        *measure_ages(still, half),
        *counts(places.MEANWHILE, counting.tally(still["suspended"], places.KEPT_AWAY)),
        count(*places.WITH_POLICE[:2], int((still["police"] == True).sum())),  # noqa: E712
        *measure_sectors(halves), *measure_silent(halves),
    ]


def measure_still_open(context: Context, frame: pandas.DataFrame, halves: Halves
                       ) -> list[FigureRow]:
    """Count the cases open at the end, which the Board has too; what ties it nobody prints.

    Open at the start + met the threshold = closed + transferred to another LADO + open at the end.
    """
    half = context.period
    now = halves[half]
    if now is None:
        return []
    opening, new, ended, still = counting.stock(
        places.STOCK, with_end(frame[frame["kind"] == MET]), "received_on", "ended_on", half,
        places.STOCK_LABELS)[:4]
    gone = ended["actual"] - len(now[1])
    before, after = ((places.STILL, label, "") for label in (places.STOCK_LABELS[0], places.GONE))
    return [
        count(*places.STILL_OPEN[:2], still["actual"],
              quantity=f"allegations, Open at the end, {half.label}"),
        count(*before[:2], opening["actual"], readers=NOBODY,
              quantity=f"allegations, Open at the end, {half.previous.label}"),
        count(*after[:2], gone, readers=NOBODY),
        counting.balance(
            "open cases", [before, (places.CONTACTS, half.title, places.MET)],
            [(places.CLOSED, places.ALL_CLOSED, places.NOW), after, places.STILL_OPEN],
            (opening["actual"], new["actual"], len(now[1]), gone, still["actual"])),
    ]


def with_end(cases: pandas.DataFrame) -> pandas.DataFrame:
    """Add the day on which a case was closed here, or went to another authority's LADO."""
    ends = [closed or gone
            for closed, gone in zip(cases["closed_on"], cases["transferred_on"], strict=True)]
    return cases.assign(ended_on=pandas.Series(ends, cases.index, dtype=object))


def measure_ages(still: pandas.DataFrame, half: ReportingPeriod) -> list[FigureRow]:
    """Count open cases by how long they have been open at the end of the half-year."""
    ages = [bisect_left([months_after(day, months) for months in LIMITS], half.end)
            for day in still["received_on"]]
    return counts(places.OPEN, counting.tally(ages, dict(enumerate(places.AGES))))


def measure_sectors(halves: Halves) -> list[FigureRow]:
    """Count the referrals of each half-year by group of sectors."""
    rows = []
    for half, found in halves.items():
        rows += ([count(places.SECTORS_BY_HALF, label, None, half.title, state=NOT_SUPPLIED)
                  for label in (*dict.fromkeys(places.GROUPS.values()), TOTAL)]
                 if found is None else counts(
                     places.SECTORS_BY_HALF, counting.tally(
                         referred(found[0])["sector"], places.GROUPS), column=half.title))
    return rows


def measure_silent(halves: Halves) -> list[FigureRow]:
    """Count the referrals of each sector in 12 months and in two years, and the sectors without."""
    rows, silent = [], None
    for column, number in ((places.TWELVE, 2), (places.TWO_YEARS, 4)):
        parts = [*halves.values()][-number:]
        if None in parts:
            continue
        referrals = pandas.concat([referred(part[0]) for part in parts if part])
        tallied = counting.tally(referrals["sector"], places.SECTOR_LABELS)
        rows += counts(places.ALL_SECTORS, tallied, column=column)
        if silent is None:
            silent = [number for label, number in tallied.items() if label != OTHER].count(0)
    return [*rows, count(*places.SILENT[:2], silent, describes="agency",
                         state=NOT_SUPPLIED if silent is None else "")]
