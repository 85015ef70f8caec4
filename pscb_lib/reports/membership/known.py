"""What is known of the Board's seats and of its development in one year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from pscb_lib.board.agencies import read_agencies, short_names
from pscb_lib.board.cleared_texts import for_readers
from pscb_lib.board.context import Context
from pscb_lib.board.programme import programme_of
from pscb_lib.framework.english import listed, small
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.membership import returned
from pscb_lib.returns.registers.board_seats import RETURN as SEATS
from pscb_lib.returns.seats import Holder, RequiredBy, Seat, days_of, make_seats

RETURNS = SEATS, returned.RETURN
REPORT, ITEM = "membership", 1
OF_NO_AGENCY = "Member of no agency"
ORDINALS = "first", "second", "third", "fourth"


@dataclass(frozen=True)
class Event:
    """One event for members; ``changed`` says what the Board does otherwise since."""

    held_on: date
    subject: str
    invited_n: int
    came_n: int
    from_plan: bool
    changed: str | None


@dataclass(frozen=True)
class Known:
    """The members' seats that were there in the year, and its events, with who answers for them."""

    on: date
    year: ReportingPeriod
    seats: tuple[Seat, ...]
    events: tuple[Event, ...]
    are_seats_supplied: bool
    are_events_supplied: bool
    lead: str
    names: Mapping[str, str]

    def label(self, seat: Seat) -> str:
        """What a seat is called: its agency, or the post of who held it last."""
        if seat.agency:
            return self.names.get(seat.agency, seat.agency)
        if seat.is_lay:
            which = self._which_lay(seat)
            return f"Lay member ({which})" if which else "Lay member"
        return seat.holders[-1].role_title if seat.holders else OF_NO_AGENCY

    def in_words(self, seat: Seat) -> str:
        """A seat within a sentence: Cafcass, the second lay member, the Independent Chair."""
        if seat.agency:
            return self.label(seat)
        if seat.is_lay:
            which = self._which_lay(seat)
            return f"the {which} lay member" if which else "a lay member"
        return f"the {self.label(seat)}" if seat.holders else f"a {small(OF_NO_AGENCY)}"

    def _which_lay(self, seat: Seat) -> str:
        """Which of several seats of lay members it is, so that they are told apart."""
        lay = [one for one in self.seats if one.is_lay]
        at = lay.index(seat)
        return "" if len(lay) == 1 else ORDINALS[at] if at < len(ORDINALS) else f"no. {at + 1}"

    def owner(self, seat: Seat) -> str:
        """Who is to fill a seat: its agency, or the lead of the item if it has none."""
        return self.label(seat) if seat.agency else self.lead

    @property
    def at_end(self) -> list[Seat]:
        """The seats that were there at the end of the year."""
        return [one for one in self.seats if one.is_there(self.year.end)]

    @property
    def held(self) -> list[tuple[Seat, Holder]]:
        """The seats that were held at the end of the year, with who held them."""
        return [(seat, one) for seat in self.at_end
                if (one := seat.holder_on(self.year.end)) is not None]

    @property
    def empty(self) -> list[Seat]:
        """The seats that nobody held at the end of the year."""
        return [one for one in self.at_end if one.holder_on(self.year.end) is None]

    @property
    def came(self) -> list[tuple[Seat, Holder]]:
        """The new members of the year, with their seats, in order of their first days."""
        found = [(seat, one) for seat in self.seats for one in seat.came_in(self.year)]
        return sorted(found, key=lambda pair: (pair[1].from_on, pair[0].seat_id))

    @property
    def too_low(self) -> list[Seat]:
        """The agencies' seats at the end of the year whose holder cannot commit the agency."""
        return [seat for seat, one in self.held if seat.agency and not one.level.can_commit]

    @property
    def not_inducted(self) -> list[tuple[Seat, Holder]]:
        """The new members whose three months were over and who were not inducted at all."""
        return [(seat, one) for seat, one in self.came if one.is_induction_over(self.on)
                and one.induction_on is None]

    @property
    def unchanged(self) -> list[Event]:
        """The events of which no change is recorded."""
        return [one for one in self.events if one.changed is None]

    def empty_days(self, seat: Seat) -> int:
        """The days of the year on which a seat was empty."""
        return days_of(seat.vacancies(self.year))

    def named(self, seats: list[Seat]) -> str:
        """The seats as a list in a sentence, each name once."""
        return listed([*dict.fromkeys(map(self.in_words, seats))])


def read_known(context: Context) -> Known:
    """Read the returns of the paper, which the Board may have in full."""
    return known_from(context, *(one.read_for(context) for one in RETURNS))


def known_from(context: Context, seated: Checked, developed: Checked) -> Known:
    """Return what is known of the seats of members, and of the events, in the year.

    Who does not vote attends and is no member: an adviser, the participating observer.
    """
    year, on = context.period, context.as_of
    seats = [one for one in make_seats(seated) if one.is_member and one.days_in(year)]
    events = [Event(**{name: row[name] for name in Event.__dataclass_fields__})
              for row in developed.records if year.contains(row["held_on"])]
    lead = next((one.lead for one in programme_of(context).audits if one.item == ITEM), "")
    return Known(on, year, tuple(sorted(seats, key=_order)),
                 for_readers(context, sorted(events, key=attrgetter("held_on", "subject"))),
                 bool(seated.sources), bool(developed.sources), lead or context.settings.group,
                 short_names(read_agencies(context.params / "agencies.csv"), year.end))


def _order(seat: Seat) -> tuple[int, str]:
    return [*RequiredBy].index(seat.required_by), seat.seat_id
