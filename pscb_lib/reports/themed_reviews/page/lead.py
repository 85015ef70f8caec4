"""The front sheet and the answer: what each review found, whom it heard, and what is to change."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed
from pscb_lib.page.blocks import Front, Lead
from pscb_lib.page.words import front
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.themed_reviews.known import Known, Review
from pscb_lib.reports.themed_reviews.page.evidence import due_by_meeting
from pscb_lib.reports.themed_reviews.page.recommended import say_recommended
from pscb_lib.reports.themed_reviews.page.words import day_of, leads_of, say_named
from pscb_lib.reports.themed_reviews.returned_evidence import CHILDREN

REPORT = "themed_reviews"
MOST_TOLD = 2  # reviews whose answer the first paragraph gives in full
NOT_SUPPLIED = "The return of themed reviews was not supplied."
NONE_ASKED = "No themed review was asked for, and none was still to come."
EQUALITY = "Reviews are counted, not children. Each says which groups it looked at separately."


def front_sheet(context: Context, known: Known) -> Front:
    """The front sheet: the Board decides on policies that are late, and on who is not heard."""
    due = due_by_meeting(context, known)
    unheard = [one for one in known.awaited if one.lacks_children]
    asks = [words for is_asked, words in (
        ([one for one in known.reviews if one.is_policy_late(known.on)],
         "agree a new day for each policy that is late"),
        ([one for one in unheard if one not in due],
         "agree how children will be heard before a review is finished"),
        ([one for one in unheard if one in due],
         "ask how children were heard in a review that was due by this meeting"),
        ([one for one in known.received if not one.policy],
         "decide which policy changes after each review"),
    ) if is_asked]
    return front.front_sheet(context, REPORT, item=None, equality=EQUALITY,
                             asks=listed(asks) or "note what themed reviews have found",
                             presented_by=leads_of(known.received or known.reviews))


def answer(shown: Shown, known: Known) -> Lead:
    """Say what was found, whether children were asked, what is to change and what is to come."""
    require_shown(shown)
    if not known.are_reviews_supplied:
        return Lead(NOT_SUPPLIED)
    if not known.reviews:
        return Lead(NONE_ASKED)
    told = [_tell(shown, one, known) for one in known.received[:MOST_TOLD]]
    return Lead(joined(*told, _say_more(known), _say_awaited(known)))


def _tell(shown: Shown, one: Review, known: Known) -> str:
    found = one.answer.rstrip(".") or "the review has come, and its answer was not recorded"
    return joined(f"**{one.label}: {_small(found)}.**", _say_children(one), _say_policy(one, known),
                  say_recommended(shown, one))


def _say_children(one: Review) -> str | None:
    if not one.sources:
        return None
    heard = one.source(CHILDREN)
    if heard is None:
        return "Children and young people were not asked."
    said = _small(heard.told.rstrip(".")) or "what they said was not recorded"
    return f"Children and young people were asked: {said}."


def _say_policy(one: Review, known: Known) -> str:
    if not one.policy:
        return "No policy is recorded as to change."
    if one.changed_on:
        return f"The policy changed on {day_of(one.changed_on)}."
    if not one.promised_on:
        return "A policy is to change, by no day."
    late = " and has not" if one.is_policy_late(known.on) else ""
    verb = "was" if late else "is"
    return f"A policy {verb} to change by {day_of(one.promised_on)}{late}."


def _say_more(known: Known) -> str | None:
    more = known.received[MOST_TOLD:]
    return f"{capital(count_of(len(more), 'more review'))} came: {say_named(more)}." if more else (
        None if known.received else "No themed review came in the year.")


def _say_awaited(known: Known) -> str | None:
    if not known.awaited:
        return None
    late = [one for one in known.awaited if one.due_on < known.on.isoformat()]
    due = [one for one in known.awaited if one not in late]
    said = [f"{say_named(some)} {'is' if len(some) == 1 else 'are'} {words}"
            for some, words in ((due, "still to come"), (late, "late")) if some]
    return f"{capital('; '.join(said))}."


def _small(sentence: str) -> str:
    """A sentence after a colon: its first letter small, unless it begins with an abbreviation."""
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]


