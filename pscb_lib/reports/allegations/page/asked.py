"""The questions of the report, and who is asked. The public is asked nothing."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role, by_role, indicators_for, read_indicators
from pscb_lib.disclosure.figures import Place
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import Question
from pscb_lib.reports.allegations import places
from pscb_lib.reports.allegations.page.figures import LEFT, RIGHT
from pscb_lib.reports.allegations.page.stuck import silent
from pscb_lib.reports.allegations.page.words import is_nil

LADO = "Local Authority Designated Officer"
FULL = 100  # per cent
STALE = places.AGES[2:]  # open for over three months


def asks(shown: Shown, half: ReportingPeriod) -> str:
    """What the Board is asked to decide, from what the figures leave undone."""
    if is_nil(shown, half):
        return "ask the LADO how nobody could make contact in six months"
    parts = []
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


def ask_told(shown: Shown) -> Question | None:
    """Ask about the employers that told the LADO late."""
    if not _falls_short(shown, places.TOLD_IN_TIME):
        return None
    in_time, all_ = shown.get(*places.TOLD_IN_TIME).counts
    words = ("Which employer told the LADO late, and does it know by when it must?"
             if all_ - in_time == 1 else
             "Which employers told the LADO late, and do they know by when they must?")
    return Question("told_asked", words, LADO, place=RIGHT)


def ask_late(context: Context, shown: Shown) -> Question | None:
    """Ask the register's question on the cases that were not closed in one month."""
    held = by_role(indicators_for(read_indicators(context.params / "indicators.csv"),
                                  context.period)).get(Role.ALLEGATIONS_IN_TIME)
    if held is None or not _falls_short(shown, (places.CLOSED, places.IN_ONE, places.NOW)):
        return None
    return Question("late_asked", held.question, held.lead, place=LEFT)


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


def ask_barring(shown: Shown) -> Question | None:
    """Ask about referrals that the law requires and that were not made."""
    if not _falls_short(shown, places.REFERRED_ON):
        return None
    return Question("barring_asked", "Has every referral to the Disclosure and Barring Service "
                    "that was owed been made since?", LADO, place=LEFT)


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
