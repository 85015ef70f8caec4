"""The frame of figures as plain data, for the file of a paper and of what was released."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas

from pscb_lib.disclosure.figures import Limits


def to_json(figures: pandas.DataFrame) -> dict[str, list[Any]]:
    """Figures as plain data: the columns, and a row for each figure; fractions as 3/8."""
    rows = [[str(value) if isinstance(value, Fraction | Decimal) else value for value in row]
            for row in figures.itertuples(index=False, name=None)]
    return {"columns": list(figures.columns), "rows": rows}


def from_json(content: Mapping[str, list[Any]]) -> pandas.DataFrame:
    """The frame of figures from plain data that :func:`to_json` made."""
    found = pandas.DataFrame(content["rows"], columns=content["columns"], dtype=object)
    found["actual"] = pandas.Series([Fraction(value) if isinstance(value, str) else value
                                     for value in found["actual"]], dtype=object)
    found["part_of"] = pandas.Series([tuple(map(tuple, places)) for places in found["part_of"]],
                                     found.index, dtype=object)
    for name in sorted({"same_as", "relation"} - {*found}):  # of sets published before it was added
        found[name] = None
    for name in ("whole", "same_as"):
        found[name] = pandas.Series([place and tuple(place) for place in found[name]],
                                    found.index, dtype=object)
    found["relation"] = pandas.Series([limits and _limits(*limits) for limits in found["relation"]],
                                      found.index, dtype=object)
    return found


def _limits(terms: Iterable[Any], least: int | None, most: int | None) -> Limits:
    return tuple((tuple(place), aspect, by) for place, aspect, by in terms), least, most
