"""What a return is made of: fields, rules about a row, rules across rows, and what came out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import numpy
import pandas

from pscb_lib.reading.cells import Parser
from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.reading.rows.display import as_html, as_text

Record = dict[str, Any]  # by column, as the parser of the column gives it
Values = Sequence[Any] | numpy.ndarray  # those of one column
AT_A_TIME = 10_000  # rows
Reason = Callable[[Record], str | None]


@dataclass(frozen=True)
class Field:
    """A column of a return, how to parse its cells, and what to say of a bad one.

    A column that is *optional* may be missing from the file: its cells are then blank.
    """

    name: str
    parse: Parser
    remedy: str = "correct the cell"
    identifying: bool = False
    optional: bool = False


@dataclass(frozen=True)
class Rule:
    """A rule about a whole row: the fields it touches, when it is broken, and what to do.

    A row that breaks a rule is REJECTED; one that breaks a rule that is NOTED is used.
    ``guidance`` is what the rule carries out, ``example`` what breaks a sound row.
    """

    fields: tuple[str, ...]
    says: str
    remedy: str
    broken: Callable[[Record], bool]
    reaction: Reaction = Reaction.REJECTED
    guidance: str = ""
    example: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Broken:
    """Rows that break a rule together.

    REJECTED takes all of them out; NORMALISED and NOTED keep them, but for those of them that
    are ``left_out``. ``says`` stands in the place of the rule's own words where they name rows,
    ``value`` in the place of the cells (never one that identifies a child), and ``file`` names
    the file where a rule looks across several.
    """

    rows: tuple[int, ...]
    columns: tuple[str, ...]
    reaction: Reaction = Reaction.REJECTED
    says: str | None = None
    value: str | None = None
    file: str | None = None
    left_out: tuple[int, ...] = ()


@dataclass(frozen=True)
class FileRule:
    """A rule across the rows of a file, or of several: what it says, the remedy, the search."""

    says: str
    remedy: str
    find: Callable[[Records], Iterable[Broken]]


class Records(Sequence[Record]):
    """The rows of a frame as records, each made when it is asked for.

    Whoever needs a few columns of every row asks for these, by ``column`` or ``tuples``: a
    record for each of a million rows takes more time and memory than the file.
    """

    def __init__(self, columns: Mapping[str, Values]) -> None:
        self._columns = columns

    @property
    def names(self) -> tuple[str, ...]:
        """The columns."""
        return tuple(self._columns)

    def column(self, name: str) -> Values:
        """The values of one column."""
        return self._columns[name]

    def tuples(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """The values of some columns side by side, row by row."""
        columns = [self._columns[name] for name in names]
        for start in range(0, len(self), AT_A_TIME):
            yield from zip(*(list(column[start:start + AT_A_TIME]) for column in columns),
                           strict=True)

    def __len__(self) -> int:
        return len(next(iter(self._columns.values()), ()))

    def __getitem__(self, place: int) -> Record:  # type: ignore[override]  # never sliced
        return {name: column[place] for name, column in self._columns.items()}

    def __iter__(self) -> Iterator[Record]:
        for values in self.tuples(*self._columns):
            yield dict(zip(self._columns, values, strict=True))


def records_of(frame: pandas.DataFrame) -> list[Record]:
    """The rows of a frame as records."""
    return cast("list[Record]", frame.to_dict("records"))


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

    def __repr__(self) -> str:
        return as_text(self)

    def _repr_html_(self) -> str:
        return as_html(self)

    @property
    def rows(self) -> dict[str, int]:
        """Rows read, used, rejected and left out, over all files."""
        names = ("read", "used", "rejected", "left_out")
        return {name: sum(getattr(source, name) for source in self.sources) for name in names}

    @property
    def records(self) -> Records:
        """The rows used, as records."""
        return Records({name: self.frame[name].to_numpy(dtype=object)
                        for name in self.frame.columns})
