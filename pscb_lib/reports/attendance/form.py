"""The form of attendance: a row for each seat at each of the Board's meetings in the period.

Only who came is to be filled in; meetings of the Board's groups go into the open rows below.
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.board.meetings import read_meetings
from pscb_lib.framework.scheduling.meetings import Group
from pscb_lib.reading.findings import Missing
from pscb_lib.returns.prefilled import Line, Offered, Prefilled
from pscb_lib.returns.registers.board_seats import RETURN as SEATS
from pscb_lib.returns.seats import Holder, Seat, make_seats

TOLD = ("seat", "agency")
OPEN = 100  # rows, for the meetings of the groups
MINUTES = Offered("minutes")
SAID = (("Where", "Write on the sheet Return who came for each seat, into the open box of its row. "
         "A meeting of a group of the Board goes into the open rows below, one row for each seat"),)



def prefill_meetings(context: Context) -> tuple[Prefilled, ...]:
    """The Board's meetings in the period, each with the seats of its day; none without seats.

    Raises InputError if the seats or ``params/meetings.csv`` cannot be used.
    """
    try:
        seats = make_seats(SEATS.read_for(context))
    except Missing:
        return ()
    days = [one.on for one in read_meetings(context.params / "meetings.csv")
            if one.group is Group.BOARD and context.period.contains(one.on)]
    rows = tuple(_row(seat, f"{on:%d/%m/%Y}", seat.holder_on(on))
                 for on in days for seat in seats if seat.is_there(on))
    return (Prefilled("", TOLD, rows, more=OPEN, told=SAID),)


def _row(seat: Seat, on: str, holder: Holder | None) -> Line:
    return {"seat": holder.role_title if holder else "nobody in post", "agency": seat.agency or "",
            "meeting_on": on, "group": Group.BOARD.value, "seat_id": seat.seat_id,
            "source": MINUTES}
