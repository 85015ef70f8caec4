"""Secondary suppression by τ-Argus's optimal method, through the package ``pytauargus``.

The package is in the extra ``benchmark``. Its solver reads a file in the JJ format: cells with
value, cost, status, bounds known beforehand and protection levels, then the relations. Linked
tables are one file, so the solver is told all that ours is told.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from tempfile import TemporaryDirectory

from random_tables import DFE

from pscb_lib.disclosure.secrecy.system import Cell, System

SUPPRESSED = 1  # the highest code with which the solver ends well
PERCENT = 30  # the usual safety range of its frequency rule
Levels = tuple[int, int, int]  # below, above, and both together


def by_rule(cell: Cell) -> Levels:
    """The protection levels of the rule FREQ(6, 30): 30 per cent of the count, at least one."""
    level = max(1, cell.value * PERCENT // 100)
    return level, level, 0


def by_need(cell: Cell) -> Levels:
    """The levels that leave all counts from 1 to 5 possible."""
    return cell.value - DFE.small[0], DFE.small[-1] - cell.value, 2


def suppress(system: System, secret: Collection[str], levels: Callable[[Cell], Levels]
             ) -> set[str]:
    """The names that it hides, the *secret* ones included; ImportError without the package."""
    from pytauargus import HiTaSCtrl

    with TemporaryDirectory() as folder:
        asked, answered = Path(folder, "asked"), Path(folder, "answered")
        asked.write_text(_written(system, set(secret), levels), encoding="ascii")
        code = HiTaSCtrl().full_jj(str(asked), str(answered))
        if code > SUPPRESSED:
            raise ArithmeticError(f"the solver of τ-Argus ended with {code}")
        lines = answered.read_text(encoding="ascii").split()
    return {system.cells[int(place)].name for place in lines} | set(secret)


def _written(system: System, secret: Collection[str], levels: Callable[[Cell], Levels]) -> str:
    place = {cell.name: number for number, cell in enumerate(system.cells)}
    far = 2 * max(cell.value for cell in system.cells)
    lines = ["0", str(len(system.cells))]
    for cell in system.cells:
        status = "u" if cell.name in secret else "s" if cell.value else "z"
        low, high = (1, far) if cell.value else (0, 0)
        cost = cell.weight * far + cell.value
        below, above, both = levels(cell) if status == "u" else (0, 0, 0)
        lines.append(f"{place[cell.name]} {cell.value} {cost} {status} {low} {high} "
                     f"{below} {above} {both}")
    lines.append(str(len(system.relations)))
    for one in system.relations:
        terms = "".join(f" {place[name]} ({by})" for name, by in one.terms)
        lines.append(f"0 {len(one.terms)} :{terms} ")
    return "\n".join((*lines, ""))
