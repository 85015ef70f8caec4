"""Refuse a parameter that a notebook does not have, whatever tool runs the notebook.

papermill only warns of a misspelt parameter, and runs the notebook with the default. It puts what
it was given into a cell of its own, which begins with "# Parameters", behind the cell that declares
the parameters. The kernel keeps the text of every cell that it has run.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Sequence

from pscb_lib.reading.findings import InputError, nearest

INJECTED = "# Parameters"
DECLARED = "period"  # a parameter of every report
HANDED = ("masked", "statement")  # files that the runner hands over
RUNNERS = ("audience", "key", *HANDED)  # parameters that the runner sets, not the cycle


def refuse_unknown(cells: Sequence[str]) -> None:
    """Raise InputError if the last injected of these cells sets what the cell before has not."""
    found = [place for place, cell in enumerate(cells) if cell.startswith(INJECTED)]
    declared = next((names for cell in reversed(cells[:found[-1]])
                     if DECLARED in (names := _assigned(cell))), []) if found else []
    unknown = [name for name in _assigned(cells[found[-1]])
               if name not in (*declared, *RUNNERS)] if declared else []
    if unknown:
        named = ", ".join(f"{name}{nearest(name, declared)}" for name in unknown)
        verb = "are no parameters" if len(unknown) > 1 else "is no parameter"
        raise InputError(f"parameters: {named} {verb} of this notebook; use "
                         f"{', '.join(name for name in declared if name not in HANDED)}")


def cells_run() -> list[str]:
    """The text of each cell that this kernel has run; none outside a kernel."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return [*map(str, shell.user_ns.get("In", []))] if shell else []


def _assigned(cell: str) -> list[str]:
    """The names that a cell assigns, in their order."""
    try:
        lines = ast.parse(cell).body
    except SyntaxError:
        return []
    targets = [target for line in lines if isinstance(line, ast.Assign | ast.AnnAssign)
               for target in (line.targets if isinstance(line, ast.Assign) else [line.target])]
    return [target.id for target in targets if isinstance(target, ast.Name)]
