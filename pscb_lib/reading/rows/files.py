"""Read and check the files of a return, and combine them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from pscb_lib.reading.files import OpenFile, Table, read_table
from pscb_lib.reading.findings import Finding, InputError
from pscb_lib.reading.rows.examples import account_for_examples
from pscb_lib.reading.rows.identifying import refuse_identifying
from pscb_lib.reading.rows.nouns import Checked, Field, FileRule, Reason, Record, Rule
from pscb_lib.reading.rows.rows import check_rows
from pscb_lib.reading.rows.together import Shown, check_together, leave_out_rows
from pscb_lib.reading.rows.totals import account_for_totals


def nothing_left_out(record: Record) -> None:
    """Leave out no row: every valid row belongs to the report."""


def read_checked(
    file: Path | OpenFile,
    fields: Sequence[Field],
    rules: Iterable[Rule] = (),
    leave_out: Reason = nothing_left_out,
    file_rules: Iterable[FileRule] = (),
    sheet: str | None = None,
) -> Checked:
    """Read and check one file.

    The frame has a column of Python objects for each field, and ``file`` and ``row``. Cells are
    checked first, then *rules* about a row, then *file_rules* across rows. *leave_out* returns
    the reason why a valid row does not belong to this report, or None. Raises InputError if the
    file as a whole cannot be used.
    """
    required = tuple(field.name for field in fields if not field.optional)
    table = read_table(file, required, sheet, tuple(
        field.name for field in fields if field.optional))
    refuse_identifying(table, fields)
    if not (table.cells or table.is_nil):
        alone = " but the example" if table.examples else ""
        raise InputError.at(table.file, f"there are no rows{alone}",
                            "send a nil return (nil_return = yes)", row=table.header_row,
                            sheet=table.sheet or None)
    return check_table(table, fields, rules, leave_out, file_rules)


def check_table(
    table: Table,
    fields: Sequence[Field],
    rules: Iterable[Rule] = (),
    leave_out: Reason = nothing_left_out,
    file_rules: Iterable[FileRule] = (),
) -> Checked:
    """Check a table that has been read, as :func:`read_checked` checks a file."""
    refuse_identifying(table, fields)
    checked = check_together(check_rows(table, fields, rules), file_rules,
                             _show(table, fields), table.sheet or None)
    checked = account_for_totals(leave_out_rows(checked, leave_out), table, fields)
    return account_for_examples(checked, table)


def read_files(paths: Iterable[Path], read: Callable[[Path], Checked]) -> Checked:
    """Read several files of a return; a file that cannot be used becomes a finding.

    A second copy of a file (the same SHA-256) is refused. Raises InputError if no file could be
    used.
    """
    parts: list[Checked] = []
    refused: list[InputError] = []
    findings: list[Finding] = []
    for path in paths:
        try:
            parts.append(_unlike(read(path), parts))
        except InputError as fault:
            if fault.finding is None:
                raise
            refused.append(fault)
            findings.append(fault.finding)
    if refused and not parts:
        raise refused[0]
    whole = combine(parts)
    return Checked(whole.frame, (*findings, *whole.findings), whole.sources, whole.reasons)


def combine(parts: Iterable[Checked]) -> Checked:
    """Combine the checked files of one return, in the order given."""
    import pandas

    parts = list(parts)
    reasons: Counter[str] = Counter()
    for part in parts:
        reasons.update(part.reasons)
    return Checked(
        pandas.concat([part.frame for part in parts], ignore_index=True),
        tuple(finding for part in parts for finding in part.findings),
        tuple(source for part in parts for source in part.sources),
        dict(reasons),
    )


def _unlike(checked: Checked, others: Iterable[Checked]) -> Checked:
    source = checked.sources[0]
    for other in others:
        if other.sources[0].sha256 == source.sha256:
            raise InputError.at(
                source.file, f"is the same file as {other.sources[0].file} "
                f"(SHA-256 {source.sha256[:12]})", "take one of the two out")
    return checked


def _show(table: Table, fields: Sequence[Field]) -> Shown:
    hidden = {field.name for field in fields if field.identifying}

    def show(row: int, columns: Sequence[str]) -> str | None:
        if not columns or hidden & {*columns}:
            return None
        cells = table.row(row).cells
        return " and ".join(cells.get(name, "") for name in columns)

    return show
