"""A published set made ready to be attacked: what it shows, and exact figures to reckon with."""

from __future__ import annotations

from dataclasses import dataclass

import pandas

from pscb_lib.disclosure.masking import for_audience
from pscb_lib.disclosure.outsider.found import Finished
from pscb_lib.disclosure.outsider.supposed import suppose
from pscb_lib.disclosure.secrecy.profiles import Profile


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
        return self.found.shown


def release_of(name: str, paper: str, found: Finished, exact: pandas.DataFrame | None,
               profile: Profile) -> Release:
    """A set with figures, made ready; ArithmeticError where they contradict one another.

    *exact* are the figures of its restricted set, of which
    :func:`~pscb_lib.disclosure.masking.is_masked_from` holds.
    """
    audience, as_of = found.front.get("audience", ""), found.front.get("as_of", "")
    if exact is None:
        supposed = suppose(found, paper, profile.rounding)
        return Release(name, paper, as_of, found, supposed, is_true=False)
    return Release(name, paper, as_of, found, for_audience(exact, audience), is_true=True)
