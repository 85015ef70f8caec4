"""Read the drafts of all files together, as a run does, and say where in the sheets they fail."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pscb_lib.board.decisions import find_registers, read_register
from pscb_lib.board.settings import read_settings
from pscb_lib.page.logo import read_look
from pscb_lib.reading.findings import Finding, InputError
from pscb_lib.running.params_book.drafting import Draft
from pscb_lib.running.params_book.pages import SETTINGS_FILE
from pscb_lib.writing.whole import draft_bytes

NAMED = re.compile(r"\bsettings? ([a-z0-9_.]+(?: and [a-z0-9_.]+)*)")


def check_drafts(params: Path, drafts: Iterable[Draft]) -> list[Finding]:
    """What is wrong with the files of *params* once the *drafts* stand in their place."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / params.name
        shutil.copytree(params, copy)
        for draft in drafts:
            draft_bytes(copy / draft.file, draft.content)
        return [*dict.fromkeys(found for read in _readers(copy) for found in _findings(read))]


def _readers(params: Path) -> Iterator[Callable[[], object]]:
    for register in find_registers():
        if not register.may_be_missing or (params / register.file).exists():
            if not register.is_record:
                yield lambda one=register: read_register(  # type: ignore[misc]
                    params / one.file, one.fields, one.rules)
            yield lambda one=register: one.read(params / one.file)  # type: ignore[misc]
    yield lambda: read_look(params, read_settings(params / SETTINGS_FILE))


def _findings(read: Callable[[], object]) -> tuple[Finding, ...]:
    try:
        read()
    except InputError as fault:
        return findings_of(fault)
    return ()


def findings_of(fault: InputError) -> tuple[Finding, ...]:
    """All that an error says, as findings."""
    return fault.findings or (Finding("params", str(fault), "correct it"),)


def in_sheet(found: Finding, book: str, drafts: Mapping[str, Draft], rows: Mapping[str, int]
             ) -> Finding:
    """The finding at its place in the workbook, if it is about a file that the workbook changes.

    *rows* are the rows of the settings in their sheet, those that the workbook changes first.
    """
    draft = drafts.get(found.file)
    if draft is None:
        return found
    sheet = Path(found.file).stem
    if found.file == SETTINGS_FILE:
        said = {name for names in NAMED.findall(found.rule) for name in names.split(" and ")}
        row = next((row for name, row in rows.items() if name in said),
                   draft.row_of.get(found.row or 0))
        return replace(found, file=book, sheet=sheet, row=row, column="value" if row else None)
    return replace(found, file=book, sheet=sheet, row=draft.row_of.get(found.row or 0))
