"""The sentences of the report on children missing from home and care, from shown figures only.

Nothing here says why: "PI's should be viewed as raising questions" (section 7).
"""

from __future__ import annotations

from collections.abc import Iterable

from pscb_lib.blocks import Callout, Lead, Prose
from pscb_lib.disclosure import HIDDEN, TOTAL, Shown, require_shown
from pscb_lib.periods import ReportingPeriod
from pscb_lib.words.numbers import capital, count_of
from pscb_lib.words.phrases import lower, most, moved, number, part

STEPS = ("Needing an interview", "Offered", "Held", "Held within 72 hours")
UNTIMED = "Time not recorded"
CALIBRATED = "illustrative: calibrated to published margins"
PUBLISHED = ("74 missing incidents by 28 of its own looked-after children and 94 incidents away "
             "without authorisation by 31 (Children looked after in England, year ending "
             "31 March 2015; Open Government Licence v3.0)")


def answer(shown: Shown) -> Lead:
    """The answer in two sentences: episodes and children, then the return interviews."""
    shown = require_shown(shown)
    missing, away = (shown.get("episodes", TOTAL, name) for name in ("Missing", "Absent or away"))
    children = shown.get("children", TOTAL, TOTAL)
    return Lead(f"**{capital(number(children))} children went missing or away: "
                f"{number(missing)} missing episodes and {number(away)} absent or away.** "
                f"{interviews(shown)}")


def interviews(shown: Shown) -> str:
    """Of 40 returns needing interviews, 36 were offered, 29 held, 21 within 72 hours."""
    needed, offered, held, in_time = (require_shown(shown).get("interviews", step, "Returns")
                                      for step in STEPS)
    if needed.value == 0:
        return "No return needed an interview."
    if needed.hidden or in_time.hidden:
        return f"Return interviews: {lower(HIDDEN)}."
    if offered.hidden or held.hidden:
        return (f"Of {needed.value:,} returns needing interviews, {in_time.numerator:,} had one "
                "within 72 hours.")
    return (f"Of {needed.value:,} returns needing interviews, {offered.numerator:,} were offered, "
            f"{held.numerator:,} held, {in_time.numerator:,} within 72 hours.")


def say_last_year(shown: Shown, period: ReportingPeriod) -> Prose:
    """How the half-year compares with the same one a year earlier."""
    title = period.same_last_year.title
    then = {row: shown.get("last_year", row, "last year")
            for row in require_shown(shown).rows("last_year")}
    if any(figure.state == "not supplied" for figure in then.values()):
        return Prose(f"{title} was not supplied.")
    now = {row: shown.get("last_year", row, "now") for row in then}
    changes = [f"{name} {moved(then[row], now[row])}" for row, name in (
        ("Missing", "missing episodes"), ("Absent or away", "episodes absent or away"),
        ("Children", "children"))]
    return Prose(f"Since {title}, {changes[0]}, {changes[1]}, and {changes[2]}.")


def say_repeats(shown: Shown) -> Prose:
    """How much falls to the few, and whether a meeting was held about them."""
    rows = require_shown(shown).rows("frequent")
    often, met, tenth = (shown.get("frequent", row) for row in rows)
    return Prose(f"Three or more episodes in 90 days: {part(often)} children; a strategy meeting "
                 f"was held for {part(met)} of them. The most frequent tenth of children account "
                 f"for {part(tenth)} episodes.")


def say_times(shown: Shown) -> Prose:
    """The day and the hours most often left in, and for how many the time is not known."""
    day, hour = (most(shown, table, but=UNTIMED) for table in ("weekdays", "hours"))
    untimed = shown.get("hours", UNTIMED)
    changed = shown.get("clock", "Times within a change of the clocks").value
    clocks = (f" {capital(count_of(changed, 'time'))} fell in a change of the clocks: the first "
              "of two equal times is taken, and an hour is added to one that did not exist."
              if changed else "")
    return Prose(f"Most often children left on a {day} and, where the time is known, from {hour}. "
                 f"Episodes with a date only: {lower(untimed.text)}.{clocks}")


def say_interviews(shown: Shown) -> Prose:
    """What stands behind the steps: weekends, independence, shared interviews, dates only."""
    week, weekend = (shown.get("interviews_by_day", row, "Held within 72 hours")
                     for row in require_shown(shown).rows("interviews_by_day"))
    independent = shown.get("work", "Held by someone independent")
    checked = shown.get("work", "Safe and well check by the police")
    several = shown.get("interviews_held", "covering several returns")
    return Prose(
        f"Back Monday to Thursday: {part(week)} within 72 hours; back Friday to Sunday: "
        f"{part(weekend)}. Someone independent of the child's care held {part(independent)} "
        f"interviews; interviews that covered more than one return: {lower(several.text)}. The "
        f"police made a safe and well check after {part(checked)} of these returns.")


def say_recording(shown: Shown) -> Prose:
    """How the council's and the police's records of missing episodes differ."""
    both, council, police, _ = (shown.get("recorded", "Missing", column)
                                for column in require_shown(shown).columns("recorded"))
    if any(figure.hidden for figure in (both, council, police)):
        return Prose(f"Missing episodes in one record only: {lower(HIDDEN)}.")
    return Prose(f"The council holds {both.value + council.value:,} missing episodes and the "
                 f"police {both.value + police.value:,}; {both.value:,} are in both records. Which "
                 "of the others did each agency not know of at the time?")


def illustrative(sources: Iterable[str]) -> Callout:
    """That the rows are invented, and how many keep to published margins."""
    sources = list(sources)
    calibrated = sources.count(CALIBRATED)
    invented = sum(source.startswith("illustrative") for source in sources)
    which = "All" if invented == len(sources) else f"{invented:,} of"
    return Callout("Illustrative figures.", f"{which} {len(sources):,} episodes are "
                   f"invented, {calibrated:,} of them calibrated to what was published for "
                   f"Peterborough in 2014-15: {PUBLISHED}.")
