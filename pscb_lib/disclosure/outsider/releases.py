"""A published set ready to be attacked: the figures it shows, and exact ones to calculate with."""

from __future__ import annotations

from dataclasses import dataclass

import pandas

from pscb_lib.disclosure.masking import for_audience
from pscb_lib.disclosure.outsider.found import Finished
from pscb_lib.disclosure.outsider.supposed import suppose
from pscb_lib.disclosure.secrecy.profiles import Profile


@dataclass(frozen=True)
class Release:
    """One published set: the name of its folder, its paper, and its figures.

    *exact* are its figures with the hidden numbers from the restricted set; *is_true* is False if
    there was none, and they are invented numbers that fit everything shown.
    """

    name: str
    paper: str
    as_of: str
    found: Finished
    exact: pandas.DataFrame
    is_true: bool

    @property
    def shown(self) -> pandas.DataFrame:
        """The figures as the set shows them; hidden ones have no numbers."""
        return self.found.shown


def release_of(name: str, paper: str, found: Finished, exact: pandas.DataFrame | None,
               profile: Profile) -> Release:
    """A set with figures, ready to be attacked.

    *exact* are the figures of its restricted set, which must be the same figures by
    :func:`~pscb_lib.disclosure.masking.rounding_of`, or None. Raises ArithmeticError if
    they are None and the figures shown contradict one another.
    """
    audience, as_of = found.front.get("audience", ""), found.front.get("as_of", "")
    if exact is None:
        supposed = suppose(found, paper, profile.rounding)
        return Release(name, paper, as_of, found, supposed, is_true=False)
    return Release(name, paper, as_of, found, for_audience(exact, audience), is_true=True)
