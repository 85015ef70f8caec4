"""Procedures and guidance: written, sent out, trained and in use.

Section 4: a practice "may require the development of a procedure, however unless there is a
development strategy/plan which includes dissemination, implementation and training it is unlikely
to have the desired impact".
"""

from __future__ import annotations

from datetime import date

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, part_of
from pscb_lib.page.blocks import Column, Data, Group, Question, Table, cell
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.business_plan import places
from pscb_lib.reports.business_plan.known import Known
from pscb_lib.reports.business_plan.page.words import quoted, say_check, say_owners, say_wanting
from pscb_lib.reports.business_plan.planned import Planned

NOTE = ("In use is what the owner says; a check is by somebody else. Section 4 of the framework: "
        "without dissemination, implementation and training a procedure is unlikely to have the "
        "desired impact.")
NONE = "The plan has no procedure or guidance."


def tabulate_procedures(shown: Shown, known: Known) -> Table:
    """Tabulate the four steps of each procedure of the plan, with their days."""
    steps = places.STEPS[1:]
    rows = [[cell(one.text), *(cell(short_day(day) if day else "not yet") for day in days),
             cell(short_day(used) if used else "not yet", say_check(one))]
            for one in known.procedures for *days, used in [_days(one)]]
    data = [[one.text, one.sub_group, *map(plain_day, _days(one)), *_checked(one)]
            for one in known.procedures]
    return Table("procedures", _headline(shown, known), [
        Column("Procedure or guidance", width=4),
        *(Column(step, width=1.2) for step in steps[:-1]), Column(steps[-1], width=2.4)],
        [Group(None, rows)],
        Data(["procedure", "sub_group", *(step.lower() for step in steps), "checked",
              "found"], data),
        note=NOTE if rows else None, empty=NONE)


def _headline(shown: Shown, known: Known) -> str:
    if len(known.procedures) < 2:
        return "The steps of a procedure"
    number, whole = require_shown(shown).get(*places.ALL_STEPS).counts
    return (f"{capital(part_of(number, whole, 'procedures'))} "
            f"{'has' if number == 1 else 'have'} all four steps"
            f"{say_wanting([one for one in known.procedures if all(one.steps)])}")


def _checked(one: Planned) -> tuple[str | None, ...]:
    return (plain_day(one.check.checked_on), one.check.found.value) if one.check else (None, None)


def _days(one: Planned) -> tuple[date | None, ...]:
    return (one.action.done_on, one.disseminated_on, one.trained_on, one.action.implemented_on)


def ask_procedures(shown: Shown, known: Known) -> Question | None:
    """Ask when staff will use what is written, and what a check found wanting. None if all do."""
    require_shown(shown)
    half = [one for one in known.procedures if one.is_done and not all(one.steps)]
    wanting = [one for one in known.procedures if one.is_done and one.is_found_wanting]
    if not half and not wanting:
        return None
    return Question("procedures_asked", joined(
        f"By when will staff be told of, trained in and seen to use what is written: "
        f"{quoted(half)}?" if half else None,
        f"What has been done since a check found {quoted(wanting)} not fully in practice?"
        if wanting else None), say_owners([*half, *wanting]))
