"""Read the files of ``pscb_lib/published/``, which ``tools/published.py`` makes."""

from __future__ import annotations

import csv
import io
import zipfile
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "published"
ARCHIVE = "children_in_need.zip"
Row = dict[str, str]


@cache
def rows_of(name: str) -> tuple[Row, ...]:
    """The rows of one file, each a text by column."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def tables_of(key: str) -> tuple[Row, ...]:
    """The yearly tables of one area: a row for each table and column, a cell for each year.

    An area without figures has no rows. *key* is an authority's code, a region or England.
    """
    with zipfile.ZipFile(FOLDER / ARCHIVE) as archive:
        if f"{key}.csv" not in archive.namelist():
            return ()
        text = archive.read(f"{key}.csv").decode("utf-8")
    return tuple(csv.DictReader(io.StringIO(text, newline="")))
