"""What the files of a published set contain: rows, sentences and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas


@dataclass(frozen=True)
class Cell:
    """One cell of a printed row: the head of its column, and its text or its picture's."""

    head: str
    text: str
    is_picture: bool = False


@dataclass(frozen=True)
class Row:
    """One row of a printed table: its labels and its other cells.

    *table* is the table's id, or its caption if the file has no ids. *labels* are the texts that
    head the row, *group* is the heading above it.
    """

    file: str
    table: str
    group: str
    labels: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Sentence:
    """A text outside of tables: a sentence, an alt text, a caption, a name, metadata."""

    file: str
    place: str
    text: str


@dataclass(frozen=True)
class Drawing:
    """A picture as markup, with its table and the labels of its row; a chart has no labels."""

    file: str
    table: str
    group: str
    labels: tuple[str, ...]
    svg: Any


@dataclass
class Finished:
    """The contents of all files of one set.

    *strange* are the places, by file, of what our writers do not make. *papers* are the folders of
    the papers that the files were gathered from, if they are a pack or a list.
    """

    folder: Path
    rows: list[Row] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    strange: set[tuple[str, str]] = field(default_factory=set)
    figures: pandas.DataFrame | None = None
    front: dict[str, Any] = field(default_factory=dict)
    papers: tuple[Path, ...] = ()

    @property
    def shown(self) -> pandas.DataFrame:
        """The figures of the set. Raises ValueError if it has none."""
        if self.figures is None:
            raise ValueError(f"{self.folder.name} has no figures")
        return self.figures
