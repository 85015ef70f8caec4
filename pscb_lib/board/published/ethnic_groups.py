"""Residents by ethnic group at a census: ``pscb_lib/published/ethnic_groups.csv``.

The census of 2021 is held, of residents of all ages, by the authorities of 2023: its groups are
those of the children in need census, with Chinese in Asian as the censuses of 2011 and 2021 have
it. White other (Irish, Gypsy or Irish Traveller, Roma and any other White) is apart from White
British. The census of 2011 is not held.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pscb_lib.board.published.authorities import areas_in, key_of
from pscb_lib.board.published.files import rows_of

FILE = "ethnic_groups.csv"
BEFORE_GROUPS = 4  # columns: the census, its day, the ages and the area
WHITE_BRITISH, WHITE_OTHER, WHITE = "White British", "White other", "White"


@dataclass(frozen=True)
class Census:
    """The residents of an area by ethnic group, of the *ages* that were counted."""

    year: int
    ages: str
    residents: Mapping[str, int]

    @property
    def people(self) -> int:
        """All residents."""
        return sum(self.residents.values())

    def of(self, group: str) -> int | None:
        """The residents of a group; White is White British and White other together."""
        if group == WHITE:
            return self.residents[WHITE_BRITISH] + self.residents[WHITE_OTHER]
        return self.residents.get(group)


def known_census(area: str, as_of: date) -> Census | None:
    """The newest census of *area*, one authority or several, published by the day *as_of*.

    None if it is not held of each authority.
    """
    keys = [key_of(one) for one in areas_in(area)]
    rows = [row for row in rows_of(FILE)
            if row["area"] in keys and row["published_on"] <= as_of.isoformat()]
    newest = max((row["census"] for row in rows), default="")
    same = [row for row in rows if row["census"] == newest]
    if not keys or {row["area"] for row in same} != {*keys}:
        return None
    residents = Counter[str]()
    for row in same:
        residents.update({group: int(row[group]) for group in [*row][BEFORE_GROUPS:]})
    return Census(int(newest), same[0]["ages"], residents)
