"""Reviews due in the quarter, held or not; and the conferences that were held in it."""

from __future__ import annotations

from collections.abc import Iterable

import pandas

from pscb_lib.disclosure.counting import balance, share, tally, within
from pscb_lib.disclosure.figures import (
    NOT_PUBLIC,
    RESTRICTED,
    TOTAL,
    FigureRow,
    count,
    counts,
    with_readers,
)
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.workdays import add_working_days
from pscb_lib.reports.child_protection_conferencing import places
from pscb_lib.reports.child_protection_conferencing.plans import Plan
from pscb_lib.reports.child_protection_conferencing.returned.record import (
    FIRST,
    OWN_INITIAL,
    REVIEWS,
    TOOK_PART,
    TRANSFER_IN,
)

AGE_TO_TAKE_PART = 8  # years; local
DAYS_BEFORE = {True: 1, False: 5}  # working days before an initial conference, and a review; local


def measure_reviews(plans: Iterable[Plan], quarter: ReportingPeriod) -> list[FigureRow]:
    """Count the reviews of children due in the quarter: held in time, late, or not by its end."""
    due = [one for plan in plans for one in plan.reviews(quarter.end)
           if quarter.contains(one.due_on)]
    missed = [one for one in due if not one.is_in_time]
    unheld = sum(one.held_on is None for one in missed)
    numbers = {places.HELD_IN_TIME: len(due) - len(missed), places.HELD_LATE: len(missed) - unheld,
               places.NOT_HELD: unheld}
    late = [(places.REVIEWED, label, "") for label in (places.HELD_LATE, places.NOT_HELD)]
    why = tally((one.late_because for one in missed), places.REASONS)
    return [
        *counts(places.REVIEWED, numbers, describes="agency"),
        *with_readers(counts(places.LATE, why, column=places.OF_REVIEWS, describes="agency"),
                     NOT_PUBLIC),
        balance("late reviews", late, [(places.LATE, TOTAL, places.OF_REVIEWS)],
                (numbers[places.HELD_LATE], unheld, len(missed))),
    ]


def measure_conferences(frame: pandas.DataFrame, quarter: ReportingPeriod,
                        attendance: pandas.DataFrame) -> list[FigureRow]:
    """Count outcomes, and of the conferences those that were quorate and that parents knew."""
    rows = within(frame, "held_on", quarter)
    held = rows.drop_duplicates("conference_id")
    initial, reviewed = (rows[rows["kind"].isin(kinds)] for kinds in (OWN_INITIAL, REVIEWS))
    recorded = held["conference_id"].isin({*attendance["conference_id"]})
    read = [_is_read_in_time(row) for row in held.to_dict("records")]
    shares = ((places.QUORATE, held["quorate"].map(bool).sum()),
              (places.PARENT_THERE, held["parent_part"].map(bool).sum()),
              (places.PARENT_READ, sum(read)),
              (places.UNCOUNTED, len(held) - recorded.sum()))
    return [
        *counts(places.OUTCOME, tally(initial["outcome"], places.ENDED_IN),
                column=places.ENDED_INITIAL, same_as=places.ALL_INITIAL),
        *counts(places.OUTCOME, tally(reviewed["outcome"], places.ENDED_IN),
                column=places.ENDED_REVIEW),
        *with_readers([count(*places.TRANSFERRED[:2], int((rows["kind"] == TRANSFER_IN).sum()))],
                     RESTRICTED),
        count(*places.HELD[:2], len(held), describes="agency"),
        *(share(place, int(number), len(held), of=places.HELD) for place, number in shares),
        *_measure_parts(rows),
    ]


def _is_read_in_time(row: dict) -> bool:
    given, least = row["parent_got_report_on"], DAYS_BEFORE[row["kind"] in FIRST]
    return given is not None and add_working_days(given, least) <= row["held_on"]


def _measure_parts(rows: pandas.DataFrame) -> list[FigureRow]:
    """Count the children of eight and over by how they took part, once for each conference."""
    is_asked = [age >= AGE_TO_TAKE_PART for age in rows["age"]]
    parts = rows["child_part"][pandas.Series(is_asked, rows.index, dtype=bool)]
    took = int(parts.isin(TOOK_PART).sum())
    into = {label: places.TOOK_A_PART if part in TOOK_PART else places.NO_PART
            for part, label in places.HOW.items()}
    return [
        *counts(places.HEARD, {places.TOOK: took, places.DID_NOT: len(parts) - took}),
        *(count(places.PARTS, label, number, part_of=(into[label],))
          for label, number in tally(parts, places.HOW).items()),
    ]
