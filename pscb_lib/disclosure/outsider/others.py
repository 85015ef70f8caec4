"""Figures that others have published: they are no secret, in whatever sentence they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from pscb_lib.disclosure.outsider.found import Row
from pscb_lib.disclosure.outsider.numbers import numbers_in, plain

# Tables of figures that others have published: by id, or by caption in a PDF. The third line is of
# sets that are published already.
TABLES = {"published", "Yearly figures as published", "comparisons-rates",
          "comparisons-percentages",
          "comparisons-context", "comparisons-performance", "comparisons",
          "The same year and release for all"}


def is_of_others(table: str) -> bool:
    """Whether a table has figures that others have published; a workbook writes its id with _."""
    return table.replace("_", "-") in TABLES


def published_in(rows: Iterable[Row]) -> Mapping[str, frozenset[Fraction]]:
    """The numbers that such tables print, by the label of their row in lower case."""
    found = defaultdict[str, set[Fraction]](set)
    for row in rows:
        if is_of_others(row.table):
            numbers = {one.value for cell in row.cells for one in numbers_in(plain(cell.text))}
            for label in row.labels:
                found[label.lower()] |= numbers
    return {label: frozenset(numbers) for label, numbers in found.items()}
