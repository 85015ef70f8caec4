"""What is found in the files of a published set: rows, sentences and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas


@dataclass(frozen=True)
class Cell:
    """One cell of a printed row: the head of its column, and its text or that of its picture."""

    head: str
    text: str
    is_picture: bool = False


@dataclass(frozen=True)
class Row:
    """One row of a printed table: what names it, and its other cells.

    *table* is the table's id where the file has it, else its caption; *labels* are the texts
    that head the row, *group* the heading above it.
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
    """A picture as markup, with the table it stands in and what heads its row, or no label."""

    file: str
    table: str
    group: str
    labels: tuple[str, ...]
    svg: Any


@dataclass
class Finished:
    """All that was found in the files of one set."""

    folder: Path
    rows: list[Row] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    figures: pandas.DataFrame | None = None
    front: dict[str, Any] = field(default_factory=dict)

    @property
    def shown(self) -> pandas.DataFrame:
        """The figures of a set that has any."""
        if self.figures is None:
            raise ValueError(f"{self.folder.name} has no figures")
        return self.figures
