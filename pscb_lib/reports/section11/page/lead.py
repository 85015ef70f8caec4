"""The answer: where the partnership is weakest, who has not returned, and what has moved since."""

from __future__ import annotations

from fractions import Fraction

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.section11 import Grade
from pscb_lib.framework.english import capital, count_of, listed, part_of, small, spell
from pscb_lib.framework.months import say_day
from pscb_lib.page.blocks import Lead
from pscb_lib.page.words.shown import lead, say_are, say_count, say_have
from pscb_lib.reports.section11 import places
from pscb_lib.reports.section11.known import Known

MOST_NAMED = 3
FULL = Grade.FULLY_MET.value


def answer(shown: Shown, known: Known) -> Lead:
    """Say what the first page must: the weakest standard, the returns, and what moved.

    Until Q&E has scrutinised a grade the returns come first.
    """
    weakest, returned = f"{_weakest(require_shown(shown), known)}.", _returned(shown, known)
    first, then = (weakest, returned) if least_met(shown) else (returned, weakest)
    if shown.audience == "public":
        return lead(f"**{first}**", then)
    not_met = _say_not_met(known)
    return lead(f"**{first}**", not_met, then, _say_moved(shown, known))


def _say_not_met(known: Known) -> str | None:
    """Name the standards that an agency does not meet at all, and which agency."""
    owed: dict[str, list[str]] = {}
    for agency, answers in known.scrutinised.items():
        for one in answers:
            if one.grade is Grade.NOT_MET:
                owed.setdefault(small(known.label(one.standard)), []).append(known.short(agency))
    said = [f"{label} ({listed(agencies)})" for label, agencies in owed.items()]
    return f"Not met: {'; '.join(said)}." if said else None


def _say_moved(shown: Shown, known: Known) -> str | None:
    """How many grades rose and fell since the last round; None if none can be compared."""
    rose, stayed, fell = (shown.get(places.MOVED, TOTAL, column).count for column in places.MOVES)
    every = rose + stayed + fell
    if every < MOST_NAMED:
        return None
    return (f"Since {known.before.words}, {rose} of {every} grades of the same agencies rose and "
            f"{spell(fell, 'none')} fell.")


def _returned(shown: Shown, known: Known) -> str:
    returned = require_shown(shown).get(*places.RETURNED)
    if returned.value is None:
        return f"No agency was asked for the self-audit of {known.now.words}."
    came, asked = returned.counts
    if asked == 1:
        return f"The one agency asked has {'' if came else 'not '}returned the self-audit of " \
               f"{known.now.words}."
    verb = "has" if came < 2 else "have"
    return (f"{capital(_so_many(came, asked))} {verb} returned the self-audit of "
            f"{known.now.words}{_awaited(known)}.")


def _awaited(known: Known) -> str:
    """Name who has not returned, and since when; "" for the public, which has no names."""
    late = [one for one in known.forms if one.returned_on is None and one.due_on < known.on]
    if not late:
        return ""
    weeks = max(one.weeks_late(known.on) for one in late)
    since = f"it was due on {say_day(min(one.due_on for one in late))}"
    verb = "has" if len(late) == 1 else "have"
    when = f", {count_of(weeks, 'week')} after {since}" if weeks else f"; {since}"
    return f"; {listed([known.short(one.agency) for one in late])} {verb} not{when}"


def least_met(shown: Shown) -> list[str]:
    """The standards that the smallest part of agencies fully meets; none if none is graded."""
    parts = {row: Fraction(shown.get(places.STANDARDS, row, FULL).count, graded)
             for row in require_shown(shown).rows(places.STANDARDS) if row != TOTAL
             and (graded := shown.get(places.STANDARDS, row, TOTAL).count)}
    return [row for row, part in parts.items() if part == min(parts.values())]


def say_standards(shown: Shown, named: list[str], most: int = MOST_NAMED) -> str:
    """Standards in a sentence, or how many they are if they are more than *most*."""
    every = len(shown.rows(places.STANDARDS)) - 1
    if len(named) > most:
        return f"{spell(len(named))} of the {spell(every)} standards"
    return listed([small(one) for one in named])


def head_least_met(shown: Shown, most: int = MOST_NAMED) -> str:
    """Say in a headline which standards the fewest agencies fully meet, named up to *most*."""
    named = least_met(shown)
    full, graded = (shown.get(places.STANDARDS, named[0], column) for column in (FULL, TOTAL))
    if graded.count == 1:
        verb = "fully meets" if full.count else "does not fully meet"
        return f"The one agency scrutinised {verb} {say_standards(shown, named, most)}"
    verb = "meets" if full.count in (0, 1) else "meet"
    of_all = part_of(full.count, graded.count, "agencies scrutinised")
    return f"{capital(of_all)} fully {verb} {say_standards(shown, named, most)}"


def _weakest(shown: Shown, known: Known) -> str:
    named = least_met(shown)
    if not named:
        return "Q&E has not yet scrutinised any grade"
    return f"{head_least_met(shown)}{_before(shown, known, named)}"


def _before(shown: Shown, known: Known, named: list[str]) -> str:
    """What the same was in the last round, if there is one standard and several were in both."""
    full, graded = (shown.get(places.SAME_BEFORE, named[0], column) for column in (FULL, TOTAL))
    if len(named) > 1 or graded.count < MOST_NAMED:
        return ""
    did = "none did" if not full.count else f"{spell(full.count)} did"
    return f"; of the {spell(graded.count)} also scrutinised in {known.before.words}, {did} then"


def say_lowered(shown: Shown) -> str:
    """How many grades Q&E lowered, and where most often; "" if none is graded."""
    lowered, graded = shown.get(*places.ALL_LOWERED), shown.get(*places.GRADED)
    if not graded.count:
        return ""
    if graded.count == 1:
        return f"Q&E {'lowered' if lowered.count else 'did not lower'} the one grade"
    if not lowered.count:
        return f"Q&E lowered none of the {spell(graded.count)} grades that agencies gave themselves"
    counts = {row: shown.get(places.MODERATION, row, places.LOWERED).count
              for row in shown.rows(places.MODERATION) if row != TOTAL}
    most = [row for row, number in counts.items() if number == max(counts.values())]
    where = f", most often on {listed([*map(small, most)])}" if (
        len(most) <= 2 and max(counts.values()) > 1) else ""
    return (f"Q&E lowered {lowered.count} of the {graded.count} grades that agencies gave "
            f"themselves{where}")


def gap(shown: Shown, row: str) -> Fraction | None:
    """Practitioners' percentage less agencies', in points; None if one of the two is not known."""
    both = [shown.get(places.PERCEPTION, row, column)
            for column in (places.PRACTITIONERS, places.AGENCIES)]
    if any(one.value is None for one in both):
        return None
    said, own = (Fraction(100 * one.counts[0], one.counts[1]) for one in both)
    return said - own


def widest(shown: Shown) -> str | None:
    """The standard on which practitioners are furthest below their agencies, if they are on any."""
    gaps = {row: found for row in shown.rows(places.PERCEPTION)
            if (found := gap(shown, row)) is not None}
    low = min(gaps, key=lambda row: gaps[row], default=None)
    return low if low is not None and gaps[low] < 0 else None


def _so_many(number: int, every: int) -> str:
    if number < every:
        return part_of(number, every, "agencies")
    return "both agencies" if every == 2 else f"all {spell(every)} agencies"


def say_actions(shown: Shown) -> str:
    """Say what of the last round's actions is done, and what has evidence of an outcome."""
    agreed, done, proven = (require_shown(shown).get(*place) for place in (
        places.AGREED, places.COMPLETED, places.EVIDENCED))
    if not agreed.count:
        return "No action of the last round is on the register of actions."
    if agreed.count == 1:
        return (f"The one action of the last round is {'' if done.count else 'not '}complete, and "
                f"has {'' if proven.count else 'no '}evidence of an outcome.")
    return (f"Of the last round's {say_count(agreed, 'action')}, {say_are(done)} complete; "
            f"{say_have(proven)} evidence of an outcome.")
