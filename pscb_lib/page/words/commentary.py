"""What a lead wrote about a figure, as far as the reader may see it, or that it is awaited.

Free text leaves the restricted set only if it is cleared for the set. A text about a figure that is
hidden in a set, or was hidden when it was written, is not shown there, because it could reveal the
figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from pscb_lib.board.commentary import Commentary
from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.page.words.shown import amount, share


class State(Enum):
    """Whether a lead has answered, as far as the reader may know."""

    GIVEN = "given"
    NONE = "none"
    UNCLEARED = "awaits clearance"
    WITHHELD = "not shown"  # it is about a figure that is not shown


@dataclass(frozen=True)
class Answer:
    """What a lead wrote about a figure, in lines, and by when something is done."""

    state: State
    lines: tuple[str, ...]
    by_when: date | None = None

    @property
    def words(self) -> str:
        """All lines as one paragraph."""
        return " ".join(self.lines)


ANSWER = "Answer:"  # begins the line of what happened
ACTION = "Action, "  # begins the line of what is being done
NO_ANSWER = Answer(State.NONE, ("No answer received.",))


def say_commentary(commentary: Commentary | None, audience: str, then: ShownFigure | None,
                   now: ShownFigure) -> Answer:
    """Say what happened, what is being done by when, and whether the figure has changed since.

    *then* is the figure it was written about, None where nothing was written; *now* is today's.
    """
    if commentary is None or not commentary.is_written:
        return NO_ANSWER
    if not commentary.is_open_to(audience):
        return Answer(State.UNCLEARED, ("The answer awaits clearance.",))
    if now.hidden or then is None or then.hidden:
        return Answer(State.WITHHELD, ("The answer is not shown: small numbers.",))
    happened = f"{ANSWER} {commentary.what_happened}" if commentary.what_happened else None
    said = (happened, _say_what_is_done(commentary), _say_revised(then, now))
    return Answer(State.GIVEN, tuple(filter(None, said)), commentary.by_when)


def is_answered(said: str) -> bool:
    """Whether what is *said* under a question has an answer of its lead."""
    return ANSWER in said or ACTION in said


def action_in(said: str) -> str:
    """What is being done, and by when, as it is *said* under a question; nothing if none is."""
    _, action, words = said.partition(ACTION)
    return f"{words[:1].upper()}{words[1:]}" if action else ""


def _say_what_is_done(commentary: Commentary) -> str | None:
    if not commentary.what_is_being_done:
        return None
    day = commentary.by_when
    by = f"by {day.day} {day:%B %Y}" if day else "no day given"
    return f"{ACTION}{by}: {commentary.what_is_being_done}"


def _say_revised(then: ShownFigure, now: ShownFigure) -> str | None:
    if _counts(then) == _counts(now):
        return None
    return f"Written on an earlier figure: {_say(then)}, now {_say(now)}."


def _counts(figure: ShownFigure) -> tuple[object, ...]:
    return (figure.value,) if figure.unit == "count" else (figure.numerator, figure.denominator)


def _say(figure: ShownFigure) -> str:
    return share(figure) if figure.unit == "percent" else amount(figure)
