"""The sentences beside tables and charts, from shown figures only."""

from __future__ import annotations

import re

from pscb_lib.board.agencies import read_agencies, working_with_families
from pscb_lib.board.context import Context
from pscb_lib.board.settings import ConferenceClock
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import LEFT, RIGHT, Prose
from pscb_lib.page.words.age import say_age
from pscb_lib.page.words.shown import paragraph, require_told, say_count, share, told
from pscb_lib.reports.child_protection_conferencing import places

PRACTICE = re.compile(r"\bGPs?\b|general pract", re.IGNORECASE)


def say_families(shown: Shown) -> Prose | None:
    """Say how many families the children are of: siblings make figures lumpy."""
    return paragraph(_of_families(require_shown(shown)))


@told
def _of_families(shown: Shown) -> str:
    children, families = (shown.get(*place) for place in (
        places.ALL_INITIAL, places.INITIAL_FAMILIES))
    require_told(children, families)
    if not children.value or children.value == 1 or families.value is None:
        return ""
    return (f"The {children.count:,} children are of {say_count(families, 'family', 'families')}; "
            "children of one family wait together.")


def say_uninvited(context: Context, shown: Shown) -> Prose | None:
    """Name the agencies that work with families and were invited to no conference in twelve months.

    General practices are often on no register: then nobody counts whether they came.
    """
    invited = require_shown(shown).rows(places.ATTENDED)
    if context.audience == "public" or not invited:
        return None
    names = working_with_families(read_agencies(context.params / "agencies.csv"), context.period)
    left = [one for one in names if one not in invited]
    practices = any(PRACTICE.search(one) for one in (*names, *invited))
    return paragraph(
        f"Invited to no conference in twelve months: {listed(left)}." if left else None,
        None if practices else "General practices are not on the register of agencies, "
        "and are not counted.", place=LEFT)


def say_parents(shown: Shown) -> Prose | None:
    """Say at how many conferences a parent took part."""
    return paragraph(_parents(require_shown(shown)), place=RIGHT)


@told
def _parents(shown: Shown) -> str:
    there = shown.get(*places.PARENT_THERE)
    require_told(there)
    if there.value is None or there.counts[1] < 2:
        return ""
    return f"A parent took part in {share(there, 'conferences held')}."


def say_open(shown: Shown, quarter: ReportingPeriod) -> Prose | None:
    """Say how many children have a plan at the end, of how many families."""
    return paragraph(_open(require_shown(shown), quarter))


@told
def _open(shown: Shown, quarter: ReportingPeriod) -> str:
    children = shown.get(places.PLANS, places.AT_END, quarter.label)
    families = shown.get(*places.FAMILIES_AT_END)
    require_told(children, families)
    if children.count < 2:
        return ""
    of = "" if families.value is None else f" of {say_count(families, 'family', 'families')}"
    return f"{children.count:,} children{of} had a plan on {say_day(quarter.end)}."


def say_clock(context: Context) -> Prose:
    """Say from when the 15 working days run, and how old the figures are."""
    clock = "the strategy discussion" if (
        context.settings.conference_clock is ConferenceClock.STRATEGY_DISCUSSION) else (
        "the start of the enquiry under section 47")
    return say_age(context, f"The 15 working days run from {clock}.")
