"""Completed reviews, which are agencies' work: in time, published or withheld, and who took part.

Section 11: "Serious Case Reviews should consider the practice and management of the case against
PSCB standards and criteria", and the learning process "involves practitioners and their managers".
All reviews of the register are pooled: one review in two years is no rate.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas

from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import (
    PUBLISHED,
    TOTAL,
    FigureRow,
    count,
    counts,
)
from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.reading.rows import Record, records_of
from pscb_lib.reports.case_reviews import places
from pscb_lib.reports.case_reviews.measures.cases import TO_COMPLETE
from pscb_lib.reports.case_reviews.measures.members import for_members
from pscb_lib.reports.case_reviews.returned.record import ELSEWHERE, REVIEWED_HERE


def completed_reviews(reviews: pandas.DataFrame) -> list[Record]:
    """Return the completed reviews of this area, the latest first."""
    done = [row for row in records_of(reviews)
            if row["kind"] in REVIEWED_HERE and row["completed_on"] is not None]
    return sorted(done, key=lambda row: row["completed_on"], reverse=True)


def is_on_aim(row: Record) -> bool:
    """Whether a completed review took no more than six calendar months."""
    return bool(row["completed_on"] <= months_after(row["begun_on"], TO_COMPLETE))


def measure_completed(reviews: pandas.DataFrame, year: ReportingPeriod) -> list[FigureRow]:
    """Count the completed reviews, those published, and what was tested and who came in each."""
    done = completed_reviews(reviews)
    known = counts(places.COMPLETE, _accounted(done), describes="agency")
    return [
        *(row | {"describes": PUBLISHED} for row in known if row["row"] == places.PUBLISHED),
        *for_members(row for row in known if row["row"] != places.PUBLISHED),
        *for_members([
            counting.share(places.ON_AIM, sum(map(is_on_aim, done)), len(done),
                           of=places.COMPLETED),
            *_by_review(places.MET, places.TESTED, [
                (row["title"], row["standards_met"], row["standards_tested"]) for row in done]),
            *_by_review(places.CAME, places.INVITED, [
                (row["title"], row["practitioners_took_part_n"], row["practitioners_invited_n"])
                for row in done]),
            *_elsewhere(reviews, year),
        ])]


def _accounted(done: Sequence[Record]) -> dict[str, int]:
    """Count reviews by what became of the report: published, withheld for a reason, or neither."""
    return counting.tally(
        ["out" if row["published_on"] else "kept" if row["withheld_because"] else "neither"
         for row in done],
        {"out": places.PUBLISHED, "kept": places.WITHHELD, "neither": places.NEITHER})


def _by_review(table: str, whole: tuple[str, str, str],
               parts: Sequence[tuple[str, int | None, int | None]]) -> list[FigureRow]:
    """Return the share of each review that has both numbers, and that of all of them together."""
    known = [(title, part, of) for title, part, of in parts if of and part is not None]
    rows = []
    for title, part, of in known:
        rows += [count(whole[0], title, of, describes="agency"),
                 counting.share((table, title, ""), part, of, of=(whole[0], title, ""))]
    every = sum(of for _, _, of in known)
    return [*rows, count(*whole[:2], every, describes="agency"), counting.share(
        (table, TOTAL, ""), sum(part for _, part, _ in known), every, of=whole)]


def _elsewhere(reviews: pandas.DataFrame, year: ReportingPeriod) -> list[FigureRow]:
    """Count other areas' reviews considered in the year, and those that staff heard of."""
    others = counting.within(reviews[reviews["kind"] == ELSEWHERE], "considered_on", year)
    shared = int(others["learning_event_on"].notna().sum())
    label = {places.ELSEWHERE[1]: len(others), places.SHARED[1]: shared}
    return counting.steps(places.ELSEWHERE[0], label)
