"""The new bytes of a file of ``params/``, as a change has it, and where its rows are in the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pscb_lib.board.register_text import RegisterText, text_of, with_rows
from pscb_lib.board.settings import read_settings
from pscb_lib.board.settings_text import listed, settings_in, with_values
from pscb_lib.reading import cells
from pscb_lib.reading.files.content import read_content
from pscb_lib.reading.files.encodings import find_encoding
from pscb_lib.reading.findings import Finding, InputError, nearest
from pscb_lib.running.params_book.changes import Change, Pair
from pscb_lib.writing.whole import draft_text

BY_HAND = "edit params/settings.yaml itself"


@dataclass(frozen=True)
class Draft:
    """The new bytes of a file, the number in the sheet of each of its rows, and faults."""

    file: str
    content: bytes
    row_of: dict[int, int]
    faults: tuple[Finding, ...] = ()


def draft_register(path: Path, change: Change) -> Draft:
    """The new file of a register. Rows that are not edited keep their bytes."""
    page = change.page
    if path.exists():
        content = read_content(path)
        text = text_of(content.data, find_encoding(content), page.written, page.header)
    else:
        text = RegisterText({})
    kept = [place for place, name in enumerate(page.names)
            if place < page.written or any(row[place].strip() for row in change.sheet.rows)]
    rows = [_row(text, change, pair, kept) for pair in change.pairs if pair[1] is not None]
    row_of = dict(enumerate(change.sheet.numbers, page.header + 1))
    return Draft(page.file, with_rows(text, page.header, [page.names[place] for place in kept],
                                      rows), row_of)


def _row(text: RegisterText, change: Change, pair: Pair, kept: list[int]
         ) -> tuple[int | None, tuple[str, ...]]:
    """A row of the new file; a cell that is not edited stays as the file has it."""
    before, after = pair
    new = change.sheet.rows[after or 0]
    if before is None:
        return None, tuple(new[place] for place in kept)
    page, number = change.page, change.page.numbers[before]
    old, raw = page.rows[before], text.rows[number].cells if number in text.rows else ()
    if len(raw) != page.written:
        raw = old
    row = tuple(raw[place] if place < page.written and new[place] == old[place] else new[place]
                for place in kept)
    return (number if new == old else None), row


def draft_settings(path: Path, change: Change, book: str) -> Draft:
    """The new file of settings, with its remarks, and what is wrong with single values."""
    text = path.read_text(encoding="utf-8")
    known, rows = settings_in(text), change.sheet.rows
    row_of = {rows[after][0]: change.sheet.numbers[after]
              for _, after in change.pairs if after is not None}
    faults = [*_faults(change, [*known], row_of, book)]
    new = {rows[after][0]: rows[after][1] for pair in change.pairs
           if (after := pair[1]) is not None and rows[after][0] in known
           and any(name == "value" for name, _, _ in change.cells_of(pair))}
    wrong = {fault.row for fault in faults}  # what is right in itself is read together with others
    for name, value in new.items():
        try:
            changed = with_values(text, {name: value})
            if not value.strip():
                _read_alone(path, with_values(path.read_text(encoding="utf-8"), {name: ""}))
        except ValueError:
            faults.append(_fault(book, "is not written on one line of settings.yaml", BY_HAND,
                                 row_of[name], value))
        except InputError:
            faults.append(_fault(book, "is a setting that every project has", "fill it",
                                 row_of[name], value))
        else:
            text = changed if row_of[name] not in wrong else text
    lines = {one.line + 1: row_of[name] for name, one in known.items() if name in row_of}
    return Draft(change.page.file, text.encode(), lines, tuple(faults))


def _read_alone(path: Path, text: str) -> None:
    with TemporaryDirectory() as folder:
        draft_text(Path(folder) / path.name, text)
        read_settings(Path(folder) / path.name)


def _faults(change: Change, known: list[str], row_of: dict[str, int], book: str
            ) -> Iterator[Finding]:
    page, rows = change.page, change.sheet.rows
    for before, after in change.pairs:
        if after is None and before is not None and page.rows[before][1]:
            yield _fault(book, f"the row of the setting {page.rows[before][0]} is missing",
                         "put it back, with a blank value if it is not to be set")
        if after is None:
            continue
        name, value = rows[after][:2]
        if before is None:
            rule = ("is there twice" if name in known
                    else f"is no setting that the file names{nearest(name, known)}")
            yield _fault(book, rule, f"take the row out, or {BY_HAND}", row_of[name], name,
                         "setting")
        elif value.strip() and value != page.rows[before][1]:
            yield from _refused(change, name, value, row_of[name], book)


def _refused(change: Change, name: str, value: str, row: int, book: str) -> Iterator[Finding]:
    column = change.page.cells_of[name]
    for one in listed(value) if column.is_list else [value]:
        try:
            cells.value_of(column.field.parse(one))
        except ValueError as fault:
            yield _fault(book, str(fault), "correct it", row, one)


def _fault(book: str, rule: str, remedy: str, row: int | None = None, value: str | None = None,
           column: str = "value") -> Finding:
    return Finding(book, rule, remedy, row, column if row else None, value, "settings")
