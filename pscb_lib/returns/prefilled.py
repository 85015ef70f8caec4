"""The content of a form that is filled in before it is sent out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Line = Mapping[str, str | int | None]


class Offered(str):
    """What an open box has already: whoever fills in the form keeps or changes it."""


@dataclass(frozen=True)
class Prefilled:
    """The locked content of a form for one lead or agency, row by row.

    ``extra`` are the first columns of the sheet, which the return itself does not have; a row has
    a value for each of them and for some of the return's own columns. A box that is the same
    column in another row may be open: "" is a locked cell that does not apply, and a value that is
    :class:`Offered` lies in an open one. ``examples`` are rows marked as examples, ``more`` is the
    number of open rows below, and ``explained`` has a line for each row of the sheet that says
    what counts, by its headings. ``told`` are lines of the instructions, each a label and a
    text, in place of the usual ones.
    """

    whom: str
    extra: tuple[str, ...]
    rows: tuple[Line, ...]
    examples: tuple[Mapping[str, str], ...] = ()
    more: int = 0
    explained: tuple[Mapping[str, str], ...] = ()
    told: tuple[tuple[str, str], ...] = ()
