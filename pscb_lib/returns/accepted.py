"""The accepted returns among the files that a return is read from.

The latest accepted one is used, and nothing received after the day of the report. What "the
same" is depends on the return:

- a register or log (actions, audits, deaths, the planner) is one whole file: the last accepted
  takes the place of all others, and of the file in the folder;
- missing episodes: the same for each half-year;
- section 11: for each agency and round; commentary: for each indicator and quarter;
- the quarterly data set: for each figure, of one agency, indicator and period. What it was
  before stays in the frame, so that the report can say what was revised.

A file in the folder whose bytes have been accepted is that return, and is not read twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pscb_lib.board.context import Context
from pscb_lib.reading.files.content import read_content
from pscb_lib.reading.findings import InputError, Reaction
from pscb_lib.reading.rows import Checked, Record, leave_out_rows, read_files
from pscb_lib.returns.history import Accepted, known_on, read_ledger, stored_at
from pscb_lib.returns.kinds import Return

Read = Callable[[Path], Checked]
Kept = Mapping[Path, Accepted]  # accepted returns by where they lie, in order of receipt
SENT_AGAIN = "sent again in a later return"


def choose_files(kind: Return, loose: Sequence[Path], context: Context,
                 period: str | None = None) -> tuple[list[Path], Kept]:
    """The files to read, the accepted returns of a kind (and *period*) behind the others.

    Raises InputError where an accepted one is gone or was altered, or where all that lies in
    the folder was received after the report's day.
    """
    ledger = read_ledger(context.returns)
    kept = {stored_at(context.returns, one): one for one in known_on(ledger, context.as_of)
            if one.kind == kind.name and period in (None, *one.periods)}
    listed = {one.sha256 for one in ledger}
    lying = [path for path in loose if path.exists()]
    free = [path for path in lying if not listed or read_content(path).sha256 not in listed]
    if lying and not (free or kept):
        raise InputError.at(lying[0].name, "was received after the day of the report",
                            "choose a later as_of")
    return [*free, *kept] or [*loose], kept


def read_latest(kind: Return, path: Path, context: Context) -> Checked:
    """Read a return of which each file is the whole: the last accepted one, else *path*."""
    paths, kept = choose_files(kind, [path], context)
    return as_sent(kind.reader(context), kept)(paths[-1])


def read_by(kind: Return, loose: Sequence[Path], context: Context) -> Checked:
    """Read the *loose* files and the accepted returns behind them, as far as there are any.

    Of rows with one key of the kind those of the last accepted return stay.
    """
    paths, kept = choose_files(kind, loose, context)
    checked = read_files(paths, as_sent(kind.reader(context), kept))
    accepted, last = {line.named for line in kept.values()}, {}
    for *place, file in checked.records.tuples(*kind.key, "file"):
        if file in accepted:
            last[tuple(place)] = file

    def reason(record: Record) -> str | None:
        place = tuple(record[name] for name in kind.key)
        return SENT_AGAIN if last.get(place) not in (None, record["file"]) else None

    return leave_out_rows(checked, reason)


def as_sent(read: Read, kept: Kept) -> Read:
    """*read*, with every accepted return under its name as sent.

    Of one that a later one covers whole, the rejected rows were mended or given up: they are
    left out.
    """
    lines = list(kept.values())

    def read_one(path: Path) -> Checked:
        if path not in kept:
            return read(path)
        line = kept[path]
        try:
            checked = _named(read(path), line.named)
        except InputError as fault:
            if fault.finding is None:
                raise
            raise InputError.of(replace(fault.finding, file=line.named)) from None
        later = lines[lines.index(line) + 1:]
        return _mended(checked) if any(one.covers(line) for one in later) else checked

    return read_one


def _named(checked: Checked, name: str) -> Checked:
    return replace(
        checked, frame=checked.frame.assign(file=name),
        findings=tuple(replace(one, file=name) for one in checked.findings),
        sources=tuple(replace(one, file=name) for one in checked.sources))


def _mended(checked: Checked) -> Checked:
    rejected = checked.rows["rejected"]
    reasons = {**checked.reasons, SENT_AGAIN: rejected} if rejected else checked.reasons
    return replace(
        checked, reasons=reasons,
        findings=tuple(one for one in checked.findings if one.reaction is not Reaction.REJECTED),
        sources=tuple(replace(one, rejected=0, left_out=one.left_out + one.rejected)
                      for one in checked.sources))
