"""From rows of text to a checked frame: parse every cell first, then check each whole row.

Whatever happens to a row is counted: rows read = used + rejected + left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas

from pscb_lib.cells import Parser
from pscb_lib.findings import Finding
from pscb_lib.reading import Row, Table, read_table

Record = dict[str, object]


@dataclass(frozen=True)
class Field:
    """A column a return must have, how to parse its cells, and what to say of a bad one."""

    name: str
    parse: Parser
    remedy: str = "correct the cell"
    identifying: bool = False


@dataclass(frozen=True)
class Rule:
    """A rule about a whole row: the fields it touches, when it is broken, and what to do."""

    fields: tuple[str, ...]
    says: str
    remedy: str
    broken: Callable[[Record], bool]


@dataclass(frozen=True)
class Source:
    """One file that was read, its SHA-256 and what became of its rows."""

    file: str
    sha256: str
    read: int
    used: int
    rejected: int
    left_out: int


@dataclass(frozen=True)
class Checked:
    """A return after checking: a frame of the rows used, and an account of all the others."""

    frame: pandas.DataFrame
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]
    reasons: dict[str, int]

    @property
    def rows(self) -> dict[str, int]:
        """Rows read, used, rejected and left out, over all files."""
        names = ("read", "used", "rejected", "left_out")
        return {name: sum(getattr(source, name) for source in self.sources) for name in names}


def read_checked(
    path: Path,
    fields: tuple[Field, ...],
    rules: Iterable[Rule] = (),
    leave_out: Callable[[Record], str | None] = lambda record: None,
) -> Checked:
    """Read and check one file.

    ``frame`` has a column for each field, holding Python objects, and ``file`` and ``row``.
    *leave_out* gives the reason why a sound row does not belong to this report, or None.
    Raises InputError where the file as a whole cannot be used.
    """
    table = read_table(path, tuple(field.name for field in fields))
    used, findings, reasons, rejected = [], [], {}, 0
    for row in table.rows:
        record, found = check_row(table, row, fields, rules)
        findings += found
        if found:
            rejected += 1
        elif reason := leave_out(record):
            reasons[reason] = reasons.get(reason, 0) + 1
        else:
            used.append(record)
    columns = [*(field.name for field in fields), "file", "row"]
    frame = pandas.DataFrame(used, columns=columns, dtype=object)
    source = Source(table.file, table.sha256, len(table.rows), len(used), rejected,
                    sum(reasons.values()))
    return Checked(frame, tuple(findings), (source,), reasons)


def check_row(
    table: Table, row: Row, fields: tuple[Field, ...], rules: Iterable[Rule]
) -> tuple[Record, list[Finding]]:
    """Parse each cell of *row*, then apply the *rules*; findings are empty for a sound row."""
    record: Record = {"file": table.file, "row": row.number}
    findings = []
    for field in fields:
        cell = row.cells[field.name]
        try:
            record[field.name] = field.parse(cell)
        except ValueError as fault:
            value = None if field.identifying else cell
            findings.append(Finding(table.file, str(fault), field.remedy, row.number,
                                    field.name, value))
    if findings:
        return record, findings
    hidden = {field.name for field in fields if field.identifying}
    return record, [_broken(table.file, row, rule, hidden) for rule in rules if rule.broken(record)]


def _broken(file: str, row: Row, rule: Rule, hidden: set[str]) -> Finding:
    shown = [row.cells[name] for name in rule.fields if name not in hidden]
    value = " and ".join(shown) if len(shown) == len(rule.fields) else None
    return Finding(file, rule.says, rule.remedy, row.number, " and ".join(rule.fields), value)


def combine(parts: Iterable[Checked]) -> Checked:
    """Put the checked files of one return together, in the order given."""
    parts = list(parts)
    reasons: dict[str, int] = {}
    for part in parts:
        for reason, count in part.reasons.items():
            reasons[reason] = reasons.get(reason, 0) + count
    return Checked(
        pandas.concat([part.frame for part in parts], ignore_index=True),
        tuple(finding for part in parts for finding in part.findings),
        tuple(source for part in parts for source in part.sources),
        reasons,
    )
