"""Choose the figures of a cycle's papers to hide, so that no hidden one can be worked out.

The papers of a cycle, and what was published before them, are one system: a percentage, a year
to date or the same total in another paper reveals a hidden count as surely as the total of its
own table. Small counts are hidden first (primary suppression), then others at the least cost
(secondary suppression), until every hidden small count keeps at least three possible values
(:mod:`pscb_lib.disclosure.secrecy`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas

from pscb_lib.disclosure.counted import MASKED_FOR, Count, Release, counts_of
from pscb_lib.disclosure.equations import LinkedCounts, place_of
from pscb_lib.disclosure.figures import (
    EVERYONE,
    NOBODY,
    NOT_PUBLIC,
    OUTSIDE,
    RESTRICTED,
    Figure,
    Place,
    figures_in,
    masked_figures_in,
)
from pscb_lib.disclosure.secrecy.attack import always_told
from pscb_lib.disclosure.secrecy.choose import Known, NoPattern, choose
from pscb_lib.disclosure.secrecy.profiles import PROFILES, Profile
from pscb_lib.disclosure.secrecy.system import Cell, System, to_nearest

Where = tuple[str, Place]  # a paper, and a place in it


def for_audience(figures: pandas.DataFrame, audience: str) -> pandas.DataFrame:
    """The figures of an audience's set, and those that no paper prints but that tie others."""
    readers = [EVERYONE, NOBODY, RESTRICTED if audience == "restricted" else OUTSIDE]
    if audience != "public":
        readers.append(NOT_PUBLIC)
    return figures[figures["readers"].isin(readers)].reset_index(drop=True)


def rounding_of(shown: pandas.DataFrame, exact: pandas.DataFrame, audience: str, profile: Profile
                ) -> int | None:
    """The base to which the figures of a set are rounded, if they are the *exact* ones or hidden.

    The set may have been made with another profile than the Board has now. None if the figures
    *shown* are of other numbers; a zero is never rounded, because a small count is hidden.
    """
    bases = dict.fromkeys((profile.rounding, *(one.rounding for one in PROFILES.values())))
    pairs = [*zip(masked_figures_in(shown), figures_in(exact), strict=False)]
    if len(shown) != len(exact) or any(place_of(one) != place_of(other) for one, other in pairs):
        return None
    return next((base for base in bases if all(
        one.hidden or _is_to(one, other, base if other.describes in MASKED_FOR[audience] else 1)
        for one, other in pairs)), None)


def _is_to(shown: Figure, exact: Figure, base: int) -> bool:
    """Whether the numbers of a figure are the *exact* ones to *base*, and zero only for zero."""
    given, own = _numbers(shown), _numbers(exact)
    return given == _numbers(exact, base) and all(
        one != 0 or other == 0 for one, other in zip(given, own, strict=True))


def _numbers(figure: Figure, base: int = 1) -> tuple[object, ...]:
    """The numbers of a figure, its counts rounded to *base*."""
    if figure.unit in ("pounds", "score"):
        return figure.unit, figure.actual
    counts = {"count": (figure.actual,), "rate": (figure.numerator,)}.get(
        figure.unit, (figure.numerator, figure.denominator))
    return figure.unit, *(None if one is None else to_nearest(int(one), base) for one in counts)


def hide(releases: Sequence[Release], audience: str, profile: Profile
         ) -> dict[str, frozenset[Place]]:
    """The places to hide in every release that is made now, by the name of its paper.

    A reader may guess that what is hidden is small: where no pattern stands against that, none of
    the sums there is protected from guesses. Where still none protects a count, the masked figures
    made now in a sum with it are withheld, zeros too, as if the categories were combined. If that
    is not enough, agencies' figures in these sums may be hidden too, and then all this is done in
    the sums with those counts; last, their zeros. A count that is revealed by what is published,
    whatever is hidden now, is hidden and not protected. Raises ValueError where figures contradict
    one another.
    """
    linked = LinkedCounts()
    for one in releases:
        linked.add(one.paper, one.figures, one.unknown, one.issue_of)
    counts = counts_of(linked, releases, audience)
    reached = set[str]()
    known: Known = {}  # a round differs from the last in a few parts
    while True:
        try:
            hidden = _choose(linked, counts, releases, profile, known)
        except NoPattern as fault:
            if _stop_guessing(fault.names, linked, counts):
                continue
            never = _known_anyway(fault.names, linked, counts)
            if not never:
                reached = _widen(reached.union(fault.names), linked, counts)
            for name in never or (() if reached else fault.names):
                counts[name].is_unprotected = True
        else:
            return {one.paper: frozenset(place for paper, place in hidden if paper == one.paper)
                    for one in releases if one.hidden is None}


def _stop_guessing(names: Iterable[str], linked: LinkedCounts, counts: Mapping[str, Count]) -> bool:
    """Let no reader guess the counts in a sum with *names* to be small. Return whether any did."""
    near = _near({*names}, [{name for name, _ in one.terms} for one in linked.relations])
    guessed = [counts[name] for name in near if counts[name].is_guessed]
    for one in guessed:
        one.is_guessed = False
    return bool(guessed)


def _near(names: set[str], sums: Iterable[set[str]]) -> set[str]:
    """The *names* and all in a sum with one of them."""
    return names.union(*(terms for terms in sums if terms & names))


def _known_anyway(names: Sequence[str], linked: LinkedCounts, counts: Mapping[str, Count]
                  ) -> list[str]:
    """Those of *names* that have fewer than three values even if all that is made now is hidden."""
    # A count that is hidden in what is out, and in nothing made now, is known not to be zero.
    cells = (Cell(name, one.value, is_hidden=not one.is_published,
                  least=0 if one.is_printed or one.is_withheld else one.least,
                  step=one.published_to or 1)
             for name, one in counts.items())
    return always_told(cells, linked.relations, names)


def _widen(names: set[str], linked: LinkedCounts, counts: Mapping[str, Count]) -> set[str]:
    """Let more be hidden in the sums with *names*, or with those; return the names reached.

    None are returned if there is no more to hide.
    """
    sums = [{name for name, _ in one.terms} for one in linked.relations]
    while True:
        before, names = names, _near(names, sums)
        near = [counts[name] for name in names]
        more = ([one for one in near if one.can_be_withheld]
                or [one for one in near if one.is_in_full])
        for one in more:
            one.is_withheld, one.is_in_full = one.is_masked, False
        if more:
            return names
        if names == before:
            break
    zeros = [one for one in near if one.shows_zero]  # of agencies' work
    for one in zeros:
        one.is_withheld = True
    return names if zeros else set()


def _choose(linked: LinkedCounts, counts: Mapping[str, Count], releases: Sequence[Release],
            profile: Profile, known: Known) -> set[Where]:
    cells = tuple(one.cell(name, profile) for name, one in counts.items())
    can_hide = {cell.name for cell in cells if cell.can_hide}
    figures = {where: can_hide.intersection(names) for where, names in linked.figures.items()}
    together = tuple(tuple(sorted(names)) for names in figures.values() if len(names) > 1)
    also = {name for one in releases for place in one.also
            for name in figures.get((one.paper, place), ())}
    secret = [name for name, one in counts.items()
              if name in also or one.is_secret(profile.small)]
    system = System(cells, linked.relations, together)
    hidden = choose(system, secret, profile.small, known).hidden
    told = {name for name, one in counts.items() if one.is_unprotected and not one.is_known}
    return {where for where, names in linked.figures.items()
            if figures[where] and figures[where] <= hidden or told.intersection(names)}
