"""What the reviews that came recommended, and which actions came of it."""

from __future__ import annotations

from pscb_lib.disclosure.paper import RESTRICTED
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, small, spell
from pscb_lib.framework.folding import fold
from pscb_lib.page.blocks import (
    LEFT,
    RIGHT,
    Column,
    Data,
    Group,
    Question,
    Table,
    cell,
    strong,
)
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.themed_reviews import places
from pscb_lib.reports.themed_reviews.known import Known, Recommended, Review
from pscb_lib.reports.themed_reviews.page.words import day_of, leads_of

NO_OUTCOME = "No evidence of an outcome yet"
HEADS = ("review", "recommendation", "action", "agency", "owner", "state", "late_since", "outcome")


def tabulate_recommended(shown: Shown, known: Known) -> Table | None:
    """Tabulate each recommendation with its action, owner and state; None if no review came."""
    require_shown(shown)
    if not known.received:
        return None
    said = {one.label: [[strong(each.text, each.action), cell(each.agency, each.owner),
                         cell(*_state(each)), cell(each.outcome or NO_OUTCOME)]
                        for each in one.recommended] for one in known.received}
    groups = [Group(label if len(said) > 1 else None, rows) for label, rows in said.items() if rows]
    data = [[one.label, each.text, each.action, each.agency, each.owner, each.state,
             each.late_since or None, each.outcome or None]
            for one in known.received for each in one.recommended]
    return Table("recommended", "What was recommended, and what came of it", [
        Column("Recommendation, and its action", width=3.6), Column("Agency and owner", width=2.2),
        Column("State", width=1.6), Column("What is different now", width=2.2)],
        groups or [Group(None, [])], Data(list(HEADS), data),
        note=_note(known), empty="No recommendation is on the register of actions.")


def _note(known: Known) -> str | None:
    """What was not accepted, and by whom, where the register of actions says so."""
    said = [text for one in known.received for text in one.rejected]
    return f"Not in the table: {'; '.join(said)}." if said else None


def _state(one: Recommended) -> tuple[str, str | None]:
    late = f"late since {day_of(one.late_since)}" if one.late_since else None
    return capital(one.state), late


def ask_recommended(shown: Shown, known: Known) -> Question | None:
    """Ask for the recommendations that are counted, and are not on the register of actions."""
    lacking = [(one, number) for one in known.received
               if (number := _accepted(shown, one) - _listed(one)) > 0]
    if not lacking:
        return None
    said = [f"{count_of(number, 'recommendation')} of the review of {small(one.label)} that "
            f"{'was' if number == 1 else 'were'} accepted" for one, number in lacking]
    are = "is" if [number for _, number in lacking] == [1] else "are"
    return Question("recommended_asked", f"{capital(listed(said))} {are} not on the register of "
                    "actions. Which, and who does what about them?",
                    leads_of([one for one, _ in lacking]), place=LEFT)


def ask_late(shown: Shown, known: Known) -> Question | None:
    """Ask the owners of the actions that are late what keeps them; None if none is."""
    require_shown(shown)
    late = [each for one in known.received for each in one.recommended if each.late_since]
    if not late:
        return None
    named = listed([f"“{one.action.rstrip('.')}”" for one in late])
    owners = dict.fromkeys(f"{one.owner} ({one.agency})" for one in late)
    return Question("late_asked", f"What keeps {named}, and on what day will "
                    f"{'it' if len(late) == 1 else 'each'} be done?", listed([*owners]),
                    place=RIGHT)


def say_recommended(shown: Shown, one: Review) -> str | None:
    """Say what came of the accepted recommendations: shown, late, not on the register at all."""
    number = _accepted(shown, one)
    if not number:
        return None
    changed, late = (len({fold(each.text) for each in one.recommended if getattr(each, name)})
                     for name in ("outcome", "late_since"))
    lacking = max(number - _listed(one), 0)
    said = [f"{spell(changed, 'none')} {'shows' if changed in (0, 1) else 'show'} a change yet",
            f"{spell(late)} {'is' if late == 1 else 'are'} late" if late else "",
            f"{spell(lacking)} {'is' if lacking == 1 else 'are'} not on the register of actions"
            if lacking else ""]
    return f"Of {count_of(number, 'accepted recommendation')}, {listed([*filter(None, said)])}."


def ask_accepted(shown: Shown, known: Known) -> Question | None:
    """Ask which recommendation was not accepted and who was not consulted, where some were not.

    The group asks: the Board is asked about what is late and what is not on the register.
    """
    if require_shown(shown).audience != RESTRICTED:
        return None
    said = [joined(_ask_rejected(shown, one), _ask_consulted(shown, one)) for one in known.received]
    asked = [one for one, words in zip(known.received, said, strict=True) if words]
    return Question("accepted_asked", joined(*said), leads_of(asked)) if asked else None


def _ask_rejected(shown: Shown, one: Review) -> str | None:
    missing = _missing(shown, places.ACCEPTED, one)
    if not missing or one.rejected:
        return None
    which = "recommendation" if missing == 1 else f"{spell(missing)} recommendations"
    return (f"Which {which} of the review of {small(one.label)} "
            f"{'was' if missing == 1 else 'were'} not accepted, and why?")


def _ask_consulted(shown: Shown, one: Review) -> str | None:
    missing = _missing(shown, places.CONSULTED, one)
    if not missing:
        return None
    who = "stakeholder was" if missing == 1 else f"{spell(missing)} stakeholders were"
    return f"Which {who} not consulted on {small(one.label)}, and why?"


def _missing(shown: Shown, table: str, one: Review) -> int:
    """How many of the whole are not in the part; none if that is not known."""
    if not require_shown(shown).has(table, one.label):
        return 0
    figure = shown.get(table, one.label)
    return 0 if figure.value is None else figure.counts[1] - figure.counts[0]


def _accepted(shown: Shown, one: Review) -> int:
    """How many of its recommendations were accepted; none if that is not known."""
    if not require_shown(shown).has(places.ACCEPTED, one.label):
        return 0
    figure = shown.get(places.ACCEPTED, one.label)
    return 0 if figure.value is None else figure.counts[0]


def _listed(one: Review) -> int:
    return len({fold(each.text) for each in one.recommended})
