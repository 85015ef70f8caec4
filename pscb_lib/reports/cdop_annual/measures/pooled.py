"""Who died and what the panel found, several years together.

Who died is told of the deaths notified in five years. What was found is told of the reviews
completed in those of the five since April 2010, categories too: of two windows one less the
other would tell of a single year. A blank is "not recorded", never "no", and "insufficient
information" is no finding: both stay out of the denominator of modifiable factors. Of one area
within a joint panel only broad rows are made: the panel less its neighbour is that area.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas

from pscb_lib.disclosure import figures
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Record, records_of
from pscb_lib.reports.cdop_annual.measures import bands
from pscb_lib.reports.cdop_annual.measures.cohorts import (
    NOT_RECORDED,
    PANEL,
    completed,
    found_years,
    notified,
    pooled_years,
    span,
    tally,
)
from pscb_lib.reports.cdop_annual.returned.record import DOMAINS

Years = Mapping[str, pandas.DataFrame]  # the deaths of a cohort by financial year
Tallies = dict[str, dict[str, int]]  # counts by label by financial year

FOUND, NONE_FOUND = (("modifiable", bands.FOUND[answer], "") for answer in ("yes", "no"))
SAME_TOTAL = {"notified": "age", "completed": "category"}
ENOUGH = ("enough", "Enough information to tell", "")
WITH, WITHOUT = "With modifiable factors", "Without, or not known"
MAY_HAVE_CONTRIBUTED = ("2", "3")
SCORED = ("1", "1*", *MAY_HAVE_CONTRIBUTED)


def measure_pooled(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Every pooled table of the joint panel."""
    told = {year.label: notified(deaths, year) for year in pooled_years(period)}
    reviewed = {year.label: completed(deaths, year) for year in found_years(period)}
    tables = {
        "age": _records(told, bands.age_band, bands.AGE),
        "sex": _column(told, "sex", bands.SEX),
        "ethnicity": _column(told, "ethnicity", bands.ETHNICITY),
        "place": _column(told, "place_of_death", bands.PLACE),
        "expected": _column(told, "expected", bands.EXPECTED),
        "known": _records(told, bands.known_to_social_care, bands.KNOWN),
    }
    rows = [row for name, by_year in tables.items()
            for row in _together(name, by_year, "notified")]
    rows += _together("category", _column(reviewed, "category", bands.CATEGORY), "completed")
    rows += _together("modifiable", _column(reviewed, "modifiable", bands.FOUND), "completed")
    reviews = completed(deaths, *found_years(period))
    share = modifiable_share(reviews, "modifiable_share", span(found_years(period)))
    enough = figures.count(*ENOUGH[:2], share["denominator"], readers=figures.NOBODY)
    return [*rows, share, enough, *_by_group(reviews), *_by_domain(reviews)]


def _records(cohorts: Years, value: Callable[[Record], object], labels: Mapping) -> Tallies:
    return {year: tally(map(value, records_of(deaths)), labels)
            for year, deaths in cohorts.items()}


def _column(cohorts: Years, name: str, labels: Mapping) -> Tallies:
    return {year: tally(deaths[name], labels) for year, deaths in cohorts.items()}


def _together(name: str, by_year: Tallies, cohort: str) -> list[dict]:
    """A table of the years together, and the single years, which stand in no paper.

    A later report's window less this one tells of two years, and no year may tell of a child.
    """
    labels = dict.fromkeys(label for counted in by_year.values() for label in counted)
    whole = {label: sum(counted.get(label, 0) for counted in by_year.values())
             for label in labels}
    rows = [{**row, "part_of": _parts_of(name, row["row"])} for row in figures.counts(name, whole)]
    # Tables of one cohort have one total.
    rows[-1]["part_of"] += ((SAME_TOTAL[cohort], figures.TOTAL, ""),)
    for year, counted in by_year.items():
        alone = figures.counts(f"{name}_by_year", counted, column=year,
                               part_of=((cohort, year, PANEL),))
        rows += [{**row, "readers": figures.NOBODY, "quantity": f"{name}, {row['row']}, {year}",
                  "part_of": (*row["part_of"], (name, row["row"], ""))} for row in alone]
    return rows


def _parts_of(name: str, label: str) -> tuple[figures.Place, ...]:
    """What a row is a part of: the panel's broad row beside one area's, and what is rated."""
    broad = bands.BROADER.get(name)
    told = (ENOUGH,) if (name, label, "") in (FOUND, NONE_FOUND) else ()
    return (*told, (f"area_{name}", broad.get(label, label), PANEL)) if broad else ()


def modifiable_share(reviews: pandas.DataFrame, table: str, row: str) -> dict:
    """Reviews with modifiable factors, of those with enough information to tell."""
    found, none = ((reviews["modifiable"] == answer).sum() for answer in ("yes", "no"))
    return figures.proportion(table, row, int(found), int(found + none), part_of=(FOUND,),
                              whole=ENOUGH)


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
    rows[-1] = {**rows[-1], "part_of": (("category", figures.TOTAL, ""),)}
    return rows


def _by_domain(reviews: pandas.DataFrame) -> list[dict]:
    """Factors scored 2 or 3 in each domain of Form C, of the reviews scored there at all."""
    rows = []
    for name, label in DOMAINS.items():
        scored = reviews[name].isin(SCORED)
        part = reviews[name].isin(MAY_HAVE_CONTRIBUTED)
        rows.append(figures.proportion("domains", label, int(part.sum()), int(scored.sum())))
    return rows
