"""Figures of earlier papers under the names that papers give them now.

A figure with a role is called by it in every paper. Papers of earlier releases called it by its id,
and so do those made before it was given a role. Its own table still has the id as its row, which
tells the earlier name: a reader of both papers knows that the two are one figure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas

from pscb_lib.disclosure.figures import masked_figures_in


def as_named_now(frames: Sequence[pandas.DataFrame], known: Mapping[str, str] | None = None
                 ) -> list[pandas.DataFrame]:
    """The *frames* of all papers with one name (``quantity``) for one figure.

    A name is what is counted and its period: "referrals, 2014-15 Q3". In a table whose row is
    FD3 and whose column is the period, FD3 is another name of referrals. *known* are the roles of
    ids by the Board's register, for papers beside which there is no such table.
    """
    names = dict(known or {})
    for figures in frames:
        for one in masked_figures_in(figures):
            called, _, period = (one.quantity or "").partition(", ")
            if period and period == one.column and called != one.row:
                names[one.row] = called
    return [_renamed(figures, names) for figures in frames]


def _renamed(figures: pandas.DataFrame, names: dict[str, str]) -> pandas.DataFrame:
    now = [_now(quantity, names) for quantity in figures["quantity"]]
    return figures if now == [*figures["quantity"]] else figures.assign(
        quantity=pandas.Series(now, figures.index, dtype=object))


def _now(quantity: str | None, names: dict[str, str]) -> str | None:
    called, _, period = (quantity or "").partition(", ")
    return f"{names[called]}, {period}" if called in names else quantity
