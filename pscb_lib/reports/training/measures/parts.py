"""What the measures share: whom they count, and when a share is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pscb_lib.disclosure.figures import FigureRow, count, proportion
from pscb_lib.reading.rows import Record
from pscb_lib.reports.training import places
from pscb_lib.reports.training.places import FEWEST

AGENCY = "agency"
Rows = Sequence[Record]


def share(table: str, label: str, column: str, part: int, whole: int) -> FigureRow:
    """A share of those who answered, or that they are too few to be told."""
    if whole < FEWEST:
        return count(table, label, None, column, state=places.TOO_FEW, describes=AGENCY)
    return proportion(table, label, part, whole, column, describes=AGENCY)


def withheld(numbers: Mapping[str, int]) -> dict[str, str]:
    """The groups whose answers are not told, each with its state, given how many answered.

    Where those of fewer than ten could be had from a total without the others, the next smallest
    is not told either.
    """
    few = {label: places.TOO_FEW for label, number in numbers.items() if number < FEWEST}
    answering = [label for label in few if numbers[label]]
    told = [label for label in numbers if label not in few]
    if told and answering and (len(answering) == 1
                               or sum(numbers[label] for label in answering) < FEWEST):
        few[min(told, key=lambda label: (numbers[label], label))] = places.WITH_FEW
    return few


def answered(rows: Iterable[Record]) -> Iterator[Record]:
    """The forms that came back."""
    return (row for row in rows if row["answered_on"] is not None)


def grouped(rows: Iterable[Record], name: str) -> Mapping[str, list[Record]]:
    """The rows by their value in a field, in order of first appearance."""
    groups: dict[str, list[Record]] = {}
    for row in rows:
        groups.setdefault(row[name], []).append(row)
    return groups
