"""The lines of a table, along its rows or its columns, and the sums that hold in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pscb_lib.disclosure.tables.grid import Grid, Labels, is_total

Line = dict[str, Labels]  # the counts that differ in one label only, by that label
Sides = tuple[tuple[str, ...], tuple[str, ...]]  # labels whose sums are equal


@dataclass(frozen=True)
class Sum:
    """Counts, each by its labels, whose sums are equal: most often a total and its parts."""

    left: tuple[Labels, ...]
    right: tuple[Labels, ...]

    def difference(self, grid: Grid) -> int:
        """How far the sums are apart."""
        return (sum(grid.counts[labels].value for labels in self.left)
                - sum(grid.counts[labels].value for labels in self.right))


def lines_along(counts: Iterable[Labels], position: int) -> list[Line]:
    """The counts in lines: those of one line have all labels but the one at *position* alike."""
    lines: dict[Labels, Line] = defaultdict(dict)
    for labels in counts:
        lines[labels[:position] + labels[position + 1:]][labels[position]] = labels
    return list(lines.values())


def in_order(lines: Iterable[Line]) -> list[str]:
    """The labels along *lines* in their order, without totals."""
    return [*dict.fromkeys(label for line in lines for label in line if not is_total(label))]


def in_line(line: Line, sides: Sides) -> Sum | None:
    """The sum in one line, of the counts that it has; None where a side has none."""
    left, right = (tuple(line[label] for label in side if label in line) for side in sides)
    return Sum(left, right) if left and right else None


def value_in(grid: Grid, line: Line, labels: Sequence[str]) -> int:
    """The sum of the counts in one line with *labels*."""
    return sum(grid.counts[line[label]].value for label in labels if label in line)
