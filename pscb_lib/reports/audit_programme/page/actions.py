"""Actions: how far they came, how long they wait and by whom, and what they changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.audit_summary.actions import Action, ActionStatus
from pscb_lib.framework.audit_summary.smart import shortcomings
from pscb_lib.framework.english import capital, listed, small, spell
from pscb_lib.framework.months import month_of
from pscb_lib.page.blocks import (
    Block,
    Cell,
    Column,
    Data,
    Group,
    List,
    Question,
    Sheet,
    Table,
    cell,
    strong,
)
from pscb_lib.page.charts import plot_bars
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.words.readers import not_public
from pscb_lib.page.words.shown import require_told, say, say_are, say_count, say_have
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.overdue import Kind
from pscb_lib.reports.audit_programme.places import (
    ACTIONS,
    ACTIONS_AGE,
    ALL_OVERDUE,
    DONE_ON_TIME,
    NOT_SMART,
    PUT_OFF,
    REACHED,
    REFUSED,
    UNPROVEN,
)

AGREED, COMPLETED, IN_PLACE, EVIDENCED = (REACHED[status] for status in (
    ActionStatus.AGREED, ActionStatus.COMPLETED, ActionStatus.IMPLEMENTED,
    ActionStatus.OUTCOME_EVIDENCED))
SHORT = {REACHED[status][1]: words for status, words in {
    ActionStatus.IMPLEMENTED: "In place", ActionStatus.OUTCOME_EVIDENCED: "Evidence it worked",
    ActionStatus.CLOSED: "Closed with evidence"}.items()}
LEFT, RIGHT = (1, 2), (2, 2)
MEANS = ("Completed: the task is done. In place: staff now work this way. It ends with evidence "
         "of an outcome (Framework, section 4).")
DATA_COLUMNS = ["action_id", "arising_from", "action", "agency", "owner", "measure", "status",
                "due_on", "revised_due_on", "completed_on", "implemented_on", "evidenced_on"]


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
def plot_ages(shown: Shown, known: Known) -> Block | None:
    """Plot for how long complete actions have lacked evidence; None if none lacks it."""
    unproven = require_shown(shown).get(*UNPROVEN)
    waiting = _unproven(known)
    if not unproven.value or not waiting:
        return None
    bands = {row: shown.get(ACTIONS_AGE, row, UNPROVEN[2])
             for row in shown.rows(ACTIONS_AGE) if row != TOTAL}
    return plot_bars(bands, id="ages", place=RIGHT, columns=("Since completed", "Actions"),
                     headline=_headline(unproven, bands), note=_longest(waiting[0]),
                     subtitle="Complete actions without evidence, by time since completed")


def _unproven(known: Known) -> list[Action]:
    """The complete actions that lack evidence, the oldest first."""
    return sorted((one for one in known.actions if one.completed_on and one.lacks_evidence),
                  key=lambda one: one.completed_on or known.on)


@not_public
def list_all_actions(shown: Shown, known: Known) -> Sheet:
    """List every action with its days in the spreadsheet."""
    return Sheet("every_action", "Every action on the register", _data(known.actions))


def _headline(unproven: ShownFigure, bands: Mapping[str, ShownFigure]) -> str:
    """Say how many complete actions lack evidence, and how many of them for longest."""
    lack = "action lacks" if unproven.value == 1 else "actions lack"
    said = f"{capital(say(unproven))} complete {lack} evidence"
    filled = [(band, one) for band, one in bands.items() if one.value]
    if not filled:
        return said
    band, longest = filled[-1]
    many = "" if unproven.value == 1 else (
        "all " if longest.value == unproven.value else f"{say(longest)} ")
    return f"{said}, {many}for {small(band)}"


def _longest(oldest: Action) -> str | None:
    since = oldest.completed_on
    return (f"Longest: “{oldest.text}” ({oldest.owner}), since {month_of(since)} {since.year}."
            if since else None)


@not_public
def ask_for_evidence(shown: Shown, known: Known) -> Question | None:
    """Ask for evidence of an outcome. Returns None if every complete action has it."""
    unproven = require_shown(shown).get(*UNPROVEN)
    lacking = _unproven(known)
    if not lacking:
        return None
    many = "action" if unproven.value == 1 else "actions"
    owners = list(dict.fromkeys(one.owner for one in lacking))
    return Question("evidence", f"What would show that the {say(unproven)} complete {many} worked, "
                    "and when will it be looked at?", listed(owners), place=RIGHT)


@not_public
def list_actions(shown: Shown, known: Known) -> List:
    """List how many actions are complete, were on time, and were closed against the framework."""
    return List([_where(require_shown(shown)), _time(shown), _refused(shown, known)], place=LEFT)


@not_public
def list_not_smart(shown: Shown, known: Known) -> List:
    """List the actions that are not SMART."""
    return List([_smart(shown, known)], place=RIGHT)


def _refused(shown: Shown, known: Known) -> str:
    refused = shown.get(*REFUSED)
    if refused.value == 0:
        return "No action was closed without evidence of an outcome."
    verb = "was" if refused.value == 1 else "were"
    named = listed([f"{one.text} ({one.owner}, {one.agency})" for one in known.refused])
    return (f"**{capital(say_count(refused, 'action'))} {verb} closed without evidence of an "
            f"outcome**{named and ': ' + named}.")


def _where(shown: Shown) -> str:
    """Say how many actions are complete, overdue and not yet due: they add up to all."""
    agreed, complete = shown.get(*AGREED), shown.get(*COMPLETED)
    overdue = shown.get(ALL_OVERDUE, Kind.ACTION.value)
    require_told(agreed, complete, overdue)
    if not agreed.value:
        return "No action is on the register."
    rest = agreed.count - complete.count - overdue.count
    (first, state), *others = [(number, words) for number, words in (
        (complete.count, "complete"), (overdue.count, "overdue"), (rest, "not yet due")) if number]
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


@not_public
def tabulate_difference(shown: Shown, known: Known) -> Table:
    """Tabulate what changed: the actions with evidence of an outcome, the latest first."""
    proven = sorted((one for one in known.actions if one.evidenced_on),
                    key=lambda one: one.evidenced_on or known.on, reverse=True)
    columns = [Column("Action", width=3.6), Column("Owner", width=2.6),
               Column("Agency", width=1.4), Column("Evidence that it worked", width=4.2),
               Column("Seen", "end", 1.3)]
    return Table("difference", "The difference made: actions with evidence of an outcome", columns,
                 [Group(None, [_line(one, known) for one in proven])],
                 Data(["action", "agency", "owner", "outcome", "evidenced_on"],
                      [[one.text, one.agency, one.owner, one.outcome, plain_day(one.evidenced_on)]
                       for one in proven]),
                 empty="No action has evidence of an outcome yet.")


def _line(action: Action, known: Known) -> list[Cell]:
    return [strong(action.text), cell(action.owner), cell(known.short(action.agency)),
            cell(action.outcome or "–"),
            cell(short_day(action.evidenced_on))]


def _data(actions: Iterable[Action]) -> Data:
    return Data(DATA_COLUMNS, [
        [one.action_id, one.recommendation.source if one.recommendation else None, one.text,
         one.agency, one.owner, one.measure, one.status.value, *map(plain_day, (
             one.due_on, one.revised_due_on, one.completed_on, one.implemented_on,
             one.evidenced_on))] for one in actions])
