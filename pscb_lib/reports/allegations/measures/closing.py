"""How long cases took: closed in one, three and twelve calendar months of the day of receipt.

Keeping Children Safe in Education 2014, part four, for schools and colleges: "80 per cent" in one
month, "90 per cent" in three, all but the most exceptional in twelve. Months are calendar months
that end with a shorter month's last day: a case received on 31 August is in time on 30 September.
"""

from __future__ import annotations

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role, by_role, indicators_for, read_indicators
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import NOBODY, NOT_SUPPLIED, TOTAL, FigureRow, Place, count, counts
from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.reports.allegations import places
from pscb_lib.reports.allegations.measures.pooled import Halves
from pscb_lib.reports.allegations.returned.record import MET, SCHOOLS
from pscb_lib.returns.agreement import Counted, measure_agreement

LIMITS = (1, 3, 12)  # months


def measure_closing(half: ReportingPeriod, halves: Halves) -> list[FigureRow]:
    """Count the cases closed in the half-year and in 12 months, and those closed in time."""
    now, before = halves[half], halves[half.previous]
    rows = reached(places.CLOSED, now[1] if now else None, places.NOW)
    both = None if now is None or before is None else pandas.concat([before[1], now[1]])
    rows += reached(places.CLOSED, both, places.TWELVE)
    if now is not None and both is not None:
        of_both, of_now = (in_months(cases) for cases in (both, now[1]))
        for step, all_, some in zip(places.STEPS, of_both, of_now, strict=True):
            rows += counting.part_of_step(
                (places.CLOSED, step, places.TWELVE), (places.CLOSED, step, places.NOW), all_,
                some, describes="child" if step == places.ALL_CLOSED else "agency")
    return [*rows, *tie_halves(half, halves)]


def reached(table: str, cases: pandas.DataFrame | None, column: str) -> list[FigureRow]:
    """Count closed cases and the shares of them in time; not supplied if there are no returns."""
    if cases is None:
        return [count(table, step, None, column, state=NOT_SUPPLIED) for step in places.STEPS]
    all_, *in_time = in_months(cases)
    one, three, twelve = in_time
    return counting.steps(table, {
        places.ALL_CLOSED: all_, places.IN_TWELVE: twelve, places.IN_THREE: three,
        places.IN_ONE: one}, column, first_describes="child")


def in_months(cases: pandas.DataFrame) -> tuple[int, ...]:
    """Return how many were closed, and how many of them in one, in three and in twelve months."""
    days = [*zip(cases["received_on"], cases["closed_on"], strict=True)]
    return len(days), *(sum(closed <= months_after(received, months) for received, closed in days)
                        for months in LIMITS)


def tie_halves(half: ReportingPeriod, halves: Halves) -> list[FigureRow]:
    """Tie the cases closed in each half-year to those of 12 months and of three years."""
    is_whole = None not in halves.values()
    rows = []
    for one, found in halves.items():
        into: list[Place] = [(places.OUTCOMES, TOTAL, "")] if is_whole else []
        if one in (half, half.previous) and halves[half.previous] is not None:
            into.append((places.CLOSED, places.ALL_CLOSED, places.TWELVE))
        if found is not None:
            rows.append(count(
                places.CLOSED_BY_HALF, places.ALL_CLOSED, len(found[1]), one.title, readers=NOBODY,
                part_of=tuple(into), quantity=f"allegations, closed, {one.label}",
                same_as=(places.CLOSED, places.ALL_CLOSED, places.NOW) if one == half else None))
    return rows


def measure_typed(context: Context, frame: pandas.DataFrame) -> list[FigureRow]:
    """Compare the cases closed in one month with what was typed into the data set, by quarter."""
    register = read_indicators(context.params / "indicators.csv")
    held = by_role(indicators_for(register, context.period)).get(Role.ALLEGATIONS_IN_TIME)
    if held is None:
        return []
    cases, counted = frame[frame["kind"] == MET], []
    for quarter in context.period.split(3):
        closed, in_one, *_ = in_months(counting.within(cases, "closed_on", quarter))
        counted.append(Counted(held, quarter, (in_one, closed),
                               part_of=(places.CLOSED, places.IN_ONE, places.NOW)))
    return measure_agreement(context, counted)


def measure_standards(now: pandas.DataFrame, year: pandas.DataFrame | None) -> list[FigureRow]:
    """Count schools and colleges apart from all others, for whom the standard is the Board's own.
    """
    rows = []
    for column, cases in ((places.NOW, now), (places.TWELVE, year)):
        for table, is_school in ((places.SCHOOLS, True), (places.OTHERS, False)):
            rows += reached(table, None if cases is None else cases[
                cases["sector"].isin(SCHOOLS) == is_school], column)
    return rows


def measure_months(now: pandas.DataFrame) -> list[FigureRow]:
    """Count the cases closed in the half-year by the limit that each kept."""
    all_, one, three, twelve = in_months(now)
    return counts(places.MONTHS, dict(zip(
        places.LASTED, (one, three - one, twelve - three, all_ - twelve), strict=True)))
