"""The return of the Board's seats: one row for each seat and holder; roles, never names.

Section 13 of the Children Act 2004 names the Board's partners, the Local Safeguarding Children
Boards Regulations 2006 whom else they bring; a Board may add seats of its own. A row without the
day of its holder is a seat that nobody holds. Who does not vote attends and is no member: advisers,
and the lead member, who is a participating observer. No date of a person's vetting is held.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pscb_lib.board.agencies import agency_parser, in_use, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.reading import cells
from pscb_lib.reading.rows import (
    Broken,
    Checked,
    Field,
    FileRule,
    Record,
    Records,
    Rule,
    awaits,
    find_awaited,
    find_rules,
    leave_out_rows,
    rule,
)
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_days, known_with
from pscb_lib.returns.seats import Level, RequiredBy
from pscb_lib.returns.waiting import Waiting

OF_SEAT = ("required_by", "voting", "seat_from_on", "seat_to_on")
OF_HOLDER = ("role_title", "level")
CORRECT, OFFICE = "correct one of the two", "Board's office"
LATER = "held after the day of the report"


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"))
    day = cells.optional(cells.dated(context.as_of))
    return (
        Field("seat_id", cells.identifier, "send ids as text"),
        Field("agency", cells.optional(agency), "use a name from params/agencies.csv"),
        Field("required_by", cells.member_of(RequiredBy)),
        Field("voting", cells.yes_no, "write yes or no"),
        Field("role_title", cells.optional(cells.text), "write the post, never a name"),
        Field("level", cells.optional(cells.member_of(Level))),
        Field("from_on", day, "write it dd/mm/yyyy"),
        Field("to_on", cells.optional(cells.day), "write it dd/mm/yyyy"),
        Field("induction_on", cells.optional(cells.day), "write it dd/mm/yyyy"),
        Field("held_with", cells.optional(cells.identifier),
              "write the other seat that the same person holds", optional=True),
        Field("seat_from_on", day, "write it dd/mm/yyyy", optional=True),
        Field("seat_to_on", cells.optional(cells.day), "write it dd/mm/yyyy", optional=True),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("from_on", "to_on", says="the holder left before the first day", remedy=CORRECT,
      example={"to_on": "31/03/2013"})
def leaves_before_coming(row: Record) -> bool:
    """A seat is held from one day to another."""
    return None not in (row["from_on"], row["to_on"]) and row["to_on"] < row["from_on"]


@rule("from_on", "role_title", "level", says="a holder has a first day, a post and a level",
      remedy="fill all three, or none if nobody holds the seat", example={"level": ""})
def is_held_in_part(row: Record) -> bool:
    """Regulations of 2006: members speak with authority and commit their agency."""
    given = [row[name] is not None for name in ("from_on", *OF_HOLDER)]
    return any(given) and not all(given)


@rule("from_on", "to_on", "induction_on", says="nobody holds the seat and it has a holder's day",
      remedy="fill from_on, or clear the others",
      example={"from_on": "", "role_title": "", "level": ""})
def has_days_of_nobody(row: Record) -> bool:
    """An empty seat has no day of a holder."""
    return row["from_on"] is None and (row["to_on"] or row["induction_on"]) is not None


@rule("to_on", "induction_on", says="the holder was inducted after leaving", remedy=CORRECT,
      example={"to_on": "30/04/2013"})
def is_inducted_too_late(row: Record) -> bool:
    """A member is inducted while in post."""
    return None not in (row["to_on"], row["induction_on"]) and row["induction_on"] > row["to_on"]


@rule("agency", "level", says="a lay member is of no agency",
      remedy="clear the agency, or correct the level", example={"level": "lay"})
def is_lay_and_of_an_agency(row: Record) -> bool:
    """Children Act 2004, section 13: two members represent the local community."""
    return row["agency"] is not None and row["level"] is Level.LAY


def _held(row: Record) -> tuple[date, date] | None:
    return None if row["from_on"] is None else (row["from_on"], row["to_on"] or date.max)


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules about a row."""
    return (*find_rules(globals()), in_use("agency", _held))


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """Return the rules across rows."""
    return (*once("seat_id", "from_on", says="are one holder and are not the same",
                  remedy="ask the agency which row stands and remove the other"),
            FileRule("the rows of a seat describe it in the same way",
                     "write the same in each of its rows", _described_twice),
            FileRule("is no other seat of this file", "write the seat_id of the other seat",
                     _held_with_nothing))


def _described_twice(records: Records) -> Iterator[Broken]:
    first: dict[str, Record] = {}
    for row in records:
        one = first.setdefault(row["seat_id"], row)
        if other := tuple(name for name in OF_SEAT if row[name] != one[name]):
            yield Broken((row["row"],), other, value=str(row[other[0]]), file=row["file"])


def _held_with_nothing(records: Records) -> Iterator[Broken]:
    seats = {*records.column("seat_id")}
    for row in records:
        if row["held_with"] is not None and row["held_with"] not in seats - {row["seat_id"]}:
            yield Broken((row["row"],), ("held_with",), value=row["held_with"], file=row["file"])


def as_held(checked: Checked, context: Context) -> Checked:
    """Keep what was so on the day of the report: a seat that waits for its first holder is empty.

    A later holder of a seat with other rows is left out, and so is the first of a seat that the
    Board makes for a holder.
    """
    def is_later(row: Record) -> bool:
        return row["from_on"] is not None and row["from_on"] > context.as_of

    known = {row["seat_id"] for row in checked.records if not is_later(row)}

    def reason(row: Record) -> str | None:
        is_made = row["required_by"] is RequiredBy.LOCAL and row["seat_from_on"] is None
        return LATER if is_later(row) and (row["seat_id"] in known or is_made) else None

    held = leave_out_rows(checked, reason)
    return replace(held, frame=known_with("from_on", "role_title", "level", "induction_on")(
        held.frame, context))


@awaits("from_on", "the post and the level of the member, and the first day",
        {"from_on": "", "to_on": "", "induction_on": "", "role_title": "", "level": ""})
def is_empty(row: Record) -> bool:
    """The agency has named nobody."""
    return row["from_on"] is None


AWAITED = find_awaited(globals())
RETURN = Return(
    "board_seats", "Seats of the Board", make_fields, make_rules, make_file_rules,
    "board_seats.csv",
    {"seat_id": "S01", "agency": "Children's social care", "required_by": "statute",
     "voting": "yes", "role_title": "Director of Children's Services",
     "level": "chief or executive", "from_on": "02/04/2013", "induction_on": "14/05/2013",
     "source": "Board's office"},
    describes=AGENCY, may_be_empty=True, kept_by_office=True, derive=as_held,
    learnt=known_days("to_on", "induction_on", "seat_to_on"),
    awaited=Waiting(("seat_id",), lambda context, row: row["agency"] or OFFICE,
                    lambda context, records: AWAITED),
    applies={"agency": "the seat is an agency's: not for the chair and lay members",
             "role_title": "somebody holds the seat", "level": "somebody holds the seat",
             "from_on": "somebody holds the seat",
             "to_on": "the holder has left", "induction_on": "the holder was inducted",
             "held_with": "one person holds two seats: in the second row",
             "seat_from_on": "the Board made the seat on a day",
             "seat_to_on": "the Board ended it"},
)
