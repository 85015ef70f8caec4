"""Find the files to check: those named, and in folders all files in a format that is read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pscb_lib.reading.debris import is_debris
from pscb_lib.reading.files import FORMATS
from pscb_lib.returns.history import FOLDER


def walk(paths: Iterable[Path], without: Path | None = None) -> tuple[list[Path], list[Path]]:
    """Return the files of *paths*, each once, and the files in folders in other formats.

    Skips the folder *without*, accepted returns, and what programs left.
    """
    found: dict[Path, Path] = {}
    others = []
    for path in paths:
        for file in _files(path, without and without.resolve()) if path.is_dir() else [path]:
            if file.suffix.lower() in FORMATS or file == path:
                found.setdefault(file.resolve(), file)
            else:
                others.append(file)
    return list(found.values()), others


def short_names(files: Iterable[Path]) -> dict[Path, str]:
    """Return the path of each file from the folder common to all, with forward slashes."""
    whole = {file: file.resolve() for file in files}
    if not whole:
        return {}
    common = Path(os.path.commonpath([path.parent for path in whole.values()])
                  if len({path.drive for path in whole.values()}) == 1 else "")
    return {file: path.relative_to(common).as_posix() for file, path in whole.items()}


def _files(folder: Path, without: Path | None) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_debris(name) and name != FOLDER
                            and (Path(parent) / name).resolve() != without)
        if Path(parent).resolve() != without:
            for name in sorted(names):
                if not is_debris(name):
                    yield Path(parent) / name
