"""The answer: who starts, whether it works, and what it costs."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, part_of, spell
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import Lead
from pscb_lib.page.words.shown import NotTold, joined, lead, require_told, say, told
from pscb_lib.reports.early_help import places
from pscb_lib.reports.early_help.page.after import say_returned
from pscb_lib.reports.early_help.page.cost import say_cost_of_each
from pscb_lib.reports.early_help.page.meetings import say_late
from pscb_lib.reports.early_help.page.started import starts

FEWEST = 10  # families, for a percentage


def answer(shown: Shown, half: ReportingPeriod) -> Lead:
    """Answer the three questions of the first page."""
    first = joined(_started(shown, half), _started_none(shown))
    return lead(first and f"**{first}**", _open(shown, half), _closed(shown), say_late(shown),
                say_returned(shown, half), say_cost_of_each(shown))


@told
def _started(shown: Shown, half: ReportingPeriod) -> str:
    total = require_shown(shown).get(*places.STARTED)
    require_told(total)
    if not total.count:
        return f"No common assessments were started in {half.title}."
    figures = {name: one for name, one in starts(shown, half).items() if one.value is not None}
    rest = total.count - sum(one.count for one in figures.values())
    name, most = max(figures.items(), key=lambda one: one[1].count, default=("", total))
    if not name or most.count <= rest:
        raise NotTold("a hidden agency may have started as many")
    if total.count == 1:
        return f"One common assessment was started in {half.title}, by {name}."
    if most.count == total.count:
        return f"{name} started all {say(total)} common assessments of {half.title}."
    return f"{name} started {most.text} of the {total.text} common assessments of {half.title}."


@told
def _started_none(shown: Shown) -> str:
    none = shown.get(*places.STARTED_NONE)
    require_told(none)
    number, whole = none.counts
    if not number or whole == 1:
        return ""
    if number == whole:
        return f"None of the {say(shown.get(*places.STARTERS))} agencies on the register did."
    return f"{part_of(number, whole, 'agencies')} on the register started none."


@told
def _open(shown: Shown, half: ReportingPeriod) -> str:
    """How many were open at the end, and whether that is more than at the start."""
    opening, still = (require_shown(shown).get(*place) for place in (places.OPENING, places.OPEN))
    require_told(still)
    if not still.count:
        return ""
    verb = "was" if still.count == 1 else "were"
    said = f"{capital(say(still))} {verb} open on {say_day(half.end)}"
    if opening.hidden or opening.count == still.count:
        return f"{said}."
    way = "up" if still.count > opening.count else "down"
    return f"{said}, {way} from {say(opening)} at the start."


@told
def _closed(shown: Shown) -> str:
    """Needs met, of all that were closed and of those where help took place."""
    every, helped = shown.get(*places.MET_OF_CLOSED), shown.get(*places.MET_OF_HELPED)
    if every.denominator == 0:
        return "No assessment was closed."
    require_told(every)
    met, closed = every.counts
    if closed == 1:
        return f"The one assessment that was closed had its needs {'met' if met else 'not met'}."
    share = f" ({every.text})" if closed >= FEWEST else ""
    said = (f"{capital(spell(closed))} were closed, {spell(met, 'none')} of them with needs "
            f"met{share}")
    if helped.hidden or not met or helped.denominator in (None, 1, closed):
        return f"{said}."
    if helped.counts[1] < FEWEST:
        return f"{said}, or {met:,} of the {helped.denominator:,} where help took place."
    return (f"{said}, or {helped.text} of the {helped.denominator:,} where help "
            "took place.")
