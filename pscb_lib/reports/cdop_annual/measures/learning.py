"""The panel's recommendations: by theme and stage, and those that are not done or not evidenced.

Section 12 of the framework: the panel is to "learn lessons with the purpose of reducing the numbers
of child fatalities". A recommendation is an agency's work: it is quoted with its owner, its age is
in whole years since the review, and those with the same wording are listed together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import pandas

from pscb_lib.board.cleared_texts import for_others
from pscb_lib.board.context import Context
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.paper import RESTRICTED, Fact
from pscb_lib.framework.ages import complete_years
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.cdop_annual.measures.cohorts import completed, pooled_years
from pscb_lib.reports.cdop_annual.places import EVIDENCED, LEARNING, NO_EVIDENCE, NOT_DONE

WORDING = {"learning_theme": NOT_RECORDED, "recommendation": "No wording in the return",
           "recommendation_owner": "no owner in the return"}
OWED, OWED_CLEARED = "owed", "owed, as cleared"


@dataclass(frozen=True)
class Recommendation:
    """One wording with its owner, how many times it is owed, and its greatest age in years."""

    theme: str
    text: str
    owner: str
    number: int
    years: int


def measure_learning(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Count the five years' recommendations by theme: the three stages add up to the total."""
    made = _recommendations(deaths, period)
    themes = sorted(made["learning_theme"].unique())
    rows = []
    for column in (NOT_DONE, NO_EVIDENCE, EVIDENCED, figures.TOTAL):
        by_theme = {theme: int(made.loc[made["learning_theme"] == theme, column].sum())
                    for theme in themes}
        rows += figures.counts(LEARNING, by_theme, column=column, describes="agency")
    return rows


def list_facts(context: Context, checked: Checked) -> list[Fact]:
    """Return what the page quotes: the recommendations owed, which are agencies' work.

    The Board has those whose wording states no number of children, or is cleared.
    """
    owed = list_owed(checked.frame, context)
    cleared = {stage: for_others(context, all_of_it) for stage, all_of_it in owed.items()}
    return [Fact(OWED, _as_plain(owed), (RESTRICTED,)),
            Fact(OWED_CLEARED, _as_plain(cleared), (RESTRICTED, "board"), otherwise=[])]


def read_owed(facts: Mapping[str, Any]) -> dict[str, list[Recommendation]]:
    """Return the recommendations owed, as far as these readers may have them."""
    owed = facts[OWED_CLEARED] if facts[OWED] is None else facts[OWED]
    return {stage: [Recommendation(**one) for one in all_of_it] for stage, all_of_it in owed}


def _as_plain(owed: Mapping[str, Sequence[Recommendation]]) -> list[list[Any]]:
    return [[stage, list(map(asdict, all_of_it))] for stage, all_of_it in owed.items()]


def list_owed(deaths: pandas.DataFrame, context: Context) -> dict[str, list[Recommendation]]:
    """Return the recommendations not done, and those done without evidence, each oldest first."""
    made = _recommendations(deaths, context.period)
    return {stage: _at(stage, made, context.as_of) for stage in (NOT_DONE, NO_EVIDENCE)}


def _at(stage: str, made: pandas.DataFrame, as_of: date) -> list[Recommendation]:
    owed = made[made[stage] > 0].sort_values(["panel_completed_on", "death_id"])
    return [
        _recommendation(alike, int(alike[stage].sum()), as_of)
        for _, alike in owed.groupby(list(WORDING), sort=False)]


def _recommendation(alike: pandas.DataFrame, number: int, as_of: date) -> Recommendation:
    first = alike.iloc[0]
    theme, text, owner = (first[name] for name in WORDING)
    return Recommendation(theme, text, owner, number,
                          complete_years(first["panel_completed_on"], as_of))


def _recommendations(deaths: pandas.DataFrame, period: ReportingPeriod) -> pandas.DataFrame:
    reviews = completed(deaths, *pooled_years(period))
    made, done, evidenced = (reviews[name].map(lambda number: number or 0).astype(int) for name in (
        "recommendations", "recommendations_done", "recommendations_evidenced"))
    named = {name: reviews[name].map(lambda text, blank=blank: text or blank)
             for name, blank in WORDING.items()}
    stages = {NOT_DONE: made - done, NO_EVIDENCE: done - evidenced, EVIDENCED: evidenced,
              figures.TOTAL: made}
    return reviews.assign(**named, **stages)[made > 0]
