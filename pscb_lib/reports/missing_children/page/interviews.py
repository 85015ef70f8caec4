"""The sentences about return interviews, and about two agencies' records of one episode.

One interview may cover several returns, and not every episode ends in a return that needs one.
"""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import spell
from pscb_lib.page.blocks import Prose
from pscb_lib.page.words.shown import NOT_SHOWN, amount, share
from pscb_lib.reports.missing_children import places


def interviewed_said(shown: Shown) -> str:
    """Say, e.g., that 88 of 99 returns had an interview in time, and 31 of 92 changed nothing."""
    needed = require_shown(shown).get(*places.ALL_OWED)
    in_time = shown.get(places.INTERVIEWS, places.IN_TIME, places.RETURNS)
    if needed.value == 0:
        return "No return was owed an interview."
    if needed.hidden or in_time.hidden:
        return f"Return interviews within 72 hours: {NOT_SHOWN}."
    held, nothing = (shown.get(places.CHANGED, row) for row in (TOTAL, places.NOTHING))
    unchanged = (f"; after {nothing.value:,} of {held.value:,} interviews no change is recorded"
                 if held.value and nothing.value else "")
    return (f"Of {needed.value:,} returns owed an interview, {in_time.numerator:,} had one within "
            f"72 hours{unchanged}.")


def owed_said(shown: Shown) -> Prose:
    """Say which returns need an interview and which do not, and what the interviews covered."""
    here, placing, none = (require_shown(shown).get(*place) for place in places.OWED_TO)
    held, several = shown.get(*places.ALL_HELD), shown.get(*places.SEVERAL)
    returns = shown.get(places.INTERVIEWS, places.WAS_HELD, places.RETURNS)
    covered = ("" if several.hidden or returns.hidden or not several.value else
               f" {held.value:,} interviews served {returns.numerator:,} returns, as "
               f"{spell(several.count)} of them covered more than one.")
    return Prose(f"Of {amount(shown.get(*places.ALL_EPISODES))} episodes, {amount(here)} "
                 f"ended in a return for which this authority owes an interview; {amount(placing)} "
                 f"are for the authorities that placed the children, and for {amount(none)} no "
                 f"interview is needed or the child is not yet back.{covered}")


def interviews_said(shown: Shown) -> Prose:
    """Say what lies behind the steps: weekends, independence, the police's checks."""
    week, weekend = (require_shown(shown).get(places.BY_DAY, day, places.IN_TIME)
                     for day in places.RETURN_DAYS)
    independent = shown.get(*places.INDEPENDENT)
    checked = shown.get(*places.SAFE_AND_WELL)
    return Prose(
        f"Of returns from Monday to Thursday, {share(week)} had an interview within 72 hours; of "
        f"those from Friday to Sunday, {share(weekend)}. Someone independent of the child's care "
        f"held {share(independent, 'interviews')}. The police made a safe and well check after "
        f"{share(checked)} of these returns.")


def recording_said(shown: Shown) -> Prose:
    """Say how the council's and the police's records of missing episodes differ."""
    both, council, police = (
        require_shown(shown).get(places.RECORDED, places.MISSING, column)
        for column in places.RECORDERS.values())
    if any(figure.hidden for figure in (both, council, police)):
        return Prose(f"Missing episodes in one record only: {NOT_SHOWN}.")
    return Prose(f"The council holds {both.count + council.count:,} missing episodes and the "
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
