"""The figures of a year, PF0 to PF7: arrangements, visits, decisions and awareness.

Children are counted by arrangement. What is counted over several years carries the years that it
is made of, so that no two papers can be set against each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role, indicators_for, read_indicators
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import (
    NOT_SUPPLIED,
    RESTRICTED,
    FigureRow,
    count,
    frame,
    with_readers,
)
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.workdays import add_working_days
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.private_fostering import (
    places,
    returned,
    returned_awareness,
    returned_visits,
)
from pscb_lib.reports.private_fostering.measures.awareness import measure_awareness, years_to
from pscb_lib.reports.private_fostering.measures.england import measure_england
from pscb_lib.reports.private_fostering.measures.parts import part
from pscb_lib.reports.private_fostering.measures.visits import (
    SIX_WEEKS,
    measure_children,
    measure_due,
    measure_first_visits,
    with_visits,
)
from pscb_lib.reports.private_fostering.returned import PENDING, REGIONS
from pscb_lib.returns.agreement import Counted, measure_agreement

RETURNS = returned.RETURN, returned_visits.RETURN, returned_awareness.RETURN
DECIDED_WITHIN, THREE = 42, 3  # working days, and years


def measure(context: Context, arrangements: Checked, visits: Checked, awareness: Checked
            ) -> pandas.DataFrame:
    """Work out every figure of the year. Timescales describe the authority, arrangements children.
    """
    year, cases = context.period, with_visits(arrangements.frame, visits.frame)
    notified = counting.within(cases, "notified_on", year)
    first = measure_first_visits(context, notified)
    return frame([
        count(*places.NOTIFIED[:2], len(notified)),
        *measure_several_years(cases, year),
        *first,
        *measure_stock(cases, year),
        *measure_due(cases, year),
        *measure_children(counting.within(visits.frame, "visited_on", year)),
        *measure_decisions(context, notified),
        *measure_proposals(notified),
        *measure_awareness(year, cases, awareness),
        *measure_england(context.as_of),
        *compare(context, first),
    ])


def compare(context: Context, first_visits: Sequence[FigureRow]) -> list[FigureRow]:
    """Put the first visits in time beside the four quarters that were typed into the data set."""
    register = read_indicators(context.params / "indicators.csv")
    held = [one for one in indicators_for(register, context.period)
            if one.role is Role.PRIVATE_FOSTERING_VISITS]
    [own] = [row for row in first_visits if row["row"] == places.IN_TIME[1]]
    counts = own["numerator"], own["denominator"]
    return measure_agreement(context, [Counted(one, context.period, counts, places.IN_TIME)
                                       for one in held]) if held and counts[1] else []


def measure_stock(cases: pandas.DataFrame, year: ReportingPeriod) -> list[FigureRow]:
    """Count running at the start + began = ended + running at the end: PF0."""
    rows = counting.stock(places.FLOW, cases, "counts_from", "counts_to", year, places.STOCK)
    ends = f"running on {year.previous.end}", f"began {year}", f"ended {year}", (
        f"running on {year.end}")
    named = [row | {"quantity": f"private fostering, {end}"}
             for row, end in zip(rows, ends, strict=False)]
    return [*named, *rows[len(named):]]


def measure_several_years(cases: pandas.DataFrame, year: ReportingPeriod) -> list[FigureRow]:
    """Count notifications by year, who made them in three years and regions of birth in five."""
    years = years_to(year)
    lately, all_five = (counting.within(cases, "notified_on", *some)
                        for some in (years[-THREE:], years))
    rows = _years(cases, years)
    known = {row["row"]: row["actual"] for row in rows}
    rows += [count(*places.THREE_YEARS[:2], len(lately)),
             *counting.breakdowns(places.THREE_YEARS, notified_by=counting.tally(
                 lately["notified_by"], places.LABELS))]
    totals = {places.THREE_YEARS: (years[-THREE:], len(lately))}
    if None not in known.values():
        regions = {region: capital_of(region) for region in REGIONS}
        rows += [count(*places.FIVE_YEARS[:2], len(all_five)),
                 *counting.breakdowns(places.FIVE_YEARS, birth_region=counting.tally(
                     all_five["birth_region"], regions))]
        totals[places.FIVE_YEARS] = (years, len(all_five))
    for total, (some, number) in totals.items():
        parts = {(places.YEARS, one.title, places.NOTIFICATIONS): known[one.title] or 0
                 for one in some}
        rows += counting.parts_of(total, number, parts) if None in (
            known[one.title] for one in some) else [counting.balance(
                total[0], [total], [*parts], [number, *parts.values()])]
    return rows


def capital_of(region: str) -> str:
    """The label of a region: UK, Middle East, Other or not known."""
    return region[:1].upper() + region[1:]


def _years(cases: pandas.DataFrame, years: Sequence[ReportingPeriod]) -> list[FigureRow]:
    """Count the notifications of each year; a return without rows so early was not supplied."""
    first: date | None = min(cases["notified_on"], default=None)
    rows = []
    for one in years:
        is_last = one is years[-1]
        is_sent = is_last or first is not None and first <= one.end
        rows.append(count(
            places.YEARS, one.title, len(counting.within(cases, "notified_on", one))
            if is_sent else None, places.NOTIFICATIONS, state="" if is_sent else NOT_SUPPLIED,
            quantity=f"private fostering, notified {one}",
            same_as=places.NOTIFIED if is_last else None))
    return rows


def measure_decisions(context: Context, notified: pandas.DataFrame) -> list[FigureRow]:
    """Count what was found suitable, and how many were decided in 42 working days: PF5.

    Without the days of the decisions only what was found is known.
    """
    whole, decided = len(notified), notified[notified["suitable"] != PENDING]
    found = int(decided["suitable"].isin(("yes", "yes with requirements")).sum())
    last_days = pandas.Series([add_working_days(day, DECIDED_WITHIN, context.settings.day_count)
                               for day in notified["notified_on"]], notified.index, dtype=object)
    over = [(last, day) for last, day, suitable in zip(
        last_days, notified["decided_on"], notified["suitable"], strict=True)
        if last <= context.as_of and (day is not None or suitable == PENDING)]
    in_time = sum(day is not None and day <= last for last, day in over)
    is_sent = notified["decided_on"].notna().any() or len(decided) < whole or not whole
    by_time = [*part(places.TIME_KNOWN, len(over), places.NOTIFIED, whole),
               counting.share(places.DECIDED_IN_TIME, in_time, len(over), of=places.TIME_KNOWN)]
    return [
        *part(places.DECIDED, len(decided), places.NOTIFIED, whole),
        counting.share(places.SUITABLE, found, len(decided), of=places.DECIDED, describes="child"),
        *with_readers(counting.breakdowns(places.NOTIFIED, suitability=counting.tally(
            notified["suitable"], places.FOUND)), RESTRICTED),
        *(by_time if is_sent else [count(*places.DECIDED_IN_TIME[:2], None, describes="agency",
                                         state=NOT_SUPPLIED)]),
    ]


def measure_proposals(notified: pandas.DataFrame) -> list[FigureRow]:
    """Count proposals that were notified at least six weeks before they began: PF7, regulation 3.

    The duty is the carer's and the parents', so no target rates it.
    """
    begun = notified[notified["proposal"] & notified["began_on"].notna()]
    early = sum(began - day >= SIX_WEEKS for began, day in zip(
        begun["began_on"], begun["notified_on"], strict=True))
    return [*part(places.PROPOSALS, len(begun), places.NOTIFIED, len(notified)),
            counting.share(places.EARLY, early, len(begun), of=places.PROPOSALS,
                           describes="child")]
