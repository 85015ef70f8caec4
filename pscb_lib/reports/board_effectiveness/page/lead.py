"""The front sheet and the answer: what members think, and what practitioners and logs show."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, listed, part_of
from pscb_lib.page.blocks import Front, Lead
from pscb_lib.page.words import front
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.board_effectiveness import places
from pscb_lib.reports.board_effectiveness.known import Known
from pscb_lib.reports.board_effectiveness.page.words import at_end, quoted, rated
from pscb_lib.reports.board_effectiveness.rows import (
    ESCALATIONS,
    FEEDBACK,
    RATINGS,
    REPORTS,
    ROUNDS,
)
from pscb_lib.reports.board_effectiveness.statements import STATEMENTS

REPORT = "board_effectiveness"
NOT_SUPPLIED = "**Members' ratings of the Board were not supplied.**"
NOTHING_ELSE = "Nothing else was supplied that shows how effective it is."
NO_EVIDENCE = "That is members' opinion, not evidence."
FEW = "**Fewer than five members rated each statement, so that no rating is told.**"
EQUALITY = ("No groups: members are asked for none, because one of under five would tell who "
            "answered, and complaints and near misses are too few to divide.")


def front_sheet(context: Context, known: Known) -> Front:
    """The front sheet: the Board decides on what nobody answered, resolved or sent."""
    asks = [words for is_asked, words in (
        (known.supplied[RATINGS], "agree what will change where the Board is rated lowest"),
        (known.unanswered, "say who answers practitioners, and by when"),
        (known.unsure, "hear who kept children safe while agencies differed"),
        (known.open, "hear why concerns between agencies are open"),
    ) if is_asked]
    return front.front_sheet(context, REPORT, item=None, equality=EQUALITY,
                             asks=listed(asks) or "say how it will know whether it is effective")


def answer(shown: Shown, known: Known) -> Lead:
    """Say whether a child was not known to be safe, what members rate lowest, and what others saw.
    """
    return Lead(joined(_say_unsafe(require_shown(shown), known), _say_rated(shown, known),
                       _say_shown(shown, known)))


def _say_rated(shown: Shown, known: Known) -> str:
    if not known.supplied[ROUNDS] or not known.supplied[RATINGS]:
        return NOT_SUPPLIED
    ranked = rated(shown, known.year)
    if shown.get(*places.RATED).state == figures.NOT_SUPPLIED or not _were_sent(shown, known):
        return NOT_SUPPLIED
    if not ranked:
        return FEW
    number, members = shown.get(*places.RATED).counts
    answered = capital(part_of(number, members, "members"))
    lowest = at_end(ranked)
    if len(lowest) == len(ranked) > 1:
        return f"**{answered} rated the Board, and every statement alike.**"
    gave = (f": {part_of(*ranked[lowest[0]].counts, 'members who rated it')} gave 4 or 5"
            if len(lowest) == 1 else "")
    return f"**{answered} rated the Board, and {quoted(lowest)} lowest{gave}.**"


def _were_sent(shown: Shown, known: Known) -> bool:
    """Whether there is a rating of the year, told or not."""
    return any(places.answers(statement, known.year) in shown.columns(places.RATINGS)
               for statement in STATEMENTS)


def _say_unsafe(shown: Shown, known: Known) -> str | None:
    """In how many concerns between agencies nobody knew that the child was safe meanwhile."""
    if not known.supplied[ESCALATIONS] or shown.get(*places.SAFE).value is None:
        return None
    safe, whole = shown.get(*places.SAFE).counts
    if safe == whole:
        return None
    cases = "the one concern" if whole == 1 else part_of(whole - safe, whole, "concerns")
    return (f"**In {cases} that an agency took to a senior manager of another (escalations), "
            "nobody knew that the child was safe meanwhile.**")


def _say_shown(shown: Shown, known: Known) -> str | None:
    """What others saw: so many of so many, of what was supplied."""
    parts = [words for index, place, noun, done in (
        (FEEDBACK, places.ANSWERED, "points that practitioners raised", "answered"),
        (ESCALATIONS, places.RESOLVED, "escalations", "resolved"),
        (REPORTS, places.ON_TIME, "sub-group reports", "given in time"))
        for words in [_say_part(shown, known.supplied[index], place, noun, done)] if words]
    said = listed(parts)
    if not any(known.supplied[index] for index in (FEEDBACK, ESCALATIONS, REPORTS)):
        return NOTHING_ELSE
    if not rated(shown, known.year):
        return f"{capital(said)}." if parts else None
    return joined(NO_EVIDENCE, f"Beside it, {said}." if parts else None)


def _say_part(shown: Shown, is_supplied: bool, place: tuple, noun: str, done: str) -> str | None:
    figure = shown.get(*place)
    if not is_supplied or figure.value is None:
        return None
    number, whole = figure.counts
    if whole == 1:
        one = noun.replace("points that", "point that").removesuffix("s")
        return f"the one {one} was {'' if number else 'not '}{done}"
    return f"{part_of(number, whole, noun)} {'was' if number == 1 else 'were'} {done}"
