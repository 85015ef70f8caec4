"""Counts of children, each counted once: who went missing, how often, and at what risk."""

from __future__ import annotations

from collections.abc import Mapping

import pandas

from pscb_lib.disclosure.counting import (
    NOT_RECORDED,
    band_of,
    banded,
    crossed,
    share,
    tally,
    within,
)
from pscb_lib.disclosure.figures import (
    NOT_SUPPLIED,
    OUTSIDE,
    RESTRICTED,
    TOTAL,
    count,
    counts,
    with_readers,
)
from pscb_lib.framework.ages import complete_years
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.cells.local_time import day_of
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.selection import (
    BEGAN,
    children,
    latest_of_each,
    missing,
)

FREQUENT = 3
FREQUENT_WITHIN_DAYS = 90
FEWEST_IN_A_TENTH = 6


def measure_groups(frame: pandas.DataFrame) -> list[dict]:
    """Count children, missing, away or absent, by group at their last episode."""
    return counts(places.CHILDREN, tally(latest_of_each(frame)["from"], places.GROUPS))


def measure_who(frame: pandas.DataFrame) -> list[dict]:
    """Count children by sex and age at their last episode, and by sex and ethnic group."""
    last = latest_of_each(frame)
    ages = (band_of(complete_years(born, day_of(left)), places.AGE_BANDS)
            for born, left in zip(last["dob"], last["left_at"], strict=True))
    of_each, found = list(last["sex"]), set(last["sex"])
    sexes = {sex: label for sex, label in places.SEXES.items()
             if label != NOT_RECORDED or sex in found}
    by_sex = {(TOTAL, label): (places.AGES, TOTAL, label) for label in sexes.values()}
    everyone = {(TOTAL, TOTAL): places.ALL_CHILDREN}
    bands = dict(zip(places.AGE_BANDS, places.AGE_BANDS, strict=True))
    return [*crossed(places.AGES, zip(ages, of_each, strict=True), bands, sexes, same_as=everyone),
            *crossed(places.ETHNICITY, zip(last["ethnicity"], of_each, strict=True), places.ETHNIC,
                     sexes, same_as={**by_sex, **everyone})]


def measure_repeats(halves: Mapping[str, pandas.DataFrame | None]) -> list[dict]:
    """Count children by how often they went, a column for each of *halves* (None: not supplied)."""
    rows = []
    for column, frame in halves.items():
        if frame is None:
            rows += [count(places.REPEATS, row, None, column, state=NOT_SUPPLIED)
                     for row in (*places.REPEAT_BANDS, TOTAL)]
            continue
        times = banded(frame["child_id"].value_counts(), places.REPEAT_BANDS)
        rows += counts(places.REPEATS, times, column=column, same_as=(
            None if column == places.TWELVE_MONTHS else places.ALL_CHILDREN))
    return rows


def measure_frequent(frame: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Count children whose third episode in 90 days began in *period*, and the meetings held.

    The two episodes before it may be before the period. The last rows are the tenth of children
    who went most often, and their share of the period's episodes, if they are six or more.
    """
    half = within(frame, BEGAN, period)
    third = frame[BEGAN]
    first = third.groupby(frame["child_id"]).shift(FREQUENT - 1)
    is_often = (third - first).dt.days < FREQUENT_WITHIN_DAYS  # both ends counted
    often = within(frame[is_often], BEGAN, period)["child_id"].unique()
    met = half[half["child_id"].isin(often) & half["strategy_mtg_at"].notna()]
    return [
        share(places.OFTEN, len(often), children(half), of=places.ALL_CHILDREN, describes="child"),
        share(places.MET, children(met), len(often), of=places.OFTEN, describes="child"),
        *_of_the_most_frequent(half),
    ]


def _of_the_most_frequent(half: pandas.DataFrame) -> list[dict]:
    tenth = -(-children(half) // 10)
    absent = [count(*place[:2], None, state="not applicable")
              for place in (places.TENTH, places.OF_TENTH)]
    # The episodes of five children or fewer would be a case study, not a share.
    if tenth < FEWEST_IN_A_TENTH:
        return absent
    most = half["child_id"].value_counts().head(tenth)
    figures_of_tenth = [count(*places.TENTH[:2], tenth),
            share(places.OF_TENTH, int(most.sum()), len(half), of=places.ALL_EPISODES,
                  describes="child")]
    # With the bands of how often children went, this would reveal how often the few went.
    return [*with_readers(figures_of_tenth, RESTRICTED), *with_readers(absent, OUTSIDE)]


def measure_exploitation(frame: pandas.DataFrame) -> list[dict]:
    """Count children who were missing (not only away or absent) by their risk of exploitation.

    Those not assessed are left out: they show an agency's work, and not a risk.
    """
    risks = latest_of_each(missing(frame))["cse_risk"]
    assessed = risks[risks.isin(places.ASSESSED)]
    return counts(places.EXPLOITATION, tally(assessed, places.ASSESSED))
