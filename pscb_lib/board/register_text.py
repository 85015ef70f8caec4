"""The text of a register, from which a changed file is made that keeps the bytes of other rows.

A row that is not edited keeps its quotation marks and its line end, and the file its separator and
its byte order mark. A file that is not in UTF-8 is written in UTF-8.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

MARK = "\ufeff"
SEPARATORS = (",", ";", "\t", "|")
Cells = tuple[str, ...]


@dataclass(frozen=True)
class Kept:
    """A row as the file has it: its cells, and its text with the line end."""

    cells: Cells
    text: str


@dataclass(frozen=True)
class RegisterText:
    """A file's rows by their numbers, from 1, blank rows among them; how its cells are divided."""

    rows: dict[int, Kept]
    mark: str = ""
    separator: str = ","
    end: str = "\n"

    def line(self, cells: Iterable[str]) -> str:
        """A row of *cells* as the file writes its rows."""
        written = io.StringIO(newline="")
        csv.writer(written, delimiter=self.separator, lineterminator=self.end).writerow(cells)
        return written.getvalue()


def text_of(data: bytes, encoding: str, columns: int, header: int = 1) -> RegisterText:
    """The text of a register; the number of *columns* in its *header* tells how it is divided."""
    text = data.decode(encoding).removeprefix(MARK)
    mark = MARK if data.startswith(MARK.encode()) else ""
    end = "\r\n" if "\r\n" in text else "\n"
    divided = ({number: one for number, one in enumerate(_rows(text, separator), 1)}
               for separator in SEPARATORS)
    found = [(rows, separator) for rows, separator in zip(divided, SEPARATORS, strict=True)
             if header in rows and len(rows[header].cells) >= columns]
    rows, separator = found[0] if found else ({}, ",")
    return RegisterText(rows, mark, separator, end)


def _rows(text: str, separator: str) -> Iterator[Kept]:
    lines: list[str] = []

    def taken() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            lines.append(line)
            yield line

    for cells in csv.reader(taken(), delimiter=separator):
        yield Kept(tuple(cells), "".join(lines))
        lines.clear()


def with_rows(before: RegisterText, header: int, names: Sequence[str],
              rows: Iterable[tuple[int | None, Cells]]) -> bytes:
    """The file with these *rows* under the row *header*, which gets the *names* if they differ.

    Each row is the number of the row before whose text it keeps, or None, and its cells.
    """
    head = before.rows.get(header)
    above = [before.rows[number].text for number in range(1, header)]
    texts = [*above, head.text if head and len(head.cells) == len(names) else before.line(names)]
    for number, cells in rows:
        kept = before.rows.get(number) if number else None
        texts.append(kept.text if kept and len(kept.cells) == len(cells) else before.line(cells))
    whole = [text if text.endswith(("\n", "\r")) else text + before.end for text in texts]
    return (before.mark + "".join(whole)).encode()
