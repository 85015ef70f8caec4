"""What ``pscb check`` prints for a program: JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import click

from pscb_lib.page.rendering.spreadsheets import neutralised
from pscb_lib.reading.findings import Finding
from pscb_lib.returns.checking import CheckedFile, exit_code, list_findings
from pscb_lib.returns.checking.mistakes import WHOLE

NAMES = ("reaction", "file", "sheet", "row", "column", "value", "rule", "remedy")
ACCOUNT = ("sha256", "read", "used", "rejected", "left_out")


def say_json(files: Sequence[CheckedFile], others: Sequence[Path]) -> None:
    """Print one object: every file with its row counts, every finding, and the exit code."""
    data = {"files": [_tell_file(one) for one in files],
            "findings": [_tell(*pair) for pair in list_findings(files)],
            "passed_over": [path.as_posix() for path in others], "exit_code": exit_code(files)}
    click.echo(json.dumps(data, indent=1))


def say_csv(files: Sequence[CheckedFile], others: Sequence[Path]) -> None:
    """Print one row for each finding, as UTF-8 with a byte order mark, so that Excel reads it."""
    print_csv(NAMES, [_tell(*pair) for pair in list_findings(files)])


def print_csv(names: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Print rows for Excel; a cell that Excel would run as a formula is made text."""
    text = io.StringIO()
    writer = csv.DictWriter(text, names, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: neutralised(cell) for name, cell in row.items()})
    click.echo(text.getvalue().encode("utf-8-sig"), nl=False)


def _tell(is_whole: bool, finding: Finding) -> dict[str, object]:
    reaction = WHOLE if is_whole else finding.reaction.value
    return {name: reaction if name == "reaction" else getattr(finding, name) for name in NAMES}


def _tell_file(one: CheckedFile) -> dict[str, object]:
    return {"file": one.name, "return": one.kind and one.kind.name,
            "period": one.context and one.context.period.label,
            "as_of": one.context and one.context.as_of.isoformat(),
            **{name: one.source and getattr(one.source, name) for name in ACCOUNT},
            "reasons": one.checked.reasons if one.checked else {}}
