"""An integer programme of counts, and the least and the most that each can be.

The linear programme is solved first (:mod:`attacker.linear`): its answer is taken if it is whole
and fits all relations exactly. HiGHS has said "infeasible" of integer programmes that the true
counts satisfy. Such an answer is tested with the true counts, and if they fit, the programme is
solved again without presolve.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from attacker.linear import Linear

Name = Hashable
ENOUGH = 3  # a count with so many possible values is not told
SECONDS = 20
MOST = 10**7
OUT_OF_TIME = 1  # a state of scipy's


class Contradiction(Exception):
    """The programme has no solution, and the true counts are none: a relation is wrong."""


@dataclass(frozen=True)
class Relation:
    """The weighted sum of *terms* lies from *least* to *most*; *why* is its line."""

    terms: tuple[tuple[Name, int], ...]
    least: float
    most: float
    why: str

    def holds(self, values: Mapping[Name, int]) -> bool:
        """Whether it is true of the *values*."""
        return self.least <= sum(by * values[name] for name, by in self.terms) <= self.most


@dataclass
class Programme:
    """Counts that are known or at least so much, and the relations between them."""

    known: dict[Name, int] = field(default_factory=dict)
    least: dict[Name, int] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)

    def parts(self) -> Iterable[Part]:
        """The parts of the programme that no unknown count connects."""
        rows = [row for row in map(self._reduced, self.relations) if row.terms]
        joined: dict[Name, Name] = {}
        for row in rows:
            first = _root(joined, row.terms[0][0])
            for name, _ in row.terms[1:]:
                joined[_root(joined, name)] = first
        members: dict[Name, list[Relation]] = defaultdict(list)
        for row in rows:
            members[_root(joined, row.terms[0][0])].append(row)
        return [Part(own, self.least) for own in members.values()]

    def _reduced(self, relation: Relation) -> Relation:
        """The relation of the unknown counts alone."""
        done = sum(by * self.known[name] for name, by in relation.terms if name in self.known)
        terms: dict[Name, int] = defaultdict(int)
        for name, by in relation.terms:
            if name not in self.known:
                terms[name] += by
        return Relation(tuple((name, by) for name, by in terms.items() if by),
                        relation.least - done, relation.most - done, relation.why)


def _root(joined: dict[Name, Name], name: Name) -> Name:
    while joined.get(name, name) != name:
        name = joined[name]
    return joined.setdefault(name, name)


class Part:
    """Counts that relations connect. Every solution found serves all of them."""

    def __init__(self, relations: Sequence[Relation], least: Mapping[Name, int]) -> None:
        self.relations, self._bounds = relations, least
        self.names = list(dict.fromkeys(name for one in relations for name, _ in one.terms))
        self._at = {name: number for number, name in enumerate(self.names)}
        self._least = numpy.array([least.get(name, 0) for name in self.names], dtype=float)
        cells = [(row, self._at[name], by) for row, one in enumerate(relations)
                 for name, by in one.terms]
        rows, columns, factors = zip(*cells, strict=True)
        matrix = csr_array((factors, (rows, columns)), (len(relations), len(self.names)))
        self._rows = LinearConstraint(matrix, [one.least for one in relations],
                                      [one.most for one in relations])
        self._linear = Linear(matrix, self._rows.lb, self._rows.ub, self._least, MOST)
        self._seen: list[numpy.ndarray] = []
        self.solved_again = 0

    def values_of(self, name: Name, truth: Mapping[Name, int]) -> tuple[int, int, int]:
        """The least and the most that the count can be, and how many values (at most three).

        Raises Contradiction if the relations have no solution and the *truth* is none.
        """
        at = self._at[name]
        found = self._quickly(at, truth.get(name))
        if len(found) < ENOUGH:
            found |= {self._end(at, 1, truth), self._end(at, -1, truth)}
        least, most = min(found), max(found)
        if len(found) < ENOUGH and most - least >= ENOUGH - 1:
            limits = (least + 1, most - 1)
            between = self._whole(at, 1, limits)
            between = self._solve(at, 1, limits) if between is None else between
            found |= set() if between is None else {round(between)}
        return least, most, min(len(found), ENOUGH)

    def _quickly(self, at: int, value: int | None) -> set[int]:
        """Values of the count in whole solutions: those seen, its ends, those near to *value*."""
        found = {round(one[at]) for one in self._seen}
        near = [] if value is None else [(value + by, value + by) for by in (1, -1, 2, -2)]
        for sign, limits in ((1, None), (-1, None), *((1, one) for one in near)):
            if len(found) >= ENOUGH:
                break
            answer = self._whole(at, sign, limits)
            found |= set() if answer is None else {round(answer)}
        return found

    def _end(self, at: int, sign: int, truth: Mapping[Name, int]) -> int:
        answer = self._whole(at, sign)
        if answer is None:
            answer = self._solve(at, sign)
        if answer is None:
            wrong = [one.why for one in self.relations
                     if all(name in truth for name, _ in one.terms) and not one.holds(truth)]
            answer = None if wrong else self._solve(at, sign, presolve=False)
            self.solved_again += 1
            if answer is None and not wrong:
                answer = self._with_hidden_zeros(at, sign, truth)
            if answer is None:
                raise Contradiction("; ".join(wrong) or f"no solution for {self.names[at]}")
        return round(answer)

    def _with_hidden_zeros(self, at: int, sign: int, truth: Mapping[Name, int]) -> float | None:
        """The answer of a reader who finds that some of what is hidden must be zero."""
        self._least = numpy.minimum(self._least, [truth.get(name, 0) for name in self.names])
        self._seen.clear()
        self._linear.lower(self._least)
        return self._solve(at, sign, presolve=False)

    def _whole(self, at: int, sign: int, limits: tuple[int, int] | None = None) -> float | None:
        """As :meth:`_solve`, by the linear programme; None if its answer is not whole."""
        found = self._linear.end(at, sign, limits)
        if found is None:
            return None
        self._seen.append(found)
        return float(found[at])

    def _solve(self, at: int, sign: int, limits: tuple[int, int] | None = None,
               presolve: bool = True) -> float | None:
        """The least of a count times *sign*, as the count; None where there is no solution."""
        cost = numpy.zeros(len(self.names))
        cost[at] = sign
        least, most = self._least.copy(), numpy.full(len(self.names), float(MOST))
        if limits:
            least[at], most[at] = max(least[at], limits[0]), limits[1]
        answer = milp(cost, constraints=self._rows, bounds=Bounds(least, most),
                      integrality=numpy.ones(len(self.names)),
                      options={"presolve": presolve, "time_limit": SECONDS})
        if answer.x is not None:
            self._seen.append(answer.x)
        if answer.status == OUT_OF_TIME:  # what is not proved is not told
            return sign * answer.mip_dual_bound
        return None if answer.x is None else float(answer.x[at])

    def proof(self, name: Name, truth: Mapping[Name, int]) -> tuple[str, ...]:
        """The lines of the relations without any of which the count would not be told."""
        kept, size = list(self.relations), len(self.relations) // 2
        while size:
            start = 0
            while start < len(kept):
                fewer = kept[:start] + kept[start + size:]
                if self._tells(fewer, name, truth):
                    kept = fewer
                else:
                    start += size
            size //= 2
        return tuple(dict.fromkeys(one.why for one in kept))

    def _tells(self, relations: Sequence[Relation], name: Name, truth: Mapping[Name, int]) -> bool:
        part = Part(relations, self._bounds) if relations else None
        return bool(part and name in part.names and part.values_of(name, truth)[2] < ENOUGH)
