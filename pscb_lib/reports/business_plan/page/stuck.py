"""What is stuck: actions that are late, and those done long ago that show no outcome."""

from __future__ import annotations

from datetime import date

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, part_of
from pscb_lib.page.blocks import RIGHT, Cell, Column, Data, Group, Question, Table, cell
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.reports.business_plan import places
from pscb_lib.reports.business_plan.known import Known
from pscb_lib.reports.business_plan.page.words import say_check, say_owners
from pscb_lib.reports.business_plan.planned import Planned

LATE, BARE = "Late", "Done six months ago or earlier, with no evidence of an outcome"
NOTHING = "Nothing is late, and nothing done six months ago or earlier lacks evidence."


def tabulate_stuck(shown: Shown, known: Known) -> Table:
    """Tabulate the late actions and those that show nothing, each with its owner and its days."""
    require_shown(shown)
    stuck = {LATE: [(one, one.action.last_due_on, f"due{_moved(one)}") for one in known.late],
             BARE: [(one, one.action.done_on, "done") for one in known.bare]}
    groups = [Group(f"{label} ({len(those)})", [_row(*each) for each in those])
              for label, those in stuck.items() if those]
    data = [[label, one.text, one.outcome_wanted, one.action.owner, one.sub_group,
             plain_day(one.action.due_on), plain_day(day)]
            for label, those in stuck.items() for one, day, _ in those]
    return Table("stuck", _headline(known), [
        Column("Action, and what is to be different", width=4.6),
        Column("Owner, and sub-group", width=2.6), Column("Since", width=1.8)], groups,
        Data(["stuck", "action", "outcome_wanted", "owner", "sub_group", "first_due_on", "since"],
             data), note=_say_due(shown, known), empty=NOTHING)


def _headline(known: Known) -> str:
    """How many actions are late, and how many were done long ago and show nothing."""
    if not known.late and not known.bare:
        return "No action is stuck"
    late = f"{count_of(len(known.late), 'action')} {_are(len(known.late))} late"
    done = count_of(len(known.bare), "action done six months ago or earlier",
                    "actions done six months ago or earlier")
    bare = f"{done} {'shows' if len(known.bare) == 1 else 'show'} no outcome"
    return capital("; ".join([late] * bool(known.late) + [bare] * bool(known.bare)))


def _row(one: Planned, day: date | None, what: str) -> list[Cell]:
    return [cell(one.text, one.outcome_wanted), cell(one.action.owner, one.sub_group),
            cell(short_day(day), what, say_check(one) if one.is_done else None)]


def _moved(one: Planned) -> str:
    """How a day that was put off is told: the first one stays known."""
    first = one.action.due_on
    return f"; first {short_day(first)}" if one.action.revised_due_on and first else ""


def _say_due(shown: Shown, known: Known) -> str | None:
    if not known.actions or not shown.get(*places.DUE).count:
        return None
    number, due = shown.get(*places.DUE_DONE).counts
    if due == 1:
        return f"The one action due by now is {'' if number else 'not '}done."
    return f"{capital(part_of(number, due, 'actions'))} due by now {_are(number)} done."


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def ask_late(shown: Shown, known: Known) -> Question | None:
    """Ask the owners of late actions what stands in the way. None if nothing is late."""
    require_shown(shown)
    if not known.late:
        return None
    late = "the late action" if len(known.late) == 1 else (
        f"each of the {count_of(len(known.late), 'late action')}")
    return Question("late_asked", f"What stands in the way of {late}, what do children go without "
                    "meanwhile, and by what day will it be done?", say_owners(known.late),
                    place=RIGHT)
