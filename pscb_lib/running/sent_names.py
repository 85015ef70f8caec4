"""The names of files, folders and sheets that agencies chose, as texts that no reader may see.

A child's name may stand in the name of a file. Such a name is searched for in finished sets as a
canary, unless each of its words is one of the suite's own: of returns, agencies, periods, forms and
the Board's registers.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pscb_lib.framework.months import LETTERS, MONTHS
from pscb_lib.reading.files import FORMATS
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.history import read_ledger
from pscb_lib.returns.kinds import find_returns
from pscb_lib.running.inputs import DECISIONS, RECORD

OWN_WORDS = (
    "accepted", "again", "allowed", "amended", "and", "annex", "board", "cin", "copy",
    "correct", "corrected", "correction", "data", "draft", "final", "first", "for", "form",
    "from", "h", "half", "history", "import", "imported", "instructions", "late", "latest",
    "ledger", "list", "month", "monthly", "new", "of", "old", "please", "q", "quarter",
    "quarterly", "resent", "resubmission", "resubmitted", "return", "returns", "revised",
    "revision", "second", "sent", "sept", "sheet", "ssda", "submission", "submitted", "table",
    "the", "to", "updated", "v", "version", "with", "words", "year", "yearly")
APOSTROPHE = re.compile("['\u2019]")
WORD = re.compile(r"[^\W\d_]+")
SHEETS = re.compile(r'<(?:\w+:)?sheet\b[^>]*\bname="([^"]*)"')
ENOUGH = 2**20  # bytes of the part of a workbook that names its sheets


def sent_names(returns: Path, params: Path) -> list[str]:
    """Return the names in a returns folder that no published set may have."""
    known = _known(params)
    found = {name for name in _names(returns) if _is_told(name, known)}
    return sorted(found | {" ".join(WORD.findall(name)) for name in found})


def _names(returns: Path) -> Iterator[str]:
    for path in returns.rglob("*"):
        if path.is_dir():
            yield path.name
        elif path.suffix.lower() in FORMATS and path.parent.name != "accepted":
            yield path.stem
            yield from _sheets(path)
    with suppress(InputError):  # a damaged ledger is reported by what reads it
        yield from (Path(one.sent_as).stem for one in read_ledger(returns))


def _sheets(path: Path) -> Iterator[str]:
    with suppress(OSError, KeyError, zipfile.BadZipFile, UnicodeDecodeError), \
            zipfile.ZipFile(path) as book, book.open("xl/workbook.xml") as part:
        yield from SHEETS.findall(part.read(ENOUGH).decode("utf-8"))


def _is_told(name: str, known: set[str]) -> bool:
    """Whether a name has several words, and one that is not the suite's own."""
    words = [word.casefold() for word in WORD.findall(name)]
    return len(words) > 1 and not {*words} <= known


def _known(params: Path) -> set[str]:
    """Return the words of the suite, of months and of the Board's registers, without its ledger."""
    kinds = find_returns().values()
    texts = [*OWN_WORDS, *MONTHS, *(month[:LETTERS] for month in MONTHS),
             *(text for one in kinds for text in (one.name, one.title, one.folder_or_file))]
    for path in params.glob("[!.~]*.csv"):
        if path.name in DECISIONS and path.name != RECORD:
            texts.append(path.read_text(encoding="utf-8-sig", errors="replace"))
    texts += [APOSTROPHE.sub("", text) for text in texts]
    return {word.casefold() for text in texts for word in WORD.findall(text)}
