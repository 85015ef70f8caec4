"""The parameters of a notebook; one that it does not have is refused, whatever tool runs it.

papermill only warns of a misspelt parameter, and runs the notebook with the default. It puts what
it was given into a cell of its own, which begins with "# Parameters", behind the cell that declares
the parameters. The kernel keeps the text of every cell that it has run.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pscb_lib.board.notebooks import FAULTS, no_notebook
from pscb_lib.reading.findings import InputError, nearest
from pscb_lib.reading.strange import refuse_strange

INJECTED = "# Parameters"
DECLARED = "period"  # a parameter of every report
HANDED = ("masked", "statement", "carried")  # files that the runner hands over
RUNNERS = ("audience", "key", *HANDED)  # parameters that the runner sets, not the cycle


@dataclass(frozen=True)
class Parameter:
    """One parameter of a notebook, as it is written there: its default and its comment."""

    name: str
    default: str
    help: str


def parameters_in(notebook: Path) -> dict[str, Parameter]:
    """The parameters of a notebook by their names, those that papermill finds.

    Raises InputError if it is not a notebook.
    """
    refuse_strange(notebook)
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        declaring = next(("".join(cell["source"]) for cell in cells
                          if "parameters" in cell["metadata"].get("tags", ())), "")
        return {one.name: one for one in _declared(declaring)}
    except FAULTS as fault:
        raise no_notebook(notebook, fault) from None


def has_key(notebook: Path) -> bool:
    """Whether a report may have several papers in a cycle: its notebook has the parameter key."""
    return "key" in parameters_in(notebook)


def carries(notebook: Path) -> bool:
    """Whether a report carries blocks of other papers: its notebook has the parameter carried.

    A file that is no notebook does not: it fails when it is run, and stops no other.
    """
    with suppress(InputError):
        return "carried" in parameters_in(notebook)
    return False


def _declared(cell: str) -> Iterator[Parameter]:
    lines = cell.splitlines()
    for found in ast.parse(cell).body:
        if isinstance(found, ast.Assign | ast.AnnAssign) and found.value:
            target = found.targets[0] if isinstance(found, ast.Assign) else found.target
            default = ast.get_source_segment(cell, found.value) or ""
            after = lines[(found.end_lineno or 1) - 1].encode()[found.end_col_offset or 0:].decode()
            if isinstance(target, ast.Name):
                yield Parameter(target.id, "".join(map(str.strip, default.splitlines())),
                                after.strip().removeprefix("#").strip())


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
