"""The front sheet and the answer: what reviews found, what is not in practice, what is late."""

from __future__ import annotations

from pscb_lib.board.cleared_texts import LEFT_OUT
from pscb_lib.board.context import Context
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, part_of, small, spell
from pscb_lib.page.blocks import Front, Lead
from pscb_lib.page.words import front
from pscb_lib.page.words.shown import lead, require_told, told
from pscb_lib.reports.case_reviews import places
from pscb_lib.reports.case_reviews.known import LATE, Known, Told
from pscb_lib.reports.case_reviews.page.reviews import without_action
from pscb_lib.reports.case_reviews.page.words import NOT_SUPPLIED

REPORT, ITEM = "case_reviews", 21
FAILED = {"not": "not in practice", "partly": "only partly in practice"}  # what a check found
NIL = ("No case was notified or considered. That is good news only if agencies do refer cases to "
       "the group.")
NONE_PUBLISHED = "No review is published."
EQUALITY = ("One case or two would be recognised. Each review says whom it "
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
    unfound = say_unfound(known)
    told = [*filter(None, (say_finding(known), unfound))]
    of_actions = say_found(shown), None if unfound else say_practice(known), say_owed(known)
    first, *others = ([*told, *of_actions, say_reviews(known)] if told
                      else [say_reviews(known), *of_actions])
    return lead(f"**{first}**", *others)


def say_finding(known: Known) -> str | None:
    """Say what reviews found of practice: what came back, or else what the newest review found."""
    titles = [one["title"] for one in known.completed]
    told = [one for one in known.actions if one.finding not in ("", LEFT_OUT)]
    newest = min(told, key=lambda one: titles.index(one.review), default=None)
    return say_again(known) or (
        f"{newest.review} found: {small(newest.finding).rstrip('.')}." if newest else None)


def say_unfound(known: Known) -> str | None:
    """Say which action a check found not to be in practice; None if none was.

    The one that is furthest from it is named, unless its words are not for these readers.
    """
    failed = sorted((one for one in known.actions if one.found in FAILED), key=_how_far)
    if not failed:
        return None
    first, number = failed[0], len(failed)
    if first.text == LEFT_OUT:
        return (f"{capital(count_of(number, 'action'))} called complete "
                f"{'is' if number == 1 else 'are'} not fully in practice, a check found.")
    return (f"“{first.text.rstrip('.')}” ({first.agency}) was called complete, and a check found "
            f"it {FAILED[first.found]}.")


def say_again(known: Known) -> str | None:
    """Say what an earlier review or audit had found already: the first finding, and how many more.
    """
    told = [one for one in known.again if one.finding != LEFT_OUT]
    if not told:
        return None
    first, more = told[0], len(known.again) - 1
    others = f"; {count_of(more, 'other finding')} came back too" if more else ""
    *before, last = dict.fromkeys(str(year) for _, year in first.sources)
    when = f"in {listed(before)} and again in {last}" if before else f"more than once in {last}"
    return f"Found {when}: {small(first.finding).rstrip('.')}{others}."


def say_owed(known: Known) -> str | None:
    """Say how many actions are late, and which completed reviews have none on the register."""
    late, bare = sum(one.overdue for one in known.actions), without_action(known)
    which = ("the one action" if len(known.actions) == 1
             else part_of(late, len(known.actions), "actions"))
    said = [f"{which} {'is' if late == 1 else 'are'} late" if late else "",
            f"no action of {listed(bare, 'or')} is on the register" if bare else ""]
    return f"{capital('; '.join(filter(None, said)))}." if any(said) else None


def _how_far(one: Told) -> int:
    return [*FAILED].index(one.found)


def _say_published(known: Known) -> str:
    """Say how many reviews the public can read: the same in every set."""
    if not known.published:
        return NONE_PUBLISHED
    number = len(known.published)
    return f"{capital(count_of(number, 'review'))} {'is' if number == 1 else 'are'} published."


def say_reviews(known: Known) -> str:
    """Say whether open reviews and decisions are in time, and what became of completed ones."""
    done = known.completed
    late = sum(one["late"] for one in done)
    took = {0: "no review is complete", 1: "the one completed review took "
            f"{'more than' if late else 'at most'} six months"}.get(len(done), (
                f"{part_of(late, len(done), 'completed reviews')} took more than six months"))
    return capital("; ".join(filter(None, [
        {"": "no review is open", LATE: "at least one open review is late"}.get(
            known.open_state, "open reviews are in time"),
        "at least one decision took more than a month" if known.decision_state == LATE else "",
        took, small(_say_published(known)).rstrip(".")]))) + "."


@told
def say_found(shown: Shown) -> str:
    """Say how many actions called complete at least six months ago were checked, and found."""
    due, checked = shown.get(*places.DUE), shown.get(*places.CHECKED_SO_FAR)
    require_told(due, checked)
    if not due.value:
        return "No action was called complete at least six months ago."
    if checked.state == figures.NOT_SUPPLIED:
        return "Checks of actions were not supplied: nobody knows whether they are in practice."
    looked, whole = checked.counts
    found = {label: shown.get(places.FOUND, label).count for label in places.FINDINGS.values()}
    said = listed([f"{spell(number)} {_label(label)}" for label, number in found.items() if number])
    if whole == 1:
        return ("The one action called complete at least six months ago was "
                f"{'' if looked else 'not '}checked{f': {said}' if looked else ''}.")
    called = "actions called complete at least six months ago"
    checked_of = (f"{'Both' if whole == 2 else f'All {spell(whole)}'} {called} were"
                  if looked == whole else f"Of {spell(whole)} {called}, {_were(looked)}")
    return f"{checked_of} checked by somebody else{f': {said}' if looked else ''}."


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
