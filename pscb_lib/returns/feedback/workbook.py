"""Write a copy of each file with its cells marked and a sheet that lists what to correct.

The copy has only values that the agency sent, text as text. For a file that cannot be read
only the list is written, because the file may hold data that must not be sent on.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from itertools import islice, zip_longest
from pathlib import Path

from pscb_lib.page.rendering.spreadsheets import FORBIDDEN, SHEET_NAME
from pscb_lib.page.rendering.workbooks import new_workbook, print_wide
from pscb_lib.reading.files.formats.seen import OF_A_CHECK
from pscb_lib.reading.files.values import as_text
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.checking import CheckedFile
from pscb_lib.returns.feedback.copies import GENERAL, Copied, copy_sheets
from pscb_lib.returns.feedback.letter import SHEET, write_letter
from pscb_lib.returns.feedback.marks import WHOLE_ROW, Marks, find_marks
from pscb_lib.returns.feedback.own_words import findings_of
from pscb_lib.returns.feedback.styles import Styles

MOST_ROWS = 1_048_576
MOST_COMMENTS = 5_000
NARROWEST, WIDEST, LOOKED_AT = 10, 40, 200
COMMENT = {"x_scale": 2.2, "y_scale": 1.2, "font_size": 9, "author": OF_A_CHECK}
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
           "strings_to_numbers": False}
DAYS = re.compile(r"<dcterms:(?:created|modified)[^>]*>([^<]*)<")
CREATED = datetime(1980, 1, 1)  # if there is no day of a report


def write_feedback(files: Iterable[CheckedFile], folder: Path) -> Iterator[Path]:
    """Write a workbook into *folder* for each file with findings; yield each path written.

    Never overwrites a checked file. Raises InputError if a workbook cannot be written.
    """
    files = list(files)
    taken = {one.path.resolve() for one in files}
    for one in files:
        if one.findings:
            path = _free(folder / f"{Path(one.name).with_suffix('')}-please-correct.xlsx", taken)
            _refuse_others(path)
            _write(one, path)
            yield path


def _refuse_others(path: Path) -> None:
    """Raise InputError if a file there is not as we wrote it, such as a copy filled in meanwhile.

    A program that saves a workbook changes its day of change; ours is that of its making.
    """
    if path.is_file() and not _is_as_written(path):
        raise InputError.at(path.name, "is there already and was saved by somebody since, or is "
                            "another file", "move it away, or name another folder")


def _is_as_written(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as book:
            core = book.read("docProps/core.xml").decode("utf-8")
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return False
    return len({*DAYS.findall(core)}) == 1 and f"<dc:title>{SHEET}: " in core


def _free(path: Path, taken: set[Path]) -> Path:
    """Return an unused path: two checked files may differ only in their format."""
    free, number = path, 2
    while free.resolve() in taken:
        free, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    taken.add(free.resolve())
    return free


def _write(one: CheckedFile, path: Path) -> None:
    sheets, since_1904 = _copies(one)
    with new_workbook(path, {**OPTIONS, "date_1904": since_1904}) as book:
        created = datetime.combine(one.context.as_of, time()) if one.context else CREATED
        book.set_properties({"title": f"{SHEET}: {one.path.name}", "created": created})
        styles = Styles(book)
        letter = book.add_worksheet(SHEET)
        names = [_sheet_name(sheet.name) for sheet in sheets]
        table = next((pair for pair in zip(names, sheets, strict=True) if pair[1].places), None)
        write_letter(letter, one, styles, table and table[0], table[1].places if table else {})
        for name, sheet in zip(names, sheets, strict=True):
            marks = find_marks(findings_of(one), sheet.places) if sheet.places else {}
            _write_sheet(book.add_worksheet(name), sheet, marks, styles)


def _copies(one: CheckedFile) -> tuple[list[Copied], bool]:
    opened = one.opened
    if opened is None or opened.source.read >= MOST_ROWS:
        return [], False
    fields = opened.kind.fields(opened.context)
    sheets, since_1904 = copy_sheets(
        one.path, [field.name for field in fields if not field.optional],
        [field.name for field in fields if field.optional])
    # A copy that comes back still has the list of the check before.
    return [sheet for sheet in sheets if sheet.name != SHEET], since_1904


def _sheet_name(name: str) -> str:
    """Return a name that a workbook allows: a csv file may have any name."""
    if name.casefold() in (SHEET.casefold(), "history"):
        return "Return"
    return name if _is_fit(name) else FORBIDDEN.sub(" ", name)[:SHEET_NAME].strip() or "Return"


def _is_fit(name: str) -> bool:
    return len(name) <= SHEET_NAME and not FORBIDDEN.search(name.replace("'", "")) and (
        name == name.strip("'"))


def _write_sheet(sheet, copied: Copied, by_row: Marks, styles: Styles) -> None:
    print_wide(sheet)
    for place, width in enumerate(_widths(copied)):
        sheet.set_column(place, place, width)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})
    if copied.header_row:
        sheet.freeze_panes(copied.header_row, 0)
    commented = 0
    for number, cells in copied.lines():
        own = by_row.get(number, {})
        short = max(own, default=-1) + 1 - len(cells)
        for place, (value, number_format) in enumerate([*cells, *[(None, GENERAL)] * short]):
            mark = own.get(place, own.get(WHOLE_ROW))
            look = mark.reaction if mark else "heading" if number == copied.header_row else ""
            styles.write(sheet, number - 1, place, value, number_format, look)
        for place, mark in own.items():
            if commented < MOST_COMMENTS:
                sheet.write_comment(number - 1, max(place, 0), "\n".join(mark.says), COMMENT)
            commented += 1


def _widths(copied: Copied) -> list[int]:
    """Return the width of each column in letters, from its first rows."""
    lengths = [[len(as_text(value)) for value, _ in cells]
               for _, cells in islice(copied.lines(), LOOKED_AT)]
    return [min(max(NARROWEST, *column) + 2, WIDEST)
            for column in zip_longest(*lengths, fillvalue=0)]
