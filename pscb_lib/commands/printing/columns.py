"""Lay out rows of text in columns that fit a console, broken between words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

GAP = 2
NARROWEST, WIDEST = 8, 20


def lay_out(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Yield the lines of a table with *headings*, at most *width* letters wide if words allow.

    A column with only blanks is not printed.
    """
    kept = [place for place in range(len(headings)) if any(row[place] for row in rows)]
    whole = [[row[place] for place in kept] for row in (headings, *rows)]
    widths = _fit([max(map(len, column)) for column in zip(*whole, strict=True)], width)
    for number, row in enumerate(whole):
        yield from _lines(row, widths)
        if number == 0:
            yield (" " * GAP).join("-" * one for one in widths)


def _fit(widths: list[int], width: int) -> list[int]:
    """Narrow the widest columns until all fit; the last, with the longest texts, may be wider."""
    if sum(widths) + GAP * (len(widths) - 1) > width:
        widths = [*(min(one, WIDEST) for one in widths[:-1]), widths[-1]]
    available = width - GAP * (len(widths) - 1)
    while sum(widths) > available and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _lines(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    cells = [wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
    for parts in zip_longest(*cells, fillvalue=""):
        padded = [part.ljust(width) for part, width in zip(parts, widths, strict=True)]
        yield (" " * GAP).join(padded).rstrip()
