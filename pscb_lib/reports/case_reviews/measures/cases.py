"""Cases notified, decided and under review: counts of children, and whether they were in time.

Working Together 2013, chapter 4: the chair normally decides within one month of notification, and
the aim is to complete a review within six months of beginning. Both are calendar months, which end
with a shorter month. A later framework has another time to decide: the one in force on the day of
the notification counts. A management review that an agency makes for another review is no case.
"""

from __future__ import annotations

from datetime import date

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.settings import Settings
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.counting import CASES
from pscb_lib.disclosure.figures import FigureRow, count, relation
from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.reading.rows import Record, records_of
from pscb_lib.reports.case_reviews import places
from pscb_lib.reports.case_reviews.measures.members import for_members
from pscb_lib.reports.case_reviews.returned import is_arguable
from pscb_lib.reports.case_reviews.returned.record import DIED, ELSEWHERE, REVIEWED_HERE, SERIOUS
from pscb_lib.returns.quantities import reviews_after_deaths

TO_COMPLETE, YEARS = 6, 5  # months and years


def own_cases(reviews: pandas.DataFrame) -> pandas.DataFrame:
    """Return the cases of this area, each once."""
    return reviews[(reviews["kind"] != ELSEWHERE) & reviews["for_review_id"].isna()]


def open_reviews(reviews: pandas.DataFrame) -> list[Record]:
    """Return the reviews that are decided and not completed."""
    return [row for row in records_of(own_cases(reviews))
            if row["kind"] in REVIEWED_HERE and row["completed_on"] is None]


def due_day(row: Record) -> date | None:
    """The day by which a review is to be completed: its own, or six months from its beginning."""
    begun = row["begun_on"]
    return row["due_on"] or (begun and months_after(begun, TO_COMPLETE))


def is_late(row: Record, on: date) -> bool:
    """Whether an open review is past its day on the day *on*."""
    due = due_day(row)
    return due is not None and due < on


def decided_in_time(row: Record, on: date, settings: Settings) -> bool | None:
    """Whether a case was decided in time; None if the time is not over on the day *on*."""
    within = settings.framework.on(row["notified_on"]).decide_within
    last = within.last_day(row["notified_on"], settings.day_count)
    if row["decided_on"] is not None:
        return bool(row["decided_on"] <= last)
    return False if last < on else None


def measure_cases(reviews: pandas.DataFrame, context: Context, of_open: str) -> list[FigureRow]:
    """Count the cases of a year by what was decided, and the reviews open on the report's day.

    *of_open* says whom the open reviews describe: a child, or agencies' work once the chair and
    the information governance lead have decided so.
    """
    own, year, on = own_cases(reviews), context.period.rolling_year, context.as_of
    notified = counting.within(own, "notified_on", year)
    open_now = open_reviews(reviews)
    late = sum(is_late(row, on) for row in open_now)
    arguable = [row for row in records_of(own) if is_arguable(row)]
    asked = sum(row["panel_asked"] is True for row in arguable)
    open_kinds = {places.OPEN[1]: len(open_now), places.LATE[1]: late}
    return for_members([
        *counting.breakdowns(places.NOTIFIED, cases=counting.tally(
            notified["kind"], places.OUTCOMES, places.UNDECIDED)),
        *_decisions(notified, context),
        *counting.steps(places.OPEN[0], open_kinds, describes=of_open, first_describes=of_open),
        count(*places.ARGUABLE[:2], len(arguable)),
        counting.share(places.PANEL_ASKED, asked, len(arguable), of=places.ARGUABLE,
                       describes="child"),
        *_after_deaths(own, year),
    ])


def _decisions(notified: pandas.DataFrame, context: Context) -> list[FigureRow]:
    """Count the cases whose decision has come or is late, and those decided in time."""
    found = [decided_in_time(row, context.as_of, context.settings)
             for row in records_of(notified)]
    judged = [one for one in found if one is not None]
    undecided = int(notified["decided_on"].isna().sum())
    waits = [relation("every case that is decided can be judged", {
        (places.DECISION, CASES): 1, (places.NOTIFIED, CASES): -1,
        ((places.CASES, places.UNDECIDED, ""), CASES): 1}, 0, None)] if undecided else []
    return [count(*places.DECISION[:2], len(judged),
                  same_as=places.NOTIFIED if len(judged) == len(found) else None),
            *counting.part_of_step(places.NOTIFIED, places.DECISION, len(found), len(judged)),
            counting.share(places.IN_A_MONTH, sum(judged), len(judged), of=places.DECISION,
                           describes="child"), *waits]


def _after_deaths(own: pandas.DataFrame, year: ReportingPeriod) -> list[FigureRow]:
    """Count serious case reviews after deaths notified in the last five whole financial years."""
    years = [year.year.back(12 * back) for back in reversed(range(YEARS))]
    died = counting.within(own[(own["kind"] == SERIOUS) & (own["criterion"] == DIED)],
                           "notified_on", *years)
    return [count(*places.AFTER_DEATHS[:2], len(died), quantity=reviews_after_deaths(years))]
