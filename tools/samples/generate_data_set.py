"""Write the sample data set: one return for each agency, the same bytes every time.

Run by ``python -m tools.samples.generate_data_set``. Monthly referrals are the figures the
Department for Education publishes. In every other row the ``source`` column says that it is
illustrative, or which published day it repeats. The days of sending are invented.
"""

from __future__ import annotations

import csv
from collections.abc import Container, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from pscb_lib.board.agencies import Alias, read_agencies
from pscb_lib.framework.spellings import parse_period
from pscb_lib.framework.workdays import is_working_day
from tools.samples.data_set_figures import Figures, make_figures, quarter_of
from tools.samples.data_set_recipe import CALIBRATION, PROJECT, Cells, read_rows

FOLDER = Path(__file__).parents[2] / "pscb_lib" / "samples" / "data_set"
COLUMNS = ("agency", "indicator", "period", "numerator", "denominator", "actual", "status",
           "submitted_on", "submitted_by", "source", "note")
SENT_AFTER = timedelta(days=20)
SENDS_PERCENTAGES = ("NHS", "Schools")
RECIPES = "tools/samples/calibration/data_set.csv"
PUBLISHED_MONTHS = ("published: Department for Education, Characteristics of children in need, "
                    "table C6")


def main(folder: Path = FOLDER) -> None:
    """Write every agency's return to *folder*."""
    definitions = read_rows(PROJECT / "params" / "indicators.csv")
    order = list(dict.fromkeys(row["id"] for row in definitions))
    rows = [*quarterly_rows(definitions), *monthly_rows(definitions),
            *read_rows(CALIBRATION / "data_set_first_sent.csv")]
    rows.sort(key=lambda row: (_place(order, row["indicator"]), row["period"], row["submitted_on"]))
    names = read_agencies(PROJECT / "params" / "agencies.csv")
    folder.mkdir(parents=True, exist_ok=True)
    for agency in dict.fromkeys(row["agency"] for row in definitions):
        write(folder / f"{slug(agency)}.csv",
              [row | {"agency": called(agency, row["submitted_on"], names)}
               for row in rows if row["agency"] == agency])


def quarterly_rows(definitions: list[Cells]) -> Iterator[Cells]:
    """Return a row for each quarter in which an indicator is defined, except referrals."""
    figures = make_figures()
    see_that_each_has_a_recipe(definitions, figures)
    story = {(row["indicator"], row["period"]): row
             for row in read_rows(CALIBRATION / "data_set_story.csv")}
    for definition in definitions:
        name = definition["id"]
        for quarter in figures[name].events if name != "FD3" else ():
            if definition["valid_from"] <= quarter[:7] <= (definition["valid_to"] or quarter):
                told = story.get((name, quarter), {})
                yield _row(definition, quarter, figures[name], told)


def see_that_each_has_a_recipe(definitions: list[Cells], made: Container[str]) -> None:
    """Stop with one line that names the indicators without a row in the table of recipes."""
    missing = dict.fromkeys(row["id"] for row in definitions if row["id"] not in made)
    if missing:
        raise SystemExit(f"{RECIPES} has no row for {', '.join(missing)}: add one with the level "
                         "to draw around, then run python -m tools.samples.generate_data_set")


def monthly_rows(definitions: list[Cells]) -> Iterator[Cells]:
    """Return the published referrals of each month, sent with the quarter's return."""
    agency = next(row["agency"] for row in definitions if row["id"] == "FD3")
    for row in read_rows(CALIBRATION / "referrals_by_month.csv"):
        yield {"agency": agency, "indicator": "FD3", "period": row["month"],
               "numerator": row["referrals"], "submitted_on": sent_on(quarter_of(row["month"])),
               "submitted_by": "Performance Officer", "source": PUBLISHED_MONTHS,
               "note": "the day of sending is illustrative"}


def _row(definition: Cells, quarter: str, figures: Figures, told: Cells) -> Cells:
    numerator, denominator = figures.numerators[quarter], figures.events[quarter]
    status = told.get("status") or ("" if denominator or figures.is_count else "no cases")
    sends = any(part in definition["agency"] for part in SENDS_PERCENTAGES)
    percentage = sends and not figures.is_count and not status
    return {
        "agency": definition["agency"], "indicator": definition["id"], "period": quarter,
        "numerator": "" if status else numerator,
        "denominator": "" if status or figures.is_count else denominator,
        "actual": f"{100 * numerator / denominator:.1f}" if percentage else "",
        "status": status,
        "submitted_on": told.get("submitted_on") or sent_on(quarter),
        "submitted_by": "Performance Officer",
        "source": figures.sources.get(quarter, "illustrative"),
        "note": told.get("note", ""),
    }


def called(agency: str, on: str, names: Sequence[Alias]) -> str:
    """Return the name that an agency had on a day: its own, or an earlier one."""
    day = date.fromisoformat(on)
    had = [one.alias for one in names
           if one.name == agency and one.valid_from <= day <= one.valid_to]
    return agency if agency in had else had[0]


def sent_on(quarter: str) -> str:
    """Return the day twenty days after the quarter's end, or the next working day."""
    sent = parse_period(quarter).end + SENT_AFTER
    while not is_working_day(sent):
        sent += timedelta(days=1)
    return sent.isoformat()


def slug(agency: str) -> str:
    """Return an agency's name as a file name: lower-case letters and hyphens."""
    kept = "".join(letter for letter in agency.lower() if letter.isalnum() or letter in " -")
    return kept.replace(" ", "-")


def write(path: Path, rows: list[Cells], columns: Sequence[str] = COLUMNS) -> None:
    """Write one return as UTF-8 CSV with plain line ends."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _place(order: list[str], indicator: str) -> int:
    return order.index(indicator) if indicator in order else len(order)


if __name__ == "__main__":
    main()
