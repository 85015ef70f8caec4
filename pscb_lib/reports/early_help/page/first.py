"""The answer: how much was opened and closed, whether it works, and who starts."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, part_of, spell
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import Lead
from pscb_lib.page.words.shown import joined, lead, require_told, say, told
from pscb_lib.reports.early_help import places
from pscb_lib.reports.early_help.page.after import say_returned
from pscb_lib.reports.early_help.page.meetings import say_late
from pscb_lib.reports.early_help.page.quality import say_unproven

FEWEST = 10  # families, for a percentage


def answer(shown: Shown, half: ReportingPeriod) -> Lead:
    """Answer the questions of the first page, after what was opened and closed.

    What it cost stands in a table of its own.
    """
    first = joined(_flow(shown, half), say_unproven(shown))
    return lead(first and f"**{first}**", _met(shown), _started_none(shown),
                say_late(shown), say_returned(shown))


def _flow(shown: Shown, half: ReportingPeriod) -> str:
    """How many were started and closed, and how many are open."""
    started = _started(shown, half)
    turned = joined(started, _closed(shown), between=" and ") if started else None
    said = joined(turned, _open(shown, half), between="; ")
    return f"{capital(said)}." if said else ""


@told
def _started(shown: Shown, half: ReportingPeriod) -> str:
    started = require_shown(shown).get(*places.STARTED)
    require_told(started)
    verb = "was" if started.count == 1 else "were"
    return f"{count_of(started.count, 'common assessment')} {verb} started in {half.title}"


@told
def _closed(shown: Shown) -> str:
    closed = shown.get(*places.CLOSED)
    return f"{say(closed)} {'was' if closed.value == 1 else 'were'} closed"


@told
def _open(shown: Shown, half: ReportingPeriod) -> str:
    """How many were open at the end, and whether that is more than at the start."""
    opening, still = (require_shown(shown).get(*place) for place in (places.OPENING, places.OPEN))
    require_told(still)
    if not still.count:
        return ""
    verb = "was" if still.count == 1 else "were"
    said = f"{say(still)} {verb} open on {say_day(half.end)}"
    if opening.hidden or opening.count == still.count:
        return said
    way = "up" if still.count > opening.count else "down"
    return f"{said}, {way} from {say(opening)} at the start"


@told
def _met(shown: Shown) -> str:
    """How many of those closed had their needs met."""
    every = shown.get(*places.MET_OF_CLOSED)
    if every.denominator == 0:
        return ""
    require_told(every)
    met, closed = every.counts
    if closed == 1:
        return f"The one assessment that was closed had its needs {'met' if met else 'not met'}."
    share = f" ({every.text})" if closed >= FEWEST else ""
    return f"{capital(part_of(met, closed, 'assessments closed'))} had their needs met{share}."


@told
def _started_none(shown: Shown) -> str:
    none = shown.get(*places.STARTED_NONE)
    require_told(none)
    number, whole = none.counts
    if not number or whole == 1:
        return ""
    if number == whole:
        return f"None of the {spell(whole)} agencies that may start one did."
    return f"{part_of(number, whole, 'agencies')} that may start one started none."
