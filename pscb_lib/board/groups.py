"""The codes by which this Board's files call who meets: the setting ``groups``.

The framework has three groups with a role: the one that scrutinises each paper, the Board, and the
one that reviews serious cases. Its own codes for them, Q&E, PSCB and SCR group, may be written in
any file; a board that has others writes them in settings.yaml, and then in its files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.framework.folding import fold
from pscb_lib.framework.scheduling.meetings import PSCB, Group
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Field

SETTING = {"scrutiny": Group.SCRUTINY, "board": Group.BOARD, "case_review": Group.CASE_REVIEW}
Codes = tuple[tuple[str, str], ...]  # this Board's code, and the framework's in its place
MEMBERS = PSCB[0]


def codes_of(given: Mapping[str, str], file: str = "settings.yaml") -> Codes:
    """The codes of the setting ``groups``, by role. Raises InputError for one used twice."""
    codes = tuple((code, SETTING[name].value) for name, code in given.items())
    own = [code for code, _ in codes]
    taken = {group.value: group.value for group in Group} | {MEMBERS: Group.BOARD.value}
    for code, ours in codes:
        if own.count(code) > 1 or taken.get(code, ours) != ours:
            raise InputError.at(file, "the setting groups has one code for two groups",
                                "give each group a code of its own", value=code)
    return codes


def codes_beside(params: Path) -> Codes:
    """The codes that ``settings.yaml`` in *params* has; none without the file or the setting."""
    path = params / "settings.yaml"
    return _read(path, path.read_bytes()) if path.is_file() else ()


@cache
def _read(path: Path, content: bytes) -> Codes:
    given = read_yaml(path).get("groups", {}) if b"groups:" in content else {}
    if not isinstance(given, dict):
        return ()  # read_settings says so
    return codes_of({name: str(code) for name, code in given.items() if name in SETTING})


@cache
def with_codes(fields: tuple[Field, ...], name: str, codes: Codes) -> tuple[Field, ...]:
    """The *fields* of a register with this Board's codes in the column *name*."""
    return tuple(replace(one, parse=parse_codes(one.parse, codes)) if one.name == name else one
                 for one in fields)


@cache
def parse_codes(parse: cells.Parser, codes: Codes) -> cells.Parser:
    """A parser of the framework's words that takes this Board's codes for them, too."""
    if not codes:
        return parse

    def parsed(cell: str) -> object:
        try:
            return parse(_replaced(cell, codes))
        except ValueError as fault:
            raise ValueError(in_own_codes(str(fault), codes)) from None

    shape = cells.shape_of(parse)
    choices = tuple(in_own_codes(one, codes) for one in shape.choices)
    return cells.shaped(parsed, replace(shape, choices=choices))


def in_own_codes(text: str, codes: Codes) -> str:
    """A *text* with this Board's codes in place of the framework's."""
    return _replaced(text, tuple((ours, own) for own, ours in codes))


def _replaced(text: str, pairs: Codes) -> str:
    """The longest code first, and each once; capitals do not matter."""
    if not pairs:
        return text
    others = {fold(one): other for one, other in pairs}
    codes = "|".join(map(re.escape, sorted((one for one, _ in pairs), key=len, reverse=True)))
    return re.sub(codes, lambda found: others[fold(found[0])], text, flags=re.IGNORECASE)
