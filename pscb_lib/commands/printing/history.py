"""What ``pscb accept`` and ``pscb history`` print."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from pscb_lib.commands.printing.check import say_rows
from pscb_lib.commands.printing.columns import lay_out
from pscb_lib.framework.english import count_of
from pscb_lib.page.rendering.spreadsheets import neutralised
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.checking.mistakes import plain
from pscb_lib.returns.history import Accepted

HEADINGS = ("Received", "From", "Return", "About", "Rows", "File")
WIDE, FEW = 120, 3


def say_accepted(outcome: Accepted | InputError) -> str:
    """Return one line: the return accepted and its row counts, or why it is refused."""
    if isinstance(outcome, InputError):
        return plain(f"pscb: {outcome}")
    again = "; replaces an earlier return" if outcome.supersedes else ""
    return plain(f"{outcome.named}: accepted as {outcome.kind}{_about(outcome, ', ')} from "
                 f"{outcome.sender}{again}. {_say_rows(outcome)}")


def say_history(lines: Sequence[Accepted], form: str) -> Iterator[str]:
    """Yield the lines of the ledger as a table, as JSON or as CSV."""
    if form == "json":
        yield json.dumps([_tell(one) for one in lines], indent=1)
    elif form == "csv":
        yield from _as_csv(lines)
    elif lines:
        width = shutil.get_terminal_size((WIDE, 24)).columns
        yield from map(plain, lay_out(HEADINGS, [_cells(one) for one in lines], width))
    else:
        yield "No return has been accepted."


def _cells(one: Accepted) -> tuple[str, ...]:
    unused = one.read - one.used
    rows = f"{one.read:,}" + (f", {unused:,} unused" if unused else "")
    again = ", sent again" if one.supersedes else ""
    return (f"{one.received_on:%d/%m/%Y}", one.sender, one.kind, _about(one) + again, rows,
            one.named)


def _about(one: Accepted, before: str = "") -> str:
    """Return the periods it covers; of many, only the first and the last."""
    if len(one.periods) > FEW:
        return f"{before}{one.periods[0]} to {one.periods[-1]}"
    return before + ", ".join(one.periods) if one.periods else ""


def _say_rows(one: Accepted) -> str:
    rows = say_rows((one.read, one.used, one.rejected, one.left_out))
    if not one.rejected:
        return rows
    verb = "is" if one.rejected == 1 else "are"
    return (f"{rows}; {count_of(one.rejected, 'row')} {verb} not used until sent again, see "
            "pscb check")


def _tell(one: Accepted) -> dict[str, object]:
    return {**asdict(one), "received_on": one.received_on.isoformat()}


def _as_csv(lines: Sequence[Accepted]) -> Iterator[str]:
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(Accepted.__dataclass_fields__)
    for one in lines:
        writer.writerow(neutralised("; ".join(cell) if isinstance(cell, tuple) else cell)
                        for cell in _tell(one).values())
    yield written.getvalue().removesuffix("\n")
