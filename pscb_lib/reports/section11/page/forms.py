"""The front sheet, and who returned: what is late, since when, and what an agency is here."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.section11 import Scope, SelfAudit
from pscb_lib.framework.english import capital, count_of, listed
from pscb_lib.page.blocks import (
    LEFT,
    RIGHT,
    Column,
    Data,
    Front,
    Group,
    Prose,
    Question,
    Table,
    cell,
)
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.words.front import front_sheet as usual_front_sheet
from pscb_lib.page.words.readers import only_members
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.section11.known import Known
from pscb_lib.reports.section11.page.lead import least_met

KINDS = {Scope.STATUTORY: ("statutory agency", "statutory agencies"),
         Scope.COMMISSIONED: ("commissioned service", "commissioned services")}
COUNTED = ("An agency here is a return: a department that answers apart is counted apart, and a "
           "joint return of several is counted once.")
EQUALITY = "The paper counts agencies and answers, and no child."


def front_sheet(context: Context, shown: Shown, known: Known) -> Front:
    """Return the front sheet of item 8."""
    asks = [*(["set a day for the returns awaited"] if _awaited(known) else []),
            *(["ask each agency about its lowest grade"] if least_met(shown) else [])]
    return usual_front_sheet(context, "section11", 8, listed(asks) or "note the round", EQUALITY)


def _awaited(known: Known) -> list[SelfAudit]:
    return [one for one in known.forms if one.returned_on is None and one.due_on < known.on]


@only_members
def tabulate_returned(shown: Shown, known: Known) -> Table:
    """Tabulate the returns that are late or awaited, by the kind of agency, the latest first."""
    late = sorted((one for one in known.forms if one.weeks_late(known.on)
                   or one in _awaited(known)), key=lambda one: (one.returned_on is not None,
                                                                -one.weeks_late(known.on)))
    groups = [Group(capital(many), rows) for scope, (_, many) in KINDS.items()
              if (rows := [_line(one, known) for one in late if one.scope is scope])]
    return Table(
        "returned", "Returns that were late, or have not come",
        [Column("Agency", width=3), Column("Returned", "end", 1.4),
         Column("Full weeks late", "end", 1.2)],
        groups, _data(known), joined(_say_kinds(known), COUNTED),
        empty="Every return came in time.", place=LEFT)


def _line(one: SelfAudit, known: Known) -> list:
    return [cell(known.short(one.agency)),
            cell(short_day(one.returned_on) if one.returned_on else "Not yet"),
            cell(f"{one.weeks_late(known.on)}")]


def _data(known: Known) -> Data:
    return Data(
        ["agency", "kind", "with", "due_on", "returned_on", "weeks_late", "signed_off_by"],
        [[one.agency, one.scope.value, listed(one.with_others) or None, plain_day(one.due_on),
          plain_day(one.returned_on), one.weeks_late(known.on), one.signed_off_by]
         for one in known.forms])


def _say_kinds(known: Known) -> str:
    """Say how many of each kind were asked, which of them jointly, and who did not sign off."""
    kinds = [one.scope for one in known.forms]
    said = [count_of(kinds.count(scope), *noun) for scope, noun in KINDS.items()
            if scope in kinds]
    joint = [f"{known.short(one.agency)} with {listed([*map(known.short, one.with_others)])}"
             for one in known.forms if one.with_others]
    unsigned = [known.short(one.agency) for one in known.forms
                if one.returned_on and not one.signed_off_by]
    return joined(f"Asked: {listed(said)}." if said else "",
                  f"Joint: {listed(joint)}." if joint else "",
                  f"Not signed off: {listed(unsigned)}." if unsigned else "")


@only_members
def ask_awaited(shown: Shown, known: Known) -> Question | None:
    """Ask those who have not returned when they will."""
    late = [known.short(one.agency) for one in _awaited(known)]
    if not late:
        return None
    return Question("awaited_asked", "On what day will the self-audit come, and what has held it "
                    "up?", listed(late))


@only_members
def ask_late(shown: Shown, known: Known) -> Question | None:
    """Ask those whose return came late why it did."""
    late = [known.short(one.agency) for one in known.forms
            if one.returned_on and one.returned_on > one.due_on]
    if not late:
        return None
    return Question("late_asked", "What made your self-audit late, and what will bring the next "
                    "one in time?", listed(late), place=RIGHT)


def say_unpublished(shown: Shown, known: Known) -> Prose | None:
    """Say to the public what it is not given."""
    if require_shown(shown).audience != "public":
        return None
    return Prose("Only numbers by standard are shown here: agencies' names, practitioners' answers "
                 "and the last round's actions are for the Q&E group and the Board.")
