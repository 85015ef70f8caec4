"""What may be shown to whom: the one place where a figure is hidden.

A paper may have three sets. The restricted set shows all figures. The board set hides small
counts of children, of deaths and of who answered a survey, and shows agencies' work, done or late,
in full. The public set hides small counts of all. The Board's profile says which counts are small
and whether the others are rounded. A percentage is hidden with its counts, and other figures are
hidden where they would reveal a small count (secondary suppression). The runner works that out for
all papers of the cycle and those published before, and masks the figures before a kernel gets them
(:mod:`pscb_lib.disclosure.handing_over`); :func:`show` does it for a paper that is made alone.

Tables, charts and sentences are made only from what :func:`show` returns.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, cast

import pandas

from pscb_lib.disclosure.counted import MASKED_FOR, Release
from pscb_lib.disclosure.equations import place_of
from pscb_lib.disclosure.figures import (
    NOBODY,
    TOTAL,
    MaskedFigure,
    Place,
    Value,
    figures_in,
    masked_figures_in,
)
from pscb_lib.disclosure.masking import for_audience, hide
from pscb_lib.disclosure.plain_figures import to_json
from pscb_lib.disclosure.rounding import round_off
from pscb_lib.disclosure.secrecy.profiles import PROFILES, Profile
from pscb_lib.framework.pounds import say_pounds

HIDDEN = "Not shown: small numbers"


class NotTold(ValueError):
    """A sentence would state a figure that is hidden from its reader."""


@dataclass(frozen=True)
class ShownFigure:
    """One figure as a reader may see it: a value, or the reason why it has none.

    A count of which no rate can be made has no value, and the number counted as its numerator.
    """

    value: Value | None
    numerator: int | None
    denominator: int | None
    unit: str
    state: str
    hidden: bool

    @property
    def text(self) -> str:
        """The figure as printed: 1,234, 59.6%, £4,200, Not shown: small numbers."""
        if self.value is None:
            return self.why_none
        if self.unit == "count" and isinstance(self.value, int):
            return f"{self.value:,}"
        if self.unit == "pounds":
            return say_pounds(self.value)
        return rounded(self.value) + ("%" if self.unit == "percent" else "")

    @property
    def why_none(self) -> str:
        """Why there is no value: Not shown: small numbers, Not supplied."""
        return HIDDEN if self.hidden else self.state.capitalize()

    def require_told(self) -> None:
        """Raise NotTold if the figure is hidden."""
        if self.hidden:
            raise NotTold("a hidden figure is in no sentence")

    @property
    def count(self) -> int:
        """The number of a count. Raises NotTold if it is hidden, and ValueError if there is none.
        """
        self.require_told()
        if self.value is None:
            raise ValueError("there is no count")
        return int(self.value)

    @property
    def counts(self) -> tuple[int, int]:
        """Numerator and denominator. Raises NotTold if hidden, and ValueError if there are none."""
        self.require_told()
        if self.numerator is None or self.denominator is None:
            raise ValueError("there is no numerator or no denominator")
        return self.numerator, self.denominator


class Shown:
    """Figures after masking, for one audience.

    :func:`show` makes one, or the runner hands over what it made.
    """

    def __init__(self, frame: pandas.DataFrame, audience: str, behind: pandas.DataFrame,
                 is_rounded: bool = False) -> None:
        self.audience = audience
        self.is_rounded = is_rounded
        self._behind = behind
        self._frame = frame[frame["readers"] != NOBODY]
        self._at = {place_of(row): _shown(row) for row in masked_figures_in(self._frame)}

    def __repr__(self) -> str:
        return f"<Shown: the figures of this paper, as its {self.audience} set shows them>"

    def get(self, table: str, row: str, column: str = "") -> ShownFigure:
        """The figure at these labels. Raises KeyError if there is none."""
        return self._at[table, row, column]

    def rows(self, table: str) -> list[str]:
        """The row labels of a table, in their order."""
        return self._labels(table, "row")

    def columns(self, table: str) -> list[str]:
        """The column labels of a table, in their order."""
        return self._labels(table, "column")

    def has(self, table: str, row: str, column: str = "") -> bool:
        """Whether there is a figure at these labels."""
        return (table, row, column) in self._at

    def total_of(self, table: str, column: str = "") -> ShownFigure | None:
        """The total of a table, of which its shown rows leave what the hidden ones hold together.

        None if it is not shown or has no value, or if counts are rounded: they do not add up.
        """
        if self.is_rounded or not self.has(table, TOTAL, column):
            return None
        total = self.get(table, TOTAL, column)
        return None if total.value is None or total.unit != "count" else total

    @property
    def hidden(self) -> frozenset[Place]:
        """The places of the figures that are hidden."""
        return frozenset(place for place, figure in self._at.items() if figure.hidden)

    def as_plain(self) -> dict[str, list[Any]]:
        """Every figure as shown, with its ties to others, as plain data.

        The restricted set also has the figures of the other sets, whose masking is planned from
        it.
        """
        return to_json(self._behind)

    def _labels(self, table: str, name: str) -> list[str]:
        return list(dict.fromkeys(self._frame.loc[self._frame["table"] == table, name]))


def _shown(row: MaskedFigure) -> ShownFigure:
    """A figure of the frame. A number that has a state is what was counted, and no value."""
    if row.state and row.unit == "count":
        return ShownFigure(None, cast("int | None", row.actual), None, row.unit, row.state,
                           row.hidden)
    return ShownFigure(row.actual, row.numerator, row.denominator, row.unit, row.state, row.hidden)


def show(figures: pandas.DataFrame, audience: str, profile: Profile = PROFILES["dfe"],
         hidden: Collection[Place] | None = None) -> Shown:
    """Mask *figures* (see :mod:`pscb_lib.disclosure.figures`) for one audience.

    *hidden* are the places to hide, worked out with the cycle's other papers; without them the
    paper is masked alone. Actual, numerator, denominator and state of a hidden figure are removed
    from what is returned. Raises ValueError if figures contradict one another, and NoPattern if a
    small count cannot be protected.
    """
    frame = for_audience(figures, audience)
    is_masked = frame["describes"].isin(MASKED_FOR[audience])
    if hidden is None:
        alone = [Release("", frame)] if is_masked.any() else []
        hidden = hide(alone, audience, profile)[""] if alone else frozenset()
    gone = pandas.Series([place_of(figure) in hidden or (
        figure.readers == NOBODY and audience != "restricted") for figure in figures_in(frame)],
        frame.index, dtype=bool)
    if profile.rounding > 1:
        frame = round_off(frame, is_masked, profile.rounding)
    for name in ("actual", "numerator", "denominator"):
        frame[name] = frame[name].where(~gone, None)
    frame["state"] = frame["state"].where(~gone, "")  # "no cases" would say that they are none
    frame["hidden"] = gone
    return Shown(frame, audience, figures if audience == "restricted" else frame,
                 is_rounded=profile.rounding > 1 and bool(is_masked.any()))


def require_shown(figures: object) -> Shown:
    """Return *figures* if :func:`show` made them. Raises TypeError if it did not."""
    if not isinstance(figures, Shown):
        raise TypeError("figures must go through disclosure.show before they are displayed")
    return figures


def rounded(value: Value, places: int = 1) -> str:
    """Round half up, for display only: 16.25 prints 16.3."""
    sign, scale = "-" if value < 0 else "", 10**places
    whole, rest = divmod((2 * abs(Fraction(value)) * scale + 1) // 2, scale)
    return f"{sign}{whole:,}.{rest:0{places}}" if places else f"{sign}{whole:,}"


