"""What may be shown to whom: the one place where a figure is hidden.

Three sets of every paper are made. The restricted set shows all. The board set hides small
counts of children and deaths and shows agencies' work, done or late, in full. The public set
hides both. Counts of 1 to 5 are hidden and zeros are shown, as the Department for Education
does in its statistics of children in need; a hidden count takes its percentage with it, and
another figure of the same sum is hidden wherever those shown would give it away (see
:mod:`pscb_lib.protection`).

Tables, charts and sentences are made from what :func:`show` returns and from nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pandas

from pscb_lib.protection import protect

HIDDEN = "Not shown: small numbers"
SMALL = range(1, 6)
MASKED_FOR = {"restricted": (), "board": ("child",), "public": ("child", "agency")}


@dataclass(frozen=True)
class ShownFigure:
    """One figure as a reader may see it: a value, or why there is none."""

    value: int | Decimal | Fraction | None
    numerator: int | None
    denominator: int | None
    unit: str
    state: str
    hidden: bool

    @property
    def text(self) -> str:
        """The figure as printed: 1,234, 59.6%, Not shown: small numbers, Not supplied."""
        if self.hidden:
            return HIDDEN
        if self.value is None:
            return self.state.capitalize()
        if self.unit == "count" and isinstance(self.value, int):
            return f"{self.value:,}"
        return rounded(self.value) + ("%" if self.unit == "percent" else "")


class Shown:
    """Figures after masking, for one audience. Only :func:`show` makes one."""

    def __init__(self, frame: pandas.DataFrame, audience: str) -> None:
        self.audience = audience
        self._frame = frame
        self._at = {(row.table, row.row, row.column): ShownFigure(
            row.actual, row.numerator, row.denominator, row.unit, row.state, row.hidden)
            for row in frame.itertuples()}

    def get(self, table: str, row: str, column: str = "") -> ShownFigure:
        """One figure by the labels it stands at; KeyError where there is none."""
        return self._at[table, row, column]

    def rows(self, table: str) -> list[str]:
        """The row labels of a table, in their order."""
        return self._labels(table, "row")

    def columns(self, table: str) -> list[str]:
        """The column labels of a table, in their order."""
        return self._labels(table, "column")

    def has(self, table: str, row: str, column: str = "") -> bool:
        """Whether there is such a figure at all."""
        return (table, row, column) in self._at

    def _labels(self, table: str, name: str) -> list[str]:
        return list(dict.fromkeys(self._frame.loc[self._frame["table"] == table, name]))


def show(figures: pandas.DataFrame, audience: str, small: range = SMALL) -> Shown:
    """Mask *figures* (see :mod:`pscb_lib.measures.figures`) for one audience.

    Nothing that is hidden stays in what is returned: actual, numerator and denominator of a
    hidden cell are gone.
    """
    frame = figures.reset_index(drop=True)
    numbers = [_numbers(figure) for figure in frame.itertuples()]
    masked = set(frame.index[frame["describes"].isin(MASKED_FOR[audience])])
    hidden = {at for at in masked if any(number in small for number in numbers[at])}
    frame["hidden"] = frame.index.isin(protect(frame, numbers, hidden, masked))
    for name in ("actual", "numerator", "denominator"):
        frame[name] = frame[name].astype(object).where(~frame["hidden"], None)
    return Shown(frame, audience)


def require_shown(figures: object) -> Shown:
    """Refuse to draw or say anything that has not been through :func:`show`."""
    if not isinstance(figures, Shown):
        raise TypeError("figures must go through disclosure.show before they are displayed")
    return figures


def rounded(value: int | Decimal | Fraction, places: int = 1) -> str:
    """Round half up, for display only: 16.25 prints 16.3."""
    sign, scale = "-" if value < 0 else "", 10**places
    whole, rest = divmod((2 * abs(Fraction(value)) * scale + 1) // 2, scale)
    return f"{sign}{whole:,}.{rest:0{places}}" if places else f"{sign}{whole:,}"


def _numbers(figure: tuple) -> tuple[int | Decimal, ...]:
    """The counts a figure tells: its own, or those of a percentage and the rest of its cases."""
    if figure.actual is None:
        return ()
    if figure.unit == "percent":
        return figure.numerator, figure.denominator - figure.numerator
    return (figure.actual if figure.unit == "count" else figure.numerator,)
