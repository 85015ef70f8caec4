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
    say_count,
    share,
    told,
)
from pscb_lib.reports.missing_children import places


@told
def interviewed_said(shown: Shown) -> str:
    """Say, e.g., that 47 of the 99 return interviews owed were held in time, from 48.9%."""
    needed = require_shown(shown).get(*places.ALL_OWED)
    in_time = shown.get(places.INTERVIEWS, places.IN_TIME, places.RETURNS)
    if needed.value == 0:
        return "No return was owed an interview."
    require_told(needed, in_time)
    owed = "the one return interview owed was" if needed.value == 1 else (
        f"{in_time.numerator:,} of the {needed.value:,} return interviews owed were")
    if needed.value == 1:
        return f"**{capital(owed)} {'held' if in_time.value else 'not held'} within 72 hours.**"
    share = joined(in_time.text, _from(shown), between=", ")
    return f"**{owed} held within 72 hours ({share}).**"


def _from(shown: Shown) -> str | None:
    """The share a year earlier, if it is shown."""
    columns = [name for name in shown.columns(places.INTERVIEWS)
               if name not in (places.RETURNS, *places.GROUPS.values())]
    for column in columns:
        then = shown.get(places.INTERVIEWS, places.IN_TIME, column)
        if then.value is not None:
            return f"from {then.text} a year earlier"
    return None


@told
def unchanged_said(shown: Shown) -> str:
    """Say after how many interviews no change is recorded; nothing if after none."""
    held, nothing = (require_shown(shown).get(places.CHANGED, row)
                     for row in (TOTAL, places.NOTHING))
    if not held.value or nothing.value == 0:
        return ""
    return f"after {of_all(nothing, held, 'interview')} no change is recorded"


@told
def _covered(shown: Shown) -> str:
    several = shown.get(*places.SEVERAL)
    require_told(several)
    if not several.value:
        return ""
    each = " each" if several.count > 1 else ""
    return f"{capital(say_count(several, 'interview'))}{each} covered more than one return."


@told
def held_said(shown: Shown) -> str:
    """Say why there are fewer interviews than returns that had one; nothing if there are not."""
    if not (shown.has(*places.ALL_HELD) and shown.has(*places.SEVERAL)):
        return ""
    held, several = shown.get(*places.ALL_HELD), shown.get(*places.SEVERAL)
    returns = shown.get(places.INTERVIEWS, places.WAS_HELD, places.RETURNS)
    require_told(held, several, returns)
    if not held.value or not several.value or returns.counts[0] <= held.count:
        return ""
    which = "one" if several.value == 1 else "some"
    return (f"Held: {count_of(held.count, 'interview')} for "
            f"{count_of(returns.counts[0], 'return')}, as {which} covered several.")


def interviews_said(shown: Shown) -> Prose | None:
    """Say what lies behind the steps: independence, and the police's checks."""
    return paragraph(_independent(require_shown(shown)), _checked(shown), _covered(shown),
                     _by_date(shown))


def days_said(shown: Shown, place: tuple[int, int] | None = None) -> Prose | None:
    """Say how many returns in the week, and at its end, had an interview in time."""
    days = joined(_in_the_week(require_shown(shown)), _at_the_weekend(shown), between="; ")
    return paragraph(days and f"{days}.", place=place)


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
    held = shown.get(*places.INDEPENDENT)
    if held.value is None:
        return f"Interviews held by someone independent: {amount(held)}."
    if held.counts == (0, 1):
        return "No independent person held the one interview."
    return f"An independent person held {part(held, 'interview')}."


@told
def _checked(shown: Shown) -> str:
    checked = shown.get(*places.SAFE_AND_WELL)
    if checked.value is None:
        return f"Safe and well checks by the police: {amount(checked)}."
    if checked.counts == (0, 1):
        return "The police made no safe and well check after the one return."
    return f"The police made a safe and well check after {part(checked, 'return')}."


@told
def _by_date(shown: Shown) -> str:
    """Say how many were held within three days where the time is not recorded."""
    if not shown.has(places.INTERVIEWS, places.DATE_ONLY, places.RETURNS):
        return ""
    dated = shown.get(places.INTERVIEWS, places.DATE_ONLY, places.RETURNS)
    require_told(dated)
    number = dated.numerator if dated.value is not None else 0
    if not number:
        return ""
    returns = "return" if number == 1 else "returns"
    return (f"After {spell(number)} more {returns} an interview was held within three days, the "
            "time not recorded.")


def part(figure: ShownFigure, noun: str) -> str:
    """A proportion within a sentence: 38 of the 49 interviews, the one interview."""
    require_told(figure)
    numerator, denominator = figure.counts
    if denominator == 1:
        return f"the one {noun}"
    return f"{numerator:,} of the {denominator:,} {noun}s"


def of_all(number: ShownFigure, whole: ShownFigure, noun: str) -> str:
    """A count of another: 9 of 29 interviews, the one interview."""
    require_told(number, whole)
    return f"the one {noun}" if whole.value == 1 else f"{amount(number)} of {amount(whole)} {noun}s"


def recording_said(shown: Shown) -> Prose | None:
    """Say how the council's and the police's records of missing episodes differ."""
    return paragraph(_two_records(require_shown(shown)))


@told
def _two_records(shown: Shown) -> str:
    both, council, police = (shown.get(places.RECORDED, row)
                             for row in places.RECORDERS.values())
    require_told(both, council, police)
    said = f"{capital(say_count(both, 'missing episode'))} {'is' if both.value == 1 else 'are'} " \
           "in both records."
    if not (council.value or police.value):
        return said
    return (f"{said} The council has {spell(council.count, 'none')} that the police do not; the "
            f"police have {spell(police.count, 'none')} that the council does not.")
