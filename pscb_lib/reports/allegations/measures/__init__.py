"""Allegations against staff and volunteers, measured: LD0 to LD11.

One row is one adult and allegation. Contacts are advice and referrals; a case is a referral that
met the threshold, and only cases are timed. No breakdown is crossed with another. What could
single out a person is in the restricted set alone; the public set has the contacts of whole
financial years. Adults accused are masked as children are.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure import counting, figures
from pscb_lib.disclosure.figures import (
    EVERYONE,
    NOT_PUBLIC,
    NOT_SUPPLIED,
    RESTRICTED,
    TOTAL,
    FigureRow,
    count,
)
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.allegations import places
from pscb_lib.reports.allegations.measures.closing import measure_closing, measure_typed
from pscb_lib.reports.allegations.measures.open_cases import (
    measure_open,
    measure_still_open,
)
from pscb_lib.reports.allegations.measures.pooled import Halves, measure_pooled
from pscb_lib.reports.allegations.measures.work import measure_work
from pscb_lib.reports.allegations.returned import HALVES, half_years
from pscb_lib.reports.allegations.returned.record import MET, NOT_MET

__all__ = ["measure_allegations"]


def measure_allegations(context: Context, checked: Checked) -> pandas.DataFrame:
    """Measure the half-year, the 12 months and the three years to its end."""
    halves = split(context.period, checked)
    closing = measure_closing(context.period, halves)
    return figures.frame([
        *measure_years(halves),
        *readable([*measure_contacts(halves), *measure_referrals(halves),
                   *measure_pooled(halves), *closing,
                   *measure_still_open(context, checked.frame, halves),
                   *measure_work(context, halves), *measure_typed(context, checked.frame)],
                  NOT_PUBLIC),
        *readable(measure_open(context, checked.frame, halves), RESTRICTED),
    ])


def split(half: ReportingPeriod, checked: Checked) -> Halves:
    """Return what was received and what was closed in each half-year; None if not supplied.

    An earlier half-year was supplied if the last contact of a file is in it: a case that is open
    is in the later files too. One without a contact sent a nil return if all files are there.
    """
    frame, is_whole = checked.frame, len(checked.sources) == HALVES
    cases = frame[frame["kind"] == MET]
    last = [*frame.groupby("file")["received_on"].max()] if len(frame) else []
    found: Halves = {}
    for one in half_years(half):
        received = counting.within(frame, "received_on", one)
        is_there = is_whole or one == half or any(map(one.contains, last))
        found[one] = (received, counting.within(cases, "closed_on", one)) if is_there else None
    return found


def measure_contacts(halves: Halves) -> list[FigureRow]:
    """Count the contacts of each half-year by kind; the kinds add up to the contacts."""
    rows = list[FigureRow]()
    for half, found in halves.items():
        if found is None:
            rows += [count(places.CONTACTS, half.title, None, label, state=NOT_SUPPLIED)
                     for label in (*places.KIND_LABELS, TOTAL)]
            continue
        year = [(places.YEARS, half.year.title)] if _is_year(half, halves) else []
        for row in by_kind(places.CONTACTS, half, found[0]["kind"]):
            label = row["column"]
            into = [(*place, label) for place in year if label != TOTAL]  # the totals follow
            if label in (places.NOT_MET, places.MET):
                into.append((places.REFERRALS, places.REFERRED, half.title))
            rows.append(row | {"part_of": tuple(into)})
    return rows


def measure_years(halves: Halves) -> list[FigureRow]:
    """Count the contacts of each whole financial year: all that the public set has."""
    rows = list[FigureRow]()
    for year in dict.fromkeys(half.year for half in halves if _is_year(half, halves)):
        rows += by_kind(places.YEARS, year, [kind for half in year.split(6)
                                             if (found := halves[half])
                                             for kind in found[0]["kind"]])
    return rows


def by_kind(table: str, period: ReportingPeriod, kinds: Iterable[str]) -> list[FigureRow]:
    """Count the contacts of a period by kind, in one line with their total."""
    tallied = counting.tally(kinds, places.KINDS)
    return [count(table, period.title, number, label,
                  quantity=f"allegations, {label}, {period.label}")
            for label, number in (tallied | {TOTAL: sum(tallied.values())}).items()]


def _is_year(half: ReportingPeriod, halves: Halves) -> bool:
    return all(halves.get(one) is not None for one in half.year.split(6))


def measure_referrals(halves: Halves) -> list[FigureRow]:
    """Count the referrals of each half-year, with or without the threshold, and of them together.
    """
    numbers = {half: None if found is None else int(found[0]["kind"].isin((NOT_MET, MET)).sum())
               for half, found in halves.items()}
    spans = {places.TWELVE: [*numbers][-2:], places.THREE_YEARS: [*numbers]}
    rows = []
    for half, number in numbers.items():
        into = [(places.REFERRALS, places.REFERRED, span) for span, parts in spans.items()
                if half in parts]
        rows.append(_referred(half.title, number) | {"part_of": tuple(into)})
    for span, parts in spans.items():
        known = [number for half in parts if (number := numbers[half]) is not None]
        rows.append(_referred(span, sum(known) if len(known) == len(parts) else None))
    return rows


def _referred(column: str, number: int | None) -> FigureRow:
    return count(places.REFERRALS, places.REFERRED, number, column,
                 state=NOT_SUPPLIED if number is None else "")


def readable(rows: Iterable[FigureRow], readers: str) -> list[FigureRow]:
    """The rows for these readers; what ties them is for nobody, and restricted rows need no ties.
    """
    is_masked = readers != RESTRICTED
    return [row | {"readers": readers} if row["readers"] == EVERYONE else row
            for row in rows if is_masked or row["readers"] == EVERYONE]
