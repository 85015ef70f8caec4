"""What was deleted when its time was over, as the Board's ledger records it.

A report dated before a deletion cannot be made again, because it would lack what it was made from.
A later report is made without it: on its day the return is no longer held.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pscb_lib.board.context import Context
from pscb_lib.board.ledger.lines import Event
from pscb_lib.board.ledger.reading import NAME, read_lines
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.history import FOLDER, Accepted, stored_at


def read_deletions(params: Path) -> dict[str, date]:
    """Return the day on which each return was deleted, by its id in the Board's ledger."""
    ledger = params / NAME
    lines = read_lines(ledger) if ledger.is_file() else []
    return {line.id: line.on for line in lines if line.event is Event.DELETED and line.id}


def id_of(returns: Path, path: Path) -> str:
    """Return the id of a file of the returns folder: returns/missing_episodes/2013-14-h1.csv."""
    return f"{returns.name}/{path.relative_to(returns).as_posix()}"


def accepted_id(returns: Path, ledger: list[Accepted], one: Accepted) -> str:
    """Return the id of an accepted return, by its place in the ledger: returns/accepted/3.

    Its name is the agency's own words, and its SHA-256 would tell what was in it.
    """
    return f"{returns.name}/{FOLDER}/{ledger.index(one) + 1}"


def ids_of(returns: Path, files: Iterable[Path], ledger: list[Accepted],
           wanted: Iterable[Accepted]) -> set[str]:
    """Return the ids of *files* and of the *wanted* accepted returns."""
    return {*(id_of(returns, path) for path in files),
            *(accepted_id(returns, ledger, one) for one in wanted)}


def find_held(context: Context, ledger: list[Accepted], wanted: Iterable[Accepted]
              ) -> dict[Path, Accepted]:
    """Return the *wanted* accepted returns by path, without those deleted by the report's day.

    Raises InputError if one is missing or altered, or was deleted after the report's day.
    """
    held = {}
    for one in wanted:
        try:
            held[stored_at(context.returns, one)] = one
        except InputError:
            deleted = read_deletions(context.params)
            day = deleted.get(accepted_id(context.returns, ledger, one))
            if day is None:
                raise
            _refuse_before(one.named, day, context)
    return held


def refuse_deleted(context: Context, ids: Iterable[str], folder: str | None, is_needed: bool
                   ) -> None:
    """Raise InputError if a file that a report reads was deleted after the report's day.

    *ids* are those of its kind and period, *folder* has every file of its kind, if all are read. If
    one *is_needed*, because there is no other, its deletion on any day is refused.
    """
    names = {_without_suffix(name) for name in ids}
    within = f"{context.returns.name}/{folder}/" if folder else None
    for name, day in read_deletions(context.params).items():
        if _without_suffix(name) in names or within and name.startswith(within):
            _refuse_before(name, day, context)
            if is_needed:
                raise InputError.at(name, say_deleted(day), "without it there is no such report")


def _without_suffix(name: str) -> str:
    return Path(name).with_suffix("").as_posix()


def say_deleted(day: date) -> str:
    """Return in words when something was deleted."""
    return f"was deleted on {day:%d/%m/%Y} under retention"


def _refuse_before(name: str, day: date, context: Context) -> None:
    if context.as_of < day:
        raise InputError.at(name, say_deleted(day), "a report of an earlier day is not made again; "
                            "what was published of it stays")


