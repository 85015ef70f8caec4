"""The grain of children: who went missing, how often, and at what risk. Each child once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pandas

from pscb_lib.disclosure.figures import (
    OUTSIDE,
    RESTRICTED,
    TOTAL,
    count,
    counts,
    for_readers,
    proportion,
)
from pscb_lib.framework.ages import complete_years
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.cells.local_time import day_of
from pscb_lib.reports.missing_children.measures.selection import (
    ALL_EPISODES,
    GROUPS,
    STATUSES,
    children,
    chosen,
    within,
)
from pscb_lib.returns.codes import ETHNIC_GROUPS, RISKS

REPEATS = {"1 episode": (1, 1), "2": (2, 2), "3 or 4": (3, 4), "5 to 9": (5, 9),
           "10 or more": (10, 10_000)}
AGES = {"Under 12": (0, 11), "12 and 13": (12, 13), "14 and 15": (14, 15), "16 and 17": (16, 17)}
ALL_CHILDREN = ("children", TOTAL, "")
TWELVE_MONTHS = "Twelve months"
FREQUENT = 3
FREQUENT_WITHIN_DAYS = 90
FEWEST_IN_A_TENTH = 6
TENTH, OF_TENTH = "The most frequent tenth of children", "Episodes of the most frequent tenth"
OFTEN, MET = "Children with three or more episodes in 90 days", "of them, with a strategy meeting"
SEXES = {"Girl": "Girls", "Boy": "Boys", "Not recorded": "Not recorded"}
ASSESSED = tuple(risk for risk in RISKS if risk != "not assessed")


def latest_of_each(frame: pandas.DataFrame) -> pandas.DataFrame:
    """The last episode of each child: what is known of the child is taken from there."""
    return frame.drop_duplicates("child_id", keep="last")


def measure_groups(frame: pandas.DataFrame) -> list[dict]:
    """Children, missing or away, by whose they were at their last episode."""
    whose = Counter(latest_of_each(frame)["from"])
    return counts("children", {group: whose[code] for group, code in GROUPS.items()})


def measure_who(frame: pandas.DataFrame) -> list[dict]:
    """Children by sex and age at their last episode, and by sex and ethnic group."""
    last = latest_of_each(frame)
    ages = [_band(complete_years(born, day_of(left)), AGES)
            for born, left in zip(last["dob"], last["left_at"], strict=True)]
    sexes = [sex for sex in SEXES if sex != "Not recorded" or sex in set(last["sex"])]
    return [*_by_sex("ages", AGES, ages, list(last["sex"]), sexes),
            *_by_sex("ethnicity", ETHNIC_GROUPS, list(last["ethnicity"]), list(last["sex"]), sexes)]


def _by_sex(table: str, labels: Iterable[str], of_each: list[str], sex_of_each: list[str],
            sexes: list[str]) -> list[dict]:
    both = Counter(zip(of_each, sex_of_each, strict=True))
    rows = []
    for sex in sexes:
        rows += counts(table, {label: both[label, sex] for label in labels}, column=SEXES[sex])
    alone = Counter(of_each)
    return [*rows, *counts(table, {label: alone[label] for label in labels}, column=TOTAL,
                           part_of=(ALL_CHILDREN,))]


def measure_repeats(halves: dict[str, pandas.DataFrame | None]) -> list[dict]:
    """Children by how often they went, one column for each of *halves* (None: not supplied)."""
    rows = []
    for column, frame in halves.items():
        if frame is None:
            rows += [count("repeats", row, None, column, state="not supplied")
                     for row in (*REPEATS, TOTAL)]
            continue
        bands = Counter(_band(times, REPEATS) for times in frame["child_id"].value_counts())
        rows += counts("repeats", {band: bands[band] for band in REPEATS}, column=column,
                       part_of=() if column == TWELVE_MONTHS else (ALL_CHILDREN,))
    return rows


def measure_frequent(frame: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Children whose third episode in 90 days began in *period*, and the meetings held.

    The two episodes before it may lie before the period. The last rows are the tenth of children
    who went most often, and their share of the period's episodes, where they are six or more.
    """
    half = within(frame, period)
    third = frame["began_on"]
    first = third.groupby(frame["child_id"]).shift(FREQUENT - 1)
    is_often = (third - first).dt.days < FREQUENT_WITHIN_DAYS  # both ends counted
    often = within(frame[is_often], period)["child_id"].unique()
    met = half[half["child_id"].isin(often) & half["strategy_mtg_at"].notna()]
    return [
        proportion("frequent", OFTEN, len(often), children(half), whole=ALL_CHILDREN),
        proportion("frequent", MET, children(met), len(often)),
        *_of_the_most_frequent(half),
    ]


def _of_the_most_frequent(half: pandas.DataFrame) -> list[dict]:
    tenth = -(-children(half) // 10)
    untold = [count("frequent", label, None, state="not applicable") for label in (TENTH, OF_TENTH)]
    # The episodes of five children or fewer would be a case study, not a share.
    if tenth < FEWEST_IN_A_TENTH:
        return untold
    most = half["child_id"].value_counts().head(tenth)
    told = [count("frequent", TENTH, tenth),
            proportion("frequent", OF_TENTH, int(most.sum()), len(half), whole=ALL_EPISODES)]
    # With how often children went it would tell how often the few went who went most.
    return [*for_readers(told, RESTRICTED), *for_readers(untold, OUTSIDE)]


def measure_exploitation(frame: pandas.DataFrame) -> list[dict]:
    """Children who were missing (not only away) by their risk of sexual exploitation.

    Those not assessed are not among them: they are an agency's work left undone.
    """
    risks = Counter(latest_of_each(chosen(frame, None, STATUSES["Missing"]))["cse_risk"])
    return counts("exploitation", {risk.capitalize(): risks[risk] for risk in ASSESSED})


def _band(number: int, bands: dict[str, tuple[int, int]]) -> str:
    return next(label for label, (low, high) in bands.items() if low <= number <= high)
