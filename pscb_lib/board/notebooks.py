"""The reports of a project: each is a notebook, whose metadata declares its returns and its sets.

``"pscb": {"returns": ["data_set"], "audiences": ["restricted", "board", "public"]}``. A notebook
that declares no audiences has a set for each audience. ``"quotes"`` names returns of which it
quotes a figure: they are inputs of it, and are checked for the report that prints them.
``"statement_by"`` says who writes a statement in it (:mod:`pscb_lib.board.statements`).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pscb_lib.board.settings import AUDIENCES
from pscb_lib.reading.debris import is_debris
from pscb_lib.reading.findings import InputError, nearest
from pscb_lib.reading.strange import refuse_strange

PACKAGE, FOLDER = Path(__file__).parents[1], "notebooks"
RESTRICTED = "restricted"
FAULTS = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, SyntaxError)


def find_notebooks(root: Path) -> dict[str, Path]:
    """Every notebook by the name of its report: the folder ``notebooks/`` is the registry.

    A board without such a folder uses the one in the parent folder, which boards share; without
    either, those that come with the suite.
    """
    places = (root / FOLDER, root.parent / FOLDER, suites_notebooks())
    folder = next((one for one in places if one.is_dir()), places[-1])
    return {path.stem: path for path in sorted(folder.glob("*.ipynb")) if not is_debris(path)}


def suites_notebooks() -> Path:
    """The suite's own notebooks: in the installed package, or beside it in a checkout."""
    inside = PACKAGE / FOLDER
    return inside if inside.is_dir() else PACKAGE.parent / FOLDER


def title_of(notebook: Path, name: str = "") -> str:
    """The title of a report, its notebook's first heading; else its *name* as people write it."""
    try:
        return title_in(json.loads(notebook.read_text(encoding="utf-8"))["cells"])
    except (OSError, ValueError, LookupError, TypeError, StopIteration):
        return (name or notebook.stem).replace("_", " ").capitalize()


def title_in(cells: list[dict[str, Any]]) -> str:
    """The first heading in the cells of a notebook. Raises StopIteration if there is none."""
    lines = "\n".join("".join(cell["source"]) for cell in cells
                      if cell["cell_type"] == "markdown").splitlines()
    return next(line for line in lines if line.startswith("# ")).removeprefix("# ").strip()


def returns_of(notebook: Path) -> list[str]:
    """The returns named in a notebook's metadata. Raises InputError if it is not a notebook."""
    return list(_declared(notebook, "returns", (), '["data_set"]'))


def quoted_by(notebook: Path) -> list[str]:
    """The returns of which a report quotes a figure, beside its own."""
    return list(_declared(notebook, "quotes", (), '["data_set"]'))


def statement_by(notebook: Path) -> tuple[str, ...]:
    """The post that writes a statement in a report, as in "the chair of the panel"; or none."""
    return tuple(_declared(notebook, "statement_by", (), '["the chair of the panel"]'))


def audiences_of(notebook: Path) -> tuple[str, ...]:
    """The audiences for which a report has a set, as its notebook declares them.

    Raises InputError if the file is not a notebook, if it declares none or an unknown audience,
    or if a report with returns does not declare the restricted set.
    """
    found = _declared(notebook, "audiences", AUDIENCES, '["restricted", "board"]')
    if not found:
        raise _refused(notebook, "audiences", "", "names no audience",
                       f"use some of {', '.join(AUDIENCES)}")
    for each in found:
        if each not in AUDIENCES:
            raise _refused(notebook, "audiences", each, "is not an audience"
                           f"{nearest(each, AUDIENCES)}", f"use some of {', '.join(AUDIENCES)}")
    if RESTRICTED not in found and returns_of(notebook):
        raise _refused(notebook, "audiences", ", ".join(found), "a report of returns has a "
                       "restricted set, from which the others are masked", "add restricted")
    return tuple(each for each in AUDIENCES if each in found)


def _declared(notebook: Path, name: str, default: tuple[str, ...], example: str) -> Any:
    refuse_strange(notebook)
    try:
        metadata = json.loads(notebook.read_text(encoding="utf-8"))["metadata"]
        found = metadata.get("pscb", {}).get(name, default)
    except FAULTS as fault:
        raise no_notebook(notebook, fault) from None
    if not isinstance(found, list | tuple) or not all(isinstance(each, str) for each in found):
        raise _refused(notebook, name, json.dumps(found), "is not a list of names",
                       f"write it like {example} in the notebook's metadata")
    return found


def no_notebook(notebook: Path, fault: Exception) -> InputError:
    """The error for a file that is not a notebook: what was found wrong with it."""
    return InputError.at(notebook.name, f"is not a notebook ({type(fault).__name__})",
                         "restore it from the original copy")


def _refused(notebook: Path, column: str, value: str, rule: str, remedy: str) -> InputError:
    return InputError.at(notebook.name, rule, remedy, column=column, value=value)
