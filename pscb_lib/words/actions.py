"""The sentences about actions, all made from shown figures.

Section 4: an action signed off is not the end, so what is complete and what has evidence
of an outcome are told apart.
"""

from __future__ import annotations

from pscb_lib.actions import ActionStatus
from pscb_lib.blocks import List, Prose
from pscb_lib.disclosure import Shown, require_shown
from pscb_lib.measures import actions
from pscb_lib.measures.figures import TOTAL
from pscb_lib.months import say_day
from pscb_lib.returns.audit_programme import Known
from pscb_lib.words.numbers import capital, count_of, listed
from pscb_lib.words.readers import not_public
from pscb_lib.words.shown import say, say_are, say_have, say_part


def say_progress(shown: Shown) -> str:
    """How many actions are complete, and how many have evidence of an outcome."""
    agreed, complete, evidenced = (require_shown(shown).get("actions", status) for status in (
        "Agreed", "Completed", "Outcome evidenced"))
    return (f"Of {agreed.text} actions, {say_are(complete)} complete; {say_have(evidenced)} "
            f"evidence of an outcome.")


@not_public
def list_actions(shown: Shown, known: Known) -> List:
    """What to know beside their progress: evidence, time, dates put off, and SMART."""
    unproven = require_shown(shown).get("actions_age", TOTAL, actions.UNPROVEN)
    return List([
        _steps(shown),
        f"{capital(say_are(unproven))} complete without evidence of an "
        f"outcome{_oldest(known)}.",
        _time(shown),
        _smart(shown),
    ])


def _steps(shown: Shown) -> str:
    agreed, *reached = (shown.get("actions", status.value.capitalize()) for status in ActionStatus)
    complete, implemented, evidenced, closed = map(say, reached)
    return (f"Of {agreed.text} actions agreed, {complete} came as far as completed, {implemented} "
            f"as implemented, {evidenced} as outcome evidenced and {closed} as closed.")


def say_refused(shown: Shown) -> Prose:
    """That an action closed without evidence is not counted as closed: told to every reader."""
    refused = require_shown(shown).get("actions_refused", actions.REFUSED)
    if refused.value == 0:
        return Prose("No action was closed without evidence of an outcome.")
    if refused.hidden:
        return Prose("Actions closed without evidence of an outcome are not counted as closed; "
                     "how many there are is not shown.")
    verb, is_not = (("was", "it is") if refused.value == 1 else ("were", "they are"))
    return Prose(f"{capital(count_of(refused.value, 'action'))} {verb} closed without evidence of "
                 f"an outcome: {is_not} not counted as closed, and not among the others here.")


def _oldest(known: Known) -> str:
    completed = [one.completed_on for one in known.actions if actions.is_unproven(one)]
    return f", the oldest since {say_day(min(completed))}" if completed else ""


def _time(shown: Shown) -> str:
    on_time = shown.get("actions_on_time", actions.ON_TIME)
    put_off = shown.get("actions_put_off", actions.MOVED)
    share = "" if on_time.hidden or on_time.value is None else f" ({on_time.text})"
    return (f"{capital(say_part(on_time, 'actions due by now'))} were completed by their first "
            f"due date{share}; {say_have(put_off)} had the date put off.")


def _smart(shown: Shown) -> str:
    not_smart, *letters = shown.rows("actions_smart")
    failing = shown.get("actions_smart", not_smart)
    lacking = [f"{row.lower()} ({say(figure)})" for row in letters
               if (figure := shown.get("actions_smart", row)).hidden or figure.value]
    return f"{capital(say_are(failing))} not SMART{': ' + listed(lacking) if lacking else ''}."
