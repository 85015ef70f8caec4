"""The page of a cycle: each paper with its files, and the papers whose last run failed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pscb_lib.board.names import split_name
from pscb_lib.board.notebooks import title_of
from pscb_lib.board.wording import named
from pscb_lib.page.rendering.html import environment, page_style
from pscb_lib.page.words.front import DRAFT

NOT_MADE = ("withdrawn", "left the cycle")  # the states of sets that no run makes again
FILES = {"report.html": "page", "report.pdf": "PDF", "report.docx": "Word",
         "tables.xlsx": "tables"}
SETS = {"restricted": "Q&E group", "board": "Board", "public": "Public"}


def render_cycle(cycle: str, as_of: str, board: str, lines: Sequence[Any], folder: Path) -> str:
    """Return the page; *folder* is the cycle's, and its links are relative to it.

    Each of *lines* has the report, the audience, the period, the state, the failure and the last
    good set of one paper.
    """
    rows = [{"line": line, "says": _says(line), "links": _links(line, folder),
             "title": _title(line, folder), "set": named(SETS.get(line.audience, line.audience))}
            for line in lines]
    return environment().get_template("cycle.html.j2").render(
        cycle=cycle, as_of=as_of, board=board, rows=rows, style=page_style(),
        pages=[(f"{audience}/index.html", named(said)) for audience, said in SETS.items()
               if (folder / audience / "index.html").is_file()],
        papers=sum(1 for line in lines if line.state not in NOT_MADE),
        failed=[row for row in rows if row["line"].state == "failed"])


def _title(line: Any, folder: Path) -> str:
    """The title of a paper, with its key if it has one."""
    name, key = split_name(line.report)
    title = title_of(folder / line.audience / line.report / "report.ipynb", name)
    return f"{title} ({key})" if key else title


def _says(line: Any) -> str:
    if line.state == "not due":
        return "Not due yet"
    if line.state == "withdrawn":
        return f"Withdrawn: its report has no {line.audience} set any more"
    if line.state == "left the cycle":
        return "Left the cycle: it is not made again"
    if line.state == "awaited":
        return f"Not made: {line.failure}"
    if line.state != "failed":
        return _published(line)
    if line.last_good is None:
        return "Failed; there is no earlier one"
    return f"Failed; the last good one, as known on {line.last_good['as_of']}, stands"


def _published(line: Any) -> str:
    if line.audience != "public":
        return "Published"
    return f"Released, signed off by {line.signed_off}" if line.signed_off else DRAFT


def _links(line: Any, folder: Path) -> list[tuple[str, str]]:
    """The address and the name of each file of the last good set, if there is one."""
    place = f"{line.audience}/{line.report}"
    names = FILES.items() if line.last_good else ()
    return [(f"{place}/{file}", name) for file, name in names if (folder / place / file).exists()]
