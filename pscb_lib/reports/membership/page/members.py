"""The seats against what the law requires, the new members, and the questions to agencies."""

from __future__ import annotations

from pscb_lib.board.indicators import SetBy
from pscb_lib.disclosure.figures import Place
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, part_of, spell
from pscb_lib.framework.rag import Thresholds
from pscb_lib.page.blocks import LEFT, RIGHT, Cell, Column, Data, Group, Question, Table, cell
from pscb_lib.page.tables.counts import plain_counts
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.tables.rated import HOW_RATED, actual_cell, rating_cell
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.membership import places
from pscb_lib.reports.membership.known import Known
from pscb_lib.reports.membership.measures import LAY_MEMBERS
from pscb_lib.returns.seats import Holder, Seat

LAW = 100  # per cent: the Act has no exceptions
WHO_CAN = "A chief, executive, director or head can commit the agency."
DUE = places.REQUIRED_FILLED, places.LAY
WITHOUT_TARGET = places.EMPTY_DAYS, places.COMMIT, places.NEW


def tabulate_duty(shown: Shown, thresholds: Thresholds) -> Table:
    """Tabulate the year's measures: those of the law with a rating, the others without one."""
    lines = [(place, place in DUE) for place in (*DUE, *WITHOUT_TARGET)]
    rows = [_line(shown, place, is_law, thresholds) for place, is_law in lines]
    data = [[place[1], *plain_counts(shown.get(*place)), LAW if is_law else None]
            for place, is_law in lines]
    return Table("duty", _say_filled(shown),
                 [Column("Measure", width=2.7), Column("Rating", width=1.1),
                  Column("Actual", "end", 1.4), Column("Target", "end", 0.9)],
                 [Group(None, rows)], Data(["measure", "number", "of", "target"], data),
                 note=f"{HOW_RATED} {WHO_CAN}", place=LEFT)


def _say_filled(shown: Shown) -> str:
    """How many of the seats that the law requires are filled, where it requires several."""
    filled = shown.get(*places.REQUIRED_FILLED)
    if filled.value is None or filled.counts[1] < 2:
        return "The Board's membership, measured"
    number, law = filled.counts
    return (f"{capital(part_of(number, law, 'seats'))} required by law "
            f"{'was' if number == 1 else 'were'} filled")


def _line(shown: Shown, place: Place, is_law: bool, thresholds: Thresholds) -> list:
    figure = require_shown(shown).get(*place)
    return [cell(place[1]), rating_cell(figure, LAW, thresholds) if is_law else cell("–"),
            actual_cell(figure), _target(place) if is_law else cell("–")]


def _target(place: Place) -> Cell:
    """What the law asks: every seat, and of lay members their number."""
    return cell(f"{LAY_MEMBERS}" if place == places.LAY else f"{LAW}%", SetBy.LAW.value)


def tabulate_new(shown: Shown, known: Known) -> Table:
    """Tabulate the new members of the year, and when each was inducted."""
    require_shown(shown)
    rows = [[cell(known.label(seat), f"from {short_day(one.from_on)}"),
             cell(*_inducted(one, known))]
            for seat, one in known.came]
    data = [[seat.seat_id, known.label(seat), one.role_title, plain_day(one.from_on),
             plain_day(one.induction_on), plain_day(one.induction_due_on)]
            for seat, one in known.came]
    return Table("new", _say_new(known), [Column("Member", width=2), Column(
        "Inducted, within three months", width=2)], [Group(None, rows)],
        Data(["seat_id", "seat", "role", "from_on", "induction_on", "induction_due_on"], data),
        empty="Nobody took a seat in the year.", place=RIGHT)


def _say_new(known: Known) -> str:
    """How many members are new, and how many of them were inducted in time."""
    if not known.came:
        return "Members who are new"
    soon = sum(one.is_inducted_in_time for _, one in known.came)
    members = capital(count_of(len(known.came), "new member"))
    return f"{members}, {spell(soon, 'none')} inducted in time"


def _inducted(one: Holder, known: Known) -> tuple[str, str | None]:
    """When a member was inducted, or by when it is due."""
    due = short_day(one.induction_due_on)
    if one.induction_on:
        return (("In time" if one.is_inducted_in_time else "Late"), short_day(one.induction_on))
    if one.is_induction_over(known.on):
        return "Not inducted", f"was due {due}"
    return ("Left before it was due", None) if one.to_on else ("Not yet due", f"due {due}")


def ask_empty(shown: Shown, known: Known) -> Question | None:
    """Ask who is to sit where nobody does, and from when. None if every seat is filled."""
    require_shown(shown)
    if not known.empty:
        return None
    owners = list(dict.fromkeys(map(known.owner, known.empty)))
    agencies, others = ([one for one in known.empty if bool(one.agency) is is_agency]
                        for is_agency in (True, False))
    return Question("empty_asked", joined(
        f"Who will sit for {known.named(agencies)}, from which meeting, and who speaks for "
        "children there until then?" if agencies else None,
        f"By when will {known.named(others)} be appointed?" if others else None),
        listed(owners), place=LEFT)


def ask_too_low(shown: Shown, known: Known) -> Question | None:
    """Ask agencies whose member is a manager for one who can commit them. None if there is none."""
    require_shown(shown)
    if not known.too_low:
        return None
    return Question("too_low_asked", "Can the member commit the agency's staff and money? If not, "
                    "who will sit, and from which meeting?", known.named(known.too_low),
                    place=RIGHT)


def ask_not_inducted(shown: Shown, known: Known) -> Question | None:
    """Ask by when members who were never inducted will be. None if all were."""
    require_shown(shown)
    if not known.not_inducted:
        return None
    seats: list[Seat] = [seat for seat, _ in known.not_inducted]
    return Question("not_inducted_asked", f"By when will {known.named(seats)} be inducted, and by "
                    "whom?", known.lead, place=RIGHT)
