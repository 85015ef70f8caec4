"""Read the ledger as it was on a day, and check every line and the order of the lines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.board.ledger.corrections import corrected
from pscb_lib.board.ledger.lines import FIELDS, RULES, Line, Subject, line_of
from pscb_lib.board.ledger.order import refusal
from pscb_lib.reading.findings import InputError

NAME = "ledger.csv"


def read_ledger(params: Path, as_of: date) -> tuple[Line, ...]:
    """Read the lines of ``params/ledger.csv`` dated *as_of* or earlier, as corrected by then.

    Raises InputError at the first line, of any day, that is invalid or out of order.
    """
    return corrected(line for line in read_lines(params / NAME) if line.on <= as_of)


def read_lines(ledger: Path) -> list[Line]:
    """Read every line of a ledger as it was written, and check it as :func:`read_ledger` does.

    A ledger starts empty: a file without content, or with its heading alone, has no line.
    """
    if ledger.is_file() and not ledger.stat().st_size:
        return []  # the first line is written under a heading
    history: dict[Subject, list[Line]] = {}
    lines = []
    for record in read_register(ledger, FIELDS, RULES, is_record=True):
        line = line_of(record)
        earlier = history.setdefault(line.subject, [])
        check_order(earlier, line, row=record["row"])
        earlier.append(line)
        lines.append(line)
    return lines


def check_order(earlier: Iterable[Line], line: Line, row: int | None = None) -> None:
    """Raise InputError if *line* may not follow the *earlier* lines of its subject."""
    if refused := refusal(list(earlier), line):
        rule, remedy = refused
        what = ", ".join(filter(None, line.subject))
        raise InputError.at(NAME, f"{what} {rule}", remedy, row=row)


REGISTER = Register(NAME, lambda path: read_ledger(path.parent, date.max), "The Board's ledger",
                    FIELDS, RULES, may_be_missing=True, is_record=True,
                    used_by="every paper's matters arising, audit_programme, pscb ledger")
