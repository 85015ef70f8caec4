"""Actions: how far they came, how long they wait and by whom, and what they changed."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.audit_summary.actions import ActionStatus
from pscb_lib.framework.audit_summary.smart import shortcomings
from pscb_lib.framework.english import capital, listed, spell
from pscb_lib.page.blocks import (
    LEFT,
    Block,
    List,
)
from pscb_lib.page.charts import plot_bars
from pscb_lib.page.words.readers import not_public
from pscb_lib.page.words.shown import require_told, say, say_are, say_count, say_have
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.overdue import Kind
from pscb_lib.reports.audit_programme.places import (
    ACTIONS,
    ALL_OVERDUE,
    DONE_ON_TIME,
    NOT_ACCEPTED,
    NOT_SMART,
    PUT_OFF,
    REACHED,
    REFUSED,
    SUPERSEDED,
)

AGREED, COMPLETED, IN_PLACE, EVIDENCED = (REACHED[status] for status in (
    ActionStatus.AGREED, ActionStatus.COMPLETED, ActionStatus.IMPLEMENTED,
    ActionStatus.OUTCOME_EVIDENCED))
SHORT = {REACHED[status][1]: words for status, words in {
    ActionStatus.IMPLEMENTED: "In place", ActionStatus.OUTCOME_EVIDENCED: "Evidence it worked",
    ActionStatus.CLOSED: "Closed with evidence"}.items()}
MEANS = ("Completed: the task is done. In place: staff now work this way. It ends with evidence "
         "of an outcome (Framework, section 4).")


def say_progress(shown: Shown) -> str:
    """Say how many actions are complete, and how many have evidence of an outcome."""
    agreed, complete, evidenced = (require_shown(shown).get(*place)
                                   for place in (AGREED, COMPLETED, EVIDENCED))
    if not agreed.value:
        return "No action is on the register."
    if agreed.value == 1:
        return (f"The one action is {'' if complete.value else 'not '}complete, and has "
                f"{'' if evidenced.value else 'no '}evidence of an outcome.")
    return (f"Of {say_count(agreed, 'action')}, {say_are(complete)} complete; "
            f"{say_have(evidenced)} evidence of an outcome.")


@not_public
def plot_progress(shown: Shown, known: Known) -> Block:
    """Plot how many actions came as far as each status, from agreed to closed."""
    figures = {SHORT.get(row, row): shown.get(ACTIONS, row)
               for row in require_shown(shown).rows(ACTIONS)}
    agreed, evidenced = shown.get(*AGREED), shown.get(*EVIDENCED)
    return plot_bars(
        figures, id="actions", picked=[SHORT[EVIDENCED[1]]], place=LEFT,
        columns=("Status reached", "Actions"),
        headline=_worked(agreed, evidenced),
        subtitle="Actions; each bar is part of the one above it", note=_steps(shown))


def _steps(shown: Shown) -> str:
    """Say what the steps mean, and how many actions stopped between two of them.

    Section 4: the end is "the successful implementation of an action alongside evidence of an
    outcome".
    """
    complete, in_place, evidenced = (shown.get(*place) for place in (
        COMPLETED, IN_PLACE, EVIDENCED))
    require_told(complete, in_place, evidenced)
    waiting, unproven = (above.count - below.count for above, below in (
        (complete, in_place), (in_place, evidenced)))
    return (f"{MEANS} {capital(spell(waiting, 'none'))} completed and not yet in place; "
            f"{spell(unproven, 'none')} in place without evidence.")


def _worked(agreed: ShownFigure, evidenced: ShownFigure) -> str:
    if not agreed.value:
        return "No action is agreed"
    if agreed.value == 1:
        return f"The one action agreed is {'' if evidenced.value else 'not '}shown to have worked"
    return (f"Of {say_count(agreed, 'action')} agreed, {say(evidenced)} "
            f"{'is' if evidenced.value == 1 else 'are'} shown to have worked")


@not_public
def list_actions(shown: Shown, known: Known) -> List:
    """List how many actions are complete, were on time, and were closed against the framework."""
    return List([_where(require_shown(shown)), _time(shown), _refused(shown)], place=LEFT)


@not_public
def list_not_smart(shown: Shown, known: Known) -> List:
    """List the actions that are not SMART."""
    return List([_smart(shown, known)])


def _refused(shown: Shown) -> str:
    refused = shown.get(*REFUSED)
    if refused.value == 0:
        return "No action was closed without evidence of an outcome."
    verb = "was" if refused.value == 1 else "were"
    return (f"**{capital(say_count(refused, 'action'))} {verb} closed without evidence of an "
            "outcome**, and the front page asks to reopen "
            f"{'it' if refused.value == 1 else 'them'}.")


def _where(shown: Shown) -> str:
    """Say how many actions are complete, overdue, set aside and not yet due: they add up to all.
    """
    agreed, complete = shown.get(*AGREED), shown.get(*COMPLETED)
    overdue = shown.get(ALL_OVERDUE, Kind.ACTION.value)
    superseded, refused = shown.get(*SUPERSEDED), shown.get(*NOT_ACCEPTED)
    require_told(agreed, complete, overdue, superseded, refused)
    if not agreed.value:
        return "No action is on the register."
    counted = ((complete.count, "complete"), (overdue.count, "overdue"),
               (superseded.count, "superseded"), (refused.count, "not accepted"))
    rest = agreed.count - sum(number for number, _ in counted)
    (first, state), *others = [(number, words) for number, words in (
        *counted, (rest, "not yet due")) if number]
    if agreed.value == 1:
        return f"The one action is {state}."
    said = [state, *(f"{spell(number)} {words}" for number, words in others)]
    return (f"Of {say_count(agreed, 'action')}, {spell(first)} {'is' if first == 1 else 'are'} "
            f"{listed(said)}.")


def _time(shown: Shown) -> str:
    on_time, put_off = shown.get(*DONE_ON_TIME), shown.get(*PUT_OFF)
    if on_time.value is None or not on_time.denominator:
        return "No action has come to its first due date."
    done, due = on_time.counts
    moved = f"{say_count(put_off, 'date')} {'was' if put_off.value == 1 else 'were'} moved"
    if due == 1:
        return (f"The one action that came to its first due date was {'' if done else 'not '}"
                f"completed by it; {moved}.")
    return (f"Of {spell(due)} that came to their first due date, {spell(done, 'none')} "
            f"{'was' if done == 1 else 'were'} completed by it; {moved}.")


def _smart(shown: Shown, known: Known) -> str:
    """Name the actions that are not SMART, and what each of them lacks."""
    failing = require_shown(shown).get(*NOT_SMART)
    if not failing.value:
        return "Every action is SMART, as far as this can be checked."
    named = [f"“{one.text}” ({listed([each.value for each in lacking])})"
             for one in known.actions if (lacking := shortcomings(one))]
    return f"{capital(say_are(failing))} not SMART: {'; '.join(named)}."
