"""Which counts of a table add up: totals by their names, sums that are told, sums that are found.

A total is the sum of the counts with the same labels otherwise. Where a part of them is itself
the sum of others, as North of its two districts, only the greater is added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pscb_lib.disclosure.tables.grid import TOTAL, TOTALS, Grid, is_total
from pscb_lib.disclosure.tables.lines import Line, Sides, Sum, in_line, in_order, lines_along
from pscb_lib.disclosure.tables.search import balances, running
from pscb_lib.disclosure.tables.unsaid import breakdowns, unsaid
from pscb_lib.framework.folding import fold
from pscb_lib.reading.findings import InputError


@dataclass(frozen=True)
class Told:
    """A sum that the user states: labels whose counts add up to those of other labels."""

    left: tuple[str, ...]
    right: tuple[str, ...]


def parse_sum(text: str) -> Told:
    """A sum as it is told: ``North = N1 + N2``, or ``Start + Started = Ended + End``.

    Raises InputError if it is not written so.
    """
    sides = [tuple(part.strip() for part in side.split(" + ")) for side in text.split(" = ")]
    if len(sides) != len(("left", "right")) or not all(map(all, sides)):
        raise InputError.at("--sum", "is not a sum", 'write it like "North = N1 + N2", with '
                            "spaces around = and +", value=text)
    return Told(*sides)


def sums_of(grid: Grid, told: Sequence[Told] = ()) -> tuple[list[Sum], list[str]]:
    """The sums of a table, and a line on each that was found without being named.

    Raises InputError where a total, or a sum that is told, does not add up.
    """
    sums: dict[Sum, None] = {}
    said: list[str] = []
    for position in range(len(next(iter(grid.counts)))):
        lines = lines_along(grid.counts, position)
        own = [sides for one in told if (sides := _names_in(one, lines))]
        if not own and not (_has_totals(lines) and _adds_up(grid, lines, ())):
            own = _found(grid, lines)
            said += [f"{grid.file}: {_sum_in_words(sides)}" for sides in own]
        for line in lines:
            sums |= dict.fromkeys(_in_line(grid, line, own))
        total = _total(in_order(lines), own) if _has_totals(lines) else []
        for sides in balances(grid, lines, [*own, *total]):
            said.append(f"{grid.file}: found {_equation(sides)}")
            sums |= dict.fromkeys(one for line in lines if (one := in_line(line, sides))
                                  and one.difference(grid) == 0)
        for words, carried in running(grid, lines):
            said.append(f"{grid.file}: found {words}")
            sums |= dict.fromkeys(carried)
    sums |= dict.fromkeys([*_over_several(grid, sums)])
    for one in sums:
        _check(grid, one)
    return list(sums), said


def is_told_of(told: Told, grid: Grid) -> bool:
    """Whether the labels of a sum that is told stand along one side of a table."""
    return any(_names_in(told, lines_along(grid.counts, position))
               for position in range(len(next(iter(grid.counts)))))


def _found(grid: Grid, lines: Sequence[Line]) -> list[Sides]:
    """The sums without a name along *lines*, if the named totals add up with them."""
    own: list[Sides] = [((whole,), parts) for whole, parts in unsaid(grid, lines).items()]
    if own and _adds_up(grid, lines, own):
        return own
    groups = breakdowns(grid, lines)
    if _has_totals(lines):
        return [((TOTAL,), group) for group in groups]
    return [(groups[0], group) for group in groups[1:]]


def _total(order: Iterable[str], own: Sequence[Sides]) -> list[Sides]:
    """The total of all labels that are no parts of another; none if it is told otherwise."""
    nested = {part for left, right in own for part in right if len(left) == 1}
    parts = tuple(label for label in order if label not in nested)
    return [((TOTAL,), parts)] if parts and all(left != (TOTAL,) for left, _ in own) else []


def _in_line(grid: Grid, line: Line, own: Sequence[Sides]) -> Iterator[Sum]:
    for sides in _total((label for label in line if not is_total(label)), own):
        if one := in_line(line, sides):
            yield one
    for sides in own:
        one = in_line(line, sides)
        if one and (all(label in line for side in sides for label in side)
                    or one.difference(grid) == 0):
            yield one


def _over_several(grid: Grid, sums: Iterable[Sum]) -> Iterator[Sum]:
    """The totals over two kinds of labels at once, where no line has its parts."""
    done = {labels for one in sums for labels in one.left}
    for total in grid.counts:
        over = [place for place, label in enumerate(total) if is_total(label)]
        if not over or total in done:
            continue
        parts = tuple(labels for labels in grid.counts if all(
            not is_total(label) if place in over else label == total[place]
            for place, label in enumerate(labels)))
        if parts:
            yield Sum((total,), parts)


def _has_totals(lines: Iterable[Line]) -> bool:
    return any(TOTAL in line and len(line) > 1 for line in lines)


def _adds_up(grid: Grid, lines: Iterable[Line], own: Sequence[Sides]) -> bool:
    """Whether each named total along these lines is the sum of all that are no parts of others."""
    return all(one.difference(grid) == 0 for line in lines
               for sides in _total((label for label in line if not is_total(label)), own)
               if (one := in_line(line, sides)))


def _check(grid: Grid, one: Sum) -> None:
    if one.difference(grid):
        total = sum(grid.counts[part].value for part in one.right)
        raise grid.error(grid.counts[one.left[0]], f"its {len(one.right)} parts add up to {total}",
                         "correct it, or name with --sum what is a sum of only some of them, "
                         "or with --label a column that counts nothing")


def _names_in(one: Told, lines: Sequence[Line]) -> Sides | None:
    """A told sum as these lines spell its labels; None where they have them not all."""
    spelled = {fold(label): label for line in lines for label in line}
    left, right = (tuple(spelled.get(TOTAL if fold(name) in TOTALS else fold(name), "")
                         for name in side) for side in (one.left, one.right))
    return (left, right) if all((*left, *right)) else None


def _sum_in_words(sides: Sides) -> str:
    left, right = sides
    if len(left) > 1:
        return f"found {_equation(sides)}"
    return f"{_spelled(left[0])} is read as the sum of {', '.join(right)}"


def _equation(sides: Sides) -> str:
    return " = ".join(" + ".join(map(_spelled, side)) for side in sides)


def _spelled(label: str) -> str:
    return "Total" if is_total(label) else label
