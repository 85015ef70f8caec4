"""Faults of number in an English sentence: "one interviews", "1 of 1 reports are", "none of no".

Each is a pattern with its name. A sentence made for many is tried with none, one and two by drawing
very small parts of a sample.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

NOT_WORDS = ("svg", "id", "kind", "data", "columns", "tone", "rating", "align", "cell", "link")
# Words in s that are no plural, after "one".
ALONE = ("address|analysis|basis|business|census|class|crisis|diagnosis|illness|less|loss|process|"
         "progress|status|this|thus|was|is|has|its|plus|across|access|always|yes|bus|gas|news|"
         "series|services?")
ONE = "(?:[Oo]ne|1)"
SEVERAL = "(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine)"
WHICH = "(?:(?:missing|late|overdue|open|complete|different|unexpected|return|first) )?"
NOUNS = ("return(?! interview)|episode|interview|report|audit|action|grade|agency|death|review|"
         "recommendation|indicator|target|child|question|figure|record|row|file|arrangement|visit|"
         "standard")
START = "(?:^|[:;,.] )"
FAULTS = {name: re.compile(pattern) for name, pattern in {
    "one with a plural": rf"(?<!\bof )(?<!\bto )(?<![-,.\d])\b{ONE} {WHICH}"
                         rf"(?!(?:{ALONE})\b)[a-z]{{3,}}[^s\W]s\b(?! \d)",
    "one are": rf"{START}{ONE} (?:are|were|have|do)\b",
    "one of one": r"\b(?:[Oo]ne|1|[Nn]one|no) of (?:the )?one\b"
                  r"|\b[01] of 1 (?:(?:are|were|have)\b|(?!was|is|has)[a-z]+s\b)",
    "of no": r"\b(?:[Oo]f|[Ff]rom|[Aa]fter|[Ff]or) no \w+s\b",
    "none of none": r"\b[Nn]one of (?:no|none)\b",
    "no no": r"\b[Nn]o no\b",
    "0 of 0": r"\b0 of 0\b(?! is not)",  # the method paper says why there is none
    "all one": r"\b[Aa]ll (?:one|1|no|0) \w",
    "several is": rf"{START}(?:{SEVERAL}|\d\d+) (?:is|was|has)\b",
    "several with a singular": rf"\b{SEVERAL} (?:{NOUNS})\b(?!-)",
}.items()}


def faults_in(sentences: Iterable[str]) -> list[tuple[str, str]]:
    """Each fault that is found, with its sentence."""
    return sorted({(name, sentence) for sentence in sentences for name, pattern in FAULTS.items()
                   if pattern.search(sentence)})


def words_of(blocks: Iterable[dict]) -> set[str]:
    """All that the blocks of a page print or tell, part by part."""
    return {words for block in blocks if block["kind"] not in ("figures", "end", "sheet")
            for words in _words(block)}


def _words(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, list) and content and all(
            isinstance(one, dict) and "strong" in one for one in content):
        yield "".join(run["text"] for run in content)
    elif isinstance(content, dict):
        for name, value in content.items():
            if name not in NOT_WORDS:
                yield from _words(value)
    elif isinstance(content, list):
        for one in content:
            yield from _words(one)
