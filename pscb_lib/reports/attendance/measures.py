"""The figures AT1 to AT4: in person, represented, two in a row without anybody, quorate.

They count seats and meetings of agencies, no child and no person, and the Board publishes them, so
that they are hidden from nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.counting import share
from pscb_lib.disclosure.figures import (
    NOT_SUPPLIED,
    PUBLISHED,
    TOTAL,
    FigureRow,
    count,
    frame,
    proportion,
)
from pscb_lib.framework.scheduling.meetings import Group
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.attendance import places
from pscb_lib.reports.attendance.returned import Present
from pscb_lib.reports.attendance.sittings import (
    GROUPS,
    Meets,
    Sitting,
    by_seat,
    held_by,
    in_person,
    is_long_missing,
    label_of,
    make_sittings,
    represented,
)

NO_QUORUM = "no quorum is set"


def measure(context: Context, seated: Checked, attended: Checked, logged: Checked
            ) -> pandas.DataFrame:
    """Work out every figure of the year."""
    if not (seated.sources and attended.sources):
        return frame(count(table, row, None, column, state=NOT_SUPPLIED, describes=PUBLISHED)
                     for table, row, column in (places.ALL_IN_PERSON, places.ALL_REPRESENTED,
                                                places.SEATS, places.IN_A_ROW))
    sittings = make_sittings(seated, attended, context.period)
    board = held_by(sittings, Group.BOARD)
    return frame([
        *(row for group in GROUPS if (held := held_by(sittings, group))
          for row in measure_group(group, held, context.settings.quorum)),
        *measure_agencies(board), *measure_runs(board),
    ])


def measure_group(group: Meets, held: Sequence[Sitting], quorum: int | None) -> list[FigureRow]:
    """Return one group's meetings, those that were quorate, and how its seats were taken."""
    came = [present for one in held for _, present in one.came]
    of = (places.GROUPS, places.NAMES[group], places.HELD)
    place = (places.GROUPS, places.NAMES[group], places.QUORATE)
    quorate = (count(*place[:2], None, place[2], state=NO_QUORUM, describes=PUBLISHED)
               if quorum is None else share(place, sum(map(bool, (
                   one.is_quorate(quorum) for one in held))), len(held), of=of,
                   describes=PUBLISHED))
    return [count(*of[:2], len(held), of[2], describes=PUBLISHED), quorate,
            *_taken(places.GROUPS, places.NAMES[group], came)]


def measure_agencies(board: Iterable[Sitting]) -> list[FigureRow]:
    """Return for each agency how its seats on the Board were taken, and for all of them."""
    came: dict[str, list[Present]] = {}
    for one in board:
        for seat, present in one.came:
            came.setdefault(label_of(seat), []).append(present)
    every = [present for those in came.values() for present in those]
    return [row for agency, those in (*came.items(), (TOTAL, every))
            for row in _taken(places.AGENCIES, agency, those)]


def _taken(table: str, row: str, came: Sequence[Present]) -> list[FigureRow]:
    return [proportion(table, row, *numbers, column, describes=PUBLISHED)
            for column, numbers in ((places.IN_PERSON, in_person(came)),
                                    (places.REPRESENTED, represented(came)))]


def measure_runs(board: Iterable[Sitting]) -> list[FigureRow]:
    """Count the Board's seats, and those without anybody at two meetings in a row."""
    seats = by_seat(board)
    long = sum(is_long_missing(present.is_represented for _, present in those)
               for those in seats.values())
    return [count(*places.SEATS[:2], len(seats), describes=PUBLISHED),
            share(places.IN_A_ROW, long, len(seats), of=places.SEATS, describes=PUBLISHED)]
