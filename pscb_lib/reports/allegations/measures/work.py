"""The work of employers and of the LADO: told in time, met in time, referred to the DBS."""

from __future__ import annotations

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.settings import EmployerClock
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import NOT_SUPPLIED, FigureRow, count
from pscb_lib.framework.workdays import DayCount, add_working_days
from pscb_lib.reports.allegations import places
from pscb_lib.reports.allegations.measures.pooled import Halves, referred
from pscb_lib.reports.allegations.returned.record import EMPLOYER, MET

MEET_IN = 5  # working days


def measure_work(context: Context, halves: Halves) -> list[FigureRow]:
    """Measure LD7, LD8 and LD10."""
    now, before = halves[context.period], halves[context.period.previous]
    if now is None:
        return []
    year = None if before is None else pandas.concat([before[1], now[1]])
    return [*measure_told(context, now[0]), *measure_meetings(context, now[0]),
            *measure_barring(year)]


def measure_told(context: Context, received: pandas.DataFrame) -> list[FigureRow]:
    """Count the referrals by employers, and those of which the LADO was told in time.

    Working Together 2013, chapter 2: within one working day of the day on which the employer knew.
    A Board may ask for the same working day (setting ``employer_clock``).
    """
    is_same_day = context.settings.employer_clock is EmployerClock.SAME_WORKING_DAY
    convention = DayCount.DAY_0_COUNTED if is_same_day else context.settings.day_count
    every = referred(received)
    own = every[every["referred_by"] == EMPLOYER]
    in_time = sum(known is not None and on <= add_working_days(known, 1, convention)
                  for known, on in zip(own["known_to_employer_on"], own["received_on"],
                                       strict=True))
    return [*counting.steps(places.TOLD, {places.BY_EMPLOYERS[1]: len(own),
                                          places.TOLD_IN_TIME[1]: in_time},
                            first_describes="child"),
            *counting.part_of_step((places.REFERRALS, places.REFERRED, context.period.title),
                                   places.BY_EMPLOYERS, len(every), len(own))]


def measure_meetings(context: Context, received: pandas.DataFrame) -> list[FigureRow]:
    """Count the cases of the half-year, and their first meetings in five working days."""
    cases = received[received["kind"] == MET]
    over = [(last, met) for on, met in zip(cases["received_on"], cases["first_meeting_on"],
                                           strict=True)
            if (last := add_working_days(on, MEET_IN, context.settings.day_count))
            <= context.as_of]
    held = sum(met is not None for _, met in over)
    in_time = sum(met is not None and met <= last for last, met in over)
    all_ = (places.CONTACTS, context.period.title, places.MET)
    is_all = len(over) == len(cases)
    return [*counting.steps(places.MEETINGS, {
                places.DUE[1]: len(over), places.HELD[1]: held, places.HELD_IN_TIME[1]: in_time},
                first_describes="child", same_as={places.DUE[1]: all_} if is_all else {}),
            *(() if is_all else counting.part_of_step(all_, places.DUE, len(cases), len(over)))]


def measure_barring(year: pandas.DataFrame | None) -> list[FigureRow]:
    """Count the cases closed in 12 months in which the duty to refer arose, and the referrals.

    Safeguarding Vulnerable Groups Act 2006, s 35: an employer that removes somebody from regulated
    activity because of harm or a risk of harm, or would have, refers them to the Disclosure and
    Barring Service.
    """
    if year is None:
        return [count(*place[:2], None, state=NOT_SUPPLIED)
                for place in (places.DUTY, places.REFERRED_ON)]
    owed = year[year["dbs_duty"] == True]  # noqa: E712
    made = int(owed["dbs_referred_on"].notna().sum())
    return [*counting.steps(places.BARRING, {places.DUTY[1]: len(owed),
                                             places.REFERRED_ON[1]: made},
                            first_describes="child"),
            *counting.part_of_step((places.CLOSED, places.ALL_CLOSED, places.TWELVE), places.DUTY,
                                   len(year), len(owed))]
