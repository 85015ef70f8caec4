"""The answer of the first page, from shown figures only."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, small
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import Lead
from pscb_lib.page.words.shown import (
    joined,
    lead,
    require_told,
    say,
    say_count,
    say_done,
    told,
)
from pscb_lib.reports.child_protection_conferencing import places
from pscb_lib.reports.child_protection_conferencing.page.came import say_fallen, say_unsent
from pscb_lib.reports.child_protection_conferencing.page.gap import find_gaps
from pscb_lib.reports.child_protection_conferencing.page.measured import (
    INITIAL,
    REVIEWS,
    Measured,
    part,
    reds,
    say_red,
)

NONE_HELD = ("The return says that no conference was held in the quarter, which would be unusual: "
             "has every conference been sent?")


def answer(shown: Shown, measures: Sequence[Measured], quarter: ReportingPeriod) -> Lead:
    """Answer the first page's questions: what is Red, who stayed away, who waited."""
    if require_shown(shown).get(*places.HELD).value == 0:
        return Lead(NONE_HELD)
    own = {INITIAL: _in_time(shown, quarter), REVIEWS: _reviews(shown, quarter)}
    first = joined(_reds(measures, own), say_fallen(shown, quarter))
    unsent = say_unsent(shown, quarter)
    first = first or unsent or own.pop(INITIAL)
    gaps = [one.say() for one in find_gaps(shown)]
    return lead(first and f"**{first}**", own.get(INITIAL), *gaps, own.get(REVIEWS),
                None if first == unsent else unsent)


def _reds(measures: Sequence[Measured], own: dict[str, str]) -> str:
    """Say the measures that are Red; *own* loses the sentences that are said here."""
    return joined(*(f"Red: {small(own.pop(one.tells))}" if own.get(one.tells)
                    else f"{say_red(one)}." for one in reds(measures)))


def _in_time(shown: Shown, quarter: ReportingPeriod) -> str:
    if shown.get(*places.ALL_INITIAL).value == 0:
        return "No child had an initial conference."
    in_time = say_done(part(shown, places.IN_TIME, places.ALL_INITIAL), "child", "children",
                       "given an initial conference in 15 working days")
    if not in_time:
        return ""
    in_time = joined(in_time, _before(shown, quarter), between=", ")
    return f"{capital(joined(in_time, _waited(shown), between='; '))}."


@told
def _before(shown: Shown, quarter: ReportingPeriod) -> str:
    """Say of how many it was so in the quarter before."""
    place = (places.TIMELY_QUARTERS, quarter.previous.label, "")
    if not require_shown(shown).has(*place):
        return ""
    then = shown.get(*place)
    require_told(then)
    if not then.denominator:
        return ""
    number, whole = then.counts
    return f"after {number:,} of {whole:,} in the quarter before"


@told
def _waited(shown: Shown) -> str:
    """Say how many waited longer, and of how many families: families come together."""
    late, all_ = (shown.get(*place) for place in (places.WAITED, places.ALL_INITIAL))
    require_told(late, all_)
    if not late.value or late.value == all_.value:
        return ""
    of = shown.get(*places.LATE_FAMILIES) if shown.has(*places.LATE_FAMILIES) else None
    if of is None or of.value is None or late.value == 1:
        return f"{say(late)} waited longer"
    return f"{say(late)} waited longer, of {say_count(of, 'family', 'families')}"


def _reviews(shown: Shown, quarter: ReportingPeriod) -> str:
    if shown.get(*places.REVIEWS_DUE).value == 0:
        return "No review was due."
    said = say_done(part(shown, (places.REVIEWED, places.HELD_IN_TIME, ""), places.REVIEWS_DUE),
                    "child's review due", "children's reviews due", "held in time")
    return f"{capital(joined(said, _unheld(shown, quarter), between='; '))}." if said else ""


@told
def _unheld(shown: Shown, quarter: ReportingPeriod) -> str:
    unheld, due = shown.get(*places.UNHELD), shown.get(*places.REVIEWS_DUE)
    if not unheld.value or due.value == 1:
        return ""
    return f"{say(unheld)} had not been held by {say_day(quarter.end)}"
