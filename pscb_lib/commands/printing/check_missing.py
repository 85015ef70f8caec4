"""What ``pscb check --missing`` prints: the records of each team that are not complete yet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

import click

from pscb_lib.commands.options import console_width
from pscb_lib.commands.printing.check import print_lines
from pscb_lib.commands.printing.check_data import print_csv
from pscb_lib.commands.printing.columns import lay_out
from pscb_lib.framework.english import count_of
from pscb_lib.returns.checking import CheckedFile
from pscb_lib.returns.checking.missing import Missing, list_missing, missing_code
from pscb_lib.returns.checking.mistakes import plain

HEADINGS = ("Row", "Record", "What is awaited", "Column")


def say_missing_text(files: Sequence[CheckedFile]) -> None:
    """Print a list for each team and file, then the number of records, and what was not checked."""
    print_lines([*_say_teams(list_missing(files)), *_say_whole(files)])


def say_missing_json(files: Sequence[CheckedFile]) -> None:
    """Print one object: what is missing, the files that are not used, and the exit code."""
    data = {"missing": [asdict(one) for one in list_missing(files)],
            "not_used": [one.name for one in files if _is_unused(one)],
            "exit_code": missing_code(files)}
    click.echo(json.dumps(data, indent=1))


def say_missing_csv(files: Sequence[CheckedFile]) -> None:
    """Print one row for each missing value, for Excel."""
    print_csv(tuple(Missing.__dataclass_fields__), [asdict(one) for one in list_missing(files)])


def _say_teams(missing: Sequence[Missing]) -> Iterator[str]:
    for team, own in groupby(missing, key=lambda one: one.team):
        yield from (plain(team), "=" * len(team))
        for file, group in groupby(own, key=lambda one: one.file):
            yield plain(file)
            rows = [tuple(map(plain, (f"{one.row}", one.record, one.awaited, one.column)))
                    for one in group]
            yield from (f"  {line}" for line in lay_out(HEADINGS, rows, console_width() - 2))
            yield ""


def _say_whole(files: Sequence[CheckedFile]) -> Iterator[str]:
    missing = list_missing(files)
    records = len({(one.file, one.row) for one in missing})
    yield (f"{count_of(records, 'record').capitalize()} in {count_of(len(files), 'file')} "
           f"{'awaits' if records == 1 else 'await'} a date or an outcome."
           if missing else "Every record is complete.")
    unused = [one.name for one in files if _is_unused(one)]
    rejected = sum(one.source.rejected for one in files if one.source and not _is_unused(one))
    if unused or rejected:
        yield plain(f"Not checked: {count_of(len(unused), 'file')} and "
                    f"{count_of(rejected, 'row')} that cannot be used; see pscb check")


def _is_unused(one: CheckedFile) -> bool:
    return one.checked is None or one.refused is not None
