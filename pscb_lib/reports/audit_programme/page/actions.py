"""Actions: how far they came, how long they wait and by whom, and what they changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.actions import Action, ActionStatus
from pscb_lib.framework.english import capital, listed, spell
from pscb_lib.framework.months import month_of
from pscb_lib.page.blocks import (
    Block,
    Cell,
    Column,
    Data,
    Group,
    List,
    Question,
    Table,
    cell,
    strong,
)
from pscb_lib.page.charts import plot_bars
from pscb_lib.page.charts.timeline import Mark, Row, State, plot_timeline
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.words.readers import not_public
from pscb_lib.page.words.shown import say, say_are, say_count, say_have, say_part
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.places import (
    ACTIONS,
    ACTIONS_SMART,
    DONE_ON_TIME,
    NOT_SMART,
    PUT_OFF,
    REACHED,
    REFUSED,
    UNPROVEN,
)

AGREED, COMPLETED, EVIDENCED = (REACHED[status] for status in (
    ActionStatus.AGREED, ActionStatus.COMPLETED, ActionStatus.OUTCOME_EVIDENCED))
SHORT = {REACHED[status][1]: words for status, words in {
    ActionStatus.IMPLEMENTED: "In place", ActionStatus.OUTCOME_EVIDENCED: "Evidence it worked",
    ActionStatus.CLOSED: "Closed with evidence"}.items()}
MOST_OWNERS = 3  # that a question names
MOST_PROVEN = 3  # actions with evidence that are printed; the spreadsheet has all
DATA_COLUMNS = ["action_id", "arising_from", "action", "agency", "owner", "measure", "status",
                "due_on", "revised_due_on", "completed_on", "implemented_on", "evidenced_on"]


def say_progress(shown: Shown) -> str:
    """Say how many actions are complete, and how many have evidence of an outcome."""
    agreed, complete, evidenced = (require_shown(shown).get(*place)
                                   for place in (AGREED, COMPLETED, EVIDENCED))
    return (f"Of {say_count(agreed, 'action')}, {say_are(complete)} complete; "
            f"{say_have(evidenced)} evidence of an outcome.")


@not_public
def plot_progress(shown: Shown, known: Known) -> Block:
    """Plot how many actions came as far as each status, from agreed to closed."""
    figures = {row: shown.get(ACTIONS, row) for row in require_shown(shown).rows(ACTIONS)}
    agreed, evidenced = shown.get(*AGREED), shown.get(*EVIDENCED)
    return plot_bars(
        figures, id="actions", short=SHORT, picked=[EVIDENCED[1]], place=(1, 2),
        columns=("Status reached", "Actions"),
        headline=f"Of {say_count(agreed, 'action')} agreed, {say(evidenced)} "
                 f"{'is' if evidenced.value == 1 else 'are'} shown to have worked",
        subtitle="Actions; each bar is part of the one above it")


@not_public
def plot_ages(shown: Shown, known: Known) -> Block | None:
    """Plot by owner since when actions are overdue, or complete without evidence, oldest first."""
    waiting = [(since, state, one) for one in known.actions for since, state in _waits(one, known)]
    if not waiting:
        return None
    waiting.sort(key=lambda one: one[0])
    owners: dict[str, list[Mark]] = {}
    for since, state, action in waiting:
        owners.setdefault(f"{action.owner}, {known.short(action.agency)}", []).append(
            Mark(state, since))
    rows = [Row("", owner, marks) for owner, marks in owners.items()]
    return plot_timeline(
        rows, (waiting[0][0].replace(day=1), known.on), known.on, _data(known.actions), id="ages",
        headline=_headline(shown, waiting[0][0]), alt=_alt(owners), place=(2, 2),
        subtitle="By owner, since the day when due or completed")


def _waits(action: Action, known: Known) -> Iterable[tuple[date, State]]:
    due_on = action.revised_due_on or action.due_on
    if due_on and action.is_overdue(known.on):
        yield due_on, State.OVERDUE
    elif action.completed_on and action.lacks_evidence:
        yield action.completed_on, State.UNPROVEN


def _headline(shown: Shown, oldest: date) -> str:
    unproven = require_shown(shown).get(*UNPROVEN)
    since = f"{month_of(oldest)} {oldest.year}"
    if not unproven.value:
        return f"The oldest action is overdue since {since}"
    lack = "action lacks" if unproven.value == 1 else "actions lack"
    return f"{capital(say(unproven))} complete {lack} evidence; longest wait since {since}"


def _alt(owners: dict[str, list[Mark]]) -> str:
    said = [f"{owner}, {spell(len(marks))} since {short_day(min(mark.on for mark in marks))}"
            for owner, marks in owners.items()]
    return f"Actions that wait, by owner, the oldest first: {'; '.join(said)}."


@not_public
def ask_for_evidence(shown: Shown, known: Known) -> Question | None:
    """Ask for evidence of an outcome. Returns None if every complete action has it."""
    unproven = require_shown(shown).get(*UNPROVEN)
    lacking = sorted((one for one in known.actions if one.completed_on and one.lacks_evidence),
                     key=lambda one: one.completed_on or known.on)
    if not lacking:
        return None
    many = "action" if unproven.value == 1 else "actions"
    owners = list(dict.fromkeys(one.owner for one in lacking))
    named = owners if len(owners) <= MOST_OWNERS else [*owners[:MOST_OWNERS], "others"]
    return Question("evidence", f"What would show that the {say(unproven)} complete {many} worked, "
                    "and when will it be looked at?", listed(named), place=(1, 2))


@not_public
def list_actions(shown: Shown, known: Known) -> List:
    """List whether actions were on time and SMART, and those closed against the framework."""
    return List([_time(require_shown(shown)), _smart(shown), _refused(shown, known)], place=(1, 2))


def _refused(shown: Shown, known: Known) -> str:
    refused = shown.get(*REFUSED)
    if refused.value == 0:
        return "No action was closed without evidence of an outcome."
    verb = "was" if refused.value == 1 else "were"
    named = listed([f"{one.text} ({one.owner}, {one.agency})" for one in known.refused])
    return (f"**{capital(say_count(refused, 'action'))} {verb} closed without evidence of an "
            f"outcome**{named and ': ' + named}. Section 4 of the Framework does not allow this: "
            f"{'it is' if refused.value == 1 else 'they are'} not counted, and to be reopened.")


def _time(shown: Shown) -> str:
    on_time = shown.get(*DONE_ON_TIME)
    put_off = shown.get(*PUT_OFF)
    share = "" if on_time.hidden or on_time.value is None else f" ({on_time.text})"
    verb = "was" if on_time.numerator == 1 else "were"
    return (f"{capital(say_part(on_time, 'actions due by now'))} {verb} completed by the first due "
            f"date{share}; {say(put_off)} had it moved.")


def _smart(shown: Shown) -> str:
    _, *letters = shown.rows(ACTIONS_SMART)
    failing = shown.get(*NOT_SMART)
    lacking = [f"{row.lower()} ({say(figure)})" for row in letters
               if (figure := shown.get(ACTIONS_SMART, row)).hidden or figure.value]
    return f"{capital(say_are(failing))} not SMART{': ' + listed(lacking) if lacking else ''}."


@not_public
def tabulate_difference(shown: Shown, known: Known) -> Table:
    """Tabulate what changed: the actions with evidence of an outcome, the latest first."""
    proven = sorted((one for one in known.actions if one.evidenced_on),
                    key=lambda one: one.evidenced_on or known.on, reverse=True)
    printed = proven[:MOST_PROVEN]
    columns = [Column("Action", width=3), Column("Evidence that it worked", width=2.6),
               Column("Seen", "end", 0.9)]
    more = len(proven) - len(printed)
    return Table("difference", "The difference made: actions with evidence of an outcome", columns,
                 [Group(None, [_line(one, known) for one in printed])],
                 Data(["action", "agency", "owner", "outcome", "evidenced_on"],
                      [[one.text, one.agency, one.owner, one.outcome, plain_day(one.evidenced_on)]
                       for one in proven]),
                 note=f"{capital(spell(more))} more in the spreadsheet." if more > 0 else None,
                 empty="No action has evidence of an outcome yet.")


def _line(action: Action, known: Known) -> list[Cell]:
    return [strong(action.text, f"{action.owner}, {known.short(action.agency)}"),
            cell(action.outcome or "–"),
            cell(short_day(action.evidenced_on))]


def _data(actions: Iterable[Action]) -> Data:
    return Data(DATA_COLUMNS, [
        [one.action_id, one.recommendation.source if one.recommendation else None, one.text,
         one.agency, one.owner, one.measure, one.status.value, *map(plain_day, (
             one.due_on, one.revised_due_on, one.completed_on, one.implemented_on,
             one.evidenced_on))] for one in actions])
