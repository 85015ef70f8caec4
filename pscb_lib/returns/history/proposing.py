"""Recognise who sent a file, by what is written in it, for an officer to confirm.

Two things in a file name its sender: the agency on the first sheet of a form, and the column
``agency`` of its rows. A file's own name is never used. If the two differ, or neither is there,
nobody is proposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from pscb_lib.board.agencies import OFFICE, read_agencies, sender_parser
from pscb_lib.board.settings import read_settings
from pscb_lib.framework.english import listed
from pscb_lib.framework.folding import fold
from pscb_lib.reading import cells
from pscb_lib.reading.files import open_sheets
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.checking import CheckedFile
from pscb_lib.returns.checking.files import Opened
from pscb_lib.returns.forms.instructions import FROM, GUIDE
from pscb_lib.returns.kinds import Return

FIRST_ROWS = 20
BY_HAND = "accept it with --from"
PART = "enter its rows there, since one that is accepted replaces the whole"


@dataclass(frozen=True)
class Proposal:
    """One file, who is proposed as its sender, and what says so; without a sender, why not."""

    path: Path
    name: str
    kind: str
    sha256: str
    sender: str | None
    why: str


def propose(files: Iterable[CheckedFile], params: Path, received_on: date) -> Iterator[Proposal]:
    """Yield a proposal for each checked file."""
    board = read_settings(params / "settings.yaml").board
    parse = sender_parser(read_agencies(params / "agencies.csv"), received_on, board)
    for one in files:
        yield _propose(one, parse)


def _propose(one: CheckedFile, parse: cells.Parser) -> Proposal:
    opened, kind = one.opened, one.kind.name if one.kind else ""
    if one.refused or opened is None:
        why = one.refused.rule if one.refused else "cannot be read"
        return Proposal(one.path, one.name, kind, "", None, f"the file {why}")
    sender, why = _recognise(one, opened, parse)
    return Proposal(one.path, one.name, kind, opened.source.sha256, sender, why)


def _recognise(one: CheckedFile, opened: Opened, parse: cells.Parser) -> tuple[str | None, str]:
    """Return the sender and what names it, or None and why nobody is proposed."""
    named, in_rows = mark_of(one.path), _agencies_in(opened)
    if named:
        try:
            marked = str(cells.value_of(parse(named)))
        except ValueError as fault:
            return None, f"its form is from {named!r}, which {fault}; {BY_HAND}"
        others = [agency for agency in in_rows if agency != marked]
        if others and marked != OFFICE:
            return None, f"its form is from {marked} and its rows are from {listed(others)}; " \
                         f"{BY_HAND}"
        if marked != OFFICE and is_whole(opened.kind):
            return None, f"it is the part of {marked} in the register {opened.kind.name}: {PART}"
        return marked, "the form names it"
    if is_whole(opened.kind) and len(in_rows) == 1:
        return None, f"it is the part of {in_rows[0]} in the register {opened.kind.name}: {PART}"
    if is_whole(opened.kind):
        return OFFICE, "a register that the office keeps"
    if len(in_rows) == 1:
        return in_rows[0], "every row names it"
    if opened.kind.kept_by_office:
        return OFFICE, "a register that the office keeps"
    if in_rows:
        return None, f"its rows are from {len(in_rows)} agencies; {BY_HAND}"
    return None, f"nothing in it names its sender; {BY_HAND}"


def is_whole(kind: Return) -> bool:
    """Whether the office keeps a register that an accepted one replaces as a whole."""
    return kind.kept_by_office and not (kind.key or kind.is_folder)


def mark_of(path: Path) -> str:
    """Return the agency that the first sheet of a form names, or an empty text."""
    try:
        _, sheets = open_sheets(path)
        for sheet in sheets:
            if fold(sheet.name) == fold(GUIDE) and not sheet.is_hidden:
                for _, row in islice(sheet.lines(), FIRST_ROWS):
                    if len(row) > 1 and fold(row[0]) == fold(FROM):
                        return row[1].strip()
    except InputError:  # a fault of another sheet than the one that was read
        pass
    return ""


def _agencies_in(opened: Opened) -> list[str]:
    frame = opened.checked.frame
    return sorted({str(one) for one in frame["agency"] if one}) if "agency" in frame else []
