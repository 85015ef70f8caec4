"""The sentences about return interviews, and about two agencies' records of one episode.

One interview may cover several returns, and not every episode ends in a return that needs one.
"""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, spell
from pscb_lib.page.blocks import Prose
from pscb_lib.page.words.shown import (
    amount,
    joined,
    paragraph,
    require_told,
    say,
    say_are,
    say_count,
    share,
    told,
)
from pscb_lib.reports.missing_children import places


@told
def interviewed_said(shown: Shown) -> str:
    """Say, e.g., that 88 of 99 returns had an interview in time, and 31 of 92 changed nothing."""
    needed = require_shown(shown).get(*places.ALL_OWED)
    in_time = shown.get(places.INTERVIEWS, places.IN_TIME, places.RETURNS)
    if needed.value == 0:
        return "No return was owed an interview."
    require_told(needed, in_time)
    returns = "return" if needed.value == 1 else "returns"
    said = (f"Of {needed.value:,} {returns} owed an interview, {in_time.numerator:,} had one "
            "within 72 hours")
    return f"{joined(said, _unchanged(shown), between='; ')}."


@told
def _unchanged(shown: Shown) -> str:
    held, nothing = (shown.get(places.CHANGED, row) for row in (TOTAL, places.NOTHING))
    if not held.value or nothing.value == 0:
        return ""
    return f"after {amount(nothing)} of {held.value:,} interviews no change is recorded"


def owed_said(shown: Shown) -> Prose | None:
    """Say which returns need an interview and which do not, and what the interviews covered."""
    return paragraph(_owed(require_shown(shown)), _covered(shown))


@told
def _owed(shown: Shown) -> str:
    here, placing, none = (shown.get(*place) for place in places.OWED_TO)
    return (f"Of {say_count(shown.get(*places.ALL_EPISODES), 'episode')}, {say(here)} ended in a "
            f"return for which this authority owes an interview; {say_are(placing)} for the "
            f"authorities that placed the children, and for {say(none)} no interview is needed "
            "or the child is not yet back.")


@told
def _covered(shown: Shown) -> str:
    held, several = shown.get(*places.ALL_HELD), shown.get(*places.SEVERAL)
    returns = shown.get(places.INTERVIEWS, places.WAS_HELD, places.RETURNS)
    require_told(several, returns)
    if not several.value:
        return ""
    served = count_of(returns.counts[0], "return")
    return (f"{capital(say_count(held, 'interview'))} served {served}, as "
            f"{spell(several.count)} of them covered more than one.")


def interviews_said(shown: Shown) -> Prose | None:
    """Say what lies behind the steps: weekends, independence, the police's checks."""
    days = joined(_in_the_week(require_shown(shown)), _at_the_weekend(shown), between="; ")
    return paragraph(days and f"{days}.", _independent(shown), _checked(shown))


@told
def _in_the_week(shown: Shown) -> str:
    week, _ = _by_day(shown)
    return f"Of returns from Monday to Thursday, {share(week)} had an interview within 72 hours"


@told
def _at_the_weekend(shown: Shown) -> str:
    week, weekend = _by_day(shown)
    require_told(week)
    return f"of those from Friday to Sunday, {share(weekend)}"


def _by_day(shown: Shown) -> list[ShownFigure]:
    return [shown.get(places.BY_DAY, day, places.IN_TIME) for day in places.RETURN_DAYS]


@told
def _independent(shown: Shown) -> str:
    return ("Someone independent of the child's care held "
            f"{share(shown.get(*places.INDEPENDENT), 'interviews')}.")


@told
def _checked(shown: Shown) -> str:
    return ("The police made a safe and well check after "
            f"{share(shown.get(*places.SAFE_AND_WELL))} of these returns.")


def recording_said(shown: Shown) -> Prose | None:
    """Say how the council's and the police's records of missing episodes differ."""
    return paragraph(_two_records(require_shown(shown)))


@told
def _two_records(shown: Shown) -> str:
    both, council, police = (shown.get(places.RECORDED, row)
                             for row in places.RECORDERS.values())
    require_told(both, council, police)
    return (f"The council holds {both.count + council.count:,} missing episodes and the "
            f"police {both.count + police.count:,}; {both.count:,} are in both records."
            f"{_why(council, police)}")


def _why(council: ShownFigure, police: ShownFigure) -> str:
    lacking = [(agency, only.count)
               for agency, only in (("police", council), ("council", police)) if only.value]
    if not lacking:
        return ""
    (agency, number), *other = lacking
    and_other = "".join(f", and the {one} {spell(more)}" for one, more in other)
    return f" Why did the {agency} not hold {spell(number)}{and_other}?"
