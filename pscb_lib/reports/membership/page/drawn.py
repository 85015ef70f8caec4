"""The figure: a strip of the year for each seat, filled or empty."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, part_of
from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts.year_strip import Strip, plot_year_strip
from pscb_lib.page.tables.days import plain_day
from pscb_lib.reports.membership import places
from pscb_lib.reports.membership.known import Known
from pscb_lib.returns.seats import Seat

WEEK = 7
MEMBERS = ("Seats of members: advisers, and the lead member as a participating observer, attend "
           "and do not vote. The seat of a body that was replaced ends with it and is not empty.")


def plot_year(shown: Shown, known: Known) -> Chart | None:
    """Plot each member's seat over the year; None if there is none."""
    require_shown(shown)
    if not known.seats:
        return None
    strips = [Strip(known.label(one), days, one.vacancies(known.year),
                    [each.from_on for each in one.holders if known.year.contains(each.from_on)],
                    _note(one, known), places.REQUIRED[one.required_by])
              for one in known.seats if (days := one.days_in(known.year))]
    once = sum(bool(one.open) for one in strips)
    headline = (f"{capital(part_of(once, len(strips), 'seats'))} stood empty for part of the year"
                if once and len(strips) > 1 else "The one seat stood empty for part of the year"
                if once else "Every seat was filled all year")
    return plot_year_strip(
        strips, (known.year.start, known.year.end), _data(known), id="year", headline=headline,
        subtitle=f"Each seat of a member of the Board, {known.year.title}",
        alt=f"{headline}. {_alt(strips)}", note=MEMBERS)


def _note(seat: Seat, known: Known) -> str:
    """How long a seat was empty, and whether its holder cannot commit the agency."""
    low = "held by a manager" if seat in known.too_low else ""
    return "; ".join(filter(None, [say_weeks(known.empty_days(seat)), low]))


def say_weeks(days: int) -> str:
    """How long a seat was empty, in days or whole weeks: two days, 19 weeks; "" if it never was."""
    if not days:
        return ""
    return f"empty {count_of(days // WEEK, 'week') if days >= WEEK else count_of(days, 'day')}"


def _alt(strips: list[Strip]) -> str:
    """The seats that were empty, for how long, or held by a manager; the others are filled."""
    said = [f"{one.label} {one.note}" for one in strips if one.note]
    others = len(strips) - len(said)
    rest = [f"{count_of(others, 'seat')} filled throughout"] if others else []
    return f"{'; '.join([*said, *rest])}."


def _data(known: Known) -> Data:
    return Data(["seat_id", "seat", "required_by", "role", "level", "from_on", "to_on",
                 "induction_on", "days_empty_in_year"], [
        row for seat in known.seats for row in _rows(seat, known)])


def _rows(seat: Seat, known: Known) -> list[list]:
    of_seat = [seat.seat_id, known.label(seat), seat.required_by.value]
    days = known.empty_days(seat)
    held = [one for one in seat.holders if (one.to_on or known.year.end) >= known.year.start]
    return [[*of_seat, one.role_title, one.level.value, plain_day(one.from_on),
             plain_day(one.to_on), plain_day(one.induction_on), days] for one in held] or [
                 [*of_seat, None, None, None, None, None, days]]
