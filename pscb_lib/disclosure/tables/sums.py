"""Which counts of a table add up: totals by their names, sums that are told, sums that are found.

A total is the sum of the counts with the same labels otherwise. Where a part of them is itself
the sum of others, as North of its two districts, only the greater is added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pscb_lib.disclosure.tables.grid import TOTAL, Grid, Labels, is_total
from pscb_lib.reading.files.header import fold
from pscb_lib.reading.findings import InputError

TWICE = 2  # parts of a sum, and lines in which it holds: in one line it may be chance
LONGEST = 40  # labels in a row that are tried as the parts of a sum

Line = dict[str, Labels]  # the counts that differ in one label only, by that label


@dataclass(frozen=True)
class Told:
    """A sum that the user states: a label, and those that it is the sum of."""

    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Sum:
    """A count and the counts that add up to it, each by its labels."""

    total: Labels
    parts: tuple[Labels, ...]


def parse_sum(text: str) -> Told:
    """A sum as it is told: ``North = N1 + N2``. Raises InputError if it is not written so."""
    whole, _, rest = text.partition(" = ")
    parts = tuple(part.strip() for part in rest.split(" + "))
    if not (whole.strip() and all(parts)):
        raise InputError.at("--sum", "is not a sum", 'write it like "North = N1 + N2", with '
                            "spaces around = and +", value=text)
    return Told(whole.strip(), parts)


def sums_of(grid: Grid, told: Sequence[Told] = ()) -> tuple[list[Sum], list[str]]:
    """The sums of a table, and a line on each that was found without being named.

    Raises InputError where a total, or a sum that is told, does not add up.
    """
    sums: dict[Sum, None] = {}
    said: list[str] = []
    for position in range(len(next(iter(grid.counts)))):
        lines = lines_along(grid.counts, position)
        own = [names for one in told if (names := _names_in(one, lines))]
        nested = {part for _, *parts in own for part in parts}
        if not own and not (_has_totals(lines) and _adds_up(grid, lines, nested)):
            found = _unsaid(grid, lines)
            if _adds_up(grid, lines, nested.union(*found.values())):
                nested = nested.union(*found.values())
                own = [(whole, *parts) for whole, parts in found.items()]
                said += [f"{grid.file}: {whole} is read as the sum of {', '.join(parts)}"
                         for whole, parts in found.items()]
        for line in lines:
            sums |= dict.fromkeys(_in_line(line, nested, own))
    sums |= dict.fromkeys([*_over_several(grid, sums)])
    for one in sums:
        _check(grid, one)
    return list(sums), said


def lines_along(counts: Iterable[Labels], position: int) -> list[Line]:
    """The counts in lines: those of one line have all labels but the one at *position* alike."""
    lines: dict[Labels, Line] = defaultdict(dict)
    for labels in counts:
        lines[labels[:position] + labels[position + 1:]][labels[position]] = labels
    return list(lines.values())


def _in_line(line: Line, nested: set[str], own: Iterable[tuple[str, ...]]) -> Iterator[Sum]:
    parts = tuple(labels for label, labels in line.items()
                  if not is_total(label) and label not in nested)
    if TOTAL in line and parts:
        yield Sum(line[TOTAL], parts)
    for whole, *rest in own:
        if whole in line and all(part in line for part in rest):
            yield Sum(line[whole], tuple(line[part] for part in rest))


def _over_several(grid: Grid, sums: Iterable[Sum]) -> Iterator[Sum]:
    """The totals over two kinds of labels at once, where no line has its parts."""
    done = {one.total for one in sums}
    for total in grid.counts:
        over = [place for place, label in enumerate(total) if is_total(label)]
        if not over or total in done:
            continue
        parts = tuple(labels for labels in grid.counts if all(
            not is_total(label) if place in over else label == total[place]
            for place, label in enumerate(labels)))
        if parts:
            yield Sum(total, parts)


def _has_totals(lines: Iterable[Line]) -> bool:
    return any(TOTAL in line and len(line) > 1 for line in lines)


def _adds_up(grid: Grid, lines: Iterable[Line], nested: set[str]) -> bool:
    """Whether each named total along these lines is the sum of the counts that are not *nested*."""
    return all(_left(grid, one) == 0 for line in lines for one in _in_line(line, nested, ()))


def _unsaid(grid: Grid, lines: Sequence[Line]) -> dict[str, tuple[str, ...]]:
    """The labels that are the sum of those just before or after them, or of all others.

    In a single line that may be chance, unless the sums lead up to one of all.
    """
    order = [*dict.fromkeys(label for line in lines for label in line if not is_total(label))]
    found: dict[str, tuple[str, ...]] = {}
    while more := _first_unsaid(grid, lines, order):
        found |= more
        order = [label for label in order if label not in next(iter(more.values()))]
    counted = sum(any(grid.counts[one].value for one in line.values()) for line in lines)
    return found if counted >= TWICE or len(order) == 1 else {}


def _first_unsaid(grid: Grid, lines: Sequence[Line], order: list[str]
                  ) -> dict[str, tuple[str, ...]]:
    for place, whole in enumerate(order):
        runs = [order[start:place] for start in range(place - TWICE, max(-1, place - LONGEST), -1)]
        runs += [order[place + 1:end] for end in range(
            place + 1 + TWICE, min(len(order), place + LONGEST) + 1)]
        runs.append(order[:place] + order[place + 1:])
        for run in runs:
            if len(run) >= TWICE and all(_holds(grid, line, whole, run) for line in lines):
                return {whole: tuple(run)}
    return {}


def _holds(grid: Grid, line: Line, whole: str, run: Sequence[str]) -> bool:
    """Whether a sum holds in one line; a line without it says nothing."""
    return whole not in line or _left(
        grid, Sum(line[whole], tuple(line[part] for part in run if part in line))) == 0


def _left(grid: Grid, one: Sum) -> int:
    return grid.counts[one.total].value - sum(grid.counts[part].value for part in one.parts)


def _check(grid: Grid, one: Sum) -> None:
    if _left(grid, one):
        total = sum(grid.counts[part].value for part in one.parts)
        raise grid.error(grid.counts[one.total], f"its {len(one.parts)} parts add up to {total}",
                         "correct it, or name with --sum what is a sum of only some of them, "
                         "or with --label a column that counts nothing")


def _names_in(one: Told, lines: Sequence[Line]) -> tuple[str, ...]:
    """The labels of a told sum as these lines spell them; empty where they have them not all."""
    spelled = {fold(label): label for line in lines for label in line}
    names = tuple(spelled.get(fold(name), "") for name in (one.whole, *one.parts))
    return names if all(names) else ()
