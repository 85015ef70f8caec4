"""What changed in the plan itself, and what the chairs of the sub-groups said of it."""

from __future__ import annotations

from datetime import date

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, spell
from pscb_lib.page.blocks import (
    LEFT,
    RIGHT,
    Cell,
    Column,
    Data,
    Group,
    Prose,
    Question,
    Table,
    cell,
)
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.business_plan import places
from pscb_lib.reports.business_plan.known import RUNNING, Known
from pscb_lib.reports.business_plan.planned import Planned

SAID = {True: "changes", False: "no change", None: "nothing sent"}
NOT_SUPPLIED = "What the chairs of the sub-groups said each quarter was not supplied."
SET_ASIDE = "set aside on the register of actions"


def tabulate_chairs(shown: Shown, known: Known) -> Table | Prose | None:
    """Tabulate what each sub-group's chair sent in the last two quarters."""
    require_shown(shown)
    if not known.chairs:
        return None
    if not known.are_quarters_supplied:
        return Prose(NOT_SUPPLIED)
    heads = [one.title for one in known.quarters]
    lines = [[one.sub_group, *(SAID[said] for said in one.said)] for one in known.chairs]
    return Table("chairs", _headline(known), [
        Column("Sub-group", width=2.4), *(Column(head) for head in heads)],
        [Group(None, [[cell(text) for text in line] for line in lines])],
        Data(["sub_group", *heads], lines), note=_note(known), place=LEFT)


def _headline(known: Known) -> str:
    number = sum(one.is_exception for one in known.chairs)
    if not number:
        return "No sub-group is silent or standing still"
    verb = "is" if number == 1 else "are"
    return f"{capital(count_of(number, 'sub-group'))} {verb} silent or standing still"


def _note(known: Known) -> str:
    still = ("" if len(known.quarters) < RUNNING else " Standing still: no change two quarters "
             "running, with work left to do. No change once is neither.")
    return f"Silent: nothing sent for the last quarter.{still}"


def ask_chairs(shown: Shown, known: Known) -> Question | None:
    """Ask the chairs who sent nothing last, or no change two quarters running with work to do."""
    require_shown(shown)
    those = [one.sub_group for one in known.chairs if one.is_exception]
    if not those or not known.are_quarters_supplied:
        return None
    silent = [one.sub_group for one in known.chairs if one.is_exception and one.said[-1] is None]
    still = [one for one in those if one not in silent]
    chairs = f"Chair{'s' if len(those) > 1 else ''} of {listed(those)}"
    return Question("chairs_asked", joined(
        f"What did {listed(silent)} do in the quarter?" if silent else None,
        f"Why has nothing changed for two quarters in the work of {listed(still)}?"
        if still else None), chairs, place=RIGHT)


def tabulate_changes(shown: Shown, known: Known) -> Table | None:
    """Tabulate what was added to the plan and dropped from it since it was agreed, and why."""
    moved: list[tuple[Planned, str, date | None, str | None]] = [
        *((one, "Added", one.agreed_on, one.added_because) for one in known.added),
        *((one, "Dropped", one.dropped_on, _why(one)) for one in known.dropped)]
    if not moved and not known.repeated:
        return None
    data = [[one.text, one.objective.value, what, plain_day(day), why]
            for one, what, day, why in moved]
    return Table("changes", "What changed in the plan since it was agreed", [
        Column("Action, and objective", width=3.6), Column("Changed", width=1.2),
        Column("Why", width=3)],
        [Group(None, [[cell(one.text, one.objective.value), _when(what, day), cell(why or "–")]
                      for one, what, day, why in moved])],
        Data(["action", "objective", "change", "on", "why"], data), note=_say_stock(shown, known),
        empty="Nothing was added or dropped.")


def _when(what: str, day: date | None) -> Cell:
    return cell(what, short_day(day)) if day else cell(what)


def _why(one: Planned) -> str:
    return one.dropped_because or SET_ASIDE


def _say_stock(shown: Shown, known: Known) -> str:
    start, added, dropped, now = (require_shown(shown).get(*place).count for place in (
        places.AT_START, places.ADDED, places.DROPPED, places.NOW))
    stock = (f"{capital(count_of(start, 'action'))} agreed for the year, {spell(added, 'none')} "
             f"added, {spell(dropped, 'none')} dropped: {spell(now, 'none')} in the plan.")
    return joined(stock, _say_repeated(known.repeated))


def _say_repeated(number: int) -> str | None:
    if not number:
        return None
    return (f"{capital(count_of(number, 'more action'))} of the plan "
            f"{'repeats another and is' if number == 1 else 'repeat others and are'} counted once.")
