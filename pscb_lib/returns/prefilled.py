"""What stands in a form when it is sent out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Prefilled:
    """What stands in a form when it is sent out, and is locked: for one lead, row by row.

    ``told`` are the columns that the return itself does not have, first in the sheet; a row has
    a value for each of them and for some of the return's own columns.
    """

    lead: str
    told: tuple[str, ...]
    rows: tuple[Mapping[str, str | int | None], ...]
