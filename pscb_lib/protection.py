"""Which other figures must be hidden, lest a sum give away one that is.

Sums are the lines of a table with a total, and those that figures name in ``part_of``: 88 of 99
returns less 39 of 46 would tell of the others. A percentage tells two counts, those it counts
and the rest. Each sum is looked at alone: what several together tell is not worked out here.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pandas

from pscb_lib.measures.figures import TOTAL

ROOM = 2  # the least distance that must stay between the bounds of a hidden count
Numbers = tuple[int | Decimal, ...]


def protect(frame: pandas.DataFrame, numbers: Sequence[Numbers], hidden: set[int],
            masked: set[int]) -> set[int]:
    """Hide more figures, the smallest of each sum first, until no sum gives a hidden one away.

    *numbers* are the counts each figure tells; *hidden* and *masked* say where in the frame a
    figure is hidden, and where one may be. A zero is not hidden, and a total only at last.
    """
    sums, hidden = sums_of(frame), set(hidden)
    free = {at for at in masked - hidden if any(numbers[at])}
    while more := _more(sums, numbers, hidden, free):
        hidden |= more
        free -= more
    return hidden


def sums_of(frame: pandas.DataFrame) -> list[list[int]]:
    """Every sum among the figures: where its total stands in the frame, then its parts."""
    places = zip(frame["table"], frame["row"], frame["column"], strict=True)
    at = {place: index for index, place in enumerate(places)
          if frame.at[index, "actual"] is not None}
    sums: dict[tuple, list[int]] = {}
    for place, index in at.items():
        table, row, column = place
        totals = (table, row, TOTAL), (table, TOTAL, column), *frame.at[index, "part_of"]
        for way, total in enumerate(totals):
            if total in at and total != place:
                sums.setdefault((way, table, total), [at[total]]).append(index)
    return list(sums.values())


def _more(sums: list[list[int]], numbers: Sequence[Numbers], hidden: set[int],
          free: set[int]) -> set[int]:
    """The next figure to hide: the smallest free one of the first sum that gives one away."""
    for total, *parts in sums:
        secret = [numbers[at] for at in (total, *parts) if at in hidden]
        choice = free.intersection(parts) or free.intersection([total])
        if choice and _is_given_away(secret, total in hidden):
            return {min(choice, key=lambda at: (sum(numbers[at]), at))}
    return set()


def _is_given_away(secret: Sequence[Numbers], is_total_hidden: bool) -> bool:
    """One hidden figure is what the others leave; several are known where little is left.

    A hidden count is at least one, for zeros are shown; one count of a percentage may be zero.
    A percentage among counts goes in with the first of its two.
    """
    if len(secret) < 2 or is_total_hidden:
        return len(secret) == 1
    least = len(secret) if len(secret[0]) == 1 else 0
    return any(sum(each) - least < ROOM for each in zip(*secret, strict=False))
