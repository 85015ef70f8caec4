"""Read every text in what was made for a board: pages, forms, calendars, notebooks and names."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pscb_lib.disclosure.outsider.finished_pdf import read_pdf
from pscb_lib.disclosure.outsider.found import Finished


class Found(NamedTuple):
    """A word that is not this board's, in a file, with what stands around it."""

    file: str
    word: str
    around: str


def read_texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file below *folder*, and of each part of a package."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            yield from ((f"{name} {part}", text) for part, text in _parts(path))


def _parts(path: Path) -> Iterator[tuple[str, str]]:
    yield "its name", path.name
    if path.suffix == ".pdf":
        found = Finished(path.parent)
        read_pdf(path, path.name, found)
        yield from ((one.place, one.text) for one in found.sentences)
        yield from (("table", str(row)) for row in found.rows)
    elif path.suffix in (".xlsx", ".docx"):
        with zipfile.ZipFile(path) as packed:
            yield from ((name, packed.read(name).decode("utf-8", "replace"))
                        for name in packed.namelist())
    else:
        yield "", path.read_text(encoding="utf-8", errors="replace")


def find_words(texts: Iterable[tuple[str, str]], words: Iterable[str]) -> list[Found]:
    """Return where one of the *words* stands; a word in capitals is looked for in capitals."""
    looked = {word: re.compile(rf"(?<![A-Za-z]){re.escape(word)}",
                               0 if word.isupper() else re.IGNORECASE) for word in words}
    return [Found(file, word, text[max(0, found.start() - 60):found.end() + 60])
            for file, text in texts for word, pattern in looked.items()
            for found in [pattern.search(text)] if found]
