"""What a lead writes about a figure: tied to it, and read by those alone it is cleared for.

Section 7: performance indicators "should be viewed as raising questions and issues requiring
further interrogation and rarely provide an explanation for what is observed." The explanation
is the lead's, and it leaves the restricted set only when an officer has cleared it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class ClearedFor(Enum):
    """Who may read a commentary beside the restricted set."""

    BOARD = "board"
    BOARD_AND_PUBLIC = "board and public"


READERS = {None: ("restricted",), ClearedFor.BOARD: ("restricted", "board"),
           ClearedFor.BOARD_AND_PUBLIC: ("restricted", "board", "public")}


@dataclass(frozen=True)
class Commentary:
    """What was written about one indicator's figure of a quarter, and for whom it is cleared."""

    indicator: str
    what_happened: str | None
    what_is_being_done: str | None
    by_when: date | None
    cleared_for: ClearedFor | None

    @property
    def is_written(self) -> bool:
        """Whether any of its boxes holds words: a form may come back with some rows empty."""
        return bool(self.what_happened or self.what_is_being_done)

    def is_open_to(self, audience: str) -> bool:
        """Whether the readers of this set may read it."""
        return audience in READERS[self.cleared_for]
