"""Which figures of which papers must be hidden, so that none that is can be worked out.

The papers of a cycle, and what was published before them, are one system: a percentage, a
year to date or the same total in another paper gives a hidden count away as surely as the
total of its own table does. Small counts go first, then others at the least cost, until every
hidden count keeps at least three possible values (:mod:`pscb_lib.secrecy`).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

import pandas

from pscb_lib.equations import Told, place_of
from pscb_lib.measures.figures import EVERYONE, NOBODY, OUTSIDE, RESTRICTED, TOTAL, Place
from pscb_lib.secrecy.choose import NoPattern, choose
from pscb_lib.secrecy.profiles import Profile
from pscb_lib.secrecy.system import Cell, System

MASKED_FOR = {"restricted": (), "board": ("child",), "public": ("child", "agency")}
OF_A_TOTAL = 4  # what hiding a total costs the reader; a part costs 1


@dataclass(frozen=True)
class Release:
    """The figures of one paper as one set has them.

    *hidden* are the places that a paper hides that is out already; *also* those that one that is
    made now hides in any case, as another set of it does.
    """

    paper: str
    figures: pandas.DataFrame
    hidden: frozenset[Place] | None = None
    also: frozenset[Place] = frozenset()


def for_audience(figures: pandas.DataFrame, audience: str) -> pandas.DataFrame:
    """The figures that a set has at all, with those that stand in no paper but tie others."""
    readers = (EVERYONE, NOBODY, RESTRICTED if audience == "restricted" else OUTSIDE)
    return figures[figures["readers"].isin(readers)].reset_index(drop=True)


def hide(releases: Sequence[Release], audience: str, profile: Profile
         ) -> dict[str, frozenset[Place]]:
    """The places to hide in every release that is not out yet, by the name of its paper.

    Where no pattern protects a count, all that is made now and stands in a sum with it is
    withheld, zeros too, as if its categories were put together. ValueError where figures
    contradict one another; secrecy.NoPattern where what is out already tells a count.
    """
    withheld: dict[str, set[Place]] = {one.paper: set() for one in releases
                                       if one.hidden is None}
    while True:
        told = Told()
        for one in releases:
            told.add(one.paper, _without(one.figures, withheld.get(one.paper, ())))
        try:
            found = _choose(told, releases, audience, profile)
        except NoPattern as fault:
            more = _in_sums_with(fault.names, told, releases, audience)
            if not more:
                raise
            for paper, place in more:
                withheld[paper].add(place)
        else:
            return {paper: frozenset(found[paper] | places) for paper, places in withheld.items()}


def _without(figures: pandas.DataFrame, places: Container[Place]) -> pandas.DataFrame:
    return figures[[place_of(one) not in places for one in figures.itertuples()]]


def _choose(told: Told, releases: Sequence[Release], audience: str, profile: Profile
            ) -> dict[str, set[Place]]:
    counts = _counts(told, releases, audience)
    cells = tuple(one.cell(name, profile.rounding) for name, one in counts.items())
    can_hide = {cell.name for cell in cells if cell.can_hide}
    figures = {where: can_hide.intersection(names) for where, names in told.figures.items()}
    together = tuple(tuple(sorted(names)) for names in figures.values() if len(names) > 1)
    also = {name for one in releases for place in one.also
            for name in figures.get((one.paper, place), ())}
    secret = [name for name, one in counts.items()
              if name in also or one.is_secret(profile.small)]
    hidden = choose(System(cells, tuple(told.sums), together), secret, profile.small).hidden
    places: dict[str, set[Place]] = {one.paper: set() for one in releases}
    for (paper, place), names in figures.items():
        if names and names <= hidden:
            places[paper].add(place)
    return places


def _in_sums_with(names: Iterable[str], told: Told, releases: Sequence[Release], audience: str
                  ) -> set[tuple[str, Place]]:
    """The figures made now, masked for this reader, that stand in a sum with one of *names*."""
    near = set(names)
    for relation in told.sums:
        terms = {name for name, _ in relation.terms}
        near |= terms if terms & set(names) else set()
    return {(one.paper, place) for one in releases if one.hidden is None
            for figure in one.figures.itertuples()
            if figure.readers != NOBODY and figure.describes in MASKED_FOR[audience]
            and near.intersection(told.figures.get((one.paper, place := place_of(figure)), ()))}


@dataclass
class _Count:
    """What becomes of one count, of all that is said where figures tell it."""

    value: int
    is_masked: bool = False  # some figure that tells it is masked for this reader
    is_known: bool = False  # some figure that tells it is not, or is out already
    is_printed: bool = False  # it stands in a paper that is made now
    may_be_zero: bool = False
    is_total: bool = False

    def cell(self, name: str, rounding: int) -> Cell:
        """The count as the system takes it."""
        return Cell(name, self.value, may_hide=self.is_printed and not self.is_known,
                    is_hidden=not self.is_printed and not self.is_known,
                    least=0 if self.may_be_zero else 1,
                    step=rounding if self.is_masked and not self.is_known else 1,
                    weight=OF_A_TOTAL if self.is_total else 1)

    def is_secret(self, small: range) -> bool:
        """Whether nobody outside may learn it."""
        return self.is_masked and not self.is_known and self.value in small


def _counts(told: Told, releases: Iterable[Release], audience: str) -> dict[str, _Count]:
    counts = {name: _Count(value) for name, value in told.counts.items()}
    for one in releases:
        for figure in one.figures.itertuples():
            place = place_of(figure)
            is_masked = figure.describes in MASKED_FOR[audience]
            is_out = one.hidden is not None and place not in one.hidden
            for name in told.figures.get((one.paper, place), ()):
                count = counts[name]
                count.is_masked |= is_masked
                count.is_total |= TOTAL in place
                count.may_be_zero |= figure.unit == "percent" or figure.readers == NOBODY
                if figure.readers != NOBODY:
                    count.is_known |= is_out or one.hidden is None and not is_masked
                    count.is_printed |= one.hidden is None
    return counts
