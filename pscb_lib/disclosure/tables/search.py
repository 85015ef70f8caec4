"""Relations between the lines of a table that nobody named, searched for by trying.

Two groups of labels with equal sums in every line are no accident where few such groups could be
so by chance. One that is chance after all hides a little more than need be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from math import comb, prod

import numpy

from pscb_lib.disclosure.tables.grid import TOTAL, Grid, is_total, spelled
from pscb_lib.disclosure.tables.lines import Line, Sides, Sum, in_order, value_in

SIZES = ((12, 4), (30, 3), (150, 2))  # of so many labels, groups of up to so many are tried
LONGEST = 40  # labels in a row that are tried as a group
TWICE = 2  # lines in which a relation holds: in one it may be chance
RARE = 10  # as many times less by chance must a line be that takes up another
BITS = 64  # sums are compared by their last bits first, and then in full


def balances(grid: Grid, lines: Sequence[Line], known: Iterable[Sides],
             own: Callable[[str], str] = lambda _: "") -> list[Sides]:
    """Pairs of groups of labels whose sums are equal in every line, least first.

    Without those that follow from the *known* ones or from one another. Those between labels with
    the same *own* file come before others.
    """
    every = [label for label in [*in_order(lines), TOTAL] if any(
        label in line and grid.counts[line[label]].value for line in lines)]
    whole = [line for line in lines if all(label in line for label in every)]
    if len(whole) >= TWICE:
        lines = whole
    single = [line for line in lines if not any(map(is_total, _common(line)))]
    lines = single if len(single) >= TWICE else lines
    if len(lines) < TWICE:
        return []
    basis = _Basis()
    for left, right in known:
        basis.adds((tuple(one for one in left if one in every),
                    tuple(one for one in right if one in every)))
    found = [sides for sides in _alike(every, grid, lines)
             if all(value_in(grid, line, sides[0]) == value_in(grid, line, sides[1])
                    for line in lines)]
    return [sides for sides in sorted(found, key=lambda one: (
        len({*map(own, (*one[0], *one[1]))}), len(one[0]) + len(one[1])))
            if basis.adds(sides)]


def running(grid: Grid, lines: Sequence[Line]) -> Iterator[tuple[str, list[Sum]]]:
    """Lines that add up others as they go, or take up what another ended with; in words, too."""
    order = in_order(lines)
    for ours in lines:
        for theirs in lines:
            both = [label for label in order if label in ours and label in theirs]
            if ours is theirs or len(both) <= TWICE:
                continue
            mine, other = (spelled(_common(line)) for line in (ours, theirs))
            steps = [Sum((theirs[label],), (theirs[before], ours[label]))
                     for before, label in pairwise(both)]
            if _is_no_chance(grid, steps, [ours[label] for label in both[1:]], len(lines)):
                first = Sum((theirs[both[0]],), (ours[both[0]],))
                yield f"{other} = {mine} added up", [
                    *steps, *([first] if not first.difference(grid) else [])]
            steps = [Sum((theirs[label],), (ours[before],)) for before, label in pairwise(both)]
            if _is_no_chance(grid, steps, [ours[label] for label in both[:-1]],
                             RARE * len(lines)):
                yield f"{other} = {mine} of the one before", steps


def _is_no_chance(grid: Grid, steps: Sequence[Sum], moved: Sequence[tuple[str, ...]],
                  tried: int) -> bool:
    values = [grid.counts[labels].value for labels in moved]
    return (all(one.difference(grid) == 0 for one in steps)
            and sum(value > 0 for value in values) >= TWICE
            and prod(1 + value for value in values) >= tried ** 2)


def _common(line: Line) -> tuple[str, ...]:
    """The labels that all counts of a line have."""
    return tuple(parts[0] for parts in zip(*line.values(), strict=True) if len({*parts}) == 1)


def _alike(labels: Sequence[str], grid: Grid, lines: Sequence[Line]) -> Iterator[Sides]:
    """Pairs of groups without a common label and with equal sums, if these are no accident."""
    values = numpy.array([[value_in(grid, line, [label]) % 2**BITS for line in lines]
                          for label in labels], numpy.uint64).reshape(len(labels), len(lines))
    by_sum: dict[bytes, list[tuple[int, ...]]] = defaultdict(list)
    for group in _tried(len(labels)):
        by_sum[values[[*group]].sum(axis=0).tobytes()].append(group)
    for groups in by_sum.values():
        if len(groups) < TWICE:
            continue
        sums = [value_in(grid, line, [labels[one] for one in groups[0]]) for line in lines]
        limit = prod(1 + one for one in sums)
        if sum(one > 0 for one in sums) < TWICE or limit < comb(len(labels), TWICE):
            continue
        for left, right in combinations(sorted(groups, key=len), 2):
            if not {*left} & {*right} and _chances(len(labels), left, right) <= limit:
                yield (tuple(labels[one] for one in left), tuple(labels[one] for one in right))


def _tried(number: int) -> Iterator[tuple[int, ...]]:
    """The groups of labels that are tried: all small ones, and those that follow one another."""
    size = next((size for most, size in SIZES if number <= most), 1)
    for length in range(1, size + 1):
        yield from combinations(range(number), length)
    for length in range(size + 1, min(number, LONGEST)):
        yield from (tuple(range(start, start + length)) for start in range(number - length + 1))


def _chances(number: int, left: Sequence[int], right: Sequence[int]) -> int:
    """How many pairs of groups like these are tried."""
    if _follow(left) and _follow(right) and (right[0] == left[-1] + 1 or left[0] == right[-1] + 1):
        return number * min(number, LONGEST)
    return comb(number, len(left)) * comb(number - len(left), len(right))


def _follow(group: Sequence[int]) -> bool:
    return group[-1] - group[0] == len(group) - 1


class _Basis:
    """Relations between labels, none of which follows from the others."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Fraction]] = {}

    def adds(self, sides: Sides) -> bool:
        """Add a relation; whether it did not follow from those before."""
        row = {label: Fraction(sign) for side, sign in zip(sides, (1, -1), strict=True)
               for label in side}
        for label, other in self.rows.items():
            if by := row.get(label, 0):
                for name, value in other.items():
                    row[name] = row.get(name, Fraction(0)) - by * value
        row = {label: value for label, value in row.items() if value}
        if row:
            first = next(iter(row))
            self.rows[first] = {label: value / row[first] for label, value in row.items()}
        return bool(row)
