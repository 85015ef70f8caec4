"""The return of training places: one row for each person booked on an event, by a code.

The code tells one person's places and answers together, and is never printed: no name is sent. The
office gives each person a code of their own, whatever the agency.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.reading import cells
from pscb_lib.reading.rows import (
    Broken,
    Field,
    FileRule,
    Record,
    Records,
    Source,
    find_rules,
    rule,
)
from pscb_lib.reports.training.returned_events import RETURN as EVENTS
from pscb_lib.returns.across import once, refers_to, rows_used
from pscb_lib.returns.kinds import Return

CAME, CANCELLED, NO_SHOW = "yes", "cancelled", "no show"


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"), context.as_of)
    return (
        Field("event_id", cells.identifier, "send ids as text"),
        Field("person_code", cells.identifier, "send a code that is no name, and nobody "
              "else's in any agency", identifying=True),
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("attended", cells.one_of(CAME, CANCELLED, NO_SHOW)),
        Field("charged", cells.optional(cells.pounds), "write what was charged for the place",
              optional=True),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("charged", says="less than nothing was charged",
      remedy="write what was charged, and no money that was paid back",
      example={"charged": "-25.00"})
def is_charged_below_zero(row: Record) -> bool:
    """A charge is for a place; what is paid back lessens what was charged for that place."""
    return row["charged"] is not None and row["charged"] < 0


def make_together(context: Context, sources: Sequence[Source]) -> tuple[FileRule, ...]:
    """Return the rules across returns: the event is known, and no more came than it had places."""
    return *refers_to("event_id", EVENTS)(context, sources), *_no_more(context)


def _no_more(context: Context) -> tuple[FileRule, ...]:
    """Reject those who came beyond the places; more may be booked, for some stay away."""
    events = rows_used(EVENTS, context)
    if events is None:
        return ()
    places = dict(events.tuples("event_id", "places"))

    def find(records: Records) -> Iterator[Broken]:
        came: Counter[str] = Counter()
        for row in records:
            event = row["event_id"]
            came[event] += row["attended"] == CAME
            if row["attended"] == CAME and came[event] > places.get(event, came[event]):
                yield Broken((row["row"],), ("attended",), value=CAME, file=row["file"])

    return (FileRule("more people came to the event than it had places",
                     "correct the places of the event, or say who did not come", find),)


RETURN = Return(
    "training_places", "Training places", make_fields, find_rules(globals()),
    once("event_id", "person_code", says="are one person's place and are not the same",
         remedy="give each person of any agency another code, or take the wrong row out"),
    "training_places.csv",
    {"event_id": "T-01", "person_code": "P-0172", "agency": "Police", "attended": "yes",
     "charged": "0.00", "source": "training administrator"},
    key=("event_id", "person_code"), may_be_empty=True, together=make_together,
    kept_by_office=True, applies={"charged": "something was charged"},
)
