"""A published set made ready to be attacked: what it shows, and exact figures to reckon with."""

from __future__ import annotations

from dataclasses import dataclass

import pandas

from pscb_lib.auditing.finished import Finished
from pscb_lib.auditing.supposed import suppose
from pscb_lib.equations import place_of
from pscb_lib.masking import for_audience
from pscb_lib.secrecy.profiles import Profile


@dataclass(frozen=True)
class Release:
    """One published set: its folder's name, its paper, its figures as shown and in truth.

    Where no restricted set tells the truth, *exact* are numbers that fit all that is shown.
    """

    name: str
    paper: str
    as_of: str
    found: Finished
    exact: pandas.DataFrame
    is_true: bool

    @property
    def shown(self) -> pandas.DataFrame:
        """The figures as the set has them, those that it hides without numbers."""
        return self.found.figures


def release_of(name: str, paper: str, found: Finished, exact: pandas.DataFrame | None,
               profile: Profile) -> Release:
    """A set with figures, made ready; ArithmeticError where they contradict one another.

    *exact* are the figures of its restricted set, of which :func:`are_of` holds.
    """
    audience, as_of = found.front.get("audience", ""), found.front.get("as_of", "")
    if exact is None:
        supposed = suppose(found, paper, profile.rounding)
        return Release(name, paper, as_of, found, supposed, is_true=False)
    return Release(name, paper, as_of, found, for_audience(exact, audience), is_true=True)


def are_of(found: Finished, exact: pandas.DataFrame, profile: Profile) -> bool:
    """Whether what a set shows are these *exact* figures, rounded as the profile has it."""
    own = for_audience(exact, found.front.get("audience", ""))
    return len(own) == len(found.figures) and all(
        place_of(one) == place_of(other) and (one.hidden or _alike(one, other, profile.rounding))
        for one, other in zip(found.figures.itertuples(), own.itertuples(), strict=True))


def _alike(shown: tuple, exact: tuple, step: int) -> bool:
    counts = [(one.actual,) if one.unit == "count" else (one.numerator, one.denominator)
              for one in (shown, exact)]
    return shown.unit == exact.unit and all(
        one == other if None in (one, other) else abs(one - other) <= step // 2
        for one, other in zip(*counts, strict=True))
