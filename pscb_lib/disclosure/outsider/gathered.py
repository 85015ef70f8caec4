"""Audit what is gathered from finished sets: the pack of a meeting, or a page that lists papers.

What stands word for word in an audited paper has been audited there. Everything else in the file
is read as an outsider would, against the figures that each of its papers hides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from pscb_lib.disclosure.outsider import finished_html, finished_notebook, finished_pdf
from pscb_lib.disclosure.outsider.canaries import find_canaries
from pscb_lib.disclosure.outsider.found import Cell, Finished, Row
from pscb_lib.disclosure.outsider.known import paper_of
from pscb_lib.disclosure.outsider.leak import Leak
from pscb_lib.disclosure.outsider.leaks import find_leaks

READERS = {".pdf": finished_pdf.read_pdf, ".html": finished_html.read_html,
           ".json": finished_notebook.read_manifest}
STRANGE, MAKE = "is nothing our writers make", "make it again"
PRINTED = {".pdf": "report.pdf", ".html": "report.html"}
AGENDA, PAPER, ASKED, PAGE = "Papers of this meeting", "Paper", "Asked to", "Page"
ENDS = (".", "?", "!")


def audit_gathered(files: Sequence[Path], papers: Iterable[Path], canaries: Sequence[str] = ()
                   ) -> list[Leak]:
    """The leaks in *files* of one folder that were gathered from the sets in the folders *papers*.

    Raises ValueError, with the file's name, if a file cannot be read.
    """
    papers = list(papers)
    found = _read(files, papers)
    said = _read([paper / PRINTED[file.suffix] for file in files if file.suffix in PRINTED
                  for paper in papers if (paper / PRINTED[file.suffix]).is_file()])
    sentences, rows = {one.text for one in said.sentences}, set(map(_row, said.rows))
    printed = [" ".join(text.split()) for text in sentences]
    rest = Finished(found.folder, [of_agenda(one, printed) for one in found.rows
                                   if _row(one) not in rows],
                    [one for one in found.sentences if one.text not in sentences])
    leaks = [Leak(file, place, "", STRANGE, MAKE) for file, place in found.strange]
    leaks += [leak for paper in papers for leak in _hidden_by(paper, rest)]
    if canaries:
        leaks += find_canaries(found, canaries)
    return sorted(set(leaks))


def _hidden_by(paper: Path, rest: Finished) -> list[Leak]:
    """What of the figures that a paper hides is told by the *rest* of a file."""
    from pscb_lib.disclosure.outsider.finished import read_exact

    own = Finished(paper, figures=finished_notebook.read_figures(paper / "report.ipynb"))
    beside = paper.parents[1] / "restricted" / paper.name
    if own.figures is None:
        return []
    exact = read_exact(beside) if beside.exists() else None
    return find_leaks(rest, paper_of(own, exact))


def _read(files: Iterable[Path], papers: Iterable[Path] = ()) -> Finished:
    files = list(files)
    found = Finished(files[0].parent if files else Path(), papers=tuple(papers))
    for file in files:
        try:
            READERS[file.suffix](file, file.name, found)
        except Exception as fault:  # a damaged file may make its reader raise anything
            raise ValueError(f"{file.parent.name}/{file.name}: is unreadable "
                             f"({type(fault).__name__})") from fault
    return found


def of_agenda(row: Row, printed: Sequence[str]) -> Row:
    """A row of an agenda without what counts nothing, or is audited already.

    That are the numbers of its item and of its page, the answer of its paper, word for word as a
    text *printed* there begins, and what it asks, word for word. Any other row is as it was.
    """
    if row.table != AGENDA:
        return row
    cells = (replace(one, text=_without_answer(one.text, printed)) if one.head == PAPER else one
             for one in row.cells if one.head != PAGE and not _is_asked(one, printed))
    return replace(row, labels=tuple(one for one in row.labels if not one.isdecimal()),
                   cells=tuple(cells))


def _is_asked(cell: Cell, printed: Sequence[str]) -> bool:
    """Whether a cell has what a front sheet says that its readers are asked to do."""
    return cell.head == ASKED and any(
        one.endswith(f" {ASKED.lower()} {cell.text}") for one in printed)


def _without_answer(text: str, printed: Sequence[str]) -> str:
    """A text without the whole sentences at its end with which one of those *printed* begins."""
    words = text.split()
    for at in range(len(words)):
        rest = " ".join(words[at:])
        if rest.endswith(ENDS) and any(f"{one} ".startswith(f"{rest} ") for one in printed):
            return " ".join(words[:at])
    return text


def _row(row: Row) -> tuple[object, ...]:
    """What a row says, wherever it stands."""
    return row.table, row.group, row.labels, row.cells
