"""What is said of each count by all figures that tell it, in every paper a reader can hold.

The board set hides counts of children and deaths and shows agencies' work, done or late, in
full; the public set hides both. A count that is shown somewhere, or is out already, is no
secret; one that no paper prints is hidden from the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas

from pscb_lib.disclosure.equations import LinkedCounts, place_of
from pscb_lib.disclosure.figures import NOBODY, TOTAL, Figure, Place, figures_in
from pscb_lib.disclosure.secrecy.system import Cell

MASKED_FOR = {"restricted": (), "board": ("child",), "public": ("child", "agency")}
OF_A_TOTAL = 4  # what hiding a total costs the reader; a part costs 1


@dataclass(frozen=True)
class Release:
    """The figures of one paper as one set has them.

    *hidden* are the places that a paper hides that is out already, *unknown* those of them whose
    numbers are lost; *also* are those that one that is made now hides in any case, as another
    set of it does.
    """

    paper: str
    figures: pandas.DataFrame
    hidden: frozenset[Place] | None = None
    also: frozenset[Place] = frozenset()
    unknown: frozenset[Place] = frozenset()


@dataclass
class Count:
    """What becomes of one count, of all that is said where figures tell it."""

    value: int
    is_masked: bool = False  # some figure that tells it is masked for this reader
    is_known: bool = False  # some figure that tells it is not, or is out already
    is_printed: bool = False  # it stands in a paper that is made now
    is_total: bool = False
    least: int = 0  # what an outsider knows of it where it is hidden
    is_withheld: bool = False  # nothing is told of it, not even whether it is zero
    is_unprotected: bool = False  # withheld, and still not safe

    def cell(self, name: str, rounding: int) -> Cell:
        """The count as the system takes it."""
        is_masked = self.is_masked and not self.is_known
        return Cell(name, self.value, may_hide=self.is_printed and not self.is_known,
                    is_hidden=not (self.is_printed or self.is_known) or self.is_unprotected,
                    least=0 if self.is_withheld else self.least,
                    step=rounding if is_masked else 1,
                    weight=OF_A_TOTAL if self.is_total else 1)

    def is_secret(self, small: range) -> bool:
        """Whether nobody outside may learn it, or how near they come."""
        return (self.is_masked and not self.is_known and not self.is_unprotected
                and (self.value in small or self.is_withheld))


def counts_of(linked: LinkedCounts, releases: Iterable[Release], audience: str) -> dict[str, Count]:
    """Every count that is *linked*, for one audience."""
    counts = {name: Count(value) for name, value in linked.counts.items()}
    for one in releases:
        for figure in figures_in(one.figures):
            names = linked.figures.get((one.paper, place_of(figure)), ())
            for aspect, name in enumerate(names):
                _add(counts[name], figure, one, aspect, audience)
    return counts


def _add(count: Count, figure: Figure, release: Release, aspect: int, audience: str) -> None:
    is_masked = figure.describes in MASKED_FOR[audience]
    count.is_masked |= is_masked
    count.is_total |= TOTAL in place_of(figure)
    if figure.readers == NOBODY:
        return
    # A zero is printed, and so is "no cases"; either count of a percentage may be none.
    count.least = max(count.least, int(figure.unit != "percent" or aspect == 2))
    is_out = release.hidden is not None and place_of(figure) not in release.hidden
    count.is_known |= is_out or release.hidden is None and not is_masked
    count.is_printed |= release.hidden is None
