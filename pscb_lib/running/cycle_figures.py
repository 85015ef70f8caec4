"""All figures of a cycle for one audience in one tidy file: ``<cycle>/<audience>/figures.csv``.

It is the ``tables/all_figures.csv`` of the audience's sets one below the other and nothing else,
so that it is masked, audited and verified with them. The public's has released papers alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pscb_lib.board.settings import AUDIENCES
from pscb_lib.disclosure.written.workbook import ALL_FIGURES as TABLE
from pscb_lib.page.words.front import DRAFT
from pscb_lib.running.publishing.manifest import find_sets, verify_set
from pscb_lib.running.withdrawn import has_set_left, is_set_withdrawn
from pscb_lib.writing.folders import FILE
from pscb_lib.writing.whole import write_text

NAME = "figures.csv"
MARK = "\ufeff"  # by which Excel knows UTF-8


def write_cycle_figures(folder: Path) -> None:
    """Write the file of all figures of the sets in *folder*, an audience's; none if none has any.

    Raises OSError if it cannot be written.
    """
    if text := _figures_of(folder):
        write_text(folder / NAME, text, FILE)
    else:
        (folder / NAME).unlink(missing_ok=True)


def find_edited_figures(outputs: Path) -> list[str]:
    """Return a line for each file below *outputs* that is not what the sets beside it say."""
    files = (path for path in sorted(outputs.resolve().rglob(NAME))
             if path.parent.name in AUDIENCES)
    return [f"{path.relative_to(outputs.resolve()).as_posix()}: was edited, or a set beside it was "
            "made since; pscb run writes it again" for path in files
            if _read(path) != _figures_of(path.parent)]


def _figures_of(folder: Path) -> str:
    """Return the lines of all sets in *folder* under one line of names."""
    tables = list(_tables_of(folder))
    return MARK + "".join([tables[0].partition("\r\n")[0] + "\r\n", *(
        table.partition("\r\n")[2] for table in tables)]) if tables else ""


def _tables_of(folder: Path) -> Iterator[str]:
    for path in find_sets(folder):
        table = path / "tables" / f"{TABLE}.csv"
        if (path.parent == folder and table.is_file() and not verify_set(path)
                and not is_set_withdrawn(path) and not has_set_left(path)):
            text = _read(table).removeprefix(MARK)
            if DRAFT not in text:
                yield text


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")
