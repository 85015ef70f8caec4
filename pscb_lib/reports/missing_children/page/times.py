"""For how long children were gone, in words, and for how many the times are not known."""

from __future__ import annotations

from collections.abc import Mapping

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, small
from pscb_lib.page.blocks import Prose
from pscb_lib.page.words.shown import paragraph, say, say_count, told
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.small import A_DAY_OR_LONGER
from pscb_lib.reports.missing_children.measures.times import NO_TIME
from pscb_lib.reports.missing_children.page.words import NOT_SUPPLIED


def say_times(shown: Shown) -> Prose | None:
    """Say for how long children were gone, and for how many the times are not known."""
    if require_shown(shown).audience == "public":
        return None
    if _has_no_times(shown):
        return Prose("Every episode has dates only: there are no hours, and no length but in whole "
                     "days.")
    return paragraph(_lasted(shown), _untimed(shown), _clocks(shown))


def _lasted(shown: Shown) -> str | None:
    """Say how many episodes lasted how long: Of 172 episodes: under 6 hours 70; ..."""
    rows = [row for row in require_shown(shown).rows(places.DURATIONS) if row != TOTAL]
    figures = {row: shown.get(places.DURATIONS, row, TOTAL) for row in rows}
    if said := _lasted_a_day(figures, _whole(shown)):
        return said
    bands = [f"{small(row)} {one.text}" for row, one in figures.items() if one.value]
    whole = _whole(shown)
    return f"{whole}: {'; '.join(bands)}." if whole and bands else None


def _lasted_a_day(figures: Mapping[str, ShownFigure], whole: str | None) -> str | None:
    """The same where all of a day or longer, or not known, are one number; None where not."""
    short, day, *rest = figures.values()
    if [*figures][2:] != [A_DAY_OR_LONGER] or not whole or not all(
            one.value for one in figures.values()):
        return None
    verb = "was" if rest[0].value == 1 else "were"
    return (f"{whole}, {say(short)} lasted under six hours and {say(day)} from six to 24 hours; "
            f"{say(rest[0])} {verb} longer, not timed, or not yet over.")


@told
def _whole(shown: Shown) -> str:
    return f"Of {say_count(shown.get(places.DURATIONS, TOTAL, TOTAL), 'episode')}"


def _clocks(shown: Shown) -> str:
    clock = shown.get(*places.CLOCK_CHANGED)
    return (f"{capital(count_of(clock.count, 'time'))} fell in a change of the clocks: the first "
            "of two equal times is taken, and an hour is added to one that did not exist."
            if clock.value else "")


def _has_no_times(shown: Shown) -> bool:
    # Small counts hide how many are not timed, but not that no times were supplied.
    if shown.get(*places.CLOCK_CHANGED).state == NOT_SUPPLIED:
        return True
    untimed = (shown.get(places.HOURS, NO_TIME).value
               if shown.has(places.HOURS, NO_TIME) else None)
    return bool(untimed) and untimed == shown.get(places.HOURS, TOTAL).value


def _untimed(shown: Shown) -> str:
    if not shown.has(places.HOURS, NO_TIME) or not shown.get(places.HOURS, NO_TIME).value:
        return ""
    untimed = count_of(shown.get(places.HOURS, NO_TIME).count, "episode")
    return f"For {untimed} only the date is known."
