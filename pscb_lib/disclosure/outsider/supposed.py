"""Invent numbers for the hidden figures of a set that fit everything it shows.

What an outsider can work out does not depend on which solution is taken, so any of them serves.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from contextlib import suppress

import pandas

from pscb_lib.disclosure.equations import (
    ASPECTS,
    limits_among,
    numbers_of,
    place_of,
    sums_among,
    twins_among,
)
from pscb_lib.disclosure.figures import NOBODY, Place, masked_figures_in
from pscb_lib.disclosure.outsider.found import Finished
from pscb_lib.disclosure.outsider.printed import relations_of
from pscb_lib.disclosure.secrecy.relations import Relation, sum_of
from pscb_lib.disclosure.secrecy.solving import Polytope
from pscb_lib.disclosure.secrecy.view import View

Names = dict[Place, tuple[str, ...]]


def suppose(masked: Finished, paper: str, step: int) -> pandas.DataFrame:
    """The figures of a *masked* set, with numbers for the hidden ones that fit all it shows.

    The ``quantity`` of a hidden figure holds within the *paper* only, as other papers may have
    revised it. Raises ArithmeticError if the shown figures contradict one another.
    """
    figures = masked.shown
    names = _names(figures)
    found = _solve(masked, names, step)
    rows = figures.to_dict("records")
    hidden = {one.quantity for one in masked_figures_in(figures) if one.hidden}
    for row in rows:
        place = row["table"], row["row"], row["column"]
        if place in names:
            row.update(_numbers(row["unit"], [found[name] for name in names[place]], row))
        if row["quantity"] in hidden and row["quantity"]:
            row["quantity"] = f"{row['quantity']} in {paper}"
    return pandas.DataFrame(rows, columns=figures.columns, dtype=object)


def _solve(masked: Finished, names: Names, step: int) -> dict[str, int]:
    """A number for each name. Printed sums are left out if they make the system infeasible."""
    relations = [sum_of(own[2], own[:2]) for own in names.values() if len(own) == 3]
    relations += sums_among(masked.shown, names, frozenset())
    relations += limits_among(masked.shown, names)
    relations += [sum_of(one, (other,)) for one, other in twins_among(masked.shown, names)
                  if one != other]
    printed: list[Relation] = relations_of(masked, names, step)
    # Zeros are shown, unless all counts of a sum were withheld.
    for least, more in ((1, printed), (0, printed), (1, []), (0, [])):
        ranges = _ranges(masked.shown, names, step, least)
        with suppress(ArithmeticError):
            found = Polytope(View(ranges, (*relations, *more))).solve({})
            if found is not None:
                return found
    raise ArithmeticError("no numbers fit all that is shown")


def _names(figures: pandas.DataFrame) -> Names:
    names: Names = {}
    for one in masked_figures_in(figures):
        if numbers_of(one) or one.hidden and not one.state:
            base = one.quantity or " / ".join(place_of(one))
            names[place_of(one)] = tuple(f"{base}: {aspect}" for aspect in ASPECTS[one.unit])
    return names


def _ranges(figures: pandas.DataFrame, names: Names, step: int, least: int
            ) -> dict[str, tuple[int, int | None]]:
    ranges: dict[str, tuple[int, int | None]] = {}
    for one in masked_figures_in(figures):
        own = names.get(place_of(one), ())
        lowest = 0 if one.unit == "percent" or one.readers == NOBODY else least
        for name, value in zip(own, numbers_of(one) or [None] * len(own), strict=True):
            if value is not None:
                ranges[name] = (max(0, value - step // 2), value + (step - 1) // 2)
            else:
                ranges.setdefault(name, (lowest, None))
    return ranges


def _numbers(unit: str, counts: Iterable[int], row: Mapping[Hashable, object]
             ) -> dict[str, object]:
    cases, *more = counts
    if unit == "percent":
        whole = more[1]
        return {"actual": 0, "numerator": cases, "denominator": whole}
    if unit == "rate":
        return {"actual": 0, "numerator": cases, "denominator": row["denominator"]}
    return {"actual": cases}
