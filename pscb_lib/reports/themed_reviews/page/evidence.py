"""The evidence of each review: the framework's kinds, and which of them a review did without."""

from __future__ import annotations

from pscb_lib.board.agenda_numbers import meeting_for
from pscb_lib.board.context import Context
from pscb_lib.board.meetings import read_meetings
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, small
from pscb_lib.framework.months import say_day
from pscb_lib.page.blocks import (
    LEFT,
    RIGHT,
    Cell,
    Column,
    Data,
    Group,
    Prose,
    Question,
    Table,
    cell,
    strong,
)
from pscb_lib.page.tables.counts import plain_value
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.themed_reviews import places
from pscb_lib.reports.themed_reviews.known import Known, Review
from pscb_lib.reports.themed_reviews.page.words import day_of, leads_of, of_review, say_named
from pscb_lib.reports.themed_reviews.returned_evidence import KINDS, USERS

NOT_SUPPLIED = "The evidence of the reviews was not supplied."
NOTE = "Kinds as in section 10 of the framework, with performance data; children told apart."


def tabulate_evidence(shown: Shown, known: Known) -> Table | Prose | None:
    """Tabulate which kinds of evidence each review used, of how many, and what they said."""
    told = [one for one in (*known.received, *known.awaited) if one.sources]
    if not known.is_evidence_supplied:
        return Prose(NOT_SUPPLIED) if known.reviews else None
    if not told:
        return None
    rows = [[cell(capital(kind)), *(_cell(shown, one, kind) for one in told)] for kind in KINDS]
    rows.append([strong("Kinds used"), *(strong(_kinds(shown, one)) for one in told)])
    came = [one for one in told if one.has_come]
    data = [[capital(kind), *(_plain(shown, one, kind) for one in told),
             *(source.told if (source := one.source(kind)) else None for one in came)]
            for kind in KINDS]
    return Table("evidence", _headline(came), [
        Column("Kind of evidence", width=1.6),
        *(Column(_head(one), width=3.4 if one.has_come else 1.8) for one in told)],
        [Group(None, rows)],
        Data(["Kind of evidence", *(one.label for one in told),
              *(f"{one.label}: what it said" for one in came)], data),
        note=NOTE, is_main=True)


def _head(one: Review) -> str:
    return one.label if one.has_come else f"{one.label}, due {day_of(one.due_on)}"


def _kinds(shown: Shown, one: Review) -> str:
    used, of = require_shown(shown).get(places.KINDS_USED, one.label).counts
    return f"{used} of {of}{'' if one.has_come else ' so far'}"


def _headline(told: list[Review]) -> str:
    """Whether children were heard in the reviews that have come: the others are not judged yet."""
    without = [one.label for one in told if one.lacks_children]
    if not told:
        return "The evidence of reviews that are still to come"
    if len(without) > 1:
        return f"{capital(count_of(len(without), 'review'))} did without children's voice"
    if without:
        return f"Children's voice is missing from {without[0]}"
    return ("Every review that came asked children and young people" if len(told) > 1
            else f"The review of {small(told[0].label)} asked children and young people")


def _cell(shown: Shown, one: Review, kind: str) -> Cell:
    source = one.source(kind)
    if source is None:
        not_used = "Not asked" if kind in USERS else "Not used"
        return cell(not_used if one.has_come else "Not yet")
    place = places.EVIDENCE, one.label, capital(kind)
    told = source.told if one.has_come else ""
    if not shown.has(*place):
        return cell(told or "Yes")
    figure = shown.get(*place)
    return cell(told or "Yes",
                figure.text if figure.hidden else f"{figure.text} {source.counted}")


def _plain(shown: Shown, one: Review, kind: str) -> int | float | str | None:
    place = places.EVIDENCE, one.label, capital(kind)
    if shown.has(*place):
        return plain_value(shown.get(*place))
    return "used" if one.source(kind) else "not used" if one.has_come else "not used yet"


def due_by_meeting(context: Context, known: Known) -> list[Review]:
    """The reviews that had not come and are due by the meeting, when they may have come."""
    meetings = read_meetings(context.params / "meetings.csv")
    meeting = meeting_for(context.audience, known.on, meetings)
    by = (meeting.on if meeting else known.on).isoformat()
    return [one for one in known.awaited if one.due_on <= by]


def ask_awaited(context: Context, known: Known) -> Question | None:
    """Ask whether the reviews that are due by the meeting have come; None if none is due by then.
    """
    due = due_by_meeting(context, known)
    if not due:
        return None
    named = say_named(due)
    has, it = ("Has", "it") if len(due) == 1 else ("Have", "they")
    return Question("awaited_asked", f"{has} {named} come, and what did {it} find?",
                    leads_of(due), place=RIGHT)


def ask_children(context: Context, known: Known) -> Question | None:
    """Ask how children will be heard in reviews to come, or why they were not in those that came.

    Of a review that is due by the meeting it is asked whether they were heard since.
    """
    silent = [one for one in known.reviews if one.lacks_children]
    if not silent:
        return None
    due = due_by_meeting(context, known)
    near = [of_review(one) for one in silent if one in due]
    ahead = [of_review(one) for one in silent if not one.has_come and one not in due]
    past = [of_review(one) for one in silent if one.has_come]
    return Question("children_asked", joined(
        f"Children have not been asked yet in {listed(ahead)}: how will they be heard?"
        if ahead else None,
        f"At {say_day(known.on)} children had not been asked in {listed(near)}: how were they "
        "heard since?" if near else None,
        f"Why were children not asked in {listed(past)}?" if past else None), leads_of(silent),
        place=LEFT)


