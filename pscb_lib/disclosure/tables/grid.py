"""A file as a grid of counts: which cells are counts, and by which labels each is known.

The first column names the rows, and so does every other column without a number that stands
before the counts. A count is known by the labels of its row and the name of its column.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from pscb_lib.framework.folding import fold
from pscb_lib.reading.cells import value_of, whole_number
from pscb_lib.reading.files.content import Content
from pscb_lib.reading.files.files import open_sheets
from pscb_lib.reading.findings import InputError

TOTALS = frozenset({"total", "totals", "grand total", "all", "sum"})
ABSENT = frozenset({"", "x", "z", "not supplied", "not applicable"})  # DfE: x and z are no counts
NO_COUNT = re.compile(r"%|\b(per ?cent|percentages?|rates?)\b", re.IGNORECASE)
MARKED = "give the table as it was before it was masked"
TOTAL = "\0"  # stands for every spelling of a total among the labels

Labels = tuple[str, ...]  # of one count: those of its row, then the name of its column


@dataclass(frozen=True)
class Counted:
    """One count of a file: its row as the spreadsheet numbers it, its column and its value."""

    row: int
    place: int
    value: int


@dataclass(frozen=True)
class Grid:
    """A file: all its lines as they are, its columns' names, and its counts by their labels."""

    file: str
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    names: tuple[str, ...]
    counts: dict[Labels, Counted]

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return Path(self.file).stem

    def error(self, at: Counted, rule: str, remedy: str) -> InputError:
        """The error that one count is wrong."""
        return InputError.at(self.file, rule, remedy, row=at.row, column=self.names[at.place],
                             value=str(at.value))


def is_total(label: str) -> bool:
    """Whether a label stands for a total."""
    return label == TOTAL


def spelled(labels: Labels) -> str:
    """The labels of a count, as its table writes them; every total as Total."""
    return ", ".join("Total" if is_total(label) else label for label in labels)


def read_grid(path: Path, totals: Collection[str] = (), labels: Collection[str] = ()) -> Grid:
    """Read a file. *totals* are further names of totals, *labels* columns that are no counts.

    Raises InputError if the file cannot be read, has no counts, has a count that is not a whole
    number, or has two rows with the same labels.
    """
    content, sheets = open_sheets(path)
    read = [[(number, tuple(cells)) for number, cells in sheet.lines()]
            for sheet in sheets if not sheet.is_hidden]
    filled = [lines for lines in read if any(any(map(str.strip, cells)) for _, cells in lines)]
    if len(filled) != 1:
        raise content.refusal(f"has {len(filled)} sheets with something in them",
                              "put each table into its own file")
    lines = filled[0]
    return _Reading(content, lines, TOTALS.union(map(fold, totals)), [*map(fold, labels)]).grid()


class _Reading:
    """The lines of one file, while its columns are told apart."""

    def __init__(self, content: Content, lines: list[tuple[int, tuple[str, ...]]],
                 totals: Collection[str], labels: Collection[str]) -> None:
        self.content, self.lines, self.totals = content, lines, totals
        top = next((place for place, (_, cells) in enumerate(lines)
                    if any(map(str.strip, cells[1:]))), None)
        if top is None:
            raise self._none()
        self.names = tuple(" ".join(name.split()) for name in lines[top][1])
        self.top, self.body = lines[top][0], lines[top + 1:]
        width = max(len(cells) for _, cells in lines[top:])
        self.names += ("",) * (width - len(self.names))
        self.counted = [place for place in range(1, width) if fold(self.names[place]) not in labels
                        and any(_is_number(cell) for cell in self._column(place))]
        if not self.counted:
            raise self._none()
        self.labels = [place for place in range(width) if place not in self.counted
                       and (place < self.counted[0] or fold(self.names[place]) in labels)]
        self._check_names()

    def grid(self) -> Grid:
        counts: dict[Labels, Counted] = {}
        for number, cells in self.body:
            found = [(place, value) for place in self.counted
                     if (value := self._value(number, place, cells)) is not None]
            row = self._row_labels(number, cells) if found else ()
            for place, value in found:
                key = (*row, self._label(self.names[place]))
                if key in counts:
                    raise self._twice(number, place, counts[key])
                counts[key] = Counted(number, place, value)
        return Grid(self.content.name, tuple(self.lines), self.names, counts)

    def _column(self, place: int) -> Iterator[str]:
        return (cells[place] for _, cells in self.body if place < len(cells))

    def _label(self, text: str) -> str:
        label = " ".join(text.split())
        return TOTAL if fold(label).rstrip(":") in self.totals else label

    def _row_labels(self, number: int, cells: tuple[str, ...]) -> Labels:
        found = [self._label(cells[place]) if place < len(cells) else "" for place in self.labels]
        if TOTAL in found:
            return tuple(label or TOTAL for label in found)
        for place, label in zip(self.labels, found, strict=True):
            if not label:
                raise self.content.refusal("the row has counts and no label",
                                           "write the label into each row", row=number,
                                           column=self.names[place] or None)
        return tuple(found)

    def _value(self, number: int, place: int, cells: tuple[str, ...]) -> int | None:
        text = " ".join(cells[place].split()) if place < len(cells) else ""
        if text.casefold() in ABSENT:
            return None
        try:
            return int(value_of(whole_number(text)))
        except ValueError:
            rule, remedy = _wrong(text)
            raise self.content.refusal(rule, remedy, row=number, column=self.names[place] or None,
                                       value=text) from None

    def _check_names(self) -> None:
        names = [self.names[place] for place in self.counted]
        if "" in names:
            raise self.content.refusal("a column of counts has no name", "name it", row=self.top)
        if all(map(_is_number, names)):
            raise self.content.refusal("reads like counts, not like the names of columns",
                                       "write names into it, such as Age 1", row=self.top)
        for name in filter(NO_COUNT.search, names):
            raise self.content.refusal("percentages and rates are not masked", "leave the column "
                                       "out, and work it out from the masked counts", row=self.top,
                                       column=name)

    def _twice(self, number: int, place: int, first: Counted) -> InputError:
        return self.content.refusal(f"row {first.row} has the same labels",
                                    "give each row and column a name of its own, or name with "
                                    "--label a column that tells them apart", row=number,
                                    column=self.names[place])

    def _none(self) -> InputError:
        return self.content.refusal("there are no counts under a row with the names of columns",
                                    "give a table with labels in its first column")


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d[\d, .\u00a0]*%?", text.strip()))


def _wrong(text: str) -> tuple[str, str]:
    if text.endswith("%"):
        return "percentages and rates are not masked", (
            "leave the column out, and work it out from the masked counts")
    if text.casefold() in ("c", "*", "suppressed") or text.startswith("<"):
        return "is hidden already", MARKED
    return "is not a whole number of 0 or more", "correct it, or leave the cell blank"
