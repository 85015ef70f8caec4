"""The example rows of a form, marked in the column ``example``; they are not in the return."""

from __future__ import annotations

from array import array

from pscb_lib.framework.folding import fold
from pscb_lib.reading.files.taken import Taken

EXAMPLE = "example"


def take_examples(taken: Taken) -> None:
    """Remove the rows that are marked as examples, and their faults."""
    places = [place for place, name in enumerate(taken.columns) if fold(name) == EXAMPLE]
    if not places:
        return
    lines = list(zip(taken.numbers, taken.cells, strict=True))
    marked = [number for number, cells in lines if cells[places[0]].strip()]
    kept = [(number, cells) for number, cells in lines if not cells[places[0]].strip()]
    taken.examples += marked
    taken.numbers = array("l", [number for number, _ in kept])
    taken.cells = [cells for _, cells in kept]
    for number in marked:
        taken.faults.pop(number, None)
