"""What a timescale or a target of an indicator is set by: law, guidance, or this Board.

Three words, used the same way in every register and on every page:

    law        an Act, or regulations or an order made under it
    guidance   statutory guidance or a national programme, which says the time or the share
    local      this Board, or nobody yet: then it is illustrative

A time and a percentage are two things. Guidance says that a conference is held within 15 working
days and not how many have to be; the law that allows no exception means 100%.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

ILLUSTRATIVE = "illustrative"
EARLIER = "statutory"  # for law or guidance, in the registers of earlier releases
OF_LAW = re.compile(r"\b(Act|Regulations|Order)\b")


class SetBy(Enum):
    """Who set it."""

    LAW = "law"
    GUIDANCE = "guidance"
    LOCAL = "local"


@dataclass(frozen=True)
class Source:
    """Who set a timescale or a target, and what it is set in."""

    set_by: SetBy
    cites: str = ""

    @property
    def is_illustrative(self) -> bool:
        """Whether it was made up to show the paper, and set by no Board."""
        return self.set_by is SetBy.LOCAL and self.cites.startswith(ILLUSTRATIVE)


def parse_source(cell: str) -> Source:
    """Parse "law: " or "guidance: " and what it is set in, or "local", for instance illustrative.

    Raises ValueError for another word, and where law or guidance is not cited.
    """
    word, _, cited = (part.strip() for part in _of_today(cell).partition(":"))
    if word not in {one.value for one in SetBy}:
        raise ValueError("does not begin with law, guidance or local")
    if not cited and word != SetBy.LOCAL.value:
        raise ValueError(f"does not cite the {word} that it is set in")
    return Source(SetBy(word), cited)


def _of_today(cell: str) -> str:
    word, _, cited = cell.partition(":")
    if word.strip() == ILLUSTRATIVE:
        return f"{SetBy.LOCAL.value}: {cell}"
    if word.strip() == EARLIER:
        return f"{(SetBy.LAW if OF_LAW.search(cited) else SetBy.GUIDANCE).value}:{cited}"
    return cell
