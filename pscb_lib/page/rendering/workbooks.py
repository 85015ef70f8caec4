"""What all workbooks written here have in common: how they print, and one line if they fail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from xlsxwriter.exceptions import FileCreateError

from pscb_lib.reading.findings import InputError

A4 = 9  # the number by which a workbook names the paper


def print_wide(sheet: Any) -> None:
    """Print a sheet on its side on A4, all columns on one page."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Make the folder of *path*; InputError, one line, where the file cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except (OSError, FileCreateError):
        raise InputError.at(path.name, "cannot be written",
                            "close it in other programs and see who may write there") from None
