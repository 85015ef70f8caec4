"""Write records to files as they are made, one by one, so that memory does not grow."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from tools.synthetic import ssda903
from tools.synthetic.annex_a import annex_a_rows
from tools.synthetic.annex_a_headings import LISTS
from tools.synthetic.census import TAIL, THIS_YEAR, YEAR_BEFORE, write_child, write_head
from tools.synthetic.data_set import AGENCIES, COLUMNS, data_set_rows
from tools.synthetic.figures import Counts, count_events, count_open
from tools.synthetic.lives import Life
from tools.synthetic.local_returns import (
    DEATH_COLUMNS,
    DEATHS,
    MISSING_COLUMNS,
    death_row,
    missing_file,
    missing_rows,
)
from tools.synthetic.span import Span


def tables(span: Span) -> dict[str, tuple[str, ...]]:
    """Return the csv files and their columns, except the lists of Annex A."""
    return {
        **ssda903.COLUMNS,
        **{missing_file(half.label): MISSING_COLUMNS for half in span.halves},
        DEATHS: DEATH_COLUMNS,
        **dict.fromkeys(AGENCIES, COLUMNS),
    }


def write_lives(lives: Iterable[Life], folder: Path, lists: Path, span: Span) -> None:
    """Write every file of the sample to *folder*, the lists of Annex A as csv to *lists*."""
    out_of: Counts = Counter()
    counted: Counts = Counter()
    ends = {quarter.label: quarter.end for quarter in span.quarters}
    with (open_tables(folder, tables(span)) as files, open_tables(
            lists, {f"{name}.csv": headings for name, headings in LISTS.items()}) as annex,
          _open_census(folder, span) as censuses):
        missing: Counter[str] = Counter()
        for life in lives:
            for name, row in ssda903.ssda903_rows(life, span):
                files[name].writerow(row)
            for name, row in annex_a_rows(life, span):
                annex[f"{name}.csv"].writerow(row)
            for file, year in censuses:
                write_child(file, life, year)
            for name, cells in missing_rows(life, span, missing):
                files[name].writerow([cells.get(column, "") for column in MISSING_COLUMNS])
            _write_death(files, life, missing, span)
            count_events(life, out_of, counted)
            for quarter, end in ends.items():
                count_open(life, quarter, end, out_of, counted)
        for name, row in data_set_rows(span, out_of, counted):
            files[name].writerow(row)


def _write_death(files: dict, life: Life, numbers: Counter[str], span: Span) -> None:
    if life.died_on:
        numbers[DEATHS] += 1
        cells = death_row(life, numbers[DEATHS], span.ends)
        files[DEATHS].writerow([cells.get(column, "") for column in DEATH_COLUMNS])


@contextmanager
def open_tables(folder: Path, columns: dict[str, tuple[str, ...]]) -> Iterator[dict]:
    """Open a csv writer for each file, with its header written."""
    with ExitStack() as stack:
        writers = {}
        for name, header in columns.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            writers[name] = csv.writer(stack.enter_context(
                (folder / name).open("w", encoding="utf-8", newline="")), lineterminator="\n")
            writers[name].writerow(header)
        yield writers


@contextmanager
def _open_census(folder: Path, span: Span) -> Iterator[list[tuple[TextIO, object]]]:
    with ExitStack() as stack:
        censuses = []
        for name, year in ((THIS_YEAR, span.year), (YEAR_BEFORE, span.before)):
            file = stack.enter_context(
                (folder / name).open("w", encoding="utf-8", newline="\n"))
            write_head(file, year)
            censuses.append((file, year))
        yield censuses
        for file, _ in censuses:
            file.write(TAIL)
