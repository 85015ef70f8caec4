"""From an executed notebook to a published set of files, which replaces the last one whole.

Everything is made in a private folder beside the outputs. Only when all of it is there does
the new set take the old one's place by rename; whatever fails before leaves the last good
set as it was.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import nbformat

from pscb_lib.rendering.paper import read_paper

PREVIOUS = ".previous"


def private_folder(outputs: Path) -> Path:
    """Make a folder for work in progress that only this user may read."""
    (outputs / ".work").mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(dir=outputs / ".work"))


def write_set(executed: nbformat.NotebookNode, folder: Path, formats: tuple[str, ...]) -> None:
    """Write the notebook and, as asked, its page, PDF and spreadsheets into *folder*."""
    from pscb_lib.rendering.html import render_page
    from pscb_lib.rendering.pdf import render_pdf
    from pscb_lib.rendering.spreadsheets import write_tables

    clean = without_traces(executed)
    nbformat.write(clean, folder / "report.ipynb")
    paper = read_paper(clean)
    if "html" in formats:
        (folder / "report.html").write_text(render_page(paper), encoding="utf-8", newline="\n")
    if "pdf" in formats:
        (folder / "report.pdf").write_bytes(render_pdf(paper))
    if "tables" in formats:
        write_tables(paper, folder)


def without_traces(executed: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook without times, paths and machine: the same inputs give the same bytes."""
    clean = nbformat.from_dict(executed)
    language = {"name": clean.metadata.language_info.name}
    clean.metadata = nbformat.from_dict({
        "kernelspec": clean.metadata.kernelspec, "language_info": language,
        "pscb": {**clean.metadata.get("pscb", {}), "checked": True},
    })
    for cell in clean.cells:
        tags = cell.metadata.get("tags")
        cell.metadata = nbformat.from_dict({"tags": tags} if tags else {})
        if tags == ["injected-parameters"]:
            cell.id = "injected-parameters"
    return clean


def replace_set(new: Path, target: Path) -> None:
    """Put the finished folder *new* in the place of *target*, by rename."""
    restore(target)
    previous = target.with_name(target.name + PREVIOUS)
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        os.rename(target, previous)
    os.rename(new, target)
    shutil.rmtree(previous, ignore_errors=True)


def restore(target: Path) -> None:
    """Undo a replacement that was cut short: the previous set comes back where none stands."""
    previous = target.with_name(target.name + PREVIOUS)
    if previous.exists() and not target.exists():
        os.rename(previous, target)
    shutil.rmtree(previous, ignore_errors=True)


def keep_failed(work: Path, outputs: Path, report: str, message: str) -> Path:
    """Keep what a failed report left, with its traceback, where only this user may read it."""
    failed = outputs / ".failed" / f"{report}-{work.name}"
    failed.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.rename(work, failed)
    (failed / "error.txt").write_text(message + "\n", encoding="utf-8", newline="\n")
    return failed
