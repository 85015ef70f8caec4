"""Write the sample commentary: one return for each lead, the same bytes every time.

Run by ``python -m tools.samples.generate_commentary``. The texts are in
``calibration/commentary.csv``, all invented and marked so in each row; their figures are those of
the sample data set, except one that was sent again after it was written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.samples.data_set_figures import Figures, make_figures
from tools.samples.data_set_recipe import CALIBRATION, PROJECT, Cells, read_rows
from tools.samples.generate_data_set import slug, write

FOLDER = Path(__file__).parents[2] / "pscb_lib" / "samples" / "commentary"
QUARTER = "2014-15 Q3"
COLUMNS = ("lead", "indicator", "period", "numerator", "denominator", "what_happened",
           "what_is_being_done", "by_when", "cleared_for", "cleared_by", "cleared_on", "source",
           "note")


def main(folder: Path = FOLDER) -> None:
    """Write every lead's return to *folder*."""
    rows = [*commentary_rows()]
    folder.mkdir(parents=True, exist_ok=True)
    for lead in dict.fromkeys(row["lead"] for row in rows):
        write(folder / f"{slug(lead)}.csv", [row for row in rows if row["lead"] == lead], COLUMNS)


def commentary_rows() -> Iterator[Cells]:
    """Return each commentary with its lead and the figure it is about."""
    definitions = {row["id"]: row for row in read_rows(PROJECT / "params" / "indicators.csv")}
    stories = {(row["indicator"], row["period"]): row
               for row in read_rows(CALIBRATION / "data_set_story.csv")}
    figures = make_figures()
    for given in read_rows(CALIBRATION / "commentary.csv"):
        name = given["indicator"]
        is_absent = stories[name, QUARTER]["status"]
        counts = {} if given["numerator"] or is_absent else _counts(figures[name])
        yield {"lead": definitions[name]["lead"], "period": QUARTER, "source": "illustrative",
               **given, **counts}


def _counts(figures: Figures) -> Mapping[str, object]:
    numerator = figures.numerators[QUARTER]
    return {"numerator": numerator,
            "denominator": "" if figures.is_count else figures.events[QUARTER]}


if __name__ == "__main__":
    main()
