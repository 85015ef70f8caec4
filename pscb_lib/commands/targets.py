"""Where a command may write: every option that names a place to write has a :class:`Target`.

No command writes over the Board's record: what was decided, received or published, the reports
and the suite itself; nor over a file that the same option has not written.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from pscb_lib.board.settings import AUDIENCES
from pscb_lib.reading.findings import InputError

PACKAGE = Path(__file__).resolve().parents[1]
DECISIONS, MANIFEST, LEDGER = "indicators.csv", "manifest.json", "ledger.csv"
OWN = (".git", ".evidence", ".failed", ".work")
ENOUGH = 2**20  # bytes that tell who wrote a file: a page has its style first

IsOurs = Callable[[bytes], bool]


class Target(click.Path):
    """A file or folder to write; *is_ours* tells by its bytes whether a file is of this option."""

    def __init__(self, *, file: bool = False, folder: bool = False,
                 is_ours: IsOurs | None = None) -> None:
        super().__init__(path_type=Path, file_okay=file, dir_okay=folder)
        self.is_ours = is_ours

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None
                ) -> Any:
        """Return the path. Raises InputError if nothing may be written there."""
        name = param.opts[0] if param else "the place"
        refuse_kept(Path(value), name)
        path = super().convert(value, param, ctx)
        if self.is_ours:
            refuse_others(Path(value), name, self.is_ours)
        return path


def refuse_kept(path: Path, name: str) -> None:
    """Raise InputError if *path*, which the option *name* gives, lies in what is kept."""
    try:
        real = path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, or a path that is not allowed
        raise InputError.at(name, "is no place to write", "name another", value=str(path)) from None
    for folder in (real, *real.parents):
        for what in _kept_in(folder):
            place = "is" if folder == real else f"lies in {folder.name}, which is"
            raise InputError.at(name, f"{place} {what}", "name another place", value=str(path))


def refuse_others(path: Path, name: str, is_ours: IsOurs) -> None:
    """Raise InputError if there is a file at *path* that is not ours."""
    if not os.path.lexists(path):
        return
    if not path.is_file() or not is_ours(_bytes_of(path)):
        raise InputError.at(name, "is there already and is not a file that this option wrote",
                            "move it away, or name another", value=str(path))


def is_page(found: bytes) -> bool:
    """Whether a file is a page of ours."""
    return found.startswith(b"<!DOCTYPE html>") and b'<body class="pscb"' in found


def _kept_in(folder: Path) -> Iterator[str]:
    """Yield what a folder holds that no option may write into."""
    name = folder.name.casefold()  # Windows and macOS take Params for params
    if name == "params" and (folder / DECISIONS).exists():
        yield "the folder of the Board's decisions"
    if name == "notebooks" and (_has_projects(folder.parent) or any(folder.glob("*.ipynb"))):
        yield "the folder of the reports' notebooks"
    if name == "accepted" and (folder.parent.name.casefold() == "returns"
                               or (folder / LEDGER).exists()):
        yield "the folder of returns as they were received"
    if folder == PACKAGE or name == PACKAGE.name and (folder / "__init__.py").exists():
        yield "the suite itself"
    if folder.parent.name in AUDIENCES and (folder / MANIFEST).exists():
        yield "a published set"
    if folder.name in AUDIENCES and any(folder.glob(f"*/{MANIFEST}")):
        yield "a folder of published sets"
    if folder.name in OWN:
        yield "a folder that only the suite or git writes"


def _has_projects(folder: Path) -> bool:
    return (folder / "params" / DECISIONS).exists() or any(folder.glob(f"*/params/{DECISIONS}"))


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(ENOUGH)
    except OSError:
        return b""

