"""One subject that the panel keeps finding: what its reviews, its advice and its figures say of it.

The same subject may be a matter of concern, a wider concern and the theme of recommendations. These
are counted apart and never added: here they are read together.
"""

from __future__ import annotations

from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.figures import TOTAL, Place
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, small, spell, times
from pscb_lib.page.blocks import Callout, Question, Several
from pscb_lib.page.words.shown import require_told, told
from pscb_lib.reports.cdop_annual import places
from pscb_lib.reports.cdop_annual.page.words import CHAIR, Made
from pscb_lib.reports.cdop_annual.places import EVIDENCED, LEARNING

NO_CAUSE = "That does not show a cause."
OFTEN = 6  # reviews in which a subject is recorded, from which it may be told to everybody
OTHER = "Other"
FEWEST = 2  # findings, below which there is nothing to read together


def threads_of(shown: Shown) -> list[str]:
    """The matters of concern that reviews record often, as far as their numbers are shown."""
    return [row for row in require_shown(shown).rows(places.MATTERS)
            if row not in (TOTAL, NOT_RECORDED, OTHER)
            and (shown.get(places.MATTERS, row).value or 0) >= OFTEN and _findings(shown, row)]


def say_threads(shown: Shown) -> Several | None:
    """Say of each such concern all that the panel recorded, which is no cause; None without one."""
    said = [Callout(f"Often recorded: {small(subject)}.",
                    f"{capital('; '.join(_findings(shown, subject)))}. {NO_CAUSE}")
            for subject in threads_of(shown)]
    return Several(said) if said else None


def _findings(shown: Shown, subject: str) -> list[str]:
    """What is told of the subject; nothing if it is too little to join."""
    said = [one for one in (
        _recorded(shown, places.ALL_MATTERS, subject, "a matter of concern"),
        _recorded(shown, places.ALL_WIDER, subject, "a wider concern"),
        _recommended(shown, subject)) if one]
    return said if len(said) >= FEWEST else []


@told
def _recorded(shown: Shown, whole: Place, subject: str, what: str) -> str:
    if not shown.has(whole[0], subject):
        return ""
    number, of_all = shown.get(whole[0], subject), shown.get(*whole)
    require_told(number, of_all)
    if not number.value:
        return ""
    return f"in {number.text} of {of_all.text} reviews with {what}"


@told
def _recommended(shown: Shown, subject: str) -> str:
    if not shown.has(LEARNING, subject, TOTAL):
        return ""
    made, worked = shown.get(LEARNING, subject, TOTAL), shown.get(LEARNING, subject, EVIDENCED)
    require_told(made, worked)
    if not made.value:
        return ""
    return f"advice on it was given {times(made.count)}, and shown to work {times(worked.count)}"


def ask_about_threads(shown: Shown, made: Made) -> list[Question]:
    """Ask the panel's chair who leads, where recommendations on one subject have several owners.
    """
    asked = []
    for number, subject in enumerate(threads_of(shown), 1):
        owners = {one.owner for one in made if one.theme == subject}
        if len(owners) > 1:
            asked.append(Question(
                f"question-thread-{number}", f"{capital(spell(len(owners)))} owners have "
                f"recommendations on {small(subject)}: who leads, and how will the Board know that "
                "families are safer?", CHAIR))
    return asked
