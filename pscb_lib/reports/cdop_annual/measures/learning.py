"""The panel's recommendations: by theme and stage, and each wording with what came of it.

Section 12 of the framework: the panel is to "learn lessons with the purpose of reducing the numbers
of child fatalities". A recommendation is an agency's work: it is quoted with its owner, how often
it was made, carried out and shown to work, and the years in which it was made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import pandas

from pscb_lib.board.cleared_texts import LEFT_OUT, for_others
from pscb_lib.board.context import Context
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.counting import NOT_RECORDED, at_most
from pscb_lib.disclosure.paper import RESTRICTED, Fact
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.cdop_annual.measures.cohorts import completed, pooled_years
from pscb_lib.reports.cdop_annual.places import (
    EVIDENCED,
    LEARNING,
    NO_EVIDENCE,
    NOT_DONE,
    OWNERS,
    WORDINGS,
)

WORDING = {"learning_theme": NOT_RECORDED, "recommendation": "No wording in the return",
           "recommendation_owner": "no owner in the return"}
NAMELESS = "An owner named in the restricted set"
MADE, MADE_CLEARED = "recommendations", "recommendations, as cleared"


@dataclass(frozen=True)
class Recommendation:
    """One wording of one owner: how often it was made, carried out and shown to work, and when.

    ``undone_since`` is the year of the oldest that is not carried out; "" if every one is.
    """

    theme: str
    text: str
    owner: str
    made: int
    done: int
    evidenced: int
    first_made: str
    last_made: str
    undone_since: str = ""

    @property
    def undone(self) -> int:
        """How often it was made and not carried out."""
        return self.made - self.done

    @property
    def unproven(self) -> int:
        """How often it was carried out and not shown to have worked."""
        return self.done - self.evidenced


def measure_learning(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Count the five years' recommendations by theme: the three stages add up to the total."""
    made = _recommendations(deaths, period)
    themes = sorted(made["learning_theme"].unique())
    rows = []
    for column in (NOT_DONE, NO_EVIDENCE, EVIDENCED, figures.TOTAL):
        by_theme = {theme: int(made.loc[made["learning_theme"] == theme, column].sum())
                    for theme in themes}
        rows += figures.counts(LEARNING, by_theme, column=column, describes="agency")
    wordings = len(made[list(WORDING)].drop_duplicates())
    return [*rows, figures.count(*WORDINGS[:2], wordings, describes="agency"),
            at_most((LEARNING, figures.TOTAL, figures.TOTAL), WORDINGS)]


def measure_owners(deaths: pandas.DataFrame, context: Context) -> list[dict]:
    """Count what came of each owner's recommendations, for all but the public.

    A name that is not cleared is in no set.
    """
    made = _recommendations(deaths, context.period)
    owners = dict.fromkeys(made["recommendation_owner"])
    named = dict(zip(owners, for_others(context, [*owners]), strict=True))
    labels = [NAMELESS if named[owner] == LEFT_OUT else named[owner]
              for owner in made["recommendation_owner"]]
    rows = []
    for column in (NOT_DONE, NO_EVIDENCE, EVIDENCED):
        cells = Counter[tuple[str, str]]()
        for *cell, number in zip(labels, made["learning_theme"], made[column], strict=True):
            cells[cell[0], cell[1]] += int(number)
        rows += _of_owners(cells, column)
    return figures.with_readers(rows, figures.NOT_PUBLIC)


def _of_owners(cells: Mapping[tuple[str, str], int], column: str) -> list[dict]:
    """Count one stage by owner, from the counts by owner and theme."""
    by_owner = Counter[str]()
    for (owner, _), number in cells.items():
        by_owner[owner] += number
    wholes = _themes_owed(cells)
    rows = figures.counts(OWNERS, dict(sorted(by_owner.items())), column=column,
                          describes="agency", same_as=(LEARNING, figures.TOTAL, column))
    return [row | {"part_of": tuple((LEARNING, theme, column)
                                    for theme in wholes.get(row["row"], ()))} for row in rows]


def _themes_owed(cells: Mapping[tuple[str, str], int]) -> dict[str, list[str]]:
    """Return the themes whose counts are the sums of what these owners owe, by owner.

    They are those that are owed only by owners who owe nothing else; a theme of which nothing is
    owed is the sum of owners who owe nothing.
    """
    owed = [cell for cell, number in cells.items() if number]
    several = {owner for owner, number in Counter(owner for owner, _ in owed).items() if number > 1}
    mixed = {theme for owner, theme in owed if owner in several}
    owners, themes = {owner for owner, _ in owed}, {theme for _, theme in owed}
    wholes: dict[str, list[str]] = {}
    for (owner, theme), number in cells.items():
        if theme not in mixed if number else owner not in owners and theme not in themes:
            wholes.setdefault(owner, []).append(theme)
    return wholes


def list_facts(context: Context, checked: Checked) -> list[Fact]:
    """Return what the page quotes: the recommendations, which are agencies' work.

    The Board has those whose wording states no number of children, or is cleared.
    """
    made = list_recommendations(checked.frame, context)
    return [Fact(MADE, _as_plain(made), (RESTRICTED,)),
            Fact(MADE_CLEARED, _as_plain(for_others(context, made)), (RESTRICTED, "board"),
                 otherwise=[])]


def read_recommendations(facts: Mapping[str, Any]) -> list[Recommendation]:
    """Return the recommendations, as far as these readers may have them."""
    made = facts[MADE_CLEARED] if facts[MADE] is None else facts[MADE]
    return [Recommendation(**one) for one in made]


def _as_plain(made: Iterable[Recommendation]) -> list[dict[str, Any]]:
    return [asdict(one) for one in made]


def list_recommendations(deaths: pandas.DataFrame, context: Context) -> list[Recommendation]:
    """Return each wording once: what is least often carried out, then least often shown, first."""
    made, years = _recommendations(deaths, context.period), pooled_years(context.period)
    in_order = made.sort_values(["panel_completed_on", "death_id"])
    listed = [_recommendation(alike, years)
              for _, alike in in_order.groupby(list(WORDING), sort=False)]
    return sorted(listed, key=lambda one: (-one.undone, -one.unproven, one.first_made))


def _recommendation(alike: pandas.DataFrame, years: Sequence[ReportingPeriod]) -> Recommendation:
    theme, text, owner = (alike.iloc[0][name] for name in WORDING)
    titles = [next(year.title for year in years if year.start <= day <= year.end)
              for day in alike["panel_completed_on"]]
    undone = [title for title, number in zip(titles, alike[NOT_DONE], strict=True) if number]
    number, left, evidenced = (int(alike[stage].sum()) for stage in (
        figures.TOTAL, NOT_DONE, EVIDENCED))
    return Recommendation(theme, text, owner, number, number - left, evidenced, titles[0],
                          titles[-1], undone[0] if undone else "")


def _recommendations(deaths: pandas.DataFrame, period: ReportingPeriod) -> pandas.DataFrame:
    reviews = completed(deaths, *pooled_years(period))
    made, done, evidenced = (reviews[name].map(lambda number: number or 0).astype(int) for name in (
        "recommendations", "recommendations_done", "recommendations_evidenced"))
    named = {name: reviews[name].map(lambda text, blank=blank: text or blank)
             for name, blank in WORDING.items()}
    stages = {NOT_DONE: made - done, NO_EVIDENCE: done - evidenced, EVIDENCED: evidenced,
              figures.TOTAL: made}
    return reviews.assign(**named, **stages)[made > 0]
