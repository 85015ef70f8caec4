"""The children: how many arrangements began and ended, what was found, and what they said."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of
from pscb_lib.page.blocks import LEFT, RIGHT, Prose, Question, Several, Table
from pscb_lib.page.tables.counts import tabulate_counts
from pscb_lib.page.words.shown import paragraph, require_told, say_done, told
from pscb_lib.reports.private_fostering import places
from pscb_lib.reports.private_fostering.page.lead import NOT_SAID, say_hidden

UNTARGETED = {
    places.DECIDED_IN_TIME: ("notification whose 42 working days are over", "notifications whose "
                             "42 working days are over", "decided within them"),
    places.EARLY: ("proposal that has begun", "proposals that have begun", "notified by carer or "
                   "parent six weeks before, as they must be"),
    places.ALONE: ("visit made in the year", "visits made in the year", "with the child alone"),
}
ALL = 100  # per cent


def tabulate_flow(shown: Shown) -> Table | Prose:
    """Tabulate notifications, and the arrangements: start + began = ended + end."""
    return replace(tabulate_counts(
        shown, places.FLOW, "Arrangements in the year", "Arrangements",
        note="Running at the start + began − ended = running at the end."), place=LEFT)


def say_children(shown: Shown) -> Prose | None:
    """Say what has no target: decided in time, notified early, and visits to the child alone.

    What is hidden of suitability and of children's views is said here, and not in the answer.
    """
    said = (say_done(require_shown(shown).get(*place), *words)
            for place, words in UNTARGETED.items())
    return paragraph(*(f"{capital(one)}." for one in said if one), _counted_apart(shown),
                     say_hidden(shown))


@told
def _counted_apart(shown: Shown) -> str:
    """Why the children visited may be more or fewer than the arrangements of the year."""
    visited, opening, began = (shown.get(*place) for place in (
        places.CHILDREN_SEEN, places.OPENING, places.BEGAN))
    require_told(visited, opening, began)
    all_year = opening.count + began.count
    if visited.count == all_year or not visited.count or not all_year:
        return ""
    return (f"The {count_of(visited.count, 'child', 'children')} visited and the "
            f"{count_of(all_year, 'arrangement')} of the year are counted apart: a child may be "
            "visited before an arrangement begins, and an arrangement that soon ends may need "
            "none.")


def show_found(shown: Shown) -> Several | None:
    """What was found and what the children said, one by one: in the restricted set alone."""
    if not require_shown(shown).rows(places.SUITABILITY):
        return None
    said = (tabulate_counts(shown, places.SAID, "What the children last said of living there",
                            "Said", value_label="Children")
            if shown.rows(places.SAID) else Prose(NOT_SAID))
    return Several([tabulate_counts(shown, places.SUITABILITY, "Whether it is suitable",
                                    "Notified in the year", value_label="Arrangements"), said])


def ask_children(shown: Shown, lead: str) -> Question | Several | None:
    """Ask what was done for children who were not content, and about what was not suitable.

    Of what is hidden from its readers nothing is asked: they could not judge the answer.
    """
    content, suitable = (require_shown(shown).get(*place)
                         for place in (places.CONTENT, places.SUITABLE))
    if shown.audience == "public":
        return None
    if content.state == NOT_SUPPLIED:
        return Question("children_asked", "What did the children say of living there, and who "
                        "asks them?", lead)
    asked = [Question(id, f"What was done about {words}?", lead) for one, id, words in (
        (content, "children_asked", "each child who was not content"),
        (suitable, "suitable_asked", "each arrangement that was not found suitable"))
        if one.value not in (None, ALL)]
    return Several(asked) if asked else None


def tabulate_regions(shown: Shown) -> Table | Prose:
    """Tabulate where the children notified in five years were born; one year is too few."""
    if not require_shown(shown).rows(places.BIRTH_REGION):
        return Prose("Regions of birth are counted over five years, which were not supplied.",
                     place=RIGHT)
    figures = {row: shown.get(places.BIRTH_REGION, row) for row in shown.rows(places.BIRTH_REGION)}
    rows = [row for row, one in figures.items() if one.value or one.hidden]
    made = tabulate_counts(
        shown, places.BIRTH_REGION, "Region of birth, five years together", "Region of birth",
        order=rows or [*figures], value_label="Children",
        note="Regions of none are left out.")
    return replace(made, place=RIGHT)
