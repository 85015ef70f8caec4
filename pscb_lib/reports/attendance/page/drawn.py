"""The figure: agencies by meetings of the Board, with a mark for who came to each seat."""

from __future__ import annotations

from datetime import date

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, part_of
from pscb_lib.framework.months import month_of, say_day, short_name
from pscb_lib.framework.scheduling.meetings import Group
from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts.marks import Row, Sign, plot_marks
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.attendance import places
from pscb_lib.reports.attendance.known import Known, Line
from pscb_lib.reports.attendance.page.tables import TARGETS
from pscb_lib.reports.attendance.returned import Present

SIGNS = {Present.MEMBER: Sign.FULL, Present.DEPUTY: Sign.HALF, Present.OBSERVER: Sign.DIAMOND,
         Present.APOLOGIES: Sign.RING, Present.ABSENT: Sign.DASH, Present.NOBODY: Sign.CROSS}
AFTERS = tuple(f"{name} (target {TARGETS[column]}%)" for name, column in (
    ("In person", places.IN_PERSON), ("Represented", places.REPRESENTED)))
EACH = ("One mark for each seat of a member; advisers and the lead member, an observer, are not "
        "counted. In person: of the meetings while somebody was in post. Not represented: neither "
        "member nor deputy came, with apologies or without, or the seat was empty.")


def plot_attendance(shown: Shown, known: Known) -> Chart | None:
    """Plot who came to the Board's meetings, the agencies least represented first."""
    require_shown(shown)
    if not known.lines:
        return None
    headline = _headline(known)
    heads = [_short(one.on) for one in known.board]
    rows = [Row(known.short(one.agency),
                [[SIGNS[Present(sign)] for sign in cell] for cell in one.came],
                [_of(*one.in_person), _of(*one.represented)]) for one in known.lines]
    feet = [("Members represented", [_of(one.represented, one.persons) for one in known.board])]
    if known.quorum is not None:
        feet.append(("Quorate", ["yes" if one.quorate else "no" for one in known.board]))
    return plot_marks(
        rows, heads, _data(known), id="attendance", headline=headline, afters=AFTERS, feet=feet,
        subtitle="Who came to the Board's meetings, least represented first",
        alt=f"{headline}. {_alt(known, heads)}",
        note=joined(EACH, _say_quorum(known), _cancelled(known)))


def _headline(known: Known) -> str:
    """How many agencies were represented each time: the chair and lay members are none."""
    always = sum(one.represented[0] == one.represented[1] for one in known.agencies)
    number = len(known.agencies)
    if not number:
        return "Who came to the Board's meetings"
    if always == number:
        return "Every agency was represented each time"
    if number == 1:
        return "The one agency was not represented each time"
    return (f"{capital(part_of(always, number, 'agencies'))} {'was' if always == 1 else 'were'} "
            "represented each time")


def _short(day: date) -> str:
    return f"{day.day} {short_name(month_of(day))}"


def _of(number: int, whole: int) -> str:
    return f"{number:,} of {whole:,}" if whole else "–"


def _say_quorum(known: Known) -> str:
    """The Board's own rule for a quorum; nothing if it has none."""
    return "" if known.quorum is None else (
        f"Quorate, by the Board's own rule: {known.quorum}% of members or more are represented "
        "(one person with two seats counts once).")


def _cancelled(known: Known) -> str:
    """The Board's meetings that were not held."""
    days = [say_day(one.on) for one in known.meetings
            if one.group == Group.BOARD.name and not one.is_held]
    if not days:
        return ""
    return (f"Cancelled: the meeting of {days[0]}." if len(days) == 1 else
            f"Cancelled: the meetings of {listed(days)}.")


def _alt(known: Known, heads: list[str]) -> str:
    """Who came for each agency of which not every member came each time, meeting by meeting."""
    others = [one for one in known.lines if not _is_full(one)]
    full = sum(_is_full(one) for one in known.agencies)
    said = [f"{known.short(one.agency)}: " + ", ".join(
        f"{head} {' and '.join(cell)}" for head, cell in zip(heads, one.came, strict=True) if cell)
        for one in others]
    rest = [f"{count_of(full, 'agency', 'agencies')}: the member each time"] if full else []
    return f"{'; '.join([*said, *rest])}."


def _is_full(one: Line) -> bool:
    return all(sign is Present.MEMBER for sign in one.signs)


def _data(known: Known) -> Data:
    return Data(["agency", *(one.on.isoformat() for one in known.board), "in_person",
                 "meetings_in_post", "represented", "meetings"], [
        [one.agency, *(", ".join(cell) or None for cell in one.came), *one.in_person,
         *one.represented] for one in known.lines])
