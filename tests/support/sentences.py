"""The sentences of a report's sets, and what a masked one says that the restricted one does not.

A report is found by its folder, and its notebook's cells are run in this process. A masked sentence
may be shorter than one of the restricted set, by whole clauses or items of a list, and be nothing
else; the few that speak of masking itself are declared here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from contextlib import chdir
from pathlib import Path
from typing import Any

import nbformat
from draws import ROOT, notebook_of

from pscb_lib.disclosure.mime import BLOCK
from pscb_lib.disclosure.showing import HIDDEN
from pscb_lib.page.blocks import Block

NOT_PRINTED = ("figures", "end", "front")
ABOUT_MASKING = [re.compile(pattern) for pattern in (
    r".*\bshown here\b.*",  # it limits what it says to what its reader has
    r".*[Nn]ot shown, because of small numbers.*",
    r".*: some numbers are not shown(; .*)?",  # a chart
    r"(One|Two|Three|[A-Z]\w+|\d+) indicators? not rated here, because small numbers are not shown",
    r"Commentary from .* (is not shown: small numbers|awaits clearance)",
    r"There are more in the Q&E set",
    r"Not published(: this part is for the Q&E group and the Board)?",
    r"How many children are still missing is told to the Q&E group alone: .*",
    r"A member who needs to know may ask the Chair of the Q&E group",
    r"Not every row could be used", r"\S+ rows? could not be used",
    r"The Q&E group's set lists what to correct",
    r"(All|Some) (rows|episodes) (are|were) .*",  # their number is one of rows
    r"More of the rows sent could not be used than are allowed",
    r"A comment was left out: it states a number of children; it is in the restricted set",
)]
PICTURES = ("svg", "id", "kind", "tone", "rating", "align", "label")


def say_all(report: str, audience: str, returns: Path) -> list[dict]:
    """The blocks that the notebook of *report* displays, made from the *returns*."""
    cells = ["".join(cell["source"]) for cell in notebook_of(report)["cells"]
             if cell["cell_type"] == "code"]
    names: dict[str, Any] = {}
    blocks: list[object] = []
    with chdir(ROOT):
        for cell in cells:
            *statements, last = ast.parse(cell).body
            is_shown = isinstance(last, ast.Expr)
            body = ast.Module(statements if is_shown else [*statements, last], [])
            exec(compile(body, report, "exec"), names)
            if is_shown:
                blocks.append(eval(compile(ast.Expression(last.value), report, "eval"), names))
            if "context" not in names:
                names |= {"returns_folder": str(returns), "audience": audience}
    return [one.as_json() for one in blocks if isinstance(one, Block)]


def published_blocks(notebook: Path) -> list[dict]:
    """The blocks of a finished notebook."""
    cells = nbformat.read(notebook, as_version=4).cells
    return [output.data[BLOCK] for cell in cells if cell.cell_type == "code"
            for output in cell.outputs if BLOCK in output.get("data", {})]


def sentences_of(blocks: Iterable[dict]) -> set[str]:
    """Every sentence in the words, notes, cells and alternative texts of the blocks."""
    return {sentence for block in blocks if block["kind"] not in NOT_PRINTED
            for words in _texts(block) for sentence in _split(words)}


def _texts(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        if "runs" in content:
            yield "".join(run["text"] for run in content["runs"])
        for name, value in content.items():
            if name == "items":
                for item in value:
                    yield from ["".join(run["text"] for run in item)] if isinstance(
                        item, list) else _texts(item)
            elif name not in ("runs", "data", "columns", *PICTURES):
                yield from _texts(value)
    elif isinstance(content, list | tuple):
        for one in content:
            yield from _texts(one)
    elif isinstance(content, str):
        yield content


def _split(words: str) -> Iterator[str]:
    for part in re.split(r"(?<=[.?!])\s+(?=[A-Z0-9▼“])", words):
        if part.endswith((".", "?", "!")) and " " in part:
            yield part.rstrip(".")


def clauses(sentence: str) -> list[str]:
    """The clauses and items of a sentence."""
    sentence = re.sub(rf"(?:;\s)?[^;,:]+: {HIDDEN}", "", sentence)  # an item that is hidden
    parts = re.split(r"[;,:](?=\s)\s*(?:and )?| and ", sentence)
    return [part[:1].lower() + part[1:] for part in parts if part]


def said_otherwise(masked: Iterable[dict], restricted: Iterable[dict]) -> list[str]:
    """The sentences of a masked set that are none of the restricted one, less some clauses."""
    full = [clauses(sentence) for sentence in sentences_of(restricted)]
    return sorted(
        sentence for sentence in sentences_of(masked)
        if not any(pattern.fullmatch(sentence) for pattern in ABOUT_MASKING)
        and not any(_is_within(clauses(sentence), one) for one in full))


def _is_within(some: list[str], whole: list[str]) -> bool:
    """Whether *some* are in *whole*, in their order."""
    rest = iter(whole)
    return all(one in rest for one in some)
