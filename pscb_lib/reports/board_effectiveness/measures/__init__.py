"""The figures of the Board's effectiveness: ratings, voices, escalations, complaints and reports.

Ratings by fewer than five members are not told, and how many they are is masked. Complaints and
near misses are single children: the year's numbers are for the restricted set, and other sets have
three years together, masked, once a log has run so long.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import pandas

from pscb_lib.board.agencies import read_agencies, short_names
from pscb_lib.board.context import Context
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.counting import CASES
from pscb_lib.disclosure.figures import (
    RESPONDENT,
    RESTRICTED,
    FigureRow,
    count,
    counts,
    frame,
    relation,
)
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.english import capital
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Checked, Record
from pscb_lib.reports.board_effectiveness import places
from pscb_lib.reports.board_effectiveness.measures.children import (
    measure_complaints,
    measure_near_misses,
)
from pscb_lib.reports.board_effectiveness.measures.rated import measure_forms, measure_ratings
from pscb_lib.reports.board_effectiveness.returned_escalations import ABOUT
from pscb_lib.reports.board_effectiveness.returned_escalations import STAGES as ALL_STAGES
from pscb_lib.reports.board_effectiveness.rows import (
    COMPLAINTS,
    ESCALATIONS,
    FEEDBACK,
    MEETINGS,
    NEAR_MISSES,
    RATINGS,
    REPORTS,
    ROUNDS,
    of_year,
)

SENIOR_FROM = "3"  # the stage at which senior managers decide


def measure(context: Context, *returned: Checked) -> pandas.DataFrame:
    """Work out every figure of the year, of the returns in the order of ``rows.RETURNS``."""
    year = context.period
    short = short_names(read_agencies(context.params / "agencies.csv"), context.as_of)
    return frame([
        *measure_forms(returned[ROUNDS], returned[RATINGS], year),
        *measure_ratings(returned[RATINGS], year),
        *_heard(returned[FEEDBACK], year), *_met(returned[MEETINGS], year),
        *_escalated(of_year(returned[ESCALATIONS], "raised_on", year), year, short),
        *measure_complaints(context, returned[COMPLAINTS], year),
        *measure_near_misses(context, returned[NEAR_MISSES], year),
        *_reported(of_year(returned[REPORTS], "due_on", year)),
    ])


def _heard(feedback: Checked, year: ReportingPeriod) -> Iterator[FigureRow]:
    """Count the events, the points raised at them, and those answered.

    A few points tell who raised them, so that their number is masked like one of children.
    """
    rows = of_year(feedback, "held_on", year)
    yield count(*places.EVENTS[:2], len({(row["event"], row["held_on"]) for row in rows}),
                describes=AGENCY)
    yield counting.at_most(places.POINTS, places.EVENTS)
    yield from counting.steps(places.POINTS[0], {
        places.POINTS[1]: len(rows),
        places.ANSWERED[1]: sum(row["answered_on"] is not None for row in rows)},
        first_describes=RESPONDENT)


def _met(meetings: Checked, year: ReportingPeriod) -> Iterator[FigureRow]:
    """Count the chair's meetings with members, and the seats met at least once."""
    rows = of_year(meetings, "held_on", year)
    yield count(*places.MEETINGS[:2], len(rows), describes=AGENCY)
    yield count(*places.SEATS[:2], len({row["seat"] for row in rows}), describes=AGENCY)
    yield counting.at_most(places.MEETINGS, places.SEATS)


def _escalated(rows: Sequence[Record], year: ReportingPeriod, short: Mapping[str, str]
               ) -> Iterator[FigureRow]:
    """Count escalations by what they are about, by stage and quarter, and how they ended."""
    about = counting.tally([row["about"] for row in rows], {one: capital(one) for one in ABOUT})
    stages = counting.tally([row["stage"] for row in rows], {one: one for one in ALL_STAGES})
    quarters = {one.label: sum(one.contains(row["raised_on"]) for row in rows)
                for one in year.split(3)}
    yield from counts(places.ABOUT, about, describes=AGENCY)
    yield from counting.breakdowns(places.RAISED, describes=AGENCY, stages=stages,
                                   quarters=quarters)
    pairs = Counter((row["raised_by"], row["raised_with"]) for row in rows)
    yield from (count(places.PAIRS, short.get(by, by), number, short.get(to, to), describes=AGENCY)
                for (by, to), number in sorted(pairs.items()))
    senior = sum(row["stage"] >= SENIOR_FROM for row in rows)
    yield counting.share(places.SENIOR, senior, len(rows), of=places.RAISED)
    yield relation("senior", {(places.SENIOR, CASES): 1} | {
        ((places.STAGES, one, ""), CASES): -1 for one in ALL_STAGES if one >= SENIOR_FROM})
    yield counting.share(places.SAFE, sum(bool(row["safe_meanwhile"]) for row in rows), len(rows),
                         of=places.RAISED)
    days = sorted((row["resolved_on"] - row["raised_on"]).days for row in rows
                  if row["resolved_on"] is not None)
    yield counting.share(places.RESOLVED, len(days), len(rows), of=places.RAISED)
    if len(days) >= places.FEWEST:
        yield count(*places.HALF_WITHIN[:2], days[(len(days) - 1) // 2], describes=AGENCY)
    if days:
        yield count(*places.LONGEST[:2], days[-1], describes=AGENCY, readers=RESTRICTED)


def _reported(rows: Sequence[Record]) -> Iterator[FigureRow]:
    """Count the sub-groups' reports: due, given in time, given, and with an outcome shown."""
    given = [row for row in rows if row["given_on"] is not None]
    on_time = sum(row["given_on"] <= row["due_on"] for row in given)
    yield from counting.steps(places.DUE[0], {places.DUE[1]: len(rows),
                                              places.ON_TIME[1]: on_time})
    yield from counting.steps(places.GIVEN[0], {
        places.GIVEN[1]: len(given),
        places.TELLS_OUTCOME[1]: sum(bool(row["outcome"] and row["evidence"]) for row in given)})
    yield from counting.part_of_step(places.DUE, places.GIVEN, len(rows), len(given),
                                     describes=AGENCY)
    yield from counting.part_of_step(places.GIVEN, places.ON_TIME, len(given), on_time,
                                     describes=AGENCY)
    for group in dict.fromkeys(row["sub_group"] for row in rows):
        own = [row["given_on"] and row["given_on"] <= row["due_on"] for row in rows
               if row["sub_group"] == group]
        yield from counts(places.BY_GROUP, {
            places.IN_TIME: own.count(True), places.LATE: own.count(False),
            places.NOT_GIVEN: own.count(None)}, column=group, describes=AGENCY)
