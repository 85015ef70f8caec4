"""Take a workbook of decisions back: all faults in one go, or all files together.

A sheet that is edited after its file was edited elsewhere is refused: its rows would undo the
other edit. A sheet that nobody edited leaves its file as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from pscb_lib.framework.english import listed
from pscb_lib.reading.files.files import OpenFile, open_sheets
from pscb_lib.reading.findings import Finding, InputError
from pscb_lib.running.params_book.changes import Change, change_of
from pscb_lib.running.params_book.checking import check_drafts, findings_of, in_sheet
from pscb_lib.running.params_book.drafting import Draft, draft_register, draft_settings
from pscb_lib.running.params_book.pages import SETTINGS_FILE, Page, pages_of
from pscb_lib.running.params_book.reading import Sheet, read_marks, read_sheet
from pscb_lib.writing.turns import in_turn
from pscb_lib.writing.whole import draft_bytes, refusing, whole, write_bytes

ANEW = "make a new workbook with pscb params --to, and enter the change there"


@dataclass(frozen=True)
class Taken:
    """What a workbook changes, what is wrong with it, and what was read otherwise than written.

    ``stale`` are the files that were edited since the workbook was made, and whose sheets were not;
    ``conflicts`` those of which both were edited.
    """

    changes: tuple[Change, ...]
    drafts: tuple[Draft, ...]
    faults: tuple[Finding, ...]
    notes: tuple[Finding, ...]
    stale: tuple[str, ...]
    conflicts: tuple[str, ...]


def take_book(params: Path, book: Path, is_dry: bool = False) -> Taken:
    """Read a workbook and, unless it has faults or it *is_dry*, write the files that it changes.

    Raises InputError if the workbook or the folder of decisions cannot be read, or a file cannot be
    written.
    """
    if is_dry:
        return _read(params, book)
    with in_turn(params / SETTINGS_FILE) as refuse_lost:
        taken = _read(params, book)
        if not taken.faults:
            refuse_lost()
            _write(params, taken.drafts)
        return taken


def _read(params: Path, book: Path) -> Taken:
    pages, opened = pages_of(params), open_sheets(book)
    marks, sheets, faults = read_marks(opened), list[Sheet](), list[Finding]()
    for page in pages:
        try:
            sheets.append(read_sheet(opened, page))
        except InputError as fault:
            faults += findings_of(fault)
    stale = [one for one in sheets if not one.is_as_the_file and _is_old(one, marks)
             and one.mark == marks.get(one.page.file)]
    edited = [one for one in sheets if not one.is_as_the_file and one not in stale]
    faults += [fault for one in sheets for fault in one.faults]
    conflicts = [one.page for one in edited if _is_old(one, marks)]
    faults += [_conflict(opened, page) for page in conflicts]
    changes = [change_of(one) for one in edited]
    drafts = [_draft(params, change, book.name) for change in changes]
    faults += [fault for draft in drafts for fault in draft.faults]
    same = {draft.file for draft in drafts if _is_there(params / draft.file, draft.content)}
    faults += _faults_together(params, book.name, drafts, changes)
    return Taken(tuple(one for one in changes if one.page.file not in same),
                 tuple(one for one in drafts if one.file not in same),
                 tuple(_first_at_each_place(faults)),
                 tuple(note for one in sheets for note in one.notes),
                 tuple(one.page.file for one in stale), tuple(page.file for page in conflicts))


def _is_there(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() == content


def _is_old(sheet: Sheet, marks: dict[str, str]) -> bool:
    return marks.get(sheet.page.file) != sheet.page.mark


def _conflict(opened: OpenFile, page: Page) -> Finding:
    return Finding(opened.content.name, f"params/{page.file} was edited after this workbook was "
                   "made, and so was the sheet", ANEW, sheet=page.name)


def _draft(params: Path, change: Change, book: str) -> Draft:
    if change.page.file == SETTINGS_FILE:
        return draft_settings(params / SETTINGS_FILE, change, book)
    return draft_register(params / change.page.file, change)


def _faults_together(params: Path, book: str, drafts: list[Draft], changes: list[Change]
                     ) -> list[Finding]:
    rows = {change.sheet.rows[after][0]: change.sheet.numbers[after]
            for change in changes if change.page.file == SETTINGS_FILE
            for _, after in sorted(change.pairs, key=lambda pair: not any(change.cells_of(pair)))
            if after is not None}
    by_file = {draft.file: draft for draft in drafts}
    return [in_sheet(found, book, by_file, rows) for found in check_drafts(params, drafts)]


def _first_at_each_place(faults: Iterable[Finding]) -> list[Finding]:
    """The faults, without a second one of the same cell: it follows from the first."""
    found: dict[object, Finding] = {}
    for one in faults:
        is_placed = one.row is not None and one.column is not None
        found.setdefault((one.sheet, one.row, one.column) if is_placed else one, one)
    return [*found.values()]


def _write(params: Path, drafts: Iterable[Draft]) -> None:
    """Write all files. If one cannot be put in its place, those that were are put back."""
    new = {params / draft.file: draft.content for draft in drafts}
    old = {path: path.read_bytes() for path in new if path.exists()}
    try:
        with ExitStack() as put_in_place:
            for path, content in new.items():
                put_in_place.enter_context(refusing(path))
                draft_bytes(put_in_place.enter_context(whole(path)), content)
    except InputError as fault:
        written = [path for path, content in new.items() if _is_there(path, content)]
        stay = [path.name for path in written if not _put_back(path, old.get(path))]
        raise InputError(f"{fault}; " + (f"{listed(stay)} could not be put back and was written"
                                         if stay else "no file was changed")) from None


def _put_back(path: Path, content: bytes | None) -> bool:
    """Give a file its old content, or remove one that was not there; whether that could be done."""
    try:
        if content is None:
            path.unlink()
        else:
            write_bytes(path, content)
    except OSError:
        return False
    return True
