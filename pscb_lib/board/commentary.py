"""A lead's commentary on a figure, shown only to the audiences for which it is cleared.

Section 7: performance indicators "should be viewed as raising questions and issues requiring
further interrogation and rarely provide an explanation for what is observed." The lead explains the
figure, and the commentary is in the restricted set only until an officer has cleared it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum
from typing import Any

from pscb_lib.disclosure.figures import Place
from pscb_lib.disclosure.paper import Fact
from pscb_lib.reading.rows import Checked


class ClearedFor(Enum):
    """The sets other than the restricted one that may have the commentary."""

    BOARD = "board"
    BOARD_AND_PUBLIC = "board and public"


READERS = {None: ("restricted",), ClearedFor.BOARD: ("restricted", "board"),
           ClearedFor.BOARD_AND_PUBLIC: ("restricted", "board", "public")}

NOT_TOLD = "Not told to these readers"


@dataclass(frozen=True)
class Commentary:
    """The commentary on one indicator's figure of a quarter, and for whom it is cleared."""

    indicator: str
    what_happened: str | None
    what_is_being_done: str | None
    by_when: date | None
    cleared_for: ClearedFor | None

    @property
    def is_written(self) -> bool:
        """Whether any commentary was written: a returned form may have empty rows."""
        return bool(self.what_happened or self.what_is_being_done)

    def is_open_to(self, audience: str) -> bool:
        """Whether the set for *audience* may have the commentary."""
        return audience in self.readers

    @property
    def readers(self) -> tuple[str, ...]:
        """The audiences whose sets may have the commentary."""
        return READERS[self.cleared_for]

    @property
    def without_words(self) -> Commentary:
        """The same with no word of it: for those who may know only whether it was written."""
        written = NOT_TOLD if self.is_written else None
        return replace(self, what_happened=written, what_is_being_done=None, by_when=None)


def make_commentaries(checked: Checked) -> dict[str, Commentary]:
    """Turn checked rows into commentaries, by indicator."""
    names = tuple(Commentary.__dataclass_fields__)
    return {record["indicator"]: Commentary(**{name: record[name] for name in names})
            for record in checked.records}


def fact_of(one: Commentary, about: tuple[Place, ...]) -> Fact:
    """Return a commentary as a fact, *about* the figures that it could reveal, with its readers.

    The others know only whether it was written.
    """
    return Fact(one.indicator, _plain(one), one.readers, about, _plain(one.without_words))


def read_facts(facts: Mapping[str, Any]) -> dict[str, Commentary]:
    """Return the commentaries by indicator, as far as these readers may have them."""
    return {name: _commentary(**content) for name, content in facts.items()}


def _plain(one: Commentary) -> dict[str, str | None]:
    values = {each.name: getattr(one, each.name) for each in fields(one)}
    return values | {
        "by_when": one.by_when.isoformat() if one.by_when else None,
        "cleared_for": one.cleared_for.value if one.cleared_for else None}


def _commentary(by_when: str | None, cleared_for: str | None, **words: Any) -> Commentary:
    return Commentary(by_when=date.fromisoformat(by_when) if by_when else None,
                      cleared_for=ClearedFor(cleared_for) if cleared_for else None, **words)
