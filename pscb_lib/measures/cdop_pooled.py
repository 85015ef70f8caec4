"""Who died and what the panel found, several years together.

Who died is told of the deaths notified in five years. What was found is told of the reviews
completed in those of the five since April 2010, categories too: of two windows one less the
other would tell of a single year. A blank is "not recorded", never "no", and "insufficient
information" is no finding: both stay out of the denominator of modifiable factors. Of one area
within a joint panel only broad rows are made: the panel less its neighbour is that area.
"""

from __future__ import annotations

import pandas

from pscb_lib.measures import cdop_bands as bands
from pscb_lib.measures import figures
from pscb_lib.measures.cdop_cohorts import (
    NOT_RECORDED,
    completed,
    found_years,
    notified,
    pooled_years,
    residents,
    span,
    tally,
)
from pscb_lib.periods import ReportingPeriod
from pscb_lib.returns.death_record import DOMAINS

FOUND, NONE_FOUND = (("modifiable", bands.FOUND[answer], "") for answer in ("yes", "no"))
WITH, WITHOUT = "With modifiable factors", "Without, or not known"
MAY_HAVE_CONTRIBUTED = ("2", "3")
SCORED = ("1", "1*", *MAY_HAVE_CONTRIBUTED)


def measure_pooled(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Every pooled table of the joint panel."""
    told = notified(deaths, *pooled_years(period))
    reviews = completed(deaths, *found_years(period))
    records = told.to_dict("records")
    tables = {
        "age": tally(map(bands.age_band, records), bands.AGE),
        "sex": tally(told["sex"], bands.SEX),
        "ethnicity": tally(told["ethnicity"], bands.ETHNICITY),
        "place": tally(told["place_of_death"], bands.PLACE),
        "expected": tally(told["expected"], bands.EXPECTED),
        "known": tally(map(bands.known_to_social_care, records), bands.KNOWN),
        "category": tally(reviews["category"], bands.CATEGORY),
        "modifiable": tally(reviews["modifiable"], bands.FOUND),
    }
    rows = [row for name, counted in tables.items() for row in figures.counts(name, counted)]
    share = modifiable_share(reviews, "modifiable_share", span(found_years(period)))
    return [*rows, share, *_by_group(reviews), *_by_domain(reviews)]


def measure_area(deaths: pandas.DataFrame, period: ReportingPeriod, area: str) -> list[dict]:
    """The few broad pooled rows of one area within the panel."""
    told = residents(notified(deaths, *pooled_years(period)), area)
    reviews = residents(completed(deaths, *found_years(period)), area)
    unclear = {**bands.FOUND, "insufficient": "Insufficient or not recorded",
               None: "Insufficient or not recorded"}
    tables = {
        "area_age": tally(map(bands.broad_age, told.to_dict("records")), bands.BROAD_AGE),
        "area_expected": tally(told["expected"], {
            **bands.EXPECTED, "yes": "Expected, or not known", "unknown": "Expected, or not known",
            None: "Expected, or not known"}),
        "area_modifiable": tally(reviews["modifiable"], unclear),
    }
    return [row for name, counted in tables.items() for row in figures.counts(name, counted)]


def modifiable_share(reviews: pandas.DataFrame, table: str, row: str) -> dict:
    """Reviews with modifiable factors, of those with enough information to tell."""
    found, none = ((reviews["modifiable"] == answer).sum() for answer in ("yes", "no"))
    return figures.proportion(table, row, int(found), int(found + none),
                              part_of=(FOUND, NONE_FOUND))


def _by_group(reviews: pandas.DataFrame) -> list[dict]:
    """Groups of categories against modifiable factors, with the totals of both."""
    rows = []
    found = reviews["modifiable"] == "yes"
    for column, part, part_of in ((WITH, reviews[found], (FOUND,)), (WITHOUT, reviews[~found], ()),
                                  (figures.TOTAL, reviews, ())):
        counted = tally(part["category"], bands.CATEGORY_GROUP)
        if reviews["category"].isna().any():
            counted.setdefault(NOT_RECORDED, 0)
        rows += figures.counts("by_group", counted, column=column, part_of=part_of)
    return rows


def _by_domain(reviews: pandas.DataFrame) -> list[dict]:
    """Factors scored 2 or 3 in each domain of Form C, of the reviews scored there at all."""
    rows = []
    for name, label in DOMAINS.items():
        scored = reviews[name].isin(SCORED)
        part = reviews[name].isin(MAY_HAVE_CONTRIBUTED)
        rows.append(figures.proportion("domains", label, int(part.sum()), int(scored.sum())))
    return rows
