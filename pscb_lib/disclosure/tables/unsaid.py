"""Sums that have no name: labels before their sum, after it, or in several breakdowns."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.disclosure.tables.grid import TOTAL, Grid
from pscb_lib.disclosure.tables.lines import Line, Sides, in_line, in_order, value_in

TWICE = 2  # parts of a sum, and lines in which it holds: in one line it may be chance
LONGEST = 40  # labels in a row that are tried as the parts of a sum


def unsaid(grid: Grid, lines: Sequence[Line]) -> dict[str, tuple[str, ...]]:
    """The labels that are the sum of those just before or after them, or of all others.

    In a single line that may be chance, unless the sums lead up to one of all.
    """
    order = in_order(lines)
    found: dict[str, tuple[str, ...]] = {}
    while more := _first_unsaid(grid, lines, order):
        found |= more
        order = [label for label in order if label not in next(iter(more.values()))]
    counted = sum(any(grid.counts[one].value for one in line.values()) for line in lines)
    return found if counted >= TWICE or len(order) == 1 else {}


def breakdowns(grid: Grid, lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """All labels in groups that follow one another and have equal sums, by age and then by sex.

    Each is the total where there is one. Empty if there are not two such groups.
    """
    order = in_order(lines)
    has_total = any(TOTAL in line for line in lines)
    lines = [line for line in lines if TOTAL in line or not has_total]
    for end in range(1 if has_total else TWICE, len(order)):
        whole = [value_in(grid, line, [TOTAL] if has_total else order[:end]) for line in lines]
        groups = _groups(grid, lines, order, whole) if any(whole) else []
        if len(groups) >= TWICE and (has_total or min(map(len, groups)) >= TWICE):
            return groups
    return []


def _groups(grid: Grid, lines: Sequence[Line], order: Sequence[str], whole: Sequence[int]
            ) -> list[tuple[str, ...]]:
    """*order* in groups that are each *whole* in each of *lines*; empty if it is not to be had."""
    groups, start = [], 0
    for end in range(1, len(order) + 1):
        if [value_in(grid, line, order[start:end]) for line in lines] == whole:
            groups.append(tuple(order[start:end]))
            start = end
    return groups if start == len(order) else []


def _first_unsaid(grid: Grid, lines: Sequence[Line], order: list[str]
                  ) -> dict[str, tuple[str, ...]]:
    for place, whole in enumerate(order):
        runs = [order[start:place] for start in range(place - TWICE, max(-1, place - LONGEST), -1)]
        runs += [order[place + 1:end] for end in range(
            place + 1 + TWICE, min(len(order), place + LONGEST) + 1)]
        runs.append(order[:place] + order[place + 1:])
        for run in runs:
            if len(run) >= TWICE and all(_holds(grid, line, ((whole,), tuple(run)))
                                         for line in lines):
                return {whole: tuple(run)}
    return {}


def _holds(grid: Grid, line: Line, sides: Sides) -> bool:
    """Whether a sum holds in one line; a line without it says nothing."""
    (whole,), parts = sides
    if whole not in line:
        return True
    one = in_line(line, sides)
    return value_in(grid, line, [whole]) == 0 if one is None else one.difference(grid) == 0
