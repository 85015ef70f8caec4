"""Find what has been kept as long as the Board's settings say, and delete it on the record.

It is what may hold rows about a child: accepted returns, files in the returns folder, and the
working files of runs that failed or were ended. Published sets stay.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pscb_lib.board.ledger import Event, Line, append
from pscb_lib.board.notebooks import find_notebooks, returns_of
from pscb_lib.framework.ages import complete_months
from pscb_lib.framework.english import count_of
from pscb_lib.reading.digest import sha256
from pscb_lib.reading.files import FORMATS
from pscb_lib.reading.findings import InputError, nearest
from pscb_lib.reading.newest_day import newest_day
from pscb_lib.returns.accepted import list_files
from pscb_lib.returns.history import FOLDER, read_ledger, stored_at
from pscb_lib.returns.history.ledger import LEDGER
from pscb_lib.returns.kinds import Return, find_returns
from pscb_lib.returns.retention import accepted_id, id_of
from pscb_lib.running.publishing.key import mark_of, read_key

UNFINISHED = (".failed", ".work")


@dataclass(frozen=True)
class Past:
    """Something whose time is over: where it is, its id in the ledger, and since when it is held.

    *since* is the day of receipt, the newest day that a file names, or the day of a failed run. It
    is None if a file names no day or cannot be read: nobody can say whether its time is over.
    *sender* is the agency, if it is known.
    """

    path: Path
    id: str
    kind: str
    months: int
    since: date | None
    sender: str | None = None

    @property
    def said(self) -> str:
        """What it is, in the words of the ledger."""
        if self.since is None:
            return f"{self.kind}, of no known day; it stays until somebody looks"
        return f"{self.kind} of {self.since:%d/%m/%Y}, kept for {count_of(self.months, 'month')}"


def find_past(root: Path, returns: Path, outputs: Path, retention: Mapping[str, int], on: date
              ) -> list[Past]:
    """Return what is past its time on a day, or may be, for all that its file says.

    Raises InputError if a setting names no return.
    """
    kinds = find_returns()
    for name in retention:
        if name not in kinds:
            raise InputError.at("settings.yaml", f"the setting retention.{name} is not of a return"
                                f"{nearest(name, kinds)}", f"use one of {', '.join(kinds)}")
    found = [*_accepted(returns, retention), *_unfinished(root, outputs, retention)]
    for name, months in retention.items():
        found += _loose(returns, kinds[name], months, on)
    return [one for one in found
            if one.since is None or complete_months(one.since, on) >= one.months]


def delete(past: Past, by: str, on: date, root: Path) -> None:
    """Write into the Board's ledger that something is deleted, then delete it.

    Raises InputError if it cannot be deleted; the next time it is listed again.
    """
    key = read_key(root)
    mark = mark_of(key, sha256(past.path)) if key and past.path.is_file() else None
    line = Line(on, Event.DELETED, by, id=past.id, owner=past.sender, action=past.said,
                outcome=mark, source="pscb retain")
    append(root / "params", lambda earlier: line)
    try:
        if past.path.is_dir():
            shutil.rmtree(past.path)
        else:
            past.path.chmod(0o600)  # Windows does not delete a read-only file
            past.path.unlink()
    except OSError as fault:
        raise InputError.at(past.id, f"cannot be deleted ({fault.strerror})",
                            "close it in other programs and run again") from None


def _accepted(returns: Path, retention: Mapping[str, int]) -> Iterator[Past]:
    """Yield the accepted returns, and copies without a line, which an interrupted acceptance left.
    """
    ledger = read_ledger(returns)
    listed = {one.sha256 for one in ledger} | {Path(LEDGER).stem}
    for path in list_files(returns / FOLDER) if retention else ():
        if path.stem not in listed:
            yield Past(path, id_of(returns, path), "a copy without a line in the ledger", 0, None)
    for one in ledger:
        with suppress(InputError):  # it is deleted already; pscb history names one that is missing
            if one.kind in retention:
                yield Past(stored_at(returns, one), accepted_id(returns, ledger, one), one.kind,
                           retention[one.kind], one.received_on, one.sender)


def _loose(returns: Path, kind: Return, months: int, on: date) -> Iterator[Past]:
    """Yield the files of a kind in the returns folder; a copy of an accepted one is of its day."""
    received = {one.sha256: one.received_on for one in read_ledger(returns)}
    for path in _files_of(returns, kind):
        since = None
        with suppress(InputError):  # it takes more than a return may
            since = received.get(sha256(path)) or newest_day(path, on)
        yield Past(path, id_of(returns, path), kind.name, months, since)


def _files_of(returns: Path, kind: Return) -> list[Path]:
    place = returns / kind.folder_or_file
    if kind.is_folder or kind.one_file_each:
        return list_files(place)
    return [path for path in map(place.with_suffix, FORMATS) if path.is_file()]


def _unfinished(root: Path, outputs: Path, retention: Mapping[str, int]) -> Iterator[Past]:
    """Yield the files of runs that came to no end, by the shortest time of what the report reads.

    If the name of a folder is not that of a report, it may hold any return.
    """
    notebooks = find_notebooks(root)
    for folder in sorted(each for name in UNFINISHED for each in (outputs / name).glob("*")):
        notebook = notebooks.get(folder.name.partition("-")[0])
        read = {*retention} & {*returns_of(notebook)} if notebook else {*retention}
        if read and folder.is_dir():
            kind = min(sorted(read), key=lambda kind: retention[kind])
            since = date.fromtimestamp(folder.stat().st_mtime)
            yield Past(folder, f"{folder.parent.name}/{folder.name}", kind, retention[kind], since)
