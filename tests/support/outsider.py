"""The feasibility intervals of hidden counts, worked out in two independent ways.

Neither shares code with ``pscb_lib.disclosure.secrecy.attack``: one tries all whole numbers, the
other is one integer programme over all cells, without our narrowing of ranges.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp

from pscb_lib.disclosure.secrecy.system import System

LIMIT = 100_000  # stands for "no limit" in the integer programme


def tried(system: System, hidden: Collection[str], most: int) -> dict[str, tuple[int, int]]:
    """The least and the most of each open count over every solution with counts up to *most*."""
    known, free, rows = {}, [], []
    for cell in system.cells:
        if cell.name in hidden or cell.is_hidden:
            free.append((cell.name, cell.least, most))
        elif cell.step > 1:
            near = [number for number in range(most + 1)
                    if (number + cell.step // 2) // cell.step == (
                        cell.value + cell.step // 2) // cell.step]
            free.append((cell.name, near[0], near[-1]))
        else:
            known[cell.name] = cell.value
    for relation in system.relations:
        if not relation.revealed_by or relation.revealed_by not in hidden:
            rows.append((dict(relation.terms), relation.least, relation.most))
    solutions = list(_solutions(known, {name: ends for name, *ends in free}, rows))
    return {name: (min(one[name] for one in solutions), max(one[name] for one in solutions))
            for name, *_ in free}


def _solutions(known: dict, free: dict, rows: list) -> Iterator[dict]:
    """Every solution of the open counts; a count that a sum determines is calculated, not tried."""
    for terms, least, most in rows:
        left = [name for name in terms if name not in known]
        total = sum(by * known[name] for name, by in terms.items() if name in known)
        if not left and not ((least is None or total >= least) and (most is None or total <= most)):
            return
        if not left or not all(abs(terms[name]) == 1 for name in left) or least != most:
            continue
        if len(left) == 1:
            name = left[0]
            value = (least - total) * terms[name]
            if free[name][0] <= value <= free[name][1]:
                yield from _solutions({**known, name: value}, free, rows)
            return
        if len({terms[name] for name in left}) == 1 and (least - total) * terms[left[0]] < sum(
                free[name][0] for name in left):
            return
    open_names = [name for name in free if name not in known]
    if not open_names:
        yield known
        return
    name = min(open_names, key=lambda one: _most_left(one, known, free, rows) - free[one][0])
    for value in range(free[name][0], _most_left(name, known, free, rows) + 1):
        yield from _solutions({**known, name: value}, free, rows)


def _most_left(name: str, known: dict, free: dict, rows: list) -> int:
    """The most that sums with a known total leave for one of their parts."""
    most = free[name][1]
    for terms, least, _ in rows:
        if terms.get(name) == 1 and least == 0:
            totals = [one for one, by in terms.items() if by < 0]
            if len(totals) == 1 and totals[0] in known and terms[totals[0]] == -1:
                most = min(most, known[totals[0]] - sum(
                    known.get(one, 0) for one, by in terms.items() if by > 0 and one != name))
    return most


def programmed(system: System, hidden: Collection[str], name: str) -> tuple[int, int]:
    """The least and the most of one count by HiGHS, every cell a variable, LIMIT for no limit."""
    programme = _programme(system, hidden)
    ends = [_solved(*programme, name, sign, 0, LIMIT) for sign in (1, -1)]
    return ends[0], ends[1]


def three_values(system: System, hidden: Collection[str], name: str) -> set[int]:
    """Up to three values that one count can have: the least, the most and one between."""
    programme = _programme(system, hidden)
    least, most = (_solved(*programme, name, sign, 0, LIMIT) for sign in (1, -1))
    between = _solved(*programme, name, 1, least + 1, most - 1) if most - least > 1 else None
    return {least, most, between} - {None}


def _programme(system: System, hidden: Collection[str]
               ) -> tuple[list[str], numpy.ndarray, list[LinearConstraint]]:
    """The names of all cells, their lower and upper limits, and the relations."""
    names = [cell.name for cell in system.cells]
    limits = numpy.array([(cell.least, LIMIT) if cell.name in hidden or cell.is_hidden
                          else cell.range(False) for cell in system.cells], float)
    rows, least, most = [], [], []
    for relation in system.relations:
        if not relation.revealed_by or relation.revealed_by not in hidden:
            row = numpy.zeros(len(names))
            for one, by in relation.terms:
                row[names.index(one)] += by
            rows.append(row)
            least.append(-numpy.inf if relation.least is None else relation.least)
            most.append(numpy.inf if relation.most is None else relation.most)
    return names, limits, [LinearConstraint(numpy.array(rows), least, most)] if rows else []


def _solved(names: list[str], limits: numpy.ndarray, rows: list[LinearConstraint], name: str,
            sign: int, low: int, high: int) -> int | None:
    """The least (or, with *sign* -1, the most) of a count from *low* to *high*; None if none."""
    place, wanted, limits = names.index(name), numpy.zeros(len(names)), limits.copy()
    wanted[place] = sign
    limits[place] = max(limits[place, 0], low), min(limits[place, 1], high)
    if limits[place, 0] > limits[place, 1]:
        return None
    for presolve in (True, False):  # with it the solver says of some systems that nothing fits
        done = milp(wanted, integrality=numpy.ones(len(names)), bounds=Bounds(*limits.T),
                    constraints=rows, options={"presolve": presolve})
        if done.x is not None:
            return round(done.x[place])
    return None
