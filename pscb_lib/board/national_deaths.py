"""England's published figures of child death reviews: ``params/cdop_national.csv``.

``published_on`` is the day on which a year's figure first came out, ``edition`` the release that
the numbers were taken from.
"""

from __future__ import annotations

from pathlib import Path

from pscb_lib.board.context import Context
from pscb_lib.board.decisions import Register, read_register
from pscb_lib.board.editions import edition, first_edition, is_before_its_first
from pscb_lib.board.period_cells import a_year
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, Rule

FILE = "cdop_national.csv"
FIELDS = (
    Field("year", a_year, meaning="the financial year of the reviews"),
    Field("group", cells.text, meaning="which reviews: all of them, or a category of death"),
    Field("reviews", cells.optional(cells.whole_number), meaning="deaths reviewed in England"),
    Field("modifiable", cells.optional(cells.whole_number), meaning="reviews that found "
          "modifiable factors"),
    Field("percent_modifiable", cells.whole_number, meaning="their percentage as published"),
    Field("published_on", cells.day, meaning="the day on which the year's figure first came out: "
          "earlier papers do not use it"),
    Field("edition", cells.optional(edition), optional=True, meaning="the release from which the "
          "numbers are taken, with its month"),
    Field("source", cells.text, meaning="who published it, and the licence"),
)
RULES = (
    Rule(("year", "published_on"), "a year's figure cannot be published before the year ends",
         "correct the year or the day",
         lambda row: row["published_on"] <= row["year"].end),
    Rule(("published_on", "edition"), "the edition is from before the first publication",
         "correct one of the two", is_before_its_first),
)


def read_national(path: Path) -> tuple[Record, ...]:
    """Read every figure in every edition. Raises InputError at the first row that is wrong."""
    return tuple(row | {"edition": row["edition"] or first_edition(row["published_on"])}
                 for row in read_register(path, FIELDS, RULES))


def known_national(context: Context) -> list[Record]:
    """The figures published by the report's day, of its year and earlier, in the order of the file.

    Each is of the latest edition that was out by then.
    """
    day = context.as_of
    known = [row for row in read_national(context.params / FILE)
             if row["published_on"] <= day and row["year"] <= context.period
             and not row["edition"].is_later(row["published_on"], day)]
    latest = {(row["year"], row["group"]): row
              for row in sorted(known, key=lambda row: row["edition"].month)}
    return [row for row in known if row is latest[row["year"], row["group"]]]


REGISTER = Register(
    FILE, read_national, "England's published child death reviews", FIELDS, RULES,
    key=("year", "group", "edition"), used_by="cdop_annual", example={
        "year": "2011-12", "group": "All reviews", "reviews": "4012", "modifiable": "784",
        "percent_modifiable": "20", "published_on": "2012-07-24",
        "edition": "OSR14/2012 of July 2012",
        "source": "Department for Education; Open Government Licence v3.0"})
