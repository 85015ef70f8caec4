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
        return self.found.figures


def release_of(name: str, paper: str, found: Finished, exact: pandas.DataFrame | None,
               profile: Profile) -> Release:
    """A set with figures, made ready; ArithmeticError where they contradict one another."""
    audience = found.front.get("audience", "")
    as_of = found.front.get("as_of", "")
    if exact is not None:
        exact = for_audience(exact, audience)
        if [place_of(one) for one in exact.itertuples()] == [
                place_of(one) for one in found.figures.itertuples()]:
            return Release(name, paper, as_of, found, exact, is_true=True)
    return Release(name, paper, as_of, found, suppose(found, paper, profile.rounding),
                   is_true=False)
