"""What a reader knows of each count from all figures that reveal it, in all papers.

The board set hides small counts of children and deaths and shows agencies' work, done or late,
in full; the public set hides both. A count that some figure shows, or that is published already,
needs no protection, nor does one that follows by a sum from figures shown in full. A count that
no paper prints is hidden from the start.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

import pandas

from pscb_lib.disclosure.equations import LinkedCounts, place_of
from pscb_lib.disclosure.figures import NOBODY, TOTAL, Figure, Place, figures_in
from pscb_lib.disclosure.secrecy.system import Cell

MASKED_FOR = {"restricted": (), "board": ("child",), "public": ("child", "agency")}
TOTAL_WEIGHT = 4  # the cost of hiding a total; a part costs 1


@dataclass(frozen=True)
class Release:
    """The figures of one paper in one set.

    *hidden* are the places that a set published already hides, None for a set that is made now.
    *unknown* are those of them whose numbers are lost. *also* are places that a set made now
    hides in any case, because another set of the paper does.
    """

    paper: str
    figures: pandas.DataFrame
    hidden: frozenset[Place] | None = None
    also: frozenset[Place] = frozenset()
    unknown: frozenset[Place] = frozenset()


@dataclass
class Count:
    """One count, and what one audience knows of it from the figures that reveal it."""

    value: int
    is_masked: bool = False  # a figure that reveals it is masked for this reader
    is_known: bool = False  # a figure that reveals it is not, or is published
    is_in_full: bool = False  # shown in full, or follows by sums from what is
    is_printed: bool = False  # in a paper that is made now
    is_auxiliary: bool = True  # in no paper, only in sums that tie others
    is_total: bool = False
    least: int = 0  # the least an outsider knows it to be where it is hidden
    is_withheld: bool = False  # hidden even where it is zero
    is_unprotected: bool = False  # withheld or auxiliary, and no pattern protects it

    def cell(self, name: str, rounding: int) -> Cell:
        """The count as a cell of a system."""
        is_masked = self.is_masked and not self.is_known
        return Cell(name, self.value, may_hide=self.is_printed and not self.is_known,
                    is_hidden=not (self.is_printed or self.is_known) or self.is_unprotected,
                    least=0 if self.is_withheld else self.least,
                    step=rounding if is_masked else 1,
                    weight=TOTAL_WEIGHT if self.is_total else 1)

    def is_secret(self, small: range) -> bool:
        """Whether it must be protected, so that no outsider can work it out."""
        return (self.is_masked and not self.is_known and not self.is_unprotected
                and (self.value in small or self.is_withheld))


def counts_of(linked: LinkedCounts, releases: Iterable[Release], audience: str) -> dict[str, Count]:
    """What one audience knows of every count of *linked*, by the name of the count."""
    counts = {name: Count(value) for name, value in linked.counts.items()}
    for one in releases:
        for figure in figures_in(one.figures):
            names = linked.figures.get((one.paper, place_of(figure)), ())
            for aspect, name in enumerate(names):
                _add(counts[name], figure, one, aspect, audience)
    _follow(counts, linked)
    return counts


def _add(count: Count, figure: Figure, release: Release, aspect: int, audience: str) -> None:
    is_masked = figure.describes in MASKED_FOR[audience]
    count.is_masked |= is_masked
    count.is_total |= TOTAL in place_of(figure)
    if figure.readers == NOBODY:
        return
    count.is_auxiliary = False
    # Zeros and "no cases" are printed, but numerator or remainder of a hidden percentage may
    # be zero.
    count.least = max(count.least, int(figure.unit != "percent" or aspect == 2))
    is_out = release.hidden is not None and place_of(figure) not in release.hidden
    count.is_in_full |= release.hidden is None and not is_masked
    count.is_known |= is_out or count.is_in_full
    count.is_printed |= release.hidden is None


def _follow(counts: Mapping[str, Count], linked: LinkedCounts) -> None:
    """What follows by a sum from figures shown in full is known too: 7 of 8 reveals the 8."""
    sums = [[counts[name] for name, _ in one.terms] for one in linked.sums]
    while ready := [terms for terms in sums if sum(not one.is_in_full for one in terms) == 1]:
        for one in chain.from_iterable(ready):
            one.is_in_full = one.is_known = True
