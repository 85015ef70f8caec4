"""Who is heard: practitioners, with what they were answered, and members, by the chair."""

from __future__ import annotations

from datetime import date

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed
from pscb_lib.page.blocks import Column, Data, Group, Prose, Question, Table, cell, strong
from pscb_lib.page.words.shown import joined, paragraph, say_count
from pscb_lib.reports.board_effectiveness import places
from pscb_lib.reports.board_effectiveness.known import Known
from pscb_lib.reports.board_effectiveness.page.words import day_of
from pscb_lib.reports.board_effectiveness.rows import FEEDBACK, MEETINGS

NOT_SUPPLIED = "What practitioners said was not supplied."
FEW_POINTS = "What practitioners said is not shown, because of small numbers."
NO_EVENT = "No practitioner was heard at an event in the year."
NO_MEETING = "The chair met no member in the year."


def say_points(shown: Shown, known: Known) -> Prose | None:
    """Say at how many events practitioners were heard, and in which quarters there was none."""
    require_shown(shown)
    if not known.supplied[FEEDBACK]:
        return Prose(NOT_SUPPLIED)
    if shown.get(*places.POINTS).hidden:
        return Prose(FEW_POINTS)
    if not known.points:
        return Prose(NO_EVENT)
    held = [date.fromisoformat(one.held_on) for one in known.points]
    empty = [one.name for one in known.year.split(3) if not any(map(one.contains, held))]
    events, points = (shown.get(*place) for place in (places.EVENTS, places.POINTS))
    return paragraph(f"Practitioners raised {say_count(points, 'point')} at "
                     f"{say_count(events, 'event')}.",
                     f"There was no event in {listed(empty, 'or')}." if empty else None)


def tabulate_points(shown: Shown, known: Known) -> Table | None:
    """Tabulate what practitioners said and were answered, what is not answered first."""
    require_shown(shown)
    if not known.points:
        return None
    those = sorted(known.points, key=lambda one: (bool(one.answered_on), one.held_on))
    rows = [[cell(one.said, f"{one.agency}, {one.event}, {day_of(one.held_on)}"),
             cell(capital(one.theme)),
             cell(one.answer, day_of(one.answered_on)) if one.answered_on else strong("No answer")]
            for one in those]
    return Table("points", _headline(known), [
        Column("What they said", width=3.6), Column("About", width=1.4),
        Column("What they were answered", width=3.4)], [Group(None, rows)],
        Data(["agency", "event", "held_on", "theme", "said", "answer", "answered_on"],
             [[one.agency, one.event, one.held_on, one.theme, one.said, one.answer or None,
               one.answered_on or None] for one in those]), is_main=True)


def _headline(known: Known) -> str:
    number = len(known.unanswered)
    if not number:
        return "Every point that practitioners raised was answered"
    return (f"{capital(count_of(number, 'point'))} that practitioners raised "
            f"{'has' if number == 1 else 'have'} no answer")


def ask_points(shown: Shown, known: Known) -> Question | None:
    """Ask the chair when practitioners will be answered: the Board heard them and owes the answer.
    """
    require_shown(shown)
    if not known.unanswered:
        return None
    oldest, number = day_of(known.unanswered[0].held_on), len(known.unanswered)
    whose = listed([*dict.fromkeys(one.agency for one in known.unanswered)])
    said = (f"What a practitioner of {whose} told the Board on {oldest} has no answer"
            if number == 1 else f"{capital(count_of(number, 'point'))} that practitioners of "
            f"{whose} put to the Board have no answer, the oldest since {oldest}")
    return Question("points_asked", f"{said}: who answers, and by when?", known.chair)


def say_meetings(shown: Shown, known: Known) -> Prose | None:
    """Say how often the chair met members, and of how many seats."""
    require_shown(shown)
    if not known.supplied[MEETINGS]:
        return Prose("The chair's meetings with members were not supplied.")
    if not known.met:
        return Prose(NO_MEETING)
    meetings, seats = (shown.get(*place) for place in (places.MEETINGS, places.SEATS))
    return paragraph(joined(f"The chair met members {_times(meetings.count)}, from "
                            f"{say_count(seats, 'seat')} on the Board."))


def _times(number: int) -> str:
    return "once" if number == 1 else "twice" if number == 2 else f"{count_of(number, 'time')}"


def tabulate_meetings(shown: Shown, known: Known) -> Table | None:
    """Tabulate the chair's meetings, with what was agreed."""
    require_shown(shown)
    if not known.met:
        return None
    rows = [[one.seat, day_of(one.held_on), capital(one.theme), one.agreed or "nothing recorded"]
            for one in known.met]
    return Table("meetings", "What the chair and members agreed", [
        Column("Seat", width=2.2), Column("Met", width=1.2), Column("About", width=1.4),
        Column("Agreed", width=4)], [Group(None, [[cell(text) for text in row] for row in rows])],
        Data(["seat", "held_on", "theme", "agreed"],
             [[one.seat, one.held_on, one.theme, one.agreed or None] for one in known.met]))
