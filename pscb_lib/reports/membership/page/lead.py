"""The front sheet and the answer: which seats are filled, who is new, and what was learnt."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, part_of, spell
from pscb_lib.framework.months import say_day
from pscb_lib.page.blocks import Front, Lead
from pscb_lib.page.words import front
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.membership import places
from pscb_lib.reports.membership.known import ITEM, REPORT, Known
from pscb_lib.reports.membership.page.drawn import say_weeks
from pscb_lib.returns.seats import Seat

NOT_SUPPLIED = "The seats of the Board were not supplied: it is not known which are filled."
NO_SEAT = "The Board has no seat of a member on its register."
NO_EVENTS = "No event for members was held."
EVENTS_NOT_SUPPLIED = "What members learnt was not supplied."
MOST_NAMED = 4  # empty seats
EQUALITY = "The paper is about seats on the Board and names no person."


def front_sheet(context: Context, known: Known) -> Front:
    """The front sheet: the Board decides on empty seats, on levels and on what it learns."""
    asks = [words for is_asked, words in (
        (known.empty, "require a member for each empty seat, and a day"),
        (known.too_low, "decide whether each agency's member can commit it"),
        (known.unchanged, "say what its development is to change"),
    ) if is_asked]
    return front.front_sheet(context, REPORT, item=ITEM, equality=EQUALITY,
                             asks=listed(asks) or "note that its seats are filled")


def answer(shown: Shown, known: Known) -> Lead:
    """Answer whether seats are filled by members who can commit, who is new, what was learnt."""
    require_shown(shown)
    events = _say_events(shown, known)
    if not known.are_seats_supplied:
        return Lead(joined(NOT_SUPPLIED, events))
    if not known.at_end:
        return Lead(joined(NO_SEAT, events))
    return Lead(joined(f"**{_say_filled(shown, known)}**", _say_commit(shown), _say_new(shown),
                       events))


def _say_filled(shown: Shown, known: Known) -> str:
    figure, day = shown.get(*places.REQUIRED_FILLED), say_day(known.year.end)
    number, law = figure.numerator, figure.denominator
    if not law:
        filled, whole = len(known.held), len(known.at_end)
        if whole == 1:
            said = f"the one seat was {'filled' if filled else 'empty'}"
        else:
            said = f"{part_of(filled, whole, 'seats')} {'was' if filled == 1 else 'were'} filled"
        return f"On {day} {said}; the law requires none."
    if number == law:
        return f"On {day} every seat that the law requires was filled."
    if law == 1:
        return f"On {day} the one seat that the law requires was empty."
    empty = [one for one in known.empty if one.required_by.is_law]
    return (f"On {day} {part_of(number or 0, law, 'seats')} that the law requires "
            f"{'was' if number == 1 else 'were'} filled. Empty: {_name_empty(known, empty)}.")


def _name_empty(known: Known, empty: list[Seat]) -> str:
    """The empty seats, the longest empty first, with their weeks of the year."""
    longest = sorted(empty, key=known.empty_days, reverse=True)
    more = len(longest) - MOST_NAMED
    first, *rest = ((known.in_words(one), say_weeks(known.empty_days(one)).removeprefix("empty "))
                    for one in longest[:MOST_NAMED])
    return listed([f"{first[0]} (for {first[1]} of the year)",
                   *(f"{name} ({weeks})" for name, weeks in rest),
                   *([count_of(more, "other seat")] if more > 0 else [])])


def _say_commit(shown: Shown) -> str:
    figure = shown.get(*places.COMMIT)
    if not figure.denominator:
        return ""
    number, whole = figure.counts
    if whole == 1:
        return f"The one member of an agency can{'' if number else 'not'} commit it."
    if number == whole:
        return "Every member from an agency can commit it."
    return f"{capital(part_of(number, whole, 'members'))} from agencies can commit their agency."


def _say_new(shown: Shown) -> str:
    new, done = shown.get(*places.NEW), shown.get(*places.INDUCTED)
    number = new.counts[0]
    if not number:
        return "Nobody was new."
    members = f"{capital(count_of(number, 'member'))} {'was' if number == 1 else 'were'} new"
    if not done.denominator:
        return f"{members}, none of whom was due to be inducted." if number > 1 else (
            f"{members}, and was not due to be inducted.")
    inducted, due = done.counts
    if due == 1:
        who = "and" if number == 1 else "and the one due"
        return f"{members} {who} was {'' if inducted else 'not '}inducted within three months."
    of = "" if due == number else f" of the {spell(due)} due"
    were = "was" if inducted == 1 else "were"
    return f"{members}; {spell(inducted, 'none')}{of} {were} inducted within three months."


def _say_events(shown: Shown, known: Known) -> str:
    if not known.are_events_supplied:
        return EVENTS_NOT_SUPPLIED
    if not known.events:
        return NO_EVENTS
    came, changed = shown.get(*places.CAME), shown.get(*places.CHANGED)
    number, held = changed.counts
    if held == 1:
        return ("One event for members was held; a change since is "
                f"{'' if number else 'not '}recorded.")
    places_taken = f", with {came.text} of places taken" if came.value is not None else ""
    return (f"{capital(spell(held))} events for members were held{places_taken}; after "
            f"{spell(number, 'none')} of them a change is recorded.")
