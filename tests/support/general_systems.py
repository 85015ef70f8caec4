"""Random systems with every kind of relation, not tables alone."""

from __future__ import annotations

import random

from pscb_lib.disclosure.secrecy.relations import Relation
from pscb_lib.disclosure.secrecy.system import Cell, System

VALUES = (0, 1, 2, 3, 4, 5, 6, 8, 12, 20, 40)
WEIGHTS = (1, 1, 1, -1, -1, 2, 3, -2, -3, 7)


def general_system(chance: random.Random) -> System:
    """Cells that may be hidden, must be shown or are hidden already, rounded or not, some together.

    Their relations have weights, and bounds on both sides, one or the other; some are revealed by
    a figure that can be hidden.
    """
    cells = [_cell(chance, f"c{number}") for number in range(chance.randint(3, 12))]
    relations = [_relation(chance, cells, chance.choice(("", "", "", f"figure {number}")))
                 for number in range(chance.randint(1, len(cells)))]
    names = [cell.name for cell in cells]
    together = [tuple(chance.sample(names, 2)) for _ in range(chance.choice((0, 0, 1, 2)))]
    return System(tuple(cells), tuple(relations), tuple(together))


def _cell(chance: random.Random, name: str) -> Cell:
    value, is_hidden = chance.choice(VALUES), chance.random() < 0.15
    least = chance.choice((0, 1))
    return Cell(name, value, chance.random() < 0.8, is_hidden,
                min(least, value) if is_hidden else least, chance.choice((1, 1, 1, 1, 5)),
                chance.choice((1, 1, 2, 4, 100)))


def _relation(chance: random.Random, cells: list[Cell], revealed_by: str) -> Relation:
    chosen = chance.sample(cells, chance.randint(1, min(5, len(cells))))
    terms = tuple((cell.name, chance.choice(WEIGHTS)) for cell in chosen)
    total = sum(by * cell.value for cell, (_, by) in zip(chosen, terms, strict=True))
    below, above = chance.randint(0, 4), chance.randint(0, 4)
    least, most = chance.choice(((total, total), (total, total), (None, total + above),
                                 (total - below, None), (total - below, total + above)))
    return Relation(terms, least, most, revealed_by)
