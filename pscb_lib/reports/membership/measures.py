"""The figures of membership and development; all of them describe the Board's own work."""

from __future__ import annotations

from collections.abc import Sequence

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.counting import share
from pscb_lib.disclosure.figures import (
    NOT_SUPPLIED,
    FigureRow,
    Place,
    count,
    counts,
    frame,
    proportion,
)
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.membership import places
from pscb_lib.reports.membership.known import Known, known_from
from pscb_lib.returns.seats import Seat

AGENCY = "agency"
LAY_MEMBERS = 2  # Children Act 2004, section 13: two members of the local community
OF_SEATS = (places.REQUIRED_NUMBER, places.REQUIRED_FILLED, places.LAY, places.EMPTY_DAYS,
            places.COMMIT, places.NEW, places.INDUCTED)
OF_EVENTS = places.EVENTS, places.CAME, places.PLANNED, places.CHANGED


def measure(context: Context, seated: Checked, developed: Checked) -> pandas.DataFrame:
    """Work out every figure of the year."""
    known = known_from(context, seated, developed)
    return frame([*measure_seats(known), *measure_events(known)])


def measure_seats(known: Known) -> list[FigureRow]:
    """Count the seats at the end of the year, the days they were empty, and who is new."""
    if not known.are_seats_supplied:
        return _none(OF_SEATS)
    agencies = [one for seat, one in known.held if seat.agency]
    over = [one for _, one in known.came if one.is_induction_over(known.on)]
    there = [one.days_in(known.year) for one in known.seats]
    days = sum((last - first).days + 1 for first, last in filter(None, there))
    return [
        *_by_duty(known.at_end, known.empty),
        *_required(known),
        _share(places.EMPTY_DAYS, sum(map(known.empty_days, known.seats)), days),
        _share(places.COMMIT, sum(one.level.can_commit for one in agencies), len(agencies)),
        _share(places.NEW, len(known.came), len(known.at_end)),
        _share(places.INDUCTED, sum(one.is_inducted_in_time for one in over), len(over)),
    ]


def _by_duty(there: Sequence[Seat], empty: Sequence[Seat]) -> list[FigureRow]:
    """The seats by what requires them: all, filled and empty, so that the last two make the first.
    """
    numbers = {column: {label: sum(one.required_by is by for one in those)
                        for by, label in places.REQUIRED.items()}
               for column, those in ((places.FILLED, [one for one in there if one not in empty]),
                                     (places.EMPTY, empty))}
    whole = {label: sum(one[label] for one in numbers.values())
             for label in places.REQUIRED.values()}
    rows = [row for column, by_label in numbers.items()
            for row in counts(places.SEATS, by_label, column=column, describes=AGENCY)]
    of = [{**row, "part_of": ((places.SEATS, row["row"], places.THERE),)} for row in rows]
    return [*of, *counts(places.SEATS, whole, column=places.THERE, describes=AGENCY)]


def _required(known: Known) -> list[FigureRow]:
    law = [one for one in known.at_end if one.required_by.is_law]
    filled = sum(one not in known.empty for one in law)
    lay = sum(seat.is_lay for seat, _ in known.held)
    return [count(*places.REQUIRED_NUMBER[:2], len(law), describes=AGENCY),
            share(places.REQUIRED_FILLED, filled, len(law), of=places.REQUIRED_NUMBER),
            _share(places.LAY, min(lay, LAY_MEMBERS), LAY_MEMBERS)]


def measure_events(known: Known) -> list[FigureRow]:
    """Count the year's events, who came, and those after which something changed."""
    if not known.are_events_supplied:
        return _none(OF_EVENTS)
    events, whole = known.events, len(known.events)
    return [count(*places.EVENTS[:2], whole, describes=AGENCY),
            _share(places.CAME, sum(one.came_n for one in events),
                   sum(one.invited_n for one in events)),
            share(places.PLANNED, sum(one.from_plan for one in events), whole, of=places.EVENTS),
            share(places.CHANGED, whole - len(known.unchanged), whole, of=places.EVENTS)]


def _share(place: Place, number: int, whole: int) -> FigureRow:
    return proportion(*place[:2], number, whole, describes=AGENCY)


def _none(those: Sequence[Place]) -> list[FigureRow]:
    return [count(*place[:2], None, state=NOT_SUPPLIED, describes=AGENCY) for place in those]
