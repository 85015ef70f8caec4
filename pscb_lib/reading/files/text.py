"""Read a csv file: find its encoding and separator, and read it row by row."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from pscb_lib.reading.cells.numbers import may_be_decimal
from pscb_lib.reading.files.content import Content
from pscb_lib.reading.files.encodings import SAVE_AS_UTF8, find_encoding, name_of
from pscb_lib.reading.files.table import Line, Sheet
from pscb_lib.reading.findings import Finding, InputError, Reaction

LONGEST_LINE = 1_000_000
HEAD = 20  # rows that are looked at to find the separator
SEPARATORS = {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "a vertical bar"}
END_OF_FILE = b"\x1a"  # as programs for DOS end a text
BYTE_ORDER_MARK = "\ufeff"


def read_text(content: Content) -> list[Sheet]:
    """The one sheet of a csv file, and the other ways to divide it.

    Raises InputError if its bytes are not text.
    """
    content = replace(content, data=content.data.rstrip(END_OF_FILE))
    encoding = find_encoding(content)
    best, *others = _find_separators(content, encoding)
    return [replace(_sheet(content, encoding, best),
                    others=tuple(_sheet(content, encoding, other) for other in others))]


def _sheet(content: Content, encoding: str, separator: str) -> Sheet:
    def notes() -> list[Finding]:
        said = [] if encoding == "utf-8-sig" else [f"is written in {name_of(encoding)}"]
        said += [] if separator == "," else [f"is divided by {SEPARATORS[separator]}"]
        return [Finding(content.name, one + ", and was read so", SAVE_AS_UTF8,
                        reaction=Reaction.NORMALISED) for one in said]

    return Sheet("", lambda: _records(content, encoding, separator), notes=notes)


def _find_separators(content: Content, encoding: str) -> list[str]:
    """The separators that divide the first rows, the one that does so most evenly first."""
    even = {one: _evenness(content, encoding, one) for one in SEPARATORS}
    ranked = sorted(SEPARATORS, key=lambda one: even[one] or (0, 0), reverse=True)
    first = next(_lines(content, encoding), "").casefold().strip()
    ranked.sort(key=lambda one: first != f"sep={one}".strip())  # Excel's own line says it
    return [one for place, one in enumerate(ranked) if place == 0 or even[one]]


def _evenness(content: Content, encoding: str, separator: str) -> tuple[int, int] | None:
    """How many of the first rows have the same number of cells, and that number.

    None if they cannot be divided so.
    """
    try:
        rows = list(islice(_records(content, encoding, separator), HEAD))
    except InputError:
        return None
    widths = Counter(len(cells) for _, cells in rows if len(cells) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _records(content: Content, encoding: str, separator: str) -> Iterator[Line]:
    reader = csv.reader(_lines(content, encoding), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            yield number, may_be_decimal(cells) if separator == ";" else cells
    except csv.Error as fault:
        raise content.refusal(f"is not a CSV file ({fault})", "save it again as CSV UTF-8"
                              ) from None


def _lines(content: Content, encoding: str) -> Iterator[str]:
    with io.TextIOWrapper(io.BytesIO(content.data), encoding=encoding, newline="") as opened:
        while line := opened.readline(LONGEST_LINE):
            if len(line) >= LONGEST_LINE:
                raise _too_long(content)
            yield line.lstrip(BYTE_ORDER_MARK)  # of a file that was joined to another


def _too_long(content: Content) -> InputError:
    return content.refusal(f"has a line of more than {LONGEST_LINE:,} characters",
                           "save it again as CSV UTF-8")
