"""Whether a number is shown as a percentage by its number format.

A % in quotes, after a backslash, or after ``_`` or ``*`` is only text: 27 in a cell formatted
``0.0"%"`` is 27. A format has up to four sections, for positive, negative, zero and text, or with
conditions in brackets.
"""

from __future__ import annotations

import re
from functools import cache
from operator import eq, ge, gt, le, lt, ne
from typing import Any

ONLY_TEXT = re.compile(r'"[^"]*"?|[\\_*].')
CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
IN_BRACKETS = re.compile(r"\[[^\]]*\]")
IS = {"<": lt, ">": gt, "=": eq, "<=": le, ">=": ge, "<>": ne}


def is_percentage(value: Any, number_format: str) -> bool:
    """Whether *value* is multiplied by 100 and shown with a % under this format."""
    if "%" not in number_format:
        return False
    sections = _sections(number_format)
    return "%" in IN_BRACKETS.sub("", _section(value, sections))


@cache
def _sections(number_format: str) -> tuple[str, ...]:
    return tuple(ONLY_TEXT.sub("", number_format).split(";"))


def _section(value: float, sections: tuple[str, ...]) -> str:
    """The section for a value; without conditions the first is for positive numbers and zero."""
    conditions = [CONDITION.search(section) for section in sections[:2]]
    if any(conditions):
        for section, found in zip(sections, conditions, strict=False):
            if found is None or IS[found[1]](value, float(found[2])):
                return section
        return sections[min(2, len(sections) - 1)]
    place = 1 if value < 0 else 2 if value == 0 else 0
    return sections[place] if place < min(len(sections), 3) else sections[0]
