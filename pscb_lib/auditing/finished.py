"""A published set read back from its files: every row, sentence, picture and name in them.

Nothing that the suite knows of itself is used but the form of the files, so that what is found
is what a reader of the page, the PDF, the spreadsheets or the notebook can find.
"""

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


def read_finished(folder: Path) -> Finished:
    """Read every file of the set in *folder*.

    ValueError names a file that cannot be read, or that is of no kind a set has.
    """
    from pscb_lib.auditing import finished_html, finished_notebook, finished_pdf, finished_tables

    readers = {".html": finished_html.read_html, ".pdf": finished_pdf.read_pdf,
               ".ipynb": finished_notebook.read_notebook, ".csv": finished_tables.read_csv,
               ".json": finished_notebook.read_manifest, ".xlsx": finished_tables.read_xlsx}
    found = Finished(folder)
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        name = path.relative_to(folder).as_posix()
        found.sentences.append(Sentence(name, "its name", name))
        try:
            readers[path.suffix](path, name, found)
        except Exception as fault:  # whatever a spoilt file makes its reader raise
            kind = "is of no kind that a set has" if path.suffix not in readers else "is unreadable"
            raise ValueError(f"{folder.name}/{name}: {kind} ({type(fault).__name__})") from fault
    return found


def read_exact(folder: Path) -> pandas.DataFrame | None:
    """The figures of a restricted set, those of all other sets among them; None without any.

    ValueError where its notebook cannot be read.
    """
    from pscb_lib.auditing.finished_notebook import read_figures

    try:
        return read_figures(folder / "report.ipynb")
    except (OSError, ValueError, KeyError) as fault:
        raise ValueError(f"restricted/{folder.name}/report.ipynb: is unreadable "
                         f"({type(fault).__name__})") from fault
