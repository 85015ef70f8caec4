"""Helpers for all workbooks: the page setup, and a file that is written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from pscb_lib.writing.whole import refusing, whole

A4 = 9  # the code of this paper size in a workbook


def print_wide(sheet: Any) -> None:
    """Set a sheet to print in landscape on A4, with all columns on one page."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


@contextmanager
def new_workbook(path: Path, options: dict[str, Any] | None = None
                 ) -> Iterator[xlsxwriter.Workbook]:
    """Yield a workbook that is at *path*, whole, when the block ends well; make its folder.

    Raises InputError if it cannot be written.
    """
    with refusing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as beside:
            try:
                with xlsxwriter.Workbook(str(beside), options) as book:
                    yield book
            except FileCreateError as fault:
                raise fault.args[0] from None
