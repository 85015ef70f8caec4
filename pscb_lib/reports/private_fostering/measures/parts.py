"""A count of children that is part of another, and sometimes the whole of it."""

from __future__ import annotations

from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import FigureRow, Place, count


def part(place: Place, number: int, whole: Place, of: int) -> list[FigureRow]:
    """Count the *number* at *place*, part of those at *whole*, or the same if it is all *of* them.
    """
    return [count(*place[:2], number, place[2], same_as=whole if number == of else None),
            *counting.part_of_step(whole, place, of, number)]
