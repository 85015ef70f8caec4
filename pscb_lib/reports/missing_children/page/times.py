"""For how long children were gone, in words, and for how many the times are not known."""

from __future__ import annotations

from collections.abc import Mapping

from pscb_lib.disclosure.figures import NOT_SUPPLIED, RESTRICTED, TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, small, spell
from pscb_lib.page.blocks import Prose
from pscb_lib.page.words.shown import paragraph, say, say_count, told
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.times import NO_TIME


def say_times(shown: Shown) -> Prose | None:
    """Say for how long children were gone, and for how many the times are not known.

    How the change of the clocks was reckoned with is told to those who keep the records.
    """
    if require_shown(shown).audience == "public":
        return None
    if _has_no_times(shown):
        return Prose("Every episode has dates only: there are no hours, and no length but in whole "
                     "days.")
    return paragraph(_lasted(shown), _untimed(shown),
                     _clocks(shown) if shown.audience == RESTRICTED else None)


def _lasted(shown: Shown) -> str | None:
    """Say how many episodes lasted how long: Of 172 episodes: under 6 hours 70; ..."""
    rows = [row for row in require_shown(shown).rows(places.DURATIONS) if row != TOTAL]
    figures = {row: shown.get(places.DURATIONS, row, TOTAL) for row in rows}
    if any(one.hidden for one in figures.values()):
        return None  # the longer ones together could give a hidden length away
    if said := _lasted_a_day(figures, _whole(shown)):
        return said
    bands = [f"{small(row)} {one.text}" for row, one in figures.items() if one.value]
    whole = _whole(shown)
    return f"{whole}: {'; '.join(bands)}." if whole and bands else None


def _lasted_a_day(figures: Mapping[str, ShownFigure], whole: str | None) -> str | None:
    """The same in short, where some lasted less than a day, and others longer; None where not."""
    short, day, *others = figures.values()
    rest = sum(one.count for one in others)
    if not (whole and short.value and day.value and rest):
        return None
    return (f"{whole}, {say(short)} lasted under six hours and {say(day)} from six to 24 hours; "
            f"{spell(rest)} {'was' if rest == 1 else 'were'} longer, not timed, or not yet over.")


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
