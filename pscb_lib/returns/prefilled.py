"""The content of a form that is filled in before it is sent out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Prefilled:
    """The locked content of a form for one lead, row by row.

    ``extra`` are the first columns of the sheet, which the return itself does not have; a row has
    a value for each of them and for some of the return's own columns.
    """

    lead: str
    extra: tuple[str, ...]
    rows: tuple[Mapping[str, str | int | None], ...]
