"""Mask random linked tables and attack them: ``python tests/random_tables.py 5000 --seed 1``.

A table has 3 to 5 rows and as many columns, with row and column totals. A third of its inner
counts are 0 to 9, the others 10 to 60. Every second table has another beside it, with the same
rows and row totals and 3 to 5 columns of its own. Every fourth is a second quarter: the first one
was masked and published by itself, and the year to date is published with this one.

Counts of 1 to 5 are secret, and zeros are shown. The cells we hide are compared with those of the
naive rule, which hides the smallest count of a row or column that has only one hidden.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pscb_lib.disclosure.secrecy.attack import bounds_of  # noqa: E402
from pscb_lib.disclosure.secrecy.choose import NoPattern, choose  # noqa: E402
from pscb_lib.disclosure.secrecy.profiles import PROFILES  # noqa: E402
from pscb_lib.disclosure.secrecy.relations import Relation, sum_of  # noqa: E402
from pscb_lib.disclosure.secrecy.system import Cell, System  # noqa: E402

Counts = list[list[int]]
DFE = PROFILES["dfe"]
EXACT = "ours: tables with a count worked out exactly"
NARROW = "ours: tables with a count of under three values"
WEIGHTS = (1, 2, 3)  # of a part, a total and a total of totals


def main(arguments: list[str]) -> int:
    """Mask and attack so many tables, print the tally, and return 1 if a count is unprotected."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("number", type=int)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    tally: Counter[str] = Counter()
    for turn in range(chosen.number):
        tally.update(judge(random_tables(random.Random(f"{chosen.seed} {turn}"), turn)))
        if turn % 50 == 49:
            print(f"{turn + 1:,} of {chosen.number:,}: " + "; ".join(
                f"{what} {count:,}" for what, count in tally.items()), file=sys.stderr, flush=True)
    print("\n".join(f"{what}: {count:,}" for what, count in tally.items()))
    return 1 if tally[EXACT] or tally[NARROW] else 0


def judge(system: System) -> Counter[str]:
    """Tally the cells that our pattern and the naive one add, and the counts they reveal."""
    secret = small_cells(system)
    naive = two_a_line(system, secret)
    tally = Counter(tables=1, secret=sum(system.by_name[name].may_hide for name in secret))
    try:
        pattern = choose(system, secret, DFE.small)
    except NoPattern:
        tally["no pattern"] = 1
        return tally
    for rule, hidden in (("ours", pattern.hidden), ("naive", naive)):
        bounds = bounds_of(system, hidden, secret).values()
        tally[f"{rule}: cells added"] = len(hidden - set(secret))
        tally[f"{rule}: tables with a count worked out exactly"] = any(
            one.least == one.most for one in bounds)
        tally[f"{rule}: tables with a count of under three values"] = any(
            not one.is_safe for one in bounds)
        tally[f"{rule}: tables with a count narrowed inside 1 to 5"] = any(
            one.least > 1 or one.most is not None and one.most < 5 for one in bounds)
    return tally


def small_cells(system: System) -> tuple[str, ...]:
    """The secret counts: small ones that may be hidden, or that no table prints."""
    return tuple(cell.name for cell in system.cells
                 if cell.value in DFE.small and (cell.may_hide or cell.is_hidden))


def random_tables(chance: random.Random, turn: int) -> System:
    """One table or several that are linked, by the rules above."""
    rows, columns = chance.randint(3, 5), chance.randint(3, 5)
    first = [[count(chance) for _ in range(columns)] for _ in range(rows)]
    cells, relations = table("A", first)
    if turn % 2:
        width = chance.randint(3, 5)
        more, sums = table("B", [parts(chance, sum(line), width) for line in first])
        shared = {f"B.{row}.T": f"A.{row}.T" for row in (*range(rows), "T")}
        cells += [cell for cell in more if cell.name not in shared]
        relations += [renamed(relation, shared) for relation in sums]
    if turn % 8 in (2, 3):
        more, sums = with_earlier(chance, first)
        cells, relations = cells + more, relations + sums
    return System(tuple(cells), tuple(relations))


def with_earlier(chance: random.Random, now: Counts) -> tuple[list[Cell], list[Relation]]:
    """The quarter before, as it was published, and the year to date."""
    before = [[count(chance) for _ in line] for line in now]
    cells, relations = published("E", before)
    together = [[one + other for one, other in zip(*lines, strict=True)]
                for lines in zip(before, now, strict=True)]
    more, sums = table("Y", together)
    ties = [sum_of(cell.name, ("E" + cell.name[1:], "A" + cell.name[1:])) for cell in more]
    return cells + more, relations + sums + ties


def published(name: str, counts: Counts) -> tuple[list[Cell], list[Relation]]:
    """A table masked by itself and published: no more of it can be hidden."""
    cells, relations = table(name, counts)
    system = System(tuple(cells), tuple(relations))
    try:
        hidden = choose(system, small_cells(system), DFE.small).hidden
    except NoPattern:
        hidden = system.by_name.keys()
    return [Cell(cell.name, cell.value, may_hide=False, is_hidden=cell.name in hidden,
                 least=min(1, cell.value)) for cell in cells], relations


def table(name: str, counts: Counts) -> tuple[list[Cell], list[Relation]]:
    """The cells of a table with totals of rows, columns and all, and its sums."""
    full = [[*line, sum(line)] for line in counts]
    full.append([sum(column) for column in zip(*full, strict=True)])
    rows, columns = ([*range(len(lines)), "T"] for lines in (counts, counts[0]))
    cells = [Cell(f"{name}.{row}.{column}", value, weight=WEIGHTS[(row, column).count("T")])
             for row, line in zip(rows, full, strict=True)
             for column, value in zip(columns, line, strict=True)]
    sums = [sum_of(f"{name}.{row}.T", tuple(f"{name}.{row}.{column}" for column in columns[:-1]))
            for row in rows]
    return cells, sums + [sum_of(f"{name}.T.{column}",
                                 tuple(f"{name}.{row}.{column}" for row in rows[:-1]))
                          for column in columns]


def renamed(relation: Relation, names: dict[str, str]) -> Relation:
    """A relation with some of its cells renamed."""
    return Relation(tuple((names.get(name, name), by) for name, by in relation.terms),
                    relation.least, relation.most, relation.revealed_by)


def count(chance: random.Random) -> int:
    """One inner count: a third of them are 0 to 9."""
    return chance.randint(0, 9) if chance.random() < 1 / 3 else chance.randint(10, 60)


def parts(chance: random.Random, total: int, number: int) -> list[int]:
    """A total in so many parts, each a count as any other but the last, which is what is left."""
    found: list[int] = []
    for _ in range(number - 1):
        found.append(min(count(chance), total - sum(found)))
    return [*found, total - sum(found)]


def two_a_line(system: System, secret: tuple[str, ...]) -> set[str]:
    """The naive pattern: while a row or column hides one count alone, hide its smallest too."""
    hidden, moved = set(secret), True
    lines = [[name for name, _ in relation.terms] for relation in system.relations
             if len(relation.terms) > 3 and system.by_name[relation.terms[0][0]].may_hide]
    while moved:
        moved = False
        for names in lines:
            free = [name for name in names if name not in hidden and system.by_name[name].value]
            if free and len(hidden.intersection(names)) == 1:
                hidden.add(min(free, key=lambda one: (system.by_name[one].value, one)))
                moved = True
    return hidden


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
