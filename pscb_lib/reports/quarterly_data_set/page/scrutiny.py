"""When Q&E last scrutinised each indicator, and which it has not scrutinised for twelve months.

Appendix 1, item 10: "Review a selection of data at each Q&E meeting". An indicator was scrutinised
at a meeting that the register has it under review at, and at one that asked a question about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pscb_lib.board.indicators import Indicator
from pscb_lib.board.questions import Question
from pscb_lib.framework.english import count_of, listed, small, spell
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import months_after
from pscb_lib.page.asking import Known
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Place, Prose
from pscb_lib.page.words.indicators import names_of

MONTHS = 12


def scrutinised_on(indicator: Indicator, asked: Sequence[Question], by: date) -> date | None:
    """The last day by *by* on which an indicator was scrutinised; None if none is recorded."""
    days = [*indicator.review_meetings,
            *(one.raised_on for one in asked if one.indicator == indicator.id)]
    return max((day for day in days if day <= by), default=None)


def list_unscrutinised(assessments: Sequence[Assessment], known: Known, meeting: date
                       ) -> list[tuple[Assessment, date | None]]:
    """The indicators that no Q&E meeting of twelve months scrutinised, and this one does not.

    Each has the last day on which it was. One that has been on the register for less is none.
    """
    since = months_after(meeting, -MONTHS)
    found = [(one, scrutinised_on(one.indicator, known.earlier, known.as_of))
             for one in assessments if meeting not in one.indicator.review_meetings
             and one.indicator.valid_from.start <= since]
    return [(one, last) for one, last in found if last is None or last < since]


def say_scrutiny(assessments: Sequence[Assessment], known: Known, meeting: date | None,
                 place: Place | None = None) -> Prose | None:
    """Name the indicators not scrutinised for twelve months, each with the last day.

    Nothing is said to the public, without a meeting, or where the record is younger than that.
    """
    days = [day for one in assessments for day in (
        *one.indicator.review_meetings, *(each.raised_on for each in known.earlier))]
    first = min((day for day in days if day <= known.as_of), default=None)
    if not known.is_asked or meeting is None or first is None:
        return None
    # The same meeting of a year ago may have been some days later in its month.
    if first > months_after(meeting, -MONTHS + 1):
        return None
    found = list_unscrutinised(assessments, known, meeting)
    if not found:
        return Prose("**Scrutiny.** Q&E has had every indicator under review in the last 12 "
                     "months.", place=place)
    names = names_of(assessments)
    said = [f"{small(one.indicator.title, names)} ({_say_last(last)})" for one, last in found]
    return Prose(f"**Not scrutinised for 12 months:** {spell(len(found))} of the "
                 f"{count_of(len(assessments), 'indicator')}: {listed(said)}.", place=place)


def _say_last(last: date | None) -> str:
    return f"last on {say_day(last)}" if last else "never recorded"
