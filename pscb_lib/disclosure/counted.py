"""What a reader knows of each count from all figures that reveal it, in all papers.

The board set hides small counts of children, of deaths and of who answered a survey, and shows
agencies' work in full, done or late; the public set hides all. A count of children that an agency's
figure prints is a count of children: "7 of 8 had a response" is hidden where the 8 is. A count that
is published already needs no protection, and one that no paper prints is hidden from the start.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas

from pscb_lib.disclosure.equations import WHICH, LinkedCounts, place_of
from pscb_lib.disclosure.figures import (
    NOBODY,
    PUBLISHED,
    RESPONDENT,
    TOTAL,
    Figure,
    Place,
    figures_in,
)
from pscb_lib.disclosure.secrecy.connected import grouped
from pscb_lib.disclosure.secrecy.profiles import Profile
from pscb_lib.disclosure.secrecy.system import Cell

MASKED_FOR = {"restricted": (), "board": ("child", RESPONDENT),
              "public": ("child", RESPONDENT, "agency")}
TOTAL_WEIGHT = 4  # the cost of hiding a total; a part costs 1
UNMASKED_WEIGHT = 50  # the cost of hiding a count that needs no protection of its own


@dataclass(frozen=True)
class Release:
    """The figures of one paper in one set.

    *hidden* are the places that a set published already hides, None for a set that is made now.
    *unknown* are those of them whose numbers are lost. *also* are places that a set made now
    hides in any case, because another set of the paper does. *issue_of* names the paper made now
    of which this is an earlier issue, *rounding* the base to which a set published already rounds.
    """

    paper: str
    figures: pandas.DataFrame
    hidden: frozenset[Place] | None = None
    also: frozenset[Place] = frozenset()
    unknown: frozenset[Place] = frozenset()
    issue_of: str = ""
    rounding: int = 1


@dataclass
class Count:
    """One count, and what one audience knows of it from the figures that reveal it."""

    value: int
    is_masked: bool = False  # a figure that reveals it is masked for this reader
    is_published: bool = False
    published_to: int = 0  # the rounding base with which it is, 1 if exactly
    is_in_full: bool = False  # a figure of agencies' work that this reader is shown in full
    is_printed: bool = False  # in a paper that is made now
    is_exact: bool = False  # also by a figure that is never rounded for this reader
    is_auxiliary: bool = True  # in no paper, only in sums that tie others
    is_total: bool = False
    is_denominator: bool = True  # of percentages, and nothing else
    least: int = 0  # the least an outsider knows it to be where it is hidden
    is_withheld: bool = False  # hidden even where it is zero
    is_guessed: bool = True  # to be small, by a reader who sees that it is hidden
    is_unprotected: bool = False  # no pattern protects it

    @property
    def is_known(self) -> bool:
        """Whether this reader knows it, whatever is hidden."""
        return self.is_published or self.is_in_full

    @property
    def shows_zero(self) -> bool:
        """Whether it is printed now, and shown where it is zero, whatever else is hidden."""
        return self.is_printed and not (
            self.is_known or self.is_withheld or self.is_unprotected)

    @property
    def can_be_withheld(self) -> bool:
        """Whether it can be hidden even where it is zero, and is not yet."""
        return self.is_masked and self.shows_zero

    def cell(self, name: str, profile: Profile) -> Cell:
        """The count as a cell of a system, for a reader who guesses which counts are small."""
        is_rounded = self.is_masked and not (self.is_exact or self.is_in_full)
        step = (self.published_to or profile.rounding) if is_rounded else 1
        is_guessed = (self.is_guessed and self.is_secret(profile.small)
                      and self.value in profile.small
                      and not (self.is_withheld or self.is_auxiliary))
        return Cell(name, self.value, may_hide=self.is_printed and not self.is_known,
                    is_hidden=not (self.is_printed or self.is_known) or self.is_unprotected,
                    least=0 if self.is_withheld else self.least,
                    step=step, weight=self._weight(),
                    most=profile.small[-1] if is_guessed else None)

    def is_secret(self, small: range) -> bool:
        """Whether it must be protected, so that no outsider can work it out."""
        return (self.is_masked and not self.is_known and not self.is_unprotected
                and (self.value in small or self.is_withheld))

    def _weight(self) -> int:
        if not (self.is_masked or self.is_auxiliary):
            return UNMASKED_WEIGHT
        return TOTAL_WEIGHT if self.is_total else 1


def counts_of(linked: LinkedCounts, releases: Iterable[Release], audience: str) -> dict[str, Count]:
    """What one audience knows of every count of *linked*, by the name of the count."""
    counts = {name: Count(value) for name, value in linked.counts.items()}
    found = [(one, figure, [counts[name] for name in names]) for one in releases
             for figure in figures_in(one.figures)
             if (names := linked.figures.get((one.paper, place_of(figure))))]
    for release, figure, own in found:
        for aspect, count in enumerate(own):
            is_masked = figure.describes in MASKED_FOR[audience]
            count.is_masked |= is_masked
            _add(count, figure, release, aspect, is_masked)
            # The readers of both sets have the zeros that either shows.
            count.is_withheld |= place_of(figure) in release.also and count.value < count.least
    for names in grouped(counts, linked.equal):
        is_masked = any(counts[name].is_masked for name in names)
        for name in names:
            counts[name].is_masked = is_masked
    for release, figure, own in found:
        if release.hidden is None and figure.readers != NOBODY and not any(
                count.is_masked for count in own):
            for count in own:
                count.is_in_full = True
    # A denominator that agencies' work shows is their count: of so many referrals, some again.
    for one, other in ((counts[a], counts[b]) for pair in linked.alike
                       for a, b in (pair, pair[::-1])):
        one.is_in_full |= one.is_denominator and other.is_in_full
    return counts


def _add(count: Count, figure: Figure, release: Release, aspect: int, is_masked: bool) -> None:
    count.is_total |= TOTAL in place_of(figure)
    count.is_denominator &= aspect == WHICH["whole"]
    if figure.readers == NOBODY:
        return
    count.is_auxiliary = False
    # Zeros and "no cases" are printed, but numerator or remainder of a hidden percentage may
    # be zero.
    count.least = max(count.least, int(figure.unit != "percent" or aspect == 2))
    is_out = release.hidden is not None and place_of(figure) not in release.hidden
    # An earlier set withheld it: hidden zeros are nothing else.
    count.is_withheld |= release.hidden is not None and not is_out and count.value < count.least
    if is_out or figure.describes == PUBLISHED:
        count.is_published = True
        base = release.rounding if is_masked else 1
        count.published_to = min(count.published_to or base, base)
    count.is_printed |= release.hidden is None
    count.is_exact |= release.hidden is None and not is_masked
