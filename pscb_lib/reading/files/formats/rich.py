"""Text of which a part is raised, lowered or struck through.

A raised 1 after a number is a footnote's: 79 with it is not 791. It is read as the character that
is raised by itself, which no number has.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pscb_lib.reading.files.formats.encoded import decoded
from pscb_lib.reading.files.formats.seen import ErrorCell

DIGITS = "0123456789"
RAISED = "".join(map(chr, (0x2070, 0xb9, 0xb2, 0xb3, *range(0x2074, 0x207a))))
LOWERED = "".join(map(chr, range(0x2080, 0x208a)))
MOVED = {"superscript": str.maketrans(DIGITS, RAISED), "subscript": str.maketrans(DIGITS, LOWERED)}


def text_of_runs(runs: Sequence[Any]) -> str:
    """The text of openpyxl's runs of letters; an :class:`ErrorCell` if a part is struck through."""
    whole = decoded("".join(map(_text, runs)))
    return whole if is_all_struck(runs) or not any(map(_is_struck, runs)) else partly_struck(whole)


def is_all_struck(runs: Any) -> bool:
    """Whether a line is drawn through all of a text that has runs."""
    return isinstance(runs, list) and all(_is_struck(run) for run in runs if str(run).strip())


def partly_struck(text: str) -> ErrorCell:
    """The cell with a line through a part of its text."""
    return ErrorCell.of(text, "has characters that are struck through: it cannot be told what is "
                        "meant", "delete them, or write the cell again")


def moved(text: str, how: str | None) -> str:
    """The text with its digits raised (superscript) or lowered (subscript)."""
    return text.translate(MOVED[how]) if how in MOVED else text


def _text(run: Any) -> str:
    return run if isinstance(run, str) else moved(str(run.text or ""), run.font.vertAlign)


def _is_struck(run: Any) -> bool:
    return not isinstance(run, str) and bool(run.font.strike)
