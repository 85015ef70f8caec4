"""The words of this Board's framework, on its pages, in its forms and in its files.

The code, the notebooks and the sample say what the framework of May 2014 says: Q&E, Board, serious
case review. A page has in their place what the Board's own framework says on the last day of the
paper's period (:class:`pscb_lib.framework.edition.Framework`), and the setting ``group_short`` for
Q&E. A process works for one board at a time: its context tells which words (:func:`call_by`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from html import escape
from typing import Any, TypeVar

from pscb_lib.board.settings import Settings
from pscb_lib.framework.english import capital
from pscb_lib.framework.folding import fold
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field

Content = TypeVar("Content")
Words = tuple[tuple[str, str], ...]  # what the framework of May 2014 says, and what stands for it
FRAMEWORKS = "Q&E"
BODY = "Board"  # alone it is this one; after a name it is another's: the Parole Board
OTHER_BODY = re.compile(r"(?<![\w-])(?!(?:The|An?|This|That|Each|Every|Our|No|Any|All|Both|Full)"
                        r"\b)[A-Z][\w'’&;-]* $")
LONGEST_NAME = 60  # characters before a word that are looked at
_called: list[Words] = [()]


def words_of(settings: Settings, on: date = date.max, keep: Iterable[str] = ()) -> Words:
    """The words of a board on a day, by default the newest; names to *keep* stay as they are."""
    return ((FRAMEWORKS, settings.group_short), *wording_of(settings, on, keep).items())


def wording_of(settings: Settings, on: date, keep: Iterable[str] = ()) -> dict[str, str]:
    """What a front sheet keeps of a framework's words on a day; the group's name is beside it.

    Of the names to *keep* it has those that the words would change, as words of themselves.
    """
    own = settings.framework.on(on).words
    return dict(own) | {name: name for name in keep if named(name, own) != name}


def words_in(front: Mapping[str, Any]) -> Words:
    """The words that the front sheet of a paper names."""
    return ((FRAMEWORKS, front.get("group_short", FRAMEWORKS)),
            *front.get("wording", {}).items())


def call_by(words: Words) -> None:
    """From here on, *words* are printed."""
    _called[0] = words


def named(content: Content, words: Words | None = None) -> Content:
    """Plain data or a text in *words*, or else in those that the process is called by."""
    pattern, own = _pattern(_called[0] if words is None else words)
    if pattern is None:
        return content
    found: Content = _named(content, pattern, own)
    return found


@cache
def _pattern(words: Words) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    """The longest first; a word of itself keeps what would be changed: Integrated Care Board."""
    own = dict(words) | {escape(word): escape(other) for word, other in words
                         if escape(word) != word}
    if all(word == other for word, other in own.items()):
        return None, {}
    own |= {capital(word): capital(other) for word, other in own.items() if word[:1].islower()}
    known = "|".join(map(re.escape, sorted(own, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{known})(?=s?(?!\w))(?!-[A-Z\d])"), own


def _named(content: Any, pattern: re.Pattern[str], own: Mapping[str, str]) -> Any:
    if isinstance(content, str):
        return pattern.sub(lambda found: _in_place(own[found[0]], found), content)
    if isinstance(content, dict):
        return {key: _named(value, pattern, own) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return type(content)(_named(value, pattern, own) for value in content)
    return content


def _in_place(word: str, found: re.Match[str]) -> str:
    """A capital where a text begins with the word that is replaced by a small one.

    Another body keeps its name.
    """
    start = found.start()
    if found[0] == BODY and OTHER_BODY.search(found.string, max(0, start - LONGEST_NAME), start):
        return BODY
    return capital(word) if found.start() == 0 and found[0][:1].isupper() else word


def in_own_words(field: Field, words: Words) -> Field:
    """A column of a return whose choices, remedy and meaning are in *words*; both are taken."""
    if _pattern(words)[0] is None:
        return field
    shape = cells.shape_of(field.parse)
    ours = {fold(named(one, words)): one for one in shape.choices if named(one, words) != one}
    parse, said = field.parse, {name: named(getattr(field, name), words)
                                for name in ("remedy", "meaning")}
    if not ours:
        return replace(field, **said)

    def parsed(cell: str) -> object:
        return parse(ours.get(fold(cell), cell))

    choices: Sequence[str] = [named(one, words) for one in shape.choices]
    return replace(field, parse=cells.shaped(parsed, replace(shape, choices=tuple(choices))),
                   **said)
