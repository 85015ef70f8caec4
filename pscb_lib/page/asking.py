"""What is asked about an indicator: whom, what they answered, and what was asked before.

A question that the ledger has open is taken up under its id, not asked anew. Where one was answered
with an action and no outcome is known yet, the question is what the action has brought.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from pscb_lib.board.cleared_texts import LEFT_OUT
from pscb_lib.board.questions import Question as Earlier
from pscb_lib.framework.months import say_day
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Place, Question
from pscb_lib.page.words.commentary import Answer, State
from pscb_lib.page.words.indicators import say_figure
from pscb_lib.page.words.shown import joined

Answers: TypeAlias = Mapping[str, Answer]  # by the id of an indicator
UNASKED = Answer(State.NONE, ())  # of an indicator whose lead was not asked to write


@dataclass(frozen=True)
class Known:
    """What is known of the questions of a paper: its readers, its day, answers, earlier questions.

    *meeting* is the day of the meeting that the paper is for, None if it is not fixed.
    """

    audience: str
    as_of: date
    meeting: date | None = None
    answers: Answers = field(default_factory=dict)
    earlier: Sequence[Earlier] = ()

    @property
    def is_asked(self) -> bool:
        """Whether the readers are asked anything: the public is not."""
        return self.audience != "public"

    def answer(self, one: Assessment) -> Answer:
        """What the lead of an indicator has answered."""
        return self.answers.get(one.indicator.id, UNASKED)

    def last(self, one: Assessment) -> Earlier | None:
        """The last question that the ledger has about an indicator."""
        about = [each for each in self.earlier if each.indicator == one.indicator.id]
        return max(about, key=lambda each: each.raised_on, default=None)


def ask_id(one: Assessment) -> str:
    """The id of the question about an indicator."""
    return f"ask-{one.indicator.id.lower()}"


def ask(one: Assessment, known: Known, place: Place | None = None) -> list[Question]:
    """The question about an indicator, with its owner and answer; none for the public."""
    if not known.is_asked:
        return []
    before, indicator = known.last(one), one.indicator
    words, ledger, owner = indicator.question, "", indicator.lead
    if before is not None and is_open(before):
        words, ledger, owner = before.question, before.id, before.owner
    elif before is not None and is_to_be_shown(before):
        words, ledger, owner = _ask_whether(before), before.id, before.owner
    said = joined(_say_before(before, known.as_of, known.answer(one)), known.answer(one).words)
    return [Question(ask_id(one), words, owner, said, ledger, place=place)]


def is_open(before: Earlier) -> bool:
    """Whether an earlier question is still without an answer."""
    return before.answer is None


def is_to_be_shown(before: Earlier) -> bool:
    """Whether an earlier question was answered with an action of which no outcome is known."""
    return bool(before.action) and not before.outcome and before.action != LEFT_OUT


def _ask_whether(before: Earlier) -> str:
    return f"Has this worked: “{(before.action or '').rstrip('.')}”?"


def taken_up(asked: Sequence[Assessment], known: Known) -> dict[str, str]:
    """By the id of each earlier question about those *asked* now, the id of the new one."""
    pairs = [(known.last(one), one) for one in asked] if known.is_asked else []
    return {before.id: ask_id(one) for before, one in pairs
            if before and (is_open(before) or is_to_be_shown(before))}


def list_replies(assessments: Sequence[Assessment], known: Known) -> dict[str, Sequence[str]]:
    """By the id of each question that the ledger has open, what its lead wrote this quarter."""
    pairs = [(known.last(one), known.answer(one)) for one in assessments]
    return {before.id: [line.removeprefix("Answer: ") for line in answer.lines]
            for before, answer in pairs
            if before and is_open(before) and answer.state is not State.NONE}


def list_now(assessments: Sequence[Assessment], known: Known) -> dict[str, str]:
    """By the id of each earlier question, where its figure stands, and whether that can tell."""
    shown = {one.indicator.id: one for one in assessments}
    return {before.id: _say_now(shown[before.indicator], before) for before in known.earlier
            if before.indicator in shown}


def _say_now(one: Assessment, before: Earlier) -> str:
    """The figure and what is asked of it: one of a time that began before the answer cannot tell.
    """
    rated = None if one.indicator.required is None else one.rating.value
    now, on = one.quarters[-1], before.answered_on
    asked = "Too early to say." if on and on > now.start else "Did it work?"
    if one.figure.value is None:
        return asked
    return f"{asked} {joined(f'{now.name}: {say_figure(one)}', rated, between=', ')}."


def _say_before(before: Earlier | None, as_of: date, answer: Answer) -> str | None:
    """What is still open of the earlier question about the same indicator."""
    if before is None:
        return None
    if is_open(before) and answer.state is not State.NONE:
        return f"Was due {say_day(before.due_on)}."
    if is_open(before):
        return f"{'Overdue since' if before.due_on < as_of else 'Due'} {say_day(before.due_on)}."
    return None
