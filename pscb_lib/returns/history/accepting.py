"""Accept a return that an agency sent: check it, keep it as received, add it to the ledger.

It is checked as by ``pscb check``. A file that cannot be read, whose rows are all rejected or
that was accepted before is refused. Rejected rows of an accepted return are not used in any
report until the return is sent again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from pscb_lib.reading.files.content import read_content
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.checking import CheckedFile
from pscb_lib.returns.checking.files import Opened
from pscb_lib.returns.history import Accepted, known_on
from pscb_lib.returns.history.keeping import keep_return


class AcceptedBefore(InputError):
    """The refusal of a file that is kept already: it is used, and nothing is to be done."""

    received_on: date


PERIODS = ("period", "round")
Confirmed = Callable[[CheckedFile], str]


def accept_files(files: Iterable[CheckedFile], confirmed: Confirmed, received_on: date,
                 returns: Path) -> Iterator[tuple[CheckedFile, str, Accepted | InputError]]:
    """Accept each checked file from the sender that *confirmed* returns for it.

    Yields the file, its sender (empty if nobody is confirmed) and its line in the ledger, or why it
    is refused. One that is refused does not stop the others.
    """
    for one in files:
        sender = ""
        try:
            sender = confirmed(one)
            yield one, sender, accept(one, sender, received_on, returns)
        except InputError as refusal:
            yield one, sender, refusal


def accept(one: CheckedFile, sender: str, received_on: date, returns: Path) -> Accepted:
    """Accept one checked file and return its ledger line. Raises InputError if it is refused."""
    opened = _refuse_useless(one)
    content = read_content(one.path)
    if content.sha256 != opened.source.sha256:
        raise content.refusal("changed while it was read", "close it and accept it again")

    def enter(ledger: list[Accepted]) -> Accepted:
        _refuse_known(one.path.name, content.sha256, ledger)
        return _line(one.path.name, opened, sender, received_on, ledger)

    return keep_return(returns, content.data, content.suffix, enter)


def _refuse_useless(one: CheckedFile) -> Opened:
    opened = one.opened
    if one.refused or opened is None:
        raise InputError.of(one.findings[0])
    source = opened.source
    if source.read and source.rejected == source.read:
        raise InputError.at(one.name, f"all of its rows were rejected ({source.read:,})",
                            "see why with pscb check, and have it sent again")
    return opened


def _refuse_known(name: str, sha: str, ledger: Iterable[Accepted]) -> None:
    for before in ledger:
        if before.sha256 == sha:
            refusal = AcceptedBefore.at(
                name, f"is the same file as {before.named}, accepted from {before.sender} on "
                f"{before.received_on:%d/%m/%Y}", "nothing is to be done, or send the new one")
            refusal.received_on = before.received_on
            raise refusal


def _line(name: str, one: Opened, sender: str, received_on: date, ledger: list[Accepted]
          ) -> Accepted:
    source, kind = one.source, one.kind
    names_sender = {"agency", "indicator"} & set(kind.key)
    agencies = _covered(one, "agency") or ((sender,) if names_sender else ())
    line = Accepted(
        source.sha256, name, kind.name, _periods(one), agencies, source.read,
        source.used, source.rejected, source.left_out, sender, received_on, None)
    earlier = [before for before in known_on(ledger, received_on) if line.overlaps(before)]
    return replace(line, supersedes=earlier[-1].sha256) if earlier else line


def _periods(one: Opened) -> tuple[str, ...]:
    """Return the periods of its rows, or the period of the run if the whole file has one period."""
    covered = tuple(label for name in PERIODS for label in _covered(one, name))
    is_of_one = one.kind.is_folder or one.kind.key
    return covered or ((one.context.period.label,) if is_of_one else ())


def _covered(one: Opened, column: str) -> tuple[str, ...]:
    if column not in one.kind.key:
        return ()
    found = sorted({*one.checked.frame[column]})
    return tuple(getattr(value, "label", value) for value in found)
