"""What may be shown to whom: the one place where a figure is hidden.

Three sets of every paper are made. The restricted set shows all. The board set hides small
counts of children and deaths and shows agencies' work, done or late, in full. The public set
hides both. Counts of 1 to 5 are hidden and zeros are shown, as the Department for Education
does in its statistics of children in need; a hidden count takes its percentage with it, and
another cell of the same line is hidden wherever the line's total would give it away.

Tables, charts and sentences are made from what :func:`show` returns and from nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pandas

TOTAL = "Total"
HIDDEN = "Not shown: small numbers"
SMALL = range(1, 6)
ROOM = 2  # the least distance that must stay between the bounds of a hidden count
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
    masked = frame["describes"].isin(MASKED_FOR[audience])
    is_small = [_is_small(cell, small) for _, cell in frame.iterrows()]
    primary = masked & pandas.Series(is_small, frame.index, dtype=bool)
    frame["hidden"] = _protect(frame, primary, masked)
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


def _is_small(cell: pandas.Series, small: range) -> bool:
    if cell["unit"] == "count":
        return cell["actual"] in small
    rest = cell["denominator"] - cell["numerator"]
    return cell["numerator"] in small or (cell["unit"] == "percent" and rest in small)


def _protect(
    frame: pandas.DataFrame, hidden: pandas.Series, masked: pandas.Series
) -> pandas.Series:
    hidden = hidden.copy()
    lines = [(line, other) for axis, other in (("row", "column"), ("column", "row"))
             for _, line in frame[masked].groupby(["table", axis], sort=False)]
    while any([_protect_line(line, other, hidden) for line, other in lines]):
        pass
    return hidden


def _protect_line(line: pandas.DataFrame, labels: str, hidden: pandas.Series) -> bool:
    """Hide the next smallest cell of a line whose total gives away what is hidden in it."""
    counted = line[(line["unit"] == "count") & line["actual"].notna()]
    if TOTAL not in set(line[labels]) or not _is_given_away(counted[hidden[counted.index]], labels):
        return False
    open_cells = counted[~hidden[counted.index] & (counted["actual"] != 0)]
    parts = open_cells[open_cells[labels] != TOTAL]
    choice = parts if len(parts) else open_cells
    if len(choice):
        hidden[choice["actual"].astype(float).idxmin()] = True
    return bool(len(choice))


def _is_given_away(secret: pandas.DataFrame, labels: str) -> bool:
    """One hidden cell is what the total leaves; several are known where it leaves them little."""
    if len(secret) < 2 or TOTAL in set(secret[labels]):
        return len(secret) == 1
    return secret["actual"].sum() - len(secret) < ROOM
