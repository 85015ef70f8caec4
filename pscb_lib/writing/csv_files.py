"""Write the files of an import together, and keep files that were made by hand."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pscb_lib.reading.findings import InputError
from pscb_lib.writing.whole import draft_text, whole

IMPORTED = "imported: "
OWN_FOLDER = "import"
ONLY_OWNER = 0o700
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Content:
    """The headings and rows of a file; *source* is the content of its column source, if any."""

    headings: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    source: str | None


def write_all(folder: Path, files: Mapping[str, Content], replace: bool) -> tuple[Path, ...]:
    """Write *files*, by their names within *folder*, and return their paths.

    Raises InputError, and writes nothing, if a file would replace one that was not imported and
    *replace* is not given. Raises InputError if the folder cannot be written to.
    """
    folder = folder.resolve()
    for name in files if not replace else ():
        if is_made_by_hand(folder / name, name):
            raise InputError.at(name, "the file was not made by an import and is kept",
                                "move it away, or say --replace to have it replaced")
    targets = {folder / name: content for name, content in files.items()}
    try:
        with ExitStack() as put_in_place:
            for target, content in targets.items():
                _make_folders(folder, target.parent)
                draft_text(put_in_place.enter_context(whole(target)), as_text(content))
    except OSError as fault:
        raise InputError.at(folder.name, f"cannot be written to ({fault.strerror})",
                            "close its files in other programs") from None
    return tuple(targets)


def is_made_by_hand(path: Path, name: str) -> bool:
    """Whether a file exists and at least one of its rows was not imported."""
    if not path.exists() or name.startswith(f"{OWN_FOLDER}/"):
        return False
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return any(not (row.get("source") or "").startswith(IMPORTED)
                       for row in csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error):
        return True


def as_text(content: Content) -> str:
    """A file's content as comma-separated text."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(content.headings)
    writer.writerows([_cell(value) for value in row] for row in content.rows)
    return written.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    text = "" if value is None else str(value)
    # A spreadsheet would run such a text as a formula.
    return f"'{text}" if text.startswith(FORMULAS) else text


def _make_folders(folder: Path, parent: Path) -> None:
    """Make the folders; only this user may open those with children's records."""
    is_private = OWN_FOLDER in parent.relative_to(folder).parts
    folder.mkdir(parents=True, exist_ok=True)
    for part in reversed([parent, *parent.parents]):
        if part.is_relative_to(folder) and not part.exists():
            part.mkdir(mode=ONLY_OWNER if is_private else 0o777)
