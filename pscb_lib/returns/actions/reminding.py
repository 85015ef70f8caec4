"""One form for each owner of actions: their own actions alone, locked but for what they answer.

Nothing of a case is in it: an action that comes of a review shows its own words, its measure and
its day, and neither the finding nor the review.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pscb_lib.board.agencies import OFFICE
from pscb_lib.board.context import Context
from pscb_lib.framework.audit_summary.actions import Action, SideState
from pscb_lib.framework.english import count_of
from pscb_lib.framework.months import say_day
from pscb_lib.returns.actions.updates import FACTS
from pscb_lib.returns.forms.letter import HEADING, POINT, Part
from pscb_lib.returns.forms.plan import Form
from pscb_lib.returns.kinds import Return
from pscb_lib.returns.prefilled import Line, Prefilled

ASKED = "what_is_asked"
TOLD = (
    ("Where", "Write on the sheet Return, into the open boxes of each row. What is shaded is "
     "locked, and is compared with our register: say in the note where it is wrong"),
    ("What ends an action", "Evidence of an outcome: what was seen, where and in how many, its "
     "kind and its day. That the task is done is not its end, and the group closes it"),
    ("Who reads it", "The Board's office, and the groups that follow the action up"),
)


@dataclass(frozen=True)
class Reminder:
    """The actions of one owner that are open or lack evidence of an outcome."""

    owner: str
    agency: str
    actions: tuple[Action, ...]

    @property
    def whom(self) -> str:
        """The owner's role and agency."""
        return f"{self.owner}, {self.agency}"


def reminders_of(actions: Iterable[Action]) -> list[Reminder]:
    """Return a reminder for each role and agency that owns an action which is not at its end."""
    owned: dict[tuple[str, str], list[Action]] = {}
    for action in actions:
        if action.is_open or action.lacks_evidence:
            owned.setdefault((action.agency, action.owner), []).append(action)
    return [Reminder(owner, agency, tuple(own)) for (agency, owner), own in sorted(owned.items())]


def form_of(reminder: Reminder, kind: Return, context: Context, by: date) -> Form:
    """Return the form of one owner, to be sent back *by* a day."""
    fields = tuple(one for one in kind.fields(context) if not one.optional)
    rows = tuple(_row(action, context.as_of) for action in reminder.actions)
    ask = context.settings.contact or OFFICE
    return Form(kind, context, fields, by, ask,
                Prefilled(reminder.whom, (ASKED,), rows, told=TOLD))


def letter_of(form: Form, reminder: Reminder, by: date) -> Iterator[Part]:
    """Yield the paragraphs of the letter that goes with a form."""
    yield Part("Actions that you own", "Title")
    yield Part(f"To the {reminder.owner}, {reminder.agency}, from {form.context.settings.board}")
    yield Part("What we ask", HEADING)
    yield Part(f"Please say in the workbook {form.file_name}, which comes with this letter, how "
               f"far {count_of(len(reminder.actions), 'action')} of yours "
               f"{'has' if len(reminder.actions) == 1 else 'have'} come:")
    for action in reminder.actions:
        yield Part(f"{action.text}: {asked_of(action, form.context.as_of)}", POINT)
    yield Part("What ends an action", HEADING)
    yield Part("Evidence of an outcome ends it: what was seen, where and in how many, of which "
               "kind and on what day. Please do not name or describe a child.")
    yield Part("By when", HEADING)
    yield Part(f"By {say_day(by)}.")
    yield Part("Whom to ask", HEADING)
    yield Part(f"{form.ask}.")


def asked_of(action: Action, on: date) -> str:
    """Say what is asked about an action on the day *on*."""
    if action.side is SideState.REOPENED:
        return ("open again: say when it became practice since, and what new evidence shows"
                + (f"; due by {say_day(action.last_due_on)}" if action.last_due_on else ""))
    if action.lacks_evidence:
        return "complete, without evidence of an outcome"
    if action.last_due_on is None:
        return "no day is set: say by when"
    late = action.is_overdue(on)
    return f"{'late, was due' if late else 'due'} by {say_day(action.last_due_on)}"


def _row(action: Action, on: date) -> Line:
    """The row of an action: what it has is locked, what it lacks is left to be filled."""
    due_by = action.revised_due_on or action.due_on
    words = {ASKED: asked_of(action, on), "action_id": action.action_id, "text": action.text,
             "measure": action.measure or "", "agency": action.agency, "owner": action.owner,
             "due_by": _written(due_by)}
    fixed = FACTS[:1] if action.reopened_on else FACTS
    return words | {name: _written(getattr(action, name)) for name in fixed
                    if getattr(action, name) is not None}


def _written(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(getattr(value, "value", value or ""))
