"""The questions of the report, and who is asked. The public is asked nothing."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.disclosure.figures import Place
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, listed, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import RIGHT, Question, Several
from pscb_lib.reports.allegations import places
from pscb_lib.reports.allegations.page.stuck import silent
from pscb_lib.reports.allegations.page.words import is_nil

LADO = "Local Authority Designated Officer"
FULL = 100  # per cent
LONGEST = ((places.IN_TWELVE, 100, "12 months"), (places.IN_THREE, 90, "three months"),
           (places.IN_ONE, 80, "a month"))  # with the target of each, in per cent
STALE = places.AGES[2:]  # open for over three months


def asks(shown: Shown, half: ReportingPeriod) -> str:
    """What the Board is asked to decide, from what the figures leave undone."""
    if is_nil(shown, half):
        return "ask the LADO how nobody could make contact in six months"
    parts = []
    if _falls_short(shown, places.REFERRED_ON):
        parts.append("how every barring referral that the law requires is made")
    if _falls_short(shown, places.TOLD_IN_TIME):
        parts.append("how every employer tells the LADO in time")
    if _is_restricted(shown) and silent_now(shown):
        parts.append("who writes to the sectors that refer nothing")
    if _is_restricted(shown) and _stale(shown):
        parts.append("by when each case open for over three months is closed")
    return f"agree {listed(parts)}" if parts else (
        "agree what is told to employers and volunteers of what was learnt")


def ask_nil(shown: Shown, half: ReportingPeriod) -> Question | None:
    """Ask about a nil return: it says that nobody asked for advice in six months."""
    if require_shown(shown).audience == "public" or not is_nil(shown, half):
        return None
    return Question("nil_asked", "Did nobody make contact, or was it not recorded?", LADO)


def ask_times(shown: Shown) -> Several:
    """Ask what fell short of its time, each of whoever must act, beside each other."""
    asked = [one for one in (_ask_barring(shown), _ask_told(shown), _ask_late(shown)) if one]
    return Several([replace(one, place=(1 + number % 2, 2)) for number, one in enumerate(asked)])


def _ask_told(shown: Shown) -> Question | None:
    """Ask the employers that told the LADO late: their names are the LADO's to give."""
    if not _falls_short(shown, places.TOLD_IN_TIME):
        return None
    in_time, all_ = shown.get(*places.TOLD_IN_TIME).counts
    return Question("told_asked", "Why was the LADO told late, and do your managers know by when "
                    "they must?", _employers(all_ - in_time))


def _ask_late(shown: Shown) -> Question | None:
    """Ask about the cases over the longest time in which too few were closed.

    They are those of the figure that is rated: of 12 months, where there are so many.
    """
    for step, target, months in LONGEST:
        year = (places.CLOSED, step, places.TWELVE)
        is_year = shown.has(*year) and shown.get(*year).unit == "percent"
        place = year if is_year else (places.CLOSED, step, places.NOW)
        if require_shown(shown).audience == "public" or shown.get(*place).hidden:
            return None
        if not _falls_short(shown, place):
            continue
        number, all_ = shown.get(*place).counts
        if number * FULL < target * all_:
            span = "the last year" if is_year else "the half-year"
            who, them = _late_of(all_ - number, all_)
            return Question("late_asked", f"{who} closed in {span} took over {months}: what kept "
                            f"{them} open?", LADO)
    return None


def _late_of(late: int, all_: int) -> tuple[str, str]:
    """How many of how many cases were late, and how they are called after that."""
    if all_ == 1:
        return "The one case", "it"
    if late == all_:
        return f"All {spell(all_)} cases", "them"
    return f"{capital(spell(late))} of the {spell(all_)} cases", "it" if late == 1 else "them"


def _employers(number: int) -> str:
    return f"The employer{'' if number == 1 else 's'} concerned, through the LADO"


def ask_open(shown: Shown) -> Question | None:
    """Ask what keeps children safe while a case is open: restricted alone."""
    if not _is_restricted(shown) or not shown.get(*places.ALL_OPEN).value:
        return None
    at_work = shown.get(*places.AT_WORK).value
    words = ("What keeps children safe meanwhile, where the person accused is still at work?"
             if at_work else "What keeps children safe until each open case is closed?")
    return Question("open_asked", words, LADO, place=RIGHT)


def ask_silent(shown: Shown) -> Question | None:
    """Ask about the sectors of which nothing was heard: restricted alone."""
    if not _is_restricted(shown) or not silent_now(shown):
        return None
    return Question("silent_asked", f"Who has told {listed(silent_now(shown), 'and')} whom to "
                    "call, and when?", LADO)


def _ask_barring(shown: Shown) -> Question | None:
    """Ask the employers, whose duty it is, about referrals that the law requires."""
    if not _falls_short(shown, places.REFERRED_ON):
        return None
    made, owed = shown.get(*places.REFERRED_ON).counts
    return Question("barring_asked", "Have you made each referral to the Disclosure and Barring "
                    "Service that you still owed, and on what day?", _employers(owed - made))


def silent_now(shown: Shown) -> list[str]:
    """The sectors from which no referral came in 12 months."""
    has_year = places.TWELVE in shown.columns(places.ALL_SECTORS)
    return silent(shown, places.TWELVE) if has_year else []


def _stale(shown: Shown) -> bool:
    return any(shown.get(places.OPEN, age).value for age in STALE)


def _falls_short(shown: Shown, place: Place) -> bool:
    if require_shown(shown).audience == "public" or not shown.has(*place):
        return False
    figure = shown.get(*place)
    return figure.unit == "percent" and figure.value is not None and figure.value < FULL


def _is_restricted(shown: Shown) -> bool:
    return require_shown(shown).audience == "restricted"
