"""Sentences and tables on actions: status, lateness, and those without evidence of an outcome."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.actions import Action, ActionStatus
from pscb_lib.framework.english import capital, listed, spell
from pscb_lib.framework.months import say_day
from pscb_lib.page.blocks import (
    Cell,
    Column,
    Data,
    Group,
    List,
    Prose,
    Table,
    cell,
    picture,
    strong,
)
from pscb_lib.page.charts import draw_bar
from pscb_lib.page.tables.counts import figure_cell, plain_value, tabulate_counts
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.words.readers import not_public, only_restricted
from pscb_lib.page.words.shown import say, say_are, say_count, say_have, say_part
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.places import (
    ACTIONS,
    ACTIONS_AGE,
    ACTIONS_SMART,
    DONE_ON_TIME,
    NOT_SMART,
    PUT_OFF,
    REACHED,
    REFUSED,
    UNPROVEN,
)


def say_progress(shown: Shown) -> str:
    """Say how many actions are complete, and how many have evidence of an outcome."""
    agreed, complete, evidenced = (require_shown(shown).get(*REACHED[status]) for status in (
        ActionStatus.AGREED, ActionStatus.COMPLETED, ActionStatus.OUTCOME_EVIDENCED))
    return (f"Of {say_count(agreed, 'action')}, {say_are(complete)} complete; "
            f"{say_have(evidenced)} evidence of an outcome.")


@not_public
def list_actions(shown: Shown, known: Known) -> List:
    """List evidence, time taken, postponed due dates, and whether actions are SMART."""
    unproven = require_shown(shown).get(*UNPROVEN)
    return List([
        _steps(shown),
        f"{capital(say_are(unproven))} complete without evidence of an "
        f"outcome{_oldest(known)}.",
        _time(shown),
        _smart(shown),
    ])


def _steps(shown: Shown) -> str:
    agreed, *reached = (shown.get(*place) for place in REACHED.values())
    complete, implemented, evidenced, closed = map(say, reached)
    return (f"Of {say_count(agreed, 'action')} agreed, {complete} came as far as completed, "
            f"{implemented} as implemented, {evidenced} as outcome evidenced and {closed} as "
            "closed.")


def say_refused(shown: Shown) -> Prose:
    """Say, for every audience, that an action closed without evidence is not counted as closed."""
    refused = require_shown(shown).get(*REFUSED)
    if refused.value == 0:
        return Prose("No action was closed without evidence of an outcome.")
    if refused.hidden:
        return Prose("Actions closed without evidence of an outcome are not counted as closed; "
                     "how many there are is not shown.")
    verb, is_not = (("was", "it is") if refused.value == 1 else ("were", "they are"))
    return Prose(f"{capital(spell(refused.count))} more {verb} closed without evidence of an "
                 f"outcome, so {is_not} not counted here.")


def _oldest(known: Known) -> str:
    completed = [one.completed_on for one in known.actions
                 if one.completed_on and one.lacks_evidence]
    return f", the oldest since {say_day(min(completed))}" if completed else ""


def _time(shown: Shown) -> str:
    on_time = shown.get(*DONE_ON_TIME)
    put_off = shown.get(*PUT_OFF)
    share = "" if on_time.hidden or on_time.value is None else f" ({on_time.text})"
    verb = "was" if on_time.numerator == 1 else "were"
    return (f"{capital(say_part(on_time, 'actions due by now'))} {verb} completed by their first "
            f"due date{share}; {say_have(put_off)} had the date put off.")


def _smart(shown: Shown) -> str:
    _, *letters = shown.rows(ACTIONS_SMART)
    failing = shown.get(*NOT_SMART)
    lacking = [f"{row.lower()} ({say(figure)})" for row in letters
               if (figure := shown.get(ACTIONS_SMART, row)).hidden or figure.value]
    return f"{capital(say_are(failing))} not SMART{': ' + listed(lacking) if lacking else ''}."


DATA_COLUMNS = ["action_id", "arising_from", "action", "agency", "owner", "measure", "due_on",
                "completed_on", "implemented_on"]


@only_restricted
def tabulate_progress(shown: Shown) -> Table:
    """Tabulate how many actions reached each status, with bars on one scale."""
    figures = {row: shown.get(ACTIONS, row) for row in require_shown(shown).rows(ACTIONS)}
    largest = float(max((one.value for one in figures.values() if one.value), default=1))
    rows = [[cell(row), figure_cell(one),
             picture(draw_bar(one, largest), f"{row}: {one.text}")]
            for row, one in figures.items()]
    columns = [Column("Come as far as", width=2), Column("Actions", "end"), Column("Bar", width=3)]
    return Table(ACTIONS, "How far the actions have come", columns, [Group(None, rows)],
                 Data(["status", "actions"], [[row, plain_value(one)]
                                              for row, one in figures.items()]))


@only_restricted
def tabulate_ages(shown: Shown) -> Table | Prose:
    """Tabulate how long actions have been open, or complete without evidence."""
    return tabulate_counts(shown, ACTIONS_AGE, "Age of what is not at its end", "Age")


@only_restricted
def tabulate_unproven(shown: Shown, known: Known) -> Table:
    """Tabulate the actions complete without evidence of an outcome, the oldest first."""
    unproven = sorted((one for one in known.actions if one.lacks_evidence),
                      key=lambda action: action.completed_on or known.on)
    columns = [Column("Action", width=3.6), Column("Completed", "end", 1.1),
               Column("Implemented", "end", 1.1), Column("Measure", width=2)]
    return Table("unproven", "Complete, with no evidence of an outcome: oldest first", columns,
                 [Group(None, [_line(action) for action in unproven])],
                 Data(DATA_COLUMNS, [_plain(action) for action in unproven]),
                 empty="Every complete action has evidence of an outcome.")


def _line(action: Action) -> list[Cell]:
    return [strong(action.text, f"{action.agency} · {action.owner}"),
            cell(short_day(action.completed_on)), cell(short_day(action.implemented_on)),
            cell(action.measure or "None")]


def _plain(action: Action) -> list[str | None]:
    source = action.recommendation.source if action.recommendation else None
    days = (action.due_on, action.completed_on, action.implemented_on)
    return [action.action_id, source, action.text, action.agency, action.owner, action.measure,
            *map(plain_day, days)]
