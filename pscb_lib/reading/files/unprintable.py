"""Make the texts of a table printable, and refuse those that cannot be."""

from __future__ import annotations

from collections.abc import Iterable

from pscb_lib.reading.characters import Printed, printed
from pscb_lib.reading.files.taken import Taken
from pscb_lib.reading.findings import Reaction

MOST_ROWS = 20
CHECK_IT = "see that this is what is meant"


def take_characters(taken: Taken, texts: Iterable[str], is_refused: bool) -> None:
    """Normalise what has an equal and say so; add a fault for what has none, if *is_refused*.

    Otherwise such a character stands in its text as its name. No value is repeated, because a
    column may identify a child.
    """
    found = {text: one for text in texts if (one := printed(text)).text != text}
    if not found:
        return
    rows: dict[tuple[str, str], list[int]] = {}
    for place, (number, cells) in enumerate(zip(taken.numbers, taken.cells, strict=True)):
        for name, cell in zip(taken.columns, cells, strict=True):
            if cell in found:
                _take_one(taken, rows, number, name, found[cell], is_refused)
        taken.cells[place] = tuple(found[cell].text if cell in found else cell for cell in cells)
    for (name, says), numbers in rows.items():
        taken.notes.append(taken.finding(says + _how_often(numbers), CHECK_IT, numbers[0], name,
                                         reaction=Reaction.NORMALISED))


def _take_one(taken: Taken, rows: dict[tuple[str, str], list[int]], number: int, name: str,
              one: Printed, is_refused: bool) -> None:
    if one.refused and is_refused:
        taken.fault(number, *one.refused, name)
    for says in one.changes:
        rows.setdefault((name, says), []).append(number)


def _how_often(rows: list[int]) -> str:
    if len(rows) == 1:
        return ""
    named = ", ".join(map(str, rows[:MOST_ROWS])) + (" ..." if len(rows) > MOST_ROWS else "")
    return f" (in {len(rows)} cells: rows {named})"
