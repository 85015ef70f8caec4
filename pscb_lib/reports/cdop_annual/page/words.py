"""The panel's sentences: the answer, whose panel it is, its work and how long reviews took."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.disclosure.summaries import ReturnSummary
from pscb_lib.framework.english import capital, count_of
from pscb_lib.page.blocks import Callout, Lead, Prose
from pscb_lib.page.words import about
from pscb_lib.page.words.shown import (
    joined,
    lead,
    moved,
    paragraph,
    require_told,
    say,
    say_count,
    say_have,
    share,
    told,
)
from pscb_lib.reports.cdop_annual.measures.learning import Recommendation
from pscb_lib.reports.cdop_annual.places import (
    COMPLETED,
    FROM_12,
    LATE,
    LEARNING,
    NO_EVIDENCE,
    NO_REASON,
    NOT_DONE,
    NOTIFIED,
    PANEL,
    TIME,
    UNDER_6,
    UNDER_12,
    WAITING,
)
from pscb_lib.reports.cdop_annual.returned import panel_areas

Stages = Mapping[str, Sequence[Recommendation]]
INQUEST, RECOMMENDATIONS = "Inquest", "recommendations"  # a row; the id of a figure


def year_of(shown: Shown) -> str:
    """Return the financial year reported: 2013/14."""
    return require_shown(shown).columns(TIME)[0]


def span_of(shown: Shown) -> str:
    """Return the five pooled years: 2009/10 to 2013/14."""
    return require_shown(shown).columns(TIME)[1]


def area_of(shown: Shown) -> str:
    """Return this Board's area, which is shown separately within the joint panel."""
    return require_shown(shown).columns(NOTIFIED)[1]


def answer(shown: Shown, stages: Stages) -> Lead:
    """Return the answer: recommendations owed and by whom, and the year's work from -> to."""
    owed = learning(shown)
    work = joined(_notified(shown), _completed(shown), between="; ")
    return lead(owed and f"**{owed}**", _owners(stages), work and f"{capital(work)}.")


@told
def learning(shown: Shown) -> str:
    """Say how many recommendations are not done, or done without evidence."""
    made, owed, unproven = (require_shown(shown).get(LEARNING, TOTAL, name)
                            for name in (TOTAL, NOT_DONE, NO_EVIDENCE))
    return (f"Of {say_count(made, 'recommendation')}, {say_have(owed)} not been carried out, and "
            f"{say_have(unproven)} been carried out but nobody has shown that they made a "
            "difference.")


def _owners(stages: Stages) -> str | None:
    """Say with how many owners those not done are, and how old the oldest is."""
    not_done = stages.get(NOT_DONE, ())
    owners = {one.owner for one in not_done}
    if not owners:
        return None
    return (f"Those not carried out are with {count_of(len(owners), 'owner')} "
            f"([](#{RECOMMENDATIONS})); the oldest was first made in "
            f"{min(one.first_made for one in not_done)}.")


@told
def _notified(shown: Shown) -> str:
    said = f"deaths notified {_moved(shown, NOTIFIED)}"
    return joined(said, _own(shown, NOTIFIED, " of them of {} children"), between=", ")


@told
def _completed(shown: Shown) -> str:
    said = f"reviews completed {_moved(shown, COMPLETED)}"
    return joined(said, _own(shown, COMPLETED, " from {}"), between=", ")


def _moved(shown: Shown, table: str) -> str:
    """Say the change from the year before: rose from 46 in 2012/13 to 48 in 2013/14."""
    years = [row for row in require_shown(shown).rows(table) if row != TOTAL]
    now = year_of(shown)
    before = years[years.index(now) - 1] if years.index(now) else None
    if before is None:
        return f"were {say(shown.get(table, now, PANEL))} in {now}"
    return moved(shown.get(table, before, PANEL), shown.get(table, now, PANEL)).replace(
        " to ", f" in {before} to ") + f" in {now}"


@told
def _own(shown: Shown, table: str, words: str) -> str:
    area = area_of(shown)
    return say(shown.get(table, year_of(shown), area)) + words.format(area)


def say_panel(context: Context) -> Prose:
    """Say whose panel it is: one area's, or joint."""
    areas, panel = panel_areas(context.settings.panel), context.settings.panel
    if len(areas) == 1:
        return Prose(f"The panel is {panel}'s own.")
    return Prose(f"The panel is joint: it reviews the deaths of children who lived in {panel}. "
                 "Its figures are of all of them unless an area is named.")


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
    long = say_count(shown.get(WAITING, TOTAL, FROM_12), "review")
    return (f"Of {long} in five years that took a year or more, "
            f"{say(shown.get(WAITING, INQUEST, FROM_12))} waited for an inquest.")


@told
def _no_reason(shown: Shown) -> str:
    late, without = (shown.get(*place) for place in (LATE, NO_REASON))
    require_told(late)
    return (f"For {say(without)} of the {say(late)} that took six months or more, no outside "
            "reason is recorded.")
