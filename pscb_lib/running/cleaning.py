"""Clean a notebook for committing: no outputs, no counts, only metadata written by hand."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import nbformat

from pscb_lib.reading.findings import InputError
from pscb_lib.writing.whole import refusing, write_text

KEEPS_OUTPUTS = "nbval-check-output"  # the tag of cells whose outputs nbval compares strictly
COUNT = 1  # nbval needs a count beside kept outputs; a constant keeps the diff empty
PARAMETERS = "parameters"  # the tag of the cell that declares them
INJECTED = "injected-parameters"  # of the cell that papermill adds
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def clean_notebook(path: Path) -> bool:
    """Clean a notebook in place; return whether anything changed."""
    before = path.read_text(encoding="utf-8")
    notebook = nbformat.reads(before, as_version=4)
    for cell in notebook.cells:
        _clean_cell(cell)
    ours = {"pscb": notebook.metadata["pscb"]} if "pscb" in notebook.metadata else {}
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": KERNEL, "language_info": {"name": "python"}, **ours})
    after = nbformat.writes(notebook) + "\n"
    if after != before:
        with refusing(path):
            write_text(path.resolve(), after)
    return after != before


def restore_parameters(path: Path) -> bool:
    """Give a notebook the parameters that git has of it; return whether anything changed.

    The cell that papermill adds is removed. Raises InputError if git has no such notebook.
    """
    before = path.read_text(encoding="utf-8")
    notebook = nbformat.reads(before, as_version=4)
    committed = nbformat.reads(_committed(path), as_version=4)
    sources = [cell.source for cell in committed.cells if _is_tagged(cell, PARAMETERS)]
    notebook.cells = [cell for cell in notebook.cells if not _is_tagged(cell, INJECTED)]
    found = [cell for cell in notebook.cells if _is_tagged(cell, PARAMETERS)]
    for cell, source in zip(found, sources, strict=False):
        cell.source = source
    after = nbformat.writes(notebook) + "\n"
    if after != before:
        with refusing(path):
            write_text(path.resolve(), after)
    return after != before


def _is_tagged(cell: nbformat.NotebookNode, tag: str) -> bool:
    return tag in cell.metadata.get("tags", [])


def _committed(path: Path) -> str:
    """The notebook as it was committed last."""
    try:
        asked = subprocess.run(["git", "show", f"HEAD:./{path.name}"], cwd=path.parent,
                               capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        raise InputError.at(path.name, "its parameters are not in git",
                            "commit the notebook, or write them by hand") from None
    return asked.stdout.decode("utf-8")


def _clean_cell(cell: nbformat.NotebookNode) -> None:
    tags = cell.metadata.get("tags", [])
    cell.metadata = nbformat.from_dict({"tags": tags} if tags else {})
    if cell.cell_type == "code":
        kept = KEEPS_OUTPUTS in tags
        cell.execution_count = COUNT if kept else None
        cell.outputs = cell.outputs if kept else []
        for output in cell.outputs:
            _clean_output(output)


def _clean_output(output: nbformat.NotebookNode) -> None:
    if "execution_count" in output:
        output.execution_count = COUNT
    html = output.get("data", {}).get("text/html")
    if html:
        output.data["text/html"] = re.sub(r"<style>.*?</style>\n?", "", html, flags=re.DOTALL)
