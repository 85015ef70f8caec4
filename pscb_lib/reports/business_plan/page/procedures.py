"""Procedures and guidance: written, sent out, trained and in use.

Section 4: a practice "may require the development of a procedure, however unless there is a
development strategy/plan which includes dissemination, implementation and training it is unlikely
to have the desired impact".
"""

from __future__ import annotations

from datetime import date

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, listed, part_of, small
from pscb_lib.page.blocks import Column, Data, Group, Question, Table, cell
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.reports.business_plan import places
from pscb_lib.reports.business_plan.known import Known, Planned
from pscb_lib.reports.business_plan.page.words import say_owners

NOTE = ("Section 4 of the framework: without dissemination, implementation and training a "
        "procedure is unlikely to have the desired impact.")
NONE = "The plan has no procedure or guidance."


def tabulate_procedures(shown: Shown, known: Known) -> Table:
    """Tabulate the four steps of each procedure of the plan, with their days."""
    steps = places.STEPS[1:]
    rows = [[cell(one.text), *(cell(short_day(day) if day else "not yet") for day in _days(one))]
            for one in known.procedures]
    data = [[one.text, one.sub_group, *map(plain_day, _days(one))] for one in known.procedures]
    return Table("procedures", _headline(shown, known), [
        Column("Procedure or guidance", width=4.6), *map(Column, steps)],
        [Group(None, rows)],
        Data(["procedure", "sub_group", *(step.lower() for step in steps)], data),
        note=NOTE if rows else None, empty=NONE)


def _headline(shown: Shown, known: Known) -> str:
    if len(known.procedures) < 2:
        return "The steps of a procedure"
    number, whole = require_shown(shown).get(*places.ALL_STEPS).counts
    return (f"{capital(part_of(number, whole, 'procedures'))} "
            f"{'has' if number == 1 else 'have'} all four steps")


def _days(one: Planned) -> tuple[date | None, ...]:
    return (one.action.done_on, one.disseminated_on, one.trained_on, one.action.implemented_on)


def ask_procedures(shown: Shown, known: Known) -> Question | None:
    """Ask when staff will be told of and trained in what is written. None if all of them are."""
    require_shown(shown)
    half = [one for one in known.procedures if one.is_done and not all(one.steps)]
    if not half:
        return None
    return Question("procedures_asked", "By when will staff be told of, trained in and seen to "
                    f"use what is written: {listed([small(one.text) for one in half])}?",
                    say_owners(half))
