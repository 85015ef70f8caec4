"""A sentence as the runs that it is printed from: plain, strong, and links within the paper.

``**words**`` are strong. ``[words](#id)`` leads to the figure, table, question, heading or row with
this id; ``[](#id)`` prints what it leads to: Figure 1, Table 3, Question 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

MARKED = re.compile(r"\*\*(?P<strong>.+?)\*\*|\[(?P<words>[^\[\]]*)\]\(#(?P<id>[a-z0-9_-]+)\)")


def runs(words: str) -> list[dict[str, Any]]:
    """Split a sentence at its strong parts and links."""
    return [run for run in _runs(words, strong=False) if run["text"] or "link" in run]


def _runs(words: str, strong: bool) -> Iterator[dict[str, Any]]:
    end = 0
    for found in MARKED.finditer(words):
        yield {"text": words[end:found.start()], "strong": strong}
        if found["strong"]:
            yield from _runs(found["strong"], strong=True)
        else:
            yield {"text": found["words"], "strong": strong, "link": found["id"]}
        end = found.end()
    yield {"text": words[end:], "strong": strong}
