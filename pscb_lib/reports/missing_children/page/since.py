"""What is known since the half-year: the figures of the quarterly data set, and its answers.

A question has one answer, which the data set prints. The register's questions are asked here as
the data set asks them; of an answer there, this paper has the action alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pscb_lib.board.cleared_texts import for_readers
from pscb_lib.board.commentary import Commentary, read_facts
from pscb_lib.board.context import Context
from pscb_lib.board.questions import read_questions
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Rag
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.asking import Known
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.margins import rating_of
from pscb_lib.page.words.commentary import ANSWER, Answer, State, say_commentary
from pscb_lib.page.words.front import meeting_on
from pscb_lib.page.words.indicators import say_actual
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.missing_children import places


def since(shown: Shown, indicator: str) -> tuple[ReportingPeriod, ShownFigure] | None:
    """The last quarter since that the data set has of an *indicator*, and its figure."""
    figures = [(quarter, shown.get(places.LATER, indicator, quarter))
               for quarter in require_shown(shown).columns(places.LATER)
               if shown.has(places.LATER, indicator, quarter)]
    if not figures:
        return None
    quarter, figure = figures[-1]
    return parse_period(quarter), figure


def know(context: Context, shown: Shown, facts: Mapping[str, Any], rated: Sequence[Assessment]
         ) -> Known:
    """What is known of the questions about the two indicators, in this paper or another."""
    written = read_facts(facts)
    answers = {one.indicator.id: answer for one in rated
               if (answer := _answer(shown, one, written.get(one.indicator.id)))}
    earlier = for_readers(context, read_questions(context.params, context.as_of))
    return Known(context.audience, context.as_of, meeting_on(context), answers, earlier)


def _answer(shown: Shown, one: Assessment, written: Commentary | None) -> Answer | None:
    """What the lead answered with the last quarter; None where the data set did not ask."""
    last = since(shown, one.indicator.id)
    if last is None:
        return None
    quarter, figure = last
    place = (places.COMMENTED, one.indicator.id, quarter.label)
    then = shown.get(*place) if shown.has(*place) else None
    answer = say_commentary(written, shown.audience, then, figure)
    if answer.state is State.GIVEN:
        action = [line for line in answer.lines if not line.startswith(ANSWER)]
        return replace(answer, lines=(
            f"Answered in the quarterly data set of {quarter.title}.", *action))
    is_asked = rating_of(one.indicator, figure, one.thresholds) is Rag.RED
    return answer if is_asked or answer.state is not State.NONE else None


def say_then_and_since(shown: Shown, one: Assessment) -> str | None:
    """Where an indicator stands, stood a year earlier, and stands since: figures with ratings."""
    if one.figure.value is None:
        return None
    then, last = one.points[0], since(shown, one.indicator.id)
    said = [f"{say_actual(one)}, {one.rating.value}"]
    if then.value is not None:
        said.append(f"{rated_text(one, then)}, a year earlier")
    if last is not None and last[1].value is not None:
        said.append(f"{rated_text(one, last[1])}, in {last[0].title}")
    return f"{joined(*said, between='; ')}."


def rated_text(one: Assessment, figure: ShownFigure) -> str:
    """A figure of an indicator with its rating against today's target: 85.7%, Green."""
    return f"{figure.text}, {rating_of(one.indicator, figure, one.thresholds).value}"
