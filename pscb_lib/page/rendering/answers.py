"""What a paper asks and finds, in one line each, for a list of papers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pscb_lib.page.rendering.paper import Paper

SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z0-9])")


def answer_in(blocks: Iterable[dict[str, Any]]) -> str:
    """The answer of a paper: the strong words of its lead, or else its first sentence."""
    leads = [block for block in blocks if block["kind"] == "lead"]
    runs: list[dict[str, Any]] = leads[0]["runs"] if leads else []
    strong = " ".join(run["text"].strip() for run in runs if run.get("strong"))
    whole = "".join(run["text"] for run in runs)
    return strong or SENTENCE.split(whole.strip())[0]


def fact_of(paper: Paper, *names: str) -> str:
    """The first fact of a front sheet whose name has one of the words *names*; blank if none."""
    return next((words for name, words in paper.front["facts"]
                 if any(one in name for one in names)), "")
