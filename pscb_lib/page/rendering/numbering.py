"""Number the figures, tables and questions of a paper, and give each an id that links lead to.

Each kind is counted through the paper. An id is the block's own; a heading's is made from its
text, a row's from its table and its first line. A question is a heading too, so that a screen
reader finds it: of level 2 before the first main heading, as no level may be skipped, then of 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

Block = dict[str, Any]
NAMES = {"chart": "Figure", "table": "Table", "question": "Question"}
UNKNOWN = "below"  # in JupyterLab, where a cell does not know the numbers of others


def number_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with their ids and numbers, and every link with the words that it is printed as.

    Raises KeyError with the id that a link leads to, if nothing in the paper has it.
    """
    numbered = [*_numbered(blocks)]
    labels = dict(_labels(numbered))
    return tuple(_linked(block, labels) for block in numbered)


def links_in(block: object) -> Iterator[str]:
    """The ids that the links of a block lead to."""
    if isinstance(block, dict):
        if "link" in block:
            yield block["link"]
        for name, value in block.items():
            if name != "data":
                yield from links_in(value)
    elif isinstance(block, list | tuple):
        for value in block:
            yield from links_in(value)


def ids_of(blocks: Iterable[Block]) -> set[str]:
    """All ids that a link may lead to."""
    return {id for id, _ in _labels([*_numbered(blocks)])}


def slug(words: str) -> str:
    """The words as part of an id: lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "none"


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    counts = dict.fromkeys(NAMES, 0)
    taken: set[str] = set()
    level = 2
    for block in blocks:
        kind = block["kind"]
        if kind == "heading":
            level = 3
            yield block | {"id": _free(f"section-{slug(block['text'])}", taken)}
        elif kind == "table":
            if _is_printed(block):
                counts["table"] += 1
                block = block | {"number": counts["table"]}
            yield block | {"groups": [_with_rows(block["id"], group, counts, taken)
                                      for group in block["groups"]]}
        elif kind in NAMES:
            counts[kind] += 1
            asked = {"level": level} if kind == "question" else {}
            yield block | {"number": counts[kind]} | asked
        else:
            yield block


def _is_printed(table: Block) -> bool:
    return any(group["rows"] for group in table["groups"])


def _with_rows(table: str, group: Block, counts: dict[str, int], taken: set[str]) -> Block:
    ids, rows = [], []
    for row in group["rows"]:
        first = next((line["text"] for line in row[0] if "text" in line), "") if row else ""
        ids.append(_free(f"{table}--{slug(first)}", taken))
        rows.append([[_asked(line, counts) for line in cell] for cell in row])
    return group | {"rows": rows, "ids": ids}


def _asked(line: Block, counts: dict[str, int]) -> Block:
    if "ask" not in line:
        return line
    counts["question"] += 1
    return line | {"number": counts["question"]}


def _free(id: str, taken: set[str]) -> str:
    """The id, with the letter b behind it, once or more, if something in the paper has it.

    A number would read like a count beside the words of the id.
    """
    tried, behind = id, 0
    while tried in taken:
        behind += 1
        tried = f"{id}-{'b' * behind}"
    taken.add(tried)
    return tried


def _labels(numbered: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Every id with what a link to it prints if it has no words of its own."""
    for block in numbered:
        if block["kind"] == "heading":
            yield block["id"], block["text"]
        elif block["kind"] in NAMES:
            number = block.get("number")
            yield block["id"], f"{NAMES[block['kind']]} {number}" if number else block["caption"]
        for group in block.get("groups", ()):
            for id, row in zip(group["ids"], group["rows"], strict=True):
                yield id, next((line["text"] for line in row[0] if "text" in line), "")


def _linked(block: Any, labels: dict[str, str]) -> Any:
    if isinstance(block, dict):
        if "link" in block:
            label = labels[block["link"]]
            return block | {"text": block["text"] or label}
        return {name: value if name == "data" else _linked(value, labels)
                for name, value in block.items()}
    if isinstance(block, list | tuple):
        return [_linked(value, labels) for value in block]
    return block
