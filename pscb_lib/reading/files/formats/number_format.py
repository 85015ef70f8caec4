"""What a number's format shows: a percentage, or a text in place of the number.

A % in quotes, after a backslash, or after ``_`` or ``*`` is only text: 27 in a cell formatted
``0.0"%"`` is 27. A format has up to four sections, for positive, negative, zero and text, or with
conditions in brackets.
"""

from __future__ import annotations

import re
from functools import cache
from operator import eq, ge, gt, le, lt, ne
from typing import Any

SECTION = re.compile(r'((?:"[^"]*"?|[\\_*].|[^;])*)(?:;|$)')
HAS_NUMBER = re.compile(r"[0#?@ymdhs]|general|\[[hms]+\]", re.IGNORECASE)
ONLY_TEXT = re.compile(r'"[^"]*"?|[\\_*].')
CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
IN_BRACKETS = re.compile(r"\[[^\]]*\]")
NO_LENGTH = re.compile(r"\[(?![hms]+\])[^\]]*\]", re.IGNORECASE)
MARKS = re.compile(r'"([^"]*)"?|\\(.)|[_*].')
IS = {"<": lt, ">": gt, "=": eq, "<=": le, ">=": ge, "<>": ne}


def is_percentage(value: Any, number_format: str) -> bool:
    """Whether *value* is multiplied by 100 and shown with a % under this format."""
    if "%" not in number_format:
        return False
    sections = _sections(number_format)
    return "%" in IN_BRACKETS.sub("", sections[_place(value, sections)])


def text_instead(value: Any, number_format: str) -> str | None:
    """The text shown in place of a number: <6 for 3 in a cell formatted ``[<6]"<6";0``.

    A zero that is shown as a dash, or as nothing, is a zero.
    """
    if not value or not hides_some(number_format):
        return None
    sections = _sections(number_format)
    place = _place(value, sections)
    if _has_number(sections[place]):
        return None
    shown = NO_LENGTH.sub("", SECTION.findall(number_format)[place])
    return MARKS.sub(lambda found: found[1] or found[2] or "", shown).strip()


@cache
def hides_some(number_format: str) -> bool:
    """Whether a format has a section without a place for the number."""
    return not all(map(_has_number, _sections(number_format)))


def _has_number(section: str) -> bool:
    return bool(HAS_NUMBER.search(NO_LENGTH.sub("", section)))


@cache
def _sections(number_format: str) -> tuple[str, ...]:
    return tuple(ONLY_TEXT.sub("", number_format).split(";"))


def _place(value: float, sections: tuple[str, ...]) -> int:
    """The place of the section for a value; without conditions the first has zero as well."""
    conditions = [CONDITION.search(section) for section in sections[:2]]
    if any(conditions):
        for place, found in enumerate(conditions):
            if found is None or IS[found[1]](value, float(found[2])):
                return place
        return min(2, len(sections) - 1)
    place = 1 if value < 0 else 2 if value == 0 else 0
    return place if place < min(len(sections), 3) else 0
