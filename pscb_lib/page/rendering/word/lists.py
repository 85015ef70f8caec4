"""Numbered lists, each of which begins at one."""

from __future__ import annotations

from typing import Any

from pscb_lib.page.rendering.word.xml import w

DECIMAL = 1  # the abstract list of numbers in the empty document


class Lists:
    """The lists of one document."""

    def __init__(self, numbering: Any) -> None:
        self._numbering = numbering

    def begin(self) -> int:
        """Return the number of a new list."""
        number = len(self._numbering.findall("{*}num")) + 1
        self._numbering.append(w(
            "num", w("abstractNumId", val=DECIMAL),
            w("lvlOverride", w("startOverride", val=1), ilvl=0), numId=number))
        return number
