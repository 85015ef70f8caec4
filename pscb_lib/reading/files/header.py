"""Find the table in a file: the sheet, and the row with the names of the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from pscb_lib.reading.files.content import Content
from pscb_lib.reading.files.names import FIRST_ROWS, names_of
from pscb_lib.reading.files.table import Line, Sheet
from pscb_lib.reading.files.unfound import explain
from pscb_lib.reading.findings import InputError, Place

MOST_COLUMNS = 1_000


@dataclass(frozen=True)
class Header:
    """The row with the names of the columns.

    ``names`` is blank for a column without a name. ``above`` are the rows before the header.
    """

    row: int
    names: tuple[str, ...]
    above: tuple[Line, ...]


def find_sheet(content: Content, sheets: Sequence[Sheet], required: Sequence[str],
               wanted: str | None, optional: Sequence[str] = ()) -> tuple[Sheet, Header]:
    """The sheet with the table, and its header, whose known columns have their own names.

    Raises InputError if no visible sheet has the *required* columns, or two sheets have them.
    """
    visible = [sheet for sheet in sheets if not sheet.is_hidden and wanted in (None, sheet.name)]
    if not visible:
        raise content.refusal(f"there is no visible sheet {wanted or ''}".rstrip(),
                              f"the file has {', '.join(one.name for one in sheets) or 'none'}")
    found = [one for sheet in visible if (one := _find_in(content, sheet, required, optional))]
    if not found:
        raise _not_found(content, sheets, visible, required)
    if len(found) > 1 and required:
        names = " and ".join(sheet.name for sheet, _ in found)
        raise content.refusal(f"two sheets hold such a table ({names})",
                              "send one of them, or hide the others")
    return found[0]


def find_header(content: Content, sheet: str, top: Sequence[Line],
                required: Sequence[str], optional: Sequence[str] = ()) -> Header | None:
    """The first row with every required name."""
    for place, (number, cells) in enumerate(top):
        names = names_of(cells, (*required, *optional))
        if any(names) and {*required} <= {*names}:
            _check_names(content, sheet, number, names, required)
            return Header(number, names, tuple(top[:place]))
    return None


def _find_in(content: Content, sheet: Sheet, required: Sequence[str], optional: Sequence[str]
             ) -> tuple[Sheet, Header] | None:
    """The sheet with its header; of a text file, divided in the first way that has one."""
    for one in (sheet, *sheet.others):
        top = list(islice(one.lines(), FIRST_ROWS))
        if header := find_header(content, one.name, top, required, optional):
            return one, header
    return None


def _check_names(content: Content, sheet: str, row: int, names: tuple[str, ...],
                 required: Sequence[str]) -> None:
    place: Place = {"row": row, "sheet": sheet or None}
    width = sum(map(bool, names))
    if width > MOST_COLUMNS:
        raise content.refusal(f"has {width:,} columns; at most {MOST_COLUMNS:,} are read",
                              "send the columns of the return", **place)
    twice = [name for name in required if names.count(name) > 1]
    if twice:
        raise content.refusal(f"there are two columns {', '.join(twice)}",
                              "remove or rename one", **place)


def _not_found(content: Content, sheets: Sequence[Sheet], visible: Sequence[Sheet],
               required: Sequence[str]) -> InputError:
    if said := explain(sheets, [required]):
        return content.refusal(said.rule, said.remedy, row=said.row, sheet=said.sheet or None)
    # Only known names are repeated: if there is no header, row 1 is a child's record.
    best: tuple[int, int, list[str], str] = (0, -1, [], visible[0].name)
    for sheet in (one for each in visible for one in (each, *each.others)):
        for number, cells in islice(sheet.lines(), FIRST_ROWS):
            names = names_of(cells, required)
            seen = [name for name in required if name in names]
            best = max(best, (len(seen), -number, seen, sheet.name))
    missing = [name for name in required if name not in best[2]]
    return content.refusal(f"there is no column {', '.join(missing)}",
                           f"add it; the file has {', '.join(best[2]) or 'none of them'}",
                           row=-best[1], sheet=best[3] or None)
