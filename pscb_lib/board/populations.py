"""Residents aged 0 to 17 of each area, by mid-year estimate: ``params/populations.csv``.

A rate of a financial year divides by the estimate for 30 June of that year. The Office for
National Statistics publishes it in the June after, so the papers of a year divide by the estimate
of the year before: their denominator is provisional. ``published_on`` is the day on which an
estimate for that year first came out; ``edition`` is the release that the number was taken from,
which may be a later one (estimates are rebased after a census). Registers of release 0.1.0 have
neither: their estimates count as published at the end of the June after.

The estimates that come with the suite (:mod:`pscb_lib.board.published`) are used for the years of
which the file has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pscb_lib.board.context import Context
from pscb_lib.board.decisions import Register, read_register
from pscb_lib.board.editions import Edition, edition, first_edition, is_before_its_first
from pscb_lib.board.published.authorities import key_of
from pscb_lib.board.published.files import rows_of
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, Rule

FILE = "populations.csv"
OLDEST = 2  # years before its own that an estimate stands in for; older ones are out of date
_any = cells.optional(cells.text)
FIELDS = (
    Field("year", cells.whole_number, meaning="the year in whose middle the residents were "
          "estimated"),
    Field("area", cells.text, meaning="the authority, as the setting area names it"),
    Field("code", _any, optional=True, meaning="its code at the Office for National Statistics; on "
          "no page"),
    Field("population_0_17", cells.whole_number, meaning="residents aged 0 to 17"),
    Field("published_on", cells.optional(cells.day), optional=True, meaning="the day on which an "
          "estimate for that year first came out: earlier papers do not use it"),
    Field("edition", cells.optional(edition), optional=True, meaning="the release from which the "
          "number is taken, with its month"),
    Field("source", _any, optional=True, meaning="who published it, and the licence"),
)
RULES = (
    Rule(("year", "published_on"), "an estimate cannot be published before the middle of its year",
         "correct the year or the day",
         lambda row: bool(row["published_on"]) and row["published_on"] <= date(row["year"], 6, 30)),
    Rule(("published_on", "edition"), "the edition is from before the first publication",
         "correct one of the two", is_before_its_first),
)


@dataclass(frozen=True)
class Estimate:
    """The residents aged 0 to 17 of an area in the middle of a year, as one edition has them."""

    mid_year: int
    residents: int
    published_on: date
    edition: Edition

    def is_later_edition(self, as_of: date) -> bool:
        """Whether the number is from a later release than any known on the day *as_of*."""
        return self.edition.is_later(self.published_on, as_of)


def read_estimates(path: Path, area: str) -> list[Estimate]:
    """Read the estimates of *area* in all editions, the oldest year and edition first."""
    own = [_estimate(row) for row in read_register(path, FIELDS, RULES) if row["area"] == area]
    years = {one.mid_year for one in own}
    found = [*own, *(one for one in _published(area) if one.mid_year not in years)]
    return sorted(found, key=lambda one: (one.mid_year, one.edition.month))


@cache
def _published(area: str) -> tuple[Estimate, ...]:
    key = key_of(area)
    return tuple(Estimate(int(row["year"]), int(row["population_0_17"]),
                          date.fromisoformat(row["published_on"]), edition(row["edition"]))
                 for row in rows_of(FILE) if row["area"] == key)


def _estimate(row: Record) -> Estimate:
    published_on = row["published_on"] or date(row["year"] + 1, 6, 30)
    return Estimate(row["year"], row["population_0_17"], published_on,
                    row["edition"] or first_edition(published_on))


def read_populations(path: Path, area: str) -> dict[int, int]:
    """Residents of *area* by the year of the estimate, as the latest edition has them."""
    return {one.mid_year: one.residents for one in read_estimates(path, area)}


def known_estimates(context: Context, area: str, as_of: date | None = None
                    ) -> dict[int, Estimate]:
    """The estimate to divide by in each financial year, by the year in which it starts.

    It is the latest one published by *as_of* (if not given: the report's day), in the latest
    edition that the setting ``later_editions`` allows.
    """
    day, may_be_later = as_of or context.as_of, context.settings.later_editions
    known = {one.mid_year: one for one in read_estimates(context.params / FILE, area)
             if one.published_on <= day and (may_be_later or not one.is_later_edition(day))}
    return {mid_year + since: known[mid_year] for since in reversed(range(OLDEST + 1))
            for mid_year in sorted(known)}


def known_populations(context: Context, area: str, as_of: date | None = None) -> dict[int, int]:
    """Residents of *area* to divide by in each financial year, see :func:`known_estimates`."""
    return {year: one.residents for year, one in known_estimates(context, area, as_of).items()}


REGISTER = Register(
    FILE, lambda path: read_estimates(path, area=""), "Residents aged 0 to 17", FIELDS, RULES,
    key=("year", "area", "edition"), used_by="quarterly_data_set, cdop_annual, method: every rate "
    "for residents", example={
        "year": "2013", "area": "Peterborough", "code": "E06000031", "population_0_17": "46552",
        "published_on": "2014-06-26", "edition": "release of June 2014",
        "source": "Office for National Statistics; Open Government Licence v3.0"})
