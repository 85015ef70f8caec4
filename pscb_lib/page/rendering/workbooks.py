"""Helpers for all workbooks: the page setup, and the error if a file cannot be written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from xlsxwriter.exceptions import FileCreateError

from pscb_lib.reading.findings import InputError

A4 = 9  # the code of this paper size in a workbook


def print_wide(sheet: Any) -> None:
    """Set a sheet to print in landscape on A4, with all columns on one page."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Make the folder of *path*. Raises InputError if the file cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except (OSError, FileCreateError):
        raise InputError.at(path.name, "cannot be written",
                            "close it in other programs and see who may write there") from None
