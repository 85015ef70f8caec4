"""The front sheet and the answer: what is open or late, what was found, what staff now do."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, spell
from pscb_lib.page.blocks import Front, Lead
from pscb_lib.page.words import front
from pscb_lib.page.words.shown import lead, require_told, told
from pscb_lib.reports.case_reviews import places
from pscb_lib.reports.case_reviews.known import LATE, Known
from pscb_lib.reports.case_reviews.page.words import NOT_SUPPLIED

REPORT, ITEM = "case_reviews", 21
NIL = ("No case was notified or considered. That is good news only if agencies do refer cases to "
       "the group.")
NONE_PUBLISHED = "No review is published."
EQUALITY = ("No groups of children: one case or two would be recognised. Each review says whom it "
            "is about.")


def front_sheet(context: Context, known: Known) -> Front:
    """The front sheet: the Board decides on what was not found in practice, unchecked or late."""
    asks = [words for is_asked, words in (
        ([one for one in known.actions if one.found in ("not", "partly")],
         "decide what follows where an action was not found in practice"),
        ([one for one in known.actions if one.unchecked],
         "name who checks each completed action"),
        (known.open_state == LATE, "ask when the late review will be complete"),
    ) if is_asked]
    return front.front_sheet(context, REPORT, item=ITEM, equality=EQUALITY,
                             asks=listed(asks) or "note what reviews have changed")


def answer(shown: Shown, known: Known) -> Lead:
    """Answer the paper's three questions; the public reads of published reviews alone."""
    require_shown(shown)
    if not known.are_reviews_supplied:
        return Lead(NOT_SUPPLIED)
    if shown.audience == "public":
        return Lead(_say_published(known))
    if known.is_nil:
        return Lead(NIL)
    return lead(_say_open(known), say_completed(known), _say_published(known), say_found(shown),
                say_practice(known))


def _say_published(known: Known) -> str:
    """Say how many reviews the public can read: the same in every set."""
    if not known.published:
        return NONE_PUBLISHED
    number = len(known.published)
    return f"{capital(count_of(number, 'review'))} {'is' if number == 1 else 'are'} published."


def _say_open(known: Known) -> str:
    """Say whether open reviews are in time, and decisions: the same in each set that has it."""
    state = {"": "No review is open", LATE: "Of open reviews, at least one is late"}.get(
        known.open_state, "Open reviews are in time")
    late = "; at least one decision took more than a month" if known.decision_state == LATE else ""
    return f"**{state}{late}.**"


def say_completed(known: Known) -> str:
    """Say how many reviews are complete, and how many took longer than six months."""
    done = known.completed
    if not done:
        return "No review is complete."
    late = sum(one["late"] for one in done)
    if len(done) == 1:
        return f"The one completed review took {'more than' if late else 'at most'} six months."
    return (f"Of {spell(len(done))} completed reviews, {spell(late, 'none')} took more than six "
            "months.")


@told
def say_found(shown: Shown) -> str:
    """Say how many of the actions called complete six months ago were checked, and found."""
    due, checked = shown.get(*places.DUE), shown.get(*places.CHECKED_SO_FAR)
    require_told(due, checked)
    if not due.value:
        return "No action was called complete six months ago."
    if checked.state == "not supplied":
        return "Checks of actions were not supplied: nobody knows whether they are in practice."
    looked, whole = checked.counts
    found = {label: shown.get(places.FOUND, label).count for label in places.FINDINGS.values()}
    said = listed([f"{spell(number)} {_label(label)}" for label, number in found.items() if number])
    if whole == 1:
        return (f"The one action called complete six months ago was {'' if looked else 'not '}"
                f"checked{f': {said}' if looked else ''}.")
    return (f"Of {spell(whole)} actions called complete six months ago, {_were(looked)} checked by "
            f"somebody else{f': {said}' if looked else ''}.")


def say_practice(known: Known) -> str | None:
    """Say what staff now do: the actions that a check found in practice."""
    proven = [one for one in known.actions if one.found == "embedded"]
    if not proven:
        return "No check has yet found that staff work differently."
    more = len(proven) - 1
    return f"What staff now do: “{proven[0].text}”{f', and {spell(more)} more' if more else ''}."


def _label(label: str) -> str:
    return {"Not": "not in practice", "Partly": "partly in practice",
            "Cannot tell": "where it cannot be told"}.get(label, "found in practice")


def _were(number: int) -> str:
    return f"{spell(number, 'none')} {'was' if number == 1 else 'were'}"
