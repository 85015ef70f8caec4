"""Choose the files that a return is read from, accepted returns included.

The latest accepted return replaces the earlier ones; a return received after the day of the
report is not used. How much of an earlier return is replaced depends on the kind:

- a register or log (audits, deaths, the planner): the whole return, and the file in the folder;
- the register of actions: the row of each action;
- missing episodes: the whole return of the half-year;
- section 11: the rows of each agency and round; commentary: of each indicator and quarter;
- the quarterly data set: each figure, of one agency, indicator and period. Its earlier values
  stay in the frame, so that the report can say what was revised.

A file in the folder with the bytes of an accepted return is not read a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pandas

from pscb_lib.board.context import Context
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.debris import is_debris
from pscb_lib.reading.files import FORMATS
from pscb_lib.reading.files.content import read_content
from pscb_lib.reading.findings import InputError, Missing, Reaction
from pscb_lib.reading.rows import (
    Checked,
    Record,
    check_together,
    combine,
    leave_out_rows,
    read_files,
)
from pscb_lib.returns.history import Accepted, known_on, read_ledger
from pscb_lib.returns.retention import find_held, ids_of, refuse_deleted

if TYPE_CHECKING:
    from pscb_lib.returns.kinds import Return

Read = Callable[[Path], Checked]
Kept = Mapping[Path, Accepted]  # accepted returns by their path, in order of receipt
SENT_AGAIN = "sent again in a later return"
PLACE = ("file", "row")
LENGTHS = {3: ("a quarter", "2014-15 Q3"), 6: ("a half-year", "2014-15 H1"),
           12: ("a financial year", "2013-14")}


def choose_files(kind: Return, loose: Sequence[Path], context: Context,
                 period: str | None = None) -> tuple[list[Path], Kept]:
    """Return the files to read for a kind (and *period*): first files in the folder, then accepted.

    Raises InputError if an accepted return is missing or was altered, if a file was deleted after
    the report's day, or if every file in the folder was received after that day.
    """
    ledger = read_ledger(context.returns)
    wanted = [one for one in known_on(ledger, context.as_of)
              if one.kind == kind.name and period in (None, *one.periods)]
    kept = find_held(context, ledger, wanted)
    listed = {one.sha256 for one in ledger}
    in_folder = [path for path in loose if path.exists()]
    free = [path for path in in_folder if not listed or read_content(path).sha256 not in listed]
    lacks_all = not (in_folder or kept or kind.may_be_empty)
    refuse_deleted(context, ids_of(context.returns, loose, ledger, wanted),
                   kind.folder_or_file if kind.is_folder and not period else None,
                   is_needed=lacks_all and period in (None, context.period.label))
    if in_folder and not (free or kept):
        raise InputError.at(in_folder[0].name, "was received after the day of the report",
                            "choose a later as_of")
    return [*free, *kept] or [*loose], kept


def read_for(kind: Return, context: Context) -> Checked:
    """Read a kind of return for a report; see :meth:`pscb_lib.returns.kinds.Return.read_for`."""
    _require_period(kind, context)
    if kind.one_file_each:
        parts = [_read_period(kind, one, context) for one in kind.one_file_each(context.period)]
        sent = [one for one in parts if one is not None]
        checked = combine(sent) if sent else _empty(kind, context)
    else:
        checked = _read_all(kind, context)
    checked = replace(checked, frame=kind.learnt(checked.frame, context))
    checked = check_together(checked, kind.together(context, checked.sources))
    return kind.derive(checked, context)


def _require_period(kind: Return, context: Context) -> None:
    if kind.months not in (None, context.period.months):
        length, example = LENGTHS[kind.months]
        raise InputError.at("parameters", f"is not {length}",
                            f"write it like {example}", column="period",
                            value=context.period.label)


def _read_period(kind: Return, period: ReportingPeriod, context: Context) -> Checked | None:
    """Read the return of one period; None if that of an earlier one, or one that may be lacking,
    was never sent.
    """
    name = period.label.lower().replace(" ", "-")
    path = find_file(context.returns / kind.folder_or_file, f"{name}.csv")
    paths, kept = choose_files(kind, [path], context, period.label)
    if (period != context.period or kind.may_be_empty) and not paths[-1].is_file():
        return None
    return as_sent(kind.reader(replace(context, period=period)), kept)(paths[-1])


def _read_all(kind: Return, context: Context) -> Checked:
    """Read all files of a folder, or the last accepted return of a kind that is one whole file."""
    loose = (list_files(context.returns / kind.folder_or_file) if kind.is_folder
             else [find_file(context.returns, kind.folder_or_file)])
    paths, kept = choose_files(kind, loose, context)
    if kind.may_be_empty:
        paths = [path for path in paths if path.exists()]
    read = as_sent(kind.reader(context), kept)
    if not paths:
        return _empty(kind, context)
    if not (kind.is_folder or kind.key):
        return read(paths[-1])
    checked = read_files(paths, read)
    again = kind.sent_again or (lambda checked, kept: _last_of_each(kind, checked, kept))
    return again(checked, tuple(kept.values()))


def _empty(kind: Return, context: Context) -> Checked:
    if not kind.may_be_empty:
        raise Missing.at(kind.folder_or_file, "there is no return in the folder",
                         "put each agency's csv file there")
    names = [field.name for field in kind.fields(context)]
    return Checked(pandas.DataFrame(columns=[*names, *PLACE], dtype=object), (), (), {})


def list_files(folder: Path) -> list[Path]:
    """Return the files in *folder* in a format that is read, by name."""
    return sorted(path for path in folder.glob("*")
                  if path.suffix.lower() in FORMATS and not is_debris(path))


def find_file(folder: Path, name: str) -> Path:
    """The file *name*, or the one of its name in another format.

    Raises InputError if the return lies there in two formats.
    """
    named = folder / name
    found = [path for path in (named.with_suffix(form) for form in FORMATS) if path.is_file()]
    if len(found) > 1:
        raise InputError.at(found[0].name, f"{found[1].name} lies beside it, and either may be the "
                            "return", "take one of the two out")
    return found[0] if found else named


def _last_of_each(kind: Return, checked: Checked, kept: Sequence[Accepted]) -> Checked:
    """Keep, of the rows with the same key, those of the last accepted return."""
    accepted, last = {line.named for line in kept}, {}
    for *place, file in checked.records.tuples(*kind.key, "file"):
        if file in accepted:
            last[tuple(place)] = file

    def reason(record: Record) -> str | None:
        place = tuple(record[name] for name in kind.key)
        return SENT_AGAIN if last.get(place) not in (None, record["file"]) else None

    return leave_out_rows(checked, reason)


def as_sent(read: Read, kept: Kept) -> Read:
    """Return *read*, changed to name each accepted return by its file name as sent.

    If a later return covers the whole of an accepted one, its rejected rows no longer count as
    rejected: they are left out, as sent again.
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
        return _superseded(checked) if any(one.covers(line) for one in later) else checked

    return read_one


def _named(checked: Checked, name: str) -> Checked:
    return replace(
        checked, frame=checked.frame.assign(file=name),
        findings=tuple(replace(one, file=name) for one in checked.findings),
        sources=tuple(replace(one, file=name) for one in checked.sources))


def _superseded(checked: Checked) -> Checked:
    rejected = checked.rows["rejected"]
    reasons = {**checked.reasons, SENT_AGAIN: rejected} if rejected else checked.reasons
    return replace(
        checked, reasons=reasons,
        findings=tuple(one for one in checked.findings if one.reaction is not Reaction.REJECTED),
        sources=tuple(replace(one, rejected=0, left_out=one.left_out + one.rejected)
                      for one in checked.sources))
