"""Clean a notebook for committing: no outputs, no counts, only metadata written by hand."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat

from pscb_lib.writing.whole import refusing, write_text

KEEPS_OUTPUTS = "nbval-check-output"  # the tag of cells whose outputs nbval compares strictly
COUNT = 1  # nbval needs a count beside kept outputs; a constant keeps the diff empty
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
        output.data["text/html"] = re.sub(r"<style>.*?</style>", "<style></style>", html,
                                          flags=re.DOTALL)
