"""What a page that lists papers says of one published set: its answer, its files, what it asks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pscb_lib.board.notebooks import title_in
from pscb_lib.disclosure.mime import blocks_in
from pscb_lib.page.rendering.answers import answer_in
from pscb_lib.page.rendering.portal import Download, Listed
from pscb_lib.page.rendering.printed import day_in_words, plain

OPENED = ("report.html", "report.pdf", "report.docx", "tables.xlsx")
OUTCOMES = frozenset(("question", "outcome"))  # the columns of a table that says what changed


@dataclass(frozen=True)
class Read:
    """A published notebook: its title, its front sheet and its blocks."""

    title: str
    front: dict[str, Any]
    blocks: list[dict[str, Any]]


Reader = Callable[[Path], Read]


def read_set(folder: Path) -> Read:
    """Read the notebook of the published set in *folder*."""
    notebook = json.loads((folder / "report.ipynb").read_text(encoding="utf-8"))
    blocks = [*blocks_in(notebook)]
    front = next(block for block in blocks if block["kind"] == "front")
    return Read(title_in(notebook["cells"]), front, blocks)


def list_set(folder: Path, start: Path, read: Reader) -> Listed:
    """What a page in the folder *start* says of the published set in *folder*."""
    found = read(folder)
    files = (folder / name for name in OPENED)
    return Listed(found.title, found.front["period_words"],
                  day_in_words(found.front["as_of"]), answer_in(found.blocks),
                  found.front.get("reference", ""),
                  tuple(list_file(file, start) for file in files if file.is_file()),
                  tuple(_pictures(folder / "figures", found.blocks, start)))


def list_file(path: Path, start: Path) -> Download:
    """The file *path* as it is opened from a page in the folder *start*."""
    return Download(path.relative_to(start).as_posix(), path.stat().st_size)


def asked_in(found: Read) -> Iterator[str]:
    """Each question of a paper, with its owner."""
    for block in found.blocks:
        if block["kind"] == "question":
            text = "".join(run["text"] for run in block["runs"])
            yield f"{text} {block['owner']}".strip()


def changed_in(found: Read) -> Iterator[str]:
    """Each outcome that a paper prints of a question asked before, after that question."""
    for block in found.blocks:
        data = block.get("data") or {}
        names = data.get("columns", ())
        if block["kind"] == "table" and set(names) >= OUTCOMES:
            for row in data["rows"]:
                one = dict(zip(names, row, strict=True))
                if one["outcome"]:
                    yield f"{one['question']} {one['outcome']}"


def _pictures(folder: Path, blocks: list[dict[str, Any]], start: Path
              ) -> Iterator[tuple[str, tuple[Download, ...]]]:
    """The number and the headline of each figure, with its files if they were made."""
    charts = (block for block in blocks if block["kind"] == "chart")
    for number, chart in enumerate(charts, 1):
        files = (folder / f"figure-{number}-{chart['id']}.{form}" for form in ("png", "svg"))
        if found := tuple(list_file(file, start) for file in files if file.is_file()):
            yield f"Figure {number}. {plain(chart['caption'])}", found
