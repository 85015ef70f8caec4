"""Read a published set back from its files: every row, sentence, picture and name.

Only the form of the files is used, and nothing else that the suite knows, so that a reader of
the page, the PDF, the spreadsheets or the notebook can find the same.
"""

from __future__ import annotations

from pathlib import Path

import pandas

from pscb_lib.disclosure.outsider import (
    finished_figures,
    finished_html,
    finished_notebook,
    finished_pdf,
    finished_tables,
    finished_word,
)
from pscb_lib.disclosure.outsider.finished_notebook import read_figures
from pscb_lib.disclosure.outsider.found import Finished, Sentence


def read_finished(folder: Path) -> Finished:
    """Read every file of the set in *folder*.

    Raises ValueError, with the file's name, if a file cannot be read or is of a kind no set has.
    """
    readers = {".html": finished_html.read_html, ".pdf": finished_pdf.read_pdf,
               ".ipynb": finished_notebook.read_notebook, ".csv": finished_tables.read_csv,
               ".docx": finished_word.read_word, ".svg": finished_figures.read_svg,
               ".png": finished_figures.read_png,
               ".json": finished_notebook.read_manifest, ".xlsx": finished_tables.read_xlsx}
    found = Finished(folder)
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        name = path.relative_to(folder).as_posix()
        found.sentences.append(Sentence(name, "its name", name))
        try:
            readers[path.suffix](path, name, found)
        except Exception as fault:  # a damaged file may make its reader raise anything
            kind = "is of no kind that a set has" if path.suffix not in readers else "is unreadable"
            raise ValueError(f"{folder.name}/{name}: {kind} ({type(fault).__name__})") from fault
    return found


def read_notebook_of(folder: Path, figures_alone: bool = False) -> Finished:
    """Read the notebook alone of a set of which all files were audited before.

    Raises ValueError if it cannot be read.
    """
    found = Finished(folder)
    try:
        if figures_alone:
            finished_notebook.read_front_and_figures(folder / "report.ipynb", found)
        else:
            finished_notebook.read_notebook(folder / "report.ipynb", "report.ipynb", found)
    except Exception as fault:  # a damaged file may make its reader raise anything
        raise ValueError(f"{folder.name}/report.ipynb: is unreadable ({type(fault).__name__})"
                         ) from fault
    return found


def read_exact(folder: Path) -> pandas.DataFrame | None:
    """The figures of a restricted set, with those of the other sets; None if it has none.

    Raises ValueError if its notebook cannot be read.
    """
    try:
        return read_figures(folder / "report.ipynb")
    except (OSError, ValueError, KeyError) as fault:
        raise ValueError(f"restricted/{folder.name}/report.ipynb: is unreadable "
                         f"({type(fault).__name__})") from fault
