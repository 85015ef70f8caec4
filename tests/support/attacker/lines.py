"""The lines of a definitions file: ``ages | Total | $sex = sum ages | * | $sex``.

A term is a place (table | row | column), perhaps of another ``report:``, with a factor before it.
``$name`` stands for the same label wherever it occurs in the line, ``sum`` adds all rows or columns
at ``*`` except totals, ``whole of`` takes the denominator of a share, and ``~name`` is a count that
no paper prints. ``{now}`` is the paper's period. A line that begins with ``?`` holds usually: a
good attacker is taken to know when.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from attacker.finished import Place

SIDES = re.compile(r" (<=|>=|=) ")
TERM = re.compile(r"(?:(?P<by>\d+) x )?(?P<sum>sum )?(?P<whole>whole of )?(?P<what>.+)")
TOTAL = "Total"


@dataclass(frozen=True)
class Term:
    """A factor, and the place or the name that it multiplies."""

    by: int
    what: tuple[str, ...]
    is_sum: bool = False
    is_whole: bool = False

    @property
    def is_unprinted(self) -> bool:
        """Whether no paper prints it."""
        return self.what[0].startswith("~")


@dataclass(frozen=True)
class Line:
    """The weighted sum of the terms is 0, at most 0 or at least 0, always or usually."""

    terms: tuple[Term, ...]
    constant: int
    sense: str
    is_usual: bool
    text: str


def parse(text: str) -> Line:
    """Read one line. Raises ValueError if it has no side or no sign."""
    is_usual, body = text.startswith("?"), text.removeprefix("?").strip()
    left, sense, right = SIDES.split(body)
    sides = [*_terms(left, 1), *_terms(right, -1)]
    constant = sum(one for one in sides if isinstance(one, int))
    return Line(tuple(one for one in sides if isinstance(one, Term)), constant, sense, is_usual,
                text)


def _terms(side: str, sign: int) -> Iterator[Term | int]:
    for part in side.split(" + "):
        if part.strip().isdigit():
            yield sign * int(part)
            continue
        found = TERM.fullmatch(part.strip())
        if found is None:
            raise ValueError(f"no term: {part}")
        what = tuple(one.strip() for one in found["what"].split("|"))
        what += ("",) * (3 - len(what)) if not what[0].startswith("~") else ()
        yield Term(sign * int(found["by"] or 1), what, bool(found["sum"]), bool(found["whole"]))


def expand(line: Line, places: Iterable[Place], names: Mapping[str, str],
           totals: Iterable[str] = (TOTAL,)) -> Iterator[Line]:
    """Yield the line for each set of labels that the paper's *places* have; sums are written out.

    Where a place of the line is not printed, the line is left out.
    """
    known = _by_table(places)
    given = [replace(term, what=tuple(part.format_map(names) for part in term.what))
             for term in line.terms]
    free = sorted({part for term in given for part in term.what if part.startswith("$")})
    choices = [sorted(_labels(given, name, known)) for name in free]
    for labels in product(*choices):
        bound = dict(zip(free, labels, strict=True))
        terms = [one for term in given for one in _written(term, bound, known, set(totals))]
        if all(terms):
            yield replace(line, terms=tuple(terms))


def _by_table(places: Iterable[Place]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for place in sorted(places):
        found[place[0]].append(place)
    return found


def _labels(terms: Iterable[Term], name: str, places: Mapping[str, list[Place]]) -> set[str]:
    found = []
    for term in terms:
        if name in term.what and not term.is_unprinted:
            at = term.what.index(name)
            found.append({place[at] for place in _fitting(term.what, places)})
    return set.intersection(*found) if found else set()


def _fitting(what: tuple[str, ...], places: Mapping[str, list[Place]]) -> list[Place]:
    """The places that have the labels of a term, where it names one."""
    said = [(at, part) for at, part in enumerate(what) if part != "*" and part[:1] != "$"]
    named = dict(said).get(0)
    tables = places.values() if named is None else [places.get(named, [])]
    return [place for table in tables for place in table
            if all(place[at] == part for at, part in said)]


def _written(term: Term, bound: Mapping[str, str], places: Mapping[str, list[Place]],
             totals: set[str]) -> Iterator[Term | None]:
    what = tuple(bound.get(part, part) for part in term.what)
    if term.is_unprinted:
        name = what[0]
        for key, label in bound.items():
            name = name.replace(key, label)
        yield replace(term, what=(name,))
        return
    found = [place for place in _fitting(what, places) if not any(
        part == "*" and own in totals for part, own in zip(what, place, strict=True))]
    if not found:
        yield None
    for place in found:
        yield replace(term, what=place, is_sum=False)
