"""Make a finished set of files from an executed notebook, in a private folder.

All files are made in a working folder. When they are complete,
:mod:`pscb_lib.running.publishing.replacing` puts them in place of the last set; a failure before
that leaves the last good set unchanged.
"""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from pscb_lib.board.wording import Words, named, words_in
from pscb_lib.disclosure.mime import blocks_in
from pscb_lib.reading.findings import InputError
from pscb_lib.writing.folders import refuse_link
from pscb_lib.writing.holders import is_alive, is_seen_by_name, place_of_process
from pscb_lib.writing.whole import draft_bytes, draft_text, write_text

if TYPE_CHECKING:
    import nbformat

SCRATCH = "pscb-"


def private_folder(outputs: Path, cycle: str) -> Path:
    """Make a working folder for this user only, which is kept while this process lives.

    Raises InputError if the outputs' folder cannot be written.
    """
    folder = _name_private(outputs, cycle)
    make_private(folder)
    return folder


@contextmanager
def private_until_end(outputs: Path, cycle: str) -> Iterator[Path]:
    """The path of a working folder for this user only, removed at the end if it was made."""
    folder = _name_private(outputs, cycle)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_private(folder: Path) -> None:
    """Make a working folder where it is not there yet.

    Raises InputError if the outputs' folder cannot be written.
    """
    refuse_link(folder.parent)
    try:
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as fault:
        raise InputError.at(folder.parents[1].name,
                            f"the folder cannot be written ({fault.strerror})",
                            "name another with --out") from None


def _name_private(outputs: Path, cycle: str) -> Path:
    """A new name by cycle, place and process, by which :func:`clear_work` knows the folder."""
    return outputs / ".work" / (
        f"{cycle}.{place_of_process()}.{os.getpid()}.{secrets.token_hex(4)}")


def clear_work(outputs: Path, cycle: str) -> None:
    """Remove the working folders of runs whose process has ended, never those of a live run.

    Processes of other machines and containers are not seen, but the caller holds the lock of
    *cycle*, so none of them works on it.
    """
    for folder in (outputs / ".work").glob("*.*.*.*"):
        worked_on, rest = folder.name.split(".", 1)
        place, process, _ = rest.rsplit(".", 2)
        is_seen = is_seen_by_name(place, process)
        if not is_alive(int(process)) if is_seen else worked_on == cycle:
            shutil.rmtree(folder, ignore_errors=True)


def scratch_folder() -> tempfile.TemporaryDirectory:
    """Return a folder for a kernel's sockets, with a short name that has its process number."""
    return tempfile.TemporaryDirectory(prefix=f"{SCRATCH}{os.getpid()}-{place_of_process()}-")


def clear_scratch() -> None:
    """Remove the folders for sockets that killed processes have left."""
    for folder in Path(tempfile.gettempdir()).glob(f"{SCRATCH}*-{place_of_process()}-*"):
        process = folder.name.removeprefix(SCRATCH).split("-")[0]
        if is_seen_by_name(place_of_process(), process) and not is_alive(int(process)):
            shutil.rmtree(folder, ignore_errors=True)


def write_files(clean: nbformat.NotebookNode, folder: Path, formats: tuple[str, ...]) -> None:
    """Write a notebook without traces and, by *formats*, what is printed from it into *folder*."""
    import nbformat

    from pscb_lib.page.rendering.figures import write_figures
    from pscb_lib.page.rendering.html import render_page
    from pscb_lib.page.rendering.paper import read_paper
    from pscb_lib.page.rendering.pdf import render_pdf
    from pscb_lib.page.rendering.spreadsheets import with_sheets, write_tables

    draft_text(folder / "report.ipynb", nbformat.writes(clean) + "\n")
    paper = read_paper(clean)
    if "tables" in formats:
        paper = with_sheets(paper)
    if "html" in formats:
        draft_text(folder / "report.html", render_page(paper))
    if "pdf" in formats:
        draft_bytes(folder / "report.pdf", render_pdf(paper))
    if "word" in formats:
        from pscb_lib.page.rendering.word.document import render_word

        draft_bytes(folder / "report.docx", render_word(paper))
    if "tables" in formats:
        write_tables(paper, folder)
    if "figures" in formats:
        write_figures(paper, folder)


def without_traces(executed: nbformat.NotebookNode, parameters: dict[str, str]
                   ) -> nbformat.NotebookNode:
    """Return the notebook without times, paths and machine: equal inputs give equal bytes.

    *parameters* are those that it shows.
    """
    import nbformat
    from papermill.translators import PythonTranslator

    clean = nbformat.from_dict(executed)
    language = {"name": clean.metadata.language_info.name}
    clean.metadata = nbformat.from_dict({
        "kernelspec": clean.metadata.kernelspec, "language_info": language,
        "pscb": {**clean.metadata.get("pscb", {}), "checked": True},
    })
    for cell in clean.cells:
        tags = cell.metadata.get("tags")
        cell.metadata = nbformat.from_dict({"tags": tags} if tags else {})
        if cell.cell_type == "markdown":
            cell.source = named(cell.source, _words_in(clean))
        if tags == ["injected-parameters"]:
            cell.id = "injected-parameters"
            cell.source = PythonTranslator.codify(parameters)
    return clean


def _words_in(notebook: nbformat.NotebookNode) -> Words:
    """The words of the framework, from the front sheet; none if a notebook has no front sheet."""
    return next((words_in(block) for block in blocks_in(notebook) if block["kind"] == "front"), ())


def keep_failed(work: Path, outputs: Path, report: str, message: str) -> Path | None:
    """Keep the working files of a failed report, with its error, for this user only.

    The folder is moved, which needs no disk space. It may be missing or open in another program, or
    the disk may be full: then as much as possible is kept. Returns None if nothing could be kept.
    """
    failed = outputs / ".failed" / f"{report}-{work.name}"
    with suppress(OSError, InputError):
        refuse_link(failed.parent)
        failed.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(OSError):
            os.rename(work, failed)
        failed.mkdir(mode=0o700, exist_ok=True)
        write_text(failed / "error.txt", message + "\n", 0o600)
    shutil.rmtree(work, ignore_errors=True)
    return failed if failed.is_dir() else None
