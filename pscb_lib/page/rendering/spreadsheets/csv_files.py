"""A CSV file for each table, chart and sheet of a paper: for programs, unrounded, in UTF-8."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pscb_lib.framework.pounds import read_pounds
from pscb_lib.page.rendering.spreadsheets.neutral import Value, neutralised
from pscb_lib.writing.whole import draft_bytes


def write_csv_files(tables: Iterable[dict[str, Any]], folder: Path) -> list[Path]:
    """Write ``<id>.csv`` for each of *tables* into *folder*; return the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    return [write_csv([block["data"]["columns"], *block["data"]["rows"]],
                      folder / f"{block['id']}.csv") for block in tables]


def write_csv(lines: Iterable[Sequence[Value]], path: Path) -> Path:
    """Write *lines* as a CSV file that Excel opens with its letters, and that runs nothing."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(map(_plain, line) for line in lines)
    draft_bytes(path, text.getvalue().encode("utf-8-sig"))
    return path


def _plain(value: Value) -> Value:
    """An amount of money as a number, which a program can add up; text that runs nothing."""
    amount = read_pounds(value)
    return neutralised(value) if amount is None else amount
