"""Shown figures within a sentence."""

from __future__ import annotations

from pscb_lib.disclosure import ShownFigure

# A cell hidden to protect another may be large: the words must not call it small.
NOT_SHOWN = "a number not shown (small numbers)"


def amount(figure: ShownFigure) -> str:
    """A count: 1,234, or that it is not shown."""
    return NOT_SHOWN if figure.hidden else figure.text.lower()


def share(figure: ShownFigure) -> str:
    """A percentage, its counts first: 46 of 211 (21.8%)."""
    if figure.value is None:
        return amount(figure)
    return f"{figure.numerator:,} of {figure.denominator:,} ({figure.text})"
