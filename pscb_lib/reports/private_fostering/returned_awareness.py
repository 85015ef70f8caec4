"""The return of awareness work: one row for each event at which people were told of the duty.

An authority that gets few notifications may have few arrangements, or few people who know that
private fostering is notified, so this work is reported beside the notifications.
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by

KINDS = ("leaflet", "letter", "briefing", "training", "publicity", "other")
AUDIENCES = ("parents and carers", "schools", "language schools", "health", "housing", "UKVI",
             "social care", "the public")


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    return (
        Field("held_on", cells.dated(context.as_of), "write it dd/mm/yyyy"),
        Field("event", cells.one_of(*KINDS)),
        Field("audience", cells.one_of(*AUDIENCES)),
        Field("people_reached", cells.whole_number, "write how many people it reached"),
        Field("source", cells.text, "say where the row is from"),
    )


RETURN = Return(
    "private_fostering_awareness", "Private fostering awareness work", make_fields, (),
    once("held_on", "event", "audience", says="are one event and are not the same",
         remedy="correct the day, or take the wrong row out"),
    "private_fostering_awareness.csv",
    {"held_on": "16/09/2013", "event": "leaflet", "audience": "schools", "people_reached": "74",
     "source": "private fostering officer"},
    known_by("held_on", "held"), months=12, describes=AGENCY, may_be_empty=True,
)
