"""The sample's figures: for each indicator twelve quarters of numerators and denominators.

An indicator's *events* are its denominator, or for a count the count itself. Quarters given in
``calibration/data_set_story.csv`` are used as they are; everything else follows
``calibration/published.csv`` and ``calibration/data_set.csv``.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from pscb_lib.framework.spellings import parse_period
from tools.samples.data_set_recipe import (
    CALIBRATION,
    Cells,
    Recipe,
    Series,
    read_recipes,
    read_rows,
)
from tools.samples.data_set_series import QUARTERS, draw_counts, split_years, take_shares

SPLIT = "illustrative: quarterly split of the published year"


@dataclass(frozen=True)
class Figures:
    """An indicator's events and numerators by quarter, and the source of its figures."""

    is_count: bool
    events: Series
    numerators: Series
    sources: dict[str, str]


def make_figures() -> dict[str, Figures]:
    """Make the quarters of every indicator; those that are denominators of others come first."""
    made = {"FD3": add_months_up()}
    for recipe in read_recipes():
        made[recipe.definition["id"]] = _figures(recipe, made)
    return made


def add_months_up() -> Figures:
    """Add the published monthly referrals up to quarters."""
    quarters = dict.fromkeys(QUARTERS, 0)
    for row in read_rows(CALIBRATION / "referrals_by_month.csv"):
        quarters[quarter_of(row["month"])] += int(row["referrals"])
    return Figures(True, quarters, quarters, {})


def quarter_of(month: str) -> str:
    """Return the quarter that contains a month such as 2014-10."""
    return next(one for one in QUARTERS if parse_period(one).contains(parse_period(month)))


def _figures(recipe: Recipe, made: dict[str, Figures]) -> Figures:
    random = Random(f"quarterly data set, {recipe.definition['id']}")
    events = _events(recipe, random, made)
    numerators = events if recipe.is_count else _numerators(recipe, random, events, made)
    if recipe.years:
        sources = {quarter: SPLIT for quarter in QUARTERS for row in recipe.years
                   if quarter.startswith(row["year"])}
    else:
        sources = {f"{row['year']} Q4": f"published: {row['source']}" for row in recipe.published}
    return Figures(recipe.is_count, events, numerators, sources)


def _events(recipe: Recipe, random: Random, made: dict[str, Figures]) -> Series:
    if same := recipe.level["events_of"]:
        return _less(recipe, made[same].events)
    counted = "numerator" if recipe.is_count else "denominator"
    pinned, model = recipe.pinned(counted), recipe.level["in_step_with"]
    like = made[model].events if model else draw_counts(random, recipe.range_of("events"), pinned)
    totals = {year["year"]: int(year[counted]) for year in recipe.years}
    return split_years(random, totals, like, recipe.number("split_spread"), pinned) or like


def _less(recipe: Recipe, of: Series) -> Series:
    """Return the events of another indicator less those that are not counted here."""
    random = Random(f"quarterly data set, {recipe.definition['id']}, less")
    fewer = draw_counts(random, recipe.range_of("less"), {})
    return {quarter: events - fewer[quarter] for quarter, events in of.items()}


def _numerators(
    recipe: Recipe, random: Random, events: Series, made: dict[str, Figures]
) -> Series:
    pinned = recipe.pinned("numerator")
    if recipe.years:
        totals = {year["year"]: _year_total(year) for year in recipe.years}
        return split_years(random, totals, events, recipe.number("share_spread"), pinned)
    of = made[recipe.level["share_of"]].events if recipe.level["share_of"] else events
    return take_shares(random, of, recipe.range_of("share"), pinned)


def _year_total(year: Cells) -> int:
    if year["numerator"]:
        return int(year["numerator"])
    return round(int(year["denominator"]) * float(year["value"]) / 100)
