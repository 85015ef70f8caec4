"""Which hidden counts may be zero: zeros are printed, except where a line or table is withheld."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from attacker.finished import Place
from attacker.lines import TOTAL
from attacker.names import Named

Line = tuple[str, int, str]  # a table, row or column, and its label


def may_be_zero(named: Named) -> set[Place]:
    """The hidden places of rows and columns that are hidden whole, or of tables that hide a zero.

    A reader cannot see whether these were withheld together or hidden one by one.
    """
    hidden = {place for place, figure in named.figures.items() if figure.hidden}
    zeros = {place[0] for place in hidden if named.true(place, "n") == 0}
    lines = _lines(named)
    whole = {place for line in lines.values() if len(line) > 1 and line <= hidden for place in line}
    return whole | {place for place in hidden
                    if place[0] in zeros or _is_total_of(place, whole, lines)}


def _lines(named: Named) -> Mapping[Line, set[Place]]:
    """The parts of each row and column of the tables, without totals."""
    lines: dict[Line, set[Place]] = defaultdict(set)
    for place in named.figures:
        for at in (1, 2) if TOTAL not in place else ():
            lines[place[0], at, place[at]].add(place)
    return dict(lines)


def _is_total_of(place: Place, whole: set[Place], lines: Mapping[Line, set[Place]]) -> bool:
    across = [(place[0], at, place[at]) for at in (1, 2) if place[3 - at] == TOTAL]
    return any(line in lines and lines[line] <= whole for line in across)
