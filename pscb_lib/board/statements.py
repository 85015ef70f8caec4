"""A statement of a person in a paper, such as the foreword of a panel's chair.

A notebook says in its metadata who writes one: ``"pscb": {"statement_by": ["the chair of the
panel"]}``. It is ``params/<cycle>/statements/<paper>.md``: plain paragraphs with an empty line
between them, printed as they are written. Without it the restricted set is made as a draft and no
other. The others have it if it states no number of children, or if each paragraph that does is in
``cleared_texts.csv`` (:mod:`pscb_lib.board.cleared_texts`).

A paper may have further texts beside it, ``<paper>.<part>.md``, of the ``PARTS``; they are read by
the same rules.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from pscb_lib.board.cleared_texts import FILE, read_cleared
from pscb_lib.board.notebooks import RESTRICTED, statement_by
from pscb_lib.disclosure.stated import states_children
from pscb_lib.framework.folding import fold
from pscb_lib.reading.characters import printed
from pscb_lib.reading.findings import InputError

FOLDER = "statements"
NO_IMPACT, YOUNG_PEOPLE, PARTNERS = PARTS = "no-impact", "young-people", "partners"
BETWEEN = re.compile(r"\n\s*\n")
MARKUP = re.compile(r"[*`<>|\[\]]|^\s*(?:#|[-+]\s|\d+[.)]\s|={3,}|-{3,})", re.MULTILINE)
PLAIN = "write plain paragraphs, with an empty line between them"


def statement_in(cycle: str, paper: str) -> Path:
    """The path of a paper's statement, from the project's folder."""
    return Path("params", cycle, FOLDER, f"{paper}.md")


def part_beside(place: Path, part: str) -> Path:
    """The path of a further text of the paper whose statement is at *place*."""
    return place.with_name(f"{place.stem}.{part}.md")


def read_statement(root: Path, place: Path) -> tuple[str, ...]:
    """The paragraphs of the statement at *place*, from the project *root*; none if it is not there.

    Raises InputError for bytes that are no text, what cannot be printed, and markup.
    """
    name = place.as_posix()
    try:
        text = (root / place).read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError.at(name, f"cannot be read ({type(fault).__name__})",
                            "save it as a text in UTF-8") from None
    can_be = printed(text)
    if can_be.refused:
        raise InputError.at(name, *can_be.refused)
    if markup := MARKUP.search(can_be.text):
        raise InputError.at(name, "is not plain paragraphs", PLAIN, value=markup.group().strip(),
                            row=can_be.text.count("\n", 0, markup.end()) + 1)
    return tuple(" ".join(one.split()) for one in BETWEEN.split(can_be.text) if one.strip())


def why_awaited(root: Path, place: Path, notebook: Path, audience: str, as_of: date) -> str | None:
    """Why a set waits for a person's statement, with the remedy; None if it does not."""
    writers = statement_by(notebook)
    if not writers or audience == RESTRICTED:
        return None
    if not read_statement(root, place):
        return say_awaited(place, f"the statement of {writers[0]}")
    cleared = read_cleared(root / "params" / FILE, as_of)
    for one in (place, *(part_beside(place, part) for part in PARTS)):
        if why := _why_kept(root, one, cleared):
            return why
    return None


def say_awaited(place: Path, what: str) -> str:
    """That a text is awaited, and where it is to be written."""
    return f"{what} is awaited; write it in {place.as_posix()}: {PLAIN}"


def _why_kept(root: Path, place: Path, cleared: frozenset[str]) -> str | None:
    """Why a text may be in the restricted set alone; None if it may be in all."""
    for number, one in enumerate(read_statement(root, place), 1):
        if states_children(one) and fold(one) not in cleared:
            return (f"{place.as_posix()}, paragraph {number}: states a number of children; write "
                    f"it without, or have the paragraph cleared in params/{FILE}")
    return None
