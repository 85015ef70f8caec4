"""What the reviews that came recommended, and which actions came of it."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, small
from pscb_lib.framework.folding import fold
from pscb_lib.page.blocks import Column, Data, Group, Question, Table, cell, strong
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
        empty="No recommendation is on the register of actions.")


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
                    leads_of([one for one, _ in lacking]))


def _accepted(shown: Shown, one: Review) -> int:
    """How many of its recommendations were accepted; none if that is not known."""
    if not require_shown(shown).has(places.ACCEPTED, one.label):
        return 0
    figure = shown.get(places.ACCEPTED, one.label)
    return 0 if figure.value is None else figure.counts[0]


def _listed(one: Review) -> int:
    return len({fold(each.text) for each in one.recommended})
