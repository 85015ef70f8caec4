"""Initial conferences: in 15 working days, in the department's bands, and for which children.

Working Together 2013, chapter 1, counts from the strategy discussion; the published statistics
count from the start of the enquiry (the setting ``conference_clock``). Conferences of children
whose plan was transferred in have a clock of their own and are not among them.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.counting import at_most, band_of, banded, share, tally, within
from pscb_lib.disclosure.figures import (
    EVERYONE,
    NOBODY,
    NOT_PUBLIC,
    RESTRICTED,
    FigureRow,
    count,
    counts,
    with_readers,
)
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.workdays import working_days
from pscb_lib.reports.child_protection_conferencing import places
from pscb_lib.reports.child_protection_conferencing.returned import clock_of
from pscb_lib.reports.child_protection_conferencing.returned.record import OWN_INITIAL

WORKING_DAYS = 15
GROUPS: dict[str, tuple[dict, Callable[[dict], object]]] = {
    "ethnicity": (places.TIMELY_ETHNIC, lambda row: row["ethnicity"]),
    "age": ({band: band for band in places.AGE_BANDS},
            lambda row: band_of(row["age"], places.AGE_BANDS)),
    "sex": (places.SEXES, lambda row: row["sex"]),
}


def with_days(context: Context, frame: pandas.DataFrame) -> pandas.DataFrame:
    """Add ``days``: the working days from the start of the clock to an initial conference.

    A census has no day of the strategy discussion: conferences imported from it are counted from
    the start of the enquiry.
    """
    clock = clock_of(context)
    days = [working_days(row[clock] or row["enquiry_started_on"], row["held_on"],
                         context.settings.day_count)
            if row["kind"] in OWN_INITIAL and row["held_on"] else None
            for row in frame.to_dict("records")]
    return frame.assign(days=pandas.Series(days, frame.index, dtype=object))


def initial_of(frame: pandas.DataFrame, *quarters: ReportingPeriod) -> pandas.DataFrame:
    """Return the rows of children at an initial conference in these quarters."""
    return within(frame[frame["kind"].isin(OWN_INITIAL)], "held_on", *quarters)


def in_time(initial: pandas.DataFrame) -> int:
    """Return how many of these children had their conference in 15 working days."""
    return sum(days <= WORKING_DAYS for days in initial["days"])


def measure_initial(initial: pandas.DataFrame) -> list[FigureRow]:
    """Count children by how long they waited, the families they are of, and why they waited."""
    is_late = [days > WORKING_DAYS for days in initial["days"]]
    late = initial[pandas.Series(is_late, initial.index, dtype=bool)]
    bands = banded(initial["days"], places.IN_BANDS)
    part_of = {band: (places.IN_TIME if band in places.IN_TIME_BANDS else places.WAITED,)
               for band in bands}
    families, waited = initial["family_id"].nunique(), late["family_id"].nunique()
    largest = int(late["family_id"].value_counts(dropna=False).max()) if len(late) else 0
    return [
        *counts(places.INITIAL, {places.IN_15: len(initial) - len(late), places.LATER: len(late)},
                describes="agency"),
        *with_readers([
            *(count(places.BANDS, band, number, describes="agency", part_of=part_of[band])
              for band, number in bands.items()),
            *counts(places.LATE, tally(late["late_because"], places.REASONS), describes="agency",
                    column=places.OF_INITIAL, same_as=places.WAITED),
            count(*places.LATE_FAMILIES[:2], waited, describes="agency")], NOT_PUBLIC),
        count(*places.INITIAL_FAMILIES[:2], families, describes="agency"),
        *with_readers([count(*places.MOST_OF_ONE[:2], largest)], RESTRICTED),
        at_most(places.ALL_INITIAL, places.INITIAL_FAMILIES),
        at_most(places.WAITED, places.LATE_FAMILIES),
        at_most(places.INITIAL_FAMILIES, places.LATE_FAMILIES),
    ]


def _of_quarter(one: ReportingPeriod, initial: pandas.DataFrame, quarter: ReportingPeriod
                ) -> FigureRow:
    """Measure the timeliness of one of four quarters, which the paper of that quarter prints."""
    is_own = one == quarter
    return share((places.TIMELY_QUARTERS, one.label, ""), in_time(initial), len(initial),
                 of=places.ALL_INITIAL if is_own else None,
                 counted=places.IN_TIME if is_own else None, part_of=(places.ALL_TIMELY,),
                 quantity=f"initial conferences in 15 working days, {one.label}",
                 readers=EVERYONE if one == quarter.previous else NOBODY)


def measure_timely(frame: pandas.DataFrame, quarter: ReportingPeriod) -> list[FigureRow]:
    """Measure twelve months' timeliness by group of children, and the quarters of the twelve.

    The quarter before is told beside the quarter; the others are there to be tied.
    """
    parts = {one: initial_of(frame, one) for one in quarter.rolling_year.split(3)}
    year = initial_of(frame, *parts)
    place = places.ALL_TIMELY
    rows = [count(*places.YEAR_INITIAL[:2], len(year), describes="agency"),
            share(place, in_time(year), len(year), of=places.YEAR_INITIAL)]
    rows += [_of_quarter(one, part, quarter) for one, part in parts.items()]
    records = year.to_dict("records")
    for name, (labels, group_of) in GROUPS.items():
        for label in dict.fromkeys(labels.values()):
            own = [row for row in records if labels[group_of(row)] == label]
            rows.append(share((places.TIMELY_BY[name], label, ""),
                              sum(row["days"] <= WORKING_DAYS for row in own), len(own), of=None,
                              describes="child", part_of=(place,)))
    return rows
