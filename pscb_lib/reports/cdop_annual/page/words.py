"""The panel's sentences: whose panel it is, how long reviews took, and the years reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.disclosure.summaries import ReturnSummary
from pscb_lib.page.blocks import Callout, Prose
from pscb_lib.page.words import about
from pscb_lib.page.words.shown import (
    paragraph,
    require_told,
    say,
    say_count,
    share,
    told,
)
from pscb_lib.reports.cdop_annual.measures.learning import Recommendation
from pscb_lib.reports.cdop_annual.places import (
    FROM_12,
    LATE,
    NO_REASON,
    NOTIFIED,
    TIME,
    UNDER_6,
    UNDER_12,
    WAITING,
)
from pscb_lib.reports.cdop_annual.returned import panel_areas

Made = Sequence[Recommendation]
CHAIR = "Chair of the panel"  # of whom its own work is asked
INQUEST, RECOMMENDATIONS = "Inquest", "recommendations"  # a row; the id of a figure


def is_undone(one: Recommendation) -> bool:
    """Whether it was not carried out each time that it was made."""
    return one.undone > 0


def is_unproven(one: Recommendation) -> bool:
    """Whether it was carried out each time, and not shown to work each time."""
    return not one.undone and one.unproven > 0


def year_of(shown: Shown) -> str:
    """Return the financial year reported: 2013/14."""
    return require_shown(shown).columns(TIME)[0]


def span_of(shown: Shown) -> str:
    """Return the five pooled years: 2009/10 to 2013/14."""
    return require_shown(shown).columns(TIME)[1]


def area_of(shown: Shown) -> str:
    """Return this Board's area, which is shown separately within the joint panel."""
    return require_shown(shown).columns(NOTIFIED)[1]


def say_panel(context: Context) -> Prose:
    """Say whose panel it is: one area's, or joint."""
    areas, panel = panel_areas(context.settings.panel), context.settings.panel
    if len(areas) == 1:
        return Prose(f"The panel is {panel}'s own.")
    return Prose(f"The panel is joint: it reviews the deaths of children who lived in {panel}. "
                 "Its figures are joint unless an area is named.")


def say_provenance(returned: ReturnSummary) -> Callout | None:
    """Say how many of the rows are invented; None if none is."""
    invented = about.say_provenance(returned)
    return invented and replace(invented, words=f"{invented.words} Figures for England and "
                                                "populations are published.")


def say_time(shown: Shown) -> Prose | None:
    """Say how long reviews took, what the longest waited for, and for how many no reason is known.
    """
    return paragraph(_took(shown), _longest(shown), _no_reason(shown))


@told
def _took(shown: Shown) -> str:
    half, whole = (share(shown.get(TIME, limit, year_of(shown)))
                   for limit in (UNDER_6, UNDER_12))
    return (f"Of the reviews completed in {year_of(shown)}, {half} took under six months "
            f"and {whole} under a year.")


@told
def _longest(shown: Shown) -> str:
    long, inquest = shown.get(WAITING, TOTAL, FROM_12), shown.get(WAITING, INQUEST, FROM_12)
    require_told(long, inquest)
    if not long.value:
        return "No review in five years took a year or more."
    if long.value == 1:
        return ("The one review in five years that took a year or more "
                f"{'waited' if inquest.value else 'did not wait'} for an inquest.")
    return (f"Of {say_count(long, 'review')} in five years that took a year or more, "
            f"{say(inquest)} waited for an inquest.")


@told
def _no_reason(shown: Shown) -> str:
    late, without = (shown.get(*place) for place in (LATE, NO_REASON))
    require_told(late, without)
    if not without.value:
        return ""
    if late.value == 1:
        return ("The one review in five years that took six months or more has no outside reason "
                "recorded.")
    has = "has" if without.value == 1 else "have"
    return (f"Of {say_count(late, 'review')} in five years that took six months or more, "
            f"{say(without)} {has} no outside reason recorded.")
