"""The ledger of accepted returns: who sent what, and when.

"Each accepted return is kept as received, read-only, under its SHA-256 in the returns folder
with who-sent-what-when in a plain ledger." The ledger is ``accepted/ledger.csv`` in the returns
folder, one line for each return in the order of acceptance; the returns are in that folder too.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from pscb_lib.reading import cells
from pscb_lib.reading.files.content import read_content
from pscb_lib.reading.findings import InputError, Reaction
from pscb_lib.reading.rows import Field, Record, read_checked

FOLDER, LEDGER = "accepted", "ledger.csv"
BETWEEN = "; "
SHORT = 12  # letters of a SHA-256 in a name


@dataclass(frozen=True)
class Accepted:
    """One line of the ledger.

    ``periods`` and ``agencies`` are those of the return's rows. ``supersedes`` is the SHA-256 of
    the last earlier accepted return that overlaps it, or None.
    """

    sha256: str
    sent_as: str
    kind: str
    periods: tuple[str, ...]
    agencies: tuple[str, ...]
    read: int
    used: int
    rejected: int
    left_out: int
    sender: str
    received_on: date
    supersedes: str | None

    @property
    def named(self) -> str:
        """The file's name as sent, with its SHA-256, because a name may be sent again."""
        return f"{self.sent_as} (SHA-256 {self.sha256[:SHORT]})"

    def covers(self, other: Accepted) -> bool:
        """Whether it has all periods and agencies of *other*."""
        return (self.kind == other.kind and {*other.periods} <= {*self.periods}
                and {*other.agencies} <= {*self.agencies})

    def overlaps(self, other: Accepted) -> bool:
        """Whether it shares a period and an agency with *other*, or neither return has any."""
        return (self.kind == other.kind and _meet(self.periods, other.periods)
                and _meet(self.agencies, other.agencies))


COLUMNS, LISTS = tuple(one.name for one in fields(Accepted)), ("periods", "agencies")
FIELDS = (
    Field("sha256", cells.text), Field("sent_as", cells.text), Field("kind", cells.text),
    Field("periods", cells.optional(cells.text)), Field("agencies", cells.optional(cells.text)),
    *(Field(name, cells.whole_number) for name in ("read", "used", "rejected", "left_out")),
    Field("sender", cells.text), Field("received_on", cells.day),
    Field("supersedes", cells.optional(cells.text)),
)


def read_ledger(returns: Path) -> list[Accepted]:
    """Return the accepted returns of a returns folder in the order of acceptance, or an empty list.

    Raises InputError if a line of the ledger is wrong.
    """
    ledger = returns / FOLDER / LEDGER
    return read_lines(ledger) if ledger.is_file() else []


def read_lines(ledger: Path) -> list[Accepted]:
    """Return every line of a ledger. Raises InputError if one is wrong."""
    checked = read_checked(ledger, FIELDS)
    for finding in checked.findings:
        if finding.reaction is Reaction.REJECTED:
            raise InputError.of(finding)
    return [_accepted(row) for row in checked.records]


def _accepted(row: Record) -> Accepted:
    cells: Record = {name: _split(row[name]) if name in LISTS else row[name] for name in COLUMNS}
    return Accepted(**cells)


def known_on(ledger: list[Accepted], day: date) -> list[Accepted]:
    """Return the returns received on or before a day, in the order of their receipt."""
    return sorted((one for one in ledger if one.received_on <= day),
                  key=lambda one: one.received_on)


def stored_at(returns: Path, one: Accepted) -> Path:
    """Return the path of an accepted return, after comparing its bytes with its SHA-256.

    Raises InputError if the copy is missing or was altered.
    """
    path = returns / FOLDER / f"{one.sha256}{Path(one.sent_as).suffix.lower()}"
    if read_content(path).sha256 != one.sha256:
        raise InputError.at(one.named, "the copy that was kept is not what was received",
                            "put the file back as it was sent, from a backup")
    return path


def _split(cell: str | None) -> tuple[str, ...]:
    return tuple(cell.split(BETWEEN)) if cell else ()


def _meet(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return bool({*some} & {*others}) or not some and not others
