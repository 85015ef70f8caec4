"""Figures for the group and the Board alone: the public reads of published reviews."""

from __future__ import annotations

from collections.abc import Iterable

from pscb_lib.disclosure.figures import NOBODY, NOT_PUBLIC, FigureRow


def for_members(rows: Iterable[FigureRow]) -> list[FigureRow]:
    """The same figures without the public; what only ties others is still printed nowhere."""
    return [row if row["readers"] == NOBODY else row | {"readers": NOT_PUBLIC} for row in rows]
