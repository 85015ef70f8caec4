"""The figures behind a paper as spreadsheets: one accessible workbook, and CSV files beside it.

``tables.xlsx`` is for people, and follows the UK Government Analysis Function's guidance,
"Releasing statistics in spreadsheets" and "Making spreadsheets accessible: a brief checklist of the
basics" (its points, and the packages aftables and gptables that carry it out). Each module quotes
the rules it carries out, and ``tests/page/rendering/test_accessible_workbook.py`` proves each one
on a finished file. ``tables/*.csv`` are for programs: tidy, with plain names and unrounded numbers.
Start with :func:`write_tables`.
"""

from __future__ import annotations

from pathlib import Path

from pscb_lib.disclosure.written.workbook import ALL_FIGURES
from pscb_lib.page.rendering.paper import Paper
from pscb_lib.page.rendering.spreadsheets.all_figures import all_figures
from pscb_lib.page.rendering.spreadsheets.csv_files import write_csv, write_csv_files
from pscb_lib.page.rendering.spreadsheets.neutral import STARTERS, neutralised
from pscb_lib.page.rendering.spreadsheets.sheets import (
    FORBIDDEN,
    SHEET_NAME,
    WORKBOOK,
    sheet_names,
    tables_in,
    with_sheets,
)
from pscb_lib.page.rendering.spreadsheets.workbook import write_workbook

__all__ = ["FORBIDDEN", "SHEET_NAME", "STARTERS", "neutralised", "sheet_names", "with_sheets",
           "write_tables"]


def write_tables(paper: Paper, folder: Path) -> list[Path]:
    """Write ``tables/<id>.csv`` and ``tables.xlsx`` into *folder*; return the files written.

    ``tables/all_figures.csv`` has every figure of the set, if its notebook has them.
    """
    lines = all_figures(paper)
    return [*write_csv_files(tables_in(paper), folder / "tables"),
            *([write_csv(lines, folder / "tables" / f"{ALL_FIGURES}.csv")] if lines else []),
            write_workbook(paper, folder / WORKBOOK)]
