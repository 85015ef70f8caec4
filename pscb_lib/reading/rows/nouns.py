"""The parts of a return: fields, rules about a row, rules across rows, and the checked result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from pscb_lib.reading.cells import Parser
from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.reading.rows.display import as_html, as_text

if TYPE_CHECKING:
    import numpy
    import pandas

Record = dict[str, Any]  # the parsed values of one row, by column
Values: TypeAlias = "Sequence[Any] | numpy.ndarray"  # the parsed values of one column
AT_A_TIME = 1_000  # rows
Reason = Callable[[Record], str | None]


@dataclass(frozen=True)
class Field:
    """A column of a return: its name, the parser of its cells and the remedy for a bad cell.

    An *optional* column may be missing from the file: its cells are then blank. The values of
    an *identifying* column are never repeated. ``meaning`` says what the column holds, for a
    register of the Board's decisions.
    """

    name: str
    parse: Parser
    remedy: str = "correct the cell"
    identifying: bool = False
    optional: bool = False
    meaning: str = ""


@dataclass(frozen=True)
class Rule:
    """A rule about a whole row: its fields, when it is broken, and the remedy.

    A row that breaks a rule is REJECTED; if the rule's reaction is NOTED the row is used.
    ``guidance`` is the source of the rule; ``example`` has the cells that make a valid row
    break it.
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

    REJECTED removes all of them; NORMALISED and NOTED keep all but those ``left_out``. ``says``
    replaces the rule's own words, for instance to name rows. ``value`` replaces the cells (it
    must not identify a child). ``file`` names the file if the rule covers several.
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
    """A rule across the rows of one or several files: its words, the remedy and the search."""

    says: str
    remedy: str
    find: Callable[[Records], Iterable[Broken]]


class Records(Sequence[Record]):
    """The rows of a frame as records, each made only when it is used.

    To read a few columns of every row use ``column`` or ``tuples``: a record for each of a
    million rows takes more time and memory than the file.
    """

    def __init__(self, columns: Mapping[str, Values]) -> None:
        self._columns = columns

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self._columns)

    def column(self, name: str) -> Values:
        """The values of one column."""
        return self._columns[name]

    def tuples(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """The values of some columns, one tuple for each row."""
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
    """One file that was read: its SHA-256 and its rows read, used, rejected and left out."""

    file: str
    sha256: str
    read: int
    used: int
    rejected: int
    left_out: int


@dataclass(frozen=True)
class Checked:
    """A return after checking: the rows used, the findings, and the numbers of all rows.

    ``reasons`` counts the rows left out by reason.
    """

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
