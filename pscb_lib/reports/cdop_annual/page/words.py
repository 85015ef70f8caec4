"""The sentences of the Child Death Overview Panel's annual report, all from shown figures."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.disclosure.summaries import ReturnSummary
from pscb_lib.page.blocks import Callout, Lead, Prose
from pscb_lib.page.words import about
from pscb_lib.page.words.shown import (
    joined,
    lead,
    paragraph,
    require_told,
    say,
    say_are,
    say_count,
    say_were,
    share,
    told,
)
from pscb_lib.reports.cdop_annual.page.found import modifiable
from pscb_lib.reports.cdop_annual.places import (
    BROUGHT_FORWARD,
    COMPLETED,
    EVIDENCED,
    LATE,
    LEARNING,
    NO_EVIDENCE,
    NO_REASON,
    NOT_DONE,
    NOTIFIED,
    OPEN,
    PANEL,
    TIME,
    UNDER_6,
    UNDER_12,
)
from pscb_lib.reports.cdop_annual.returned import panel_areas


def year_of(shown: Shown) -> str:
    """Return the financial year reported: 2013/14."""
    return require_shown(shown).columns(TIME)[0]


def span_of(shown: Shown) -> str:
    """Return the five pooled years: 2009/10 to 2013/14."""
    return require_shown(shown).columns(TIME)[1]


def area_of(shown: Shown) -> str:
    """Return this Board's area, which is shown separately within the joint panel."""
    return require_shown(shown).columns(NOTIFIED)[1]


def answer(shown: Shown) -> Lead:
    """Return the answer: recommendations owed, the year's work, and what was found."""
    owed = learning(shown)
    return lead(owed and f"**{owed}**", _work(shown), modifiable(shown))


@told
def _work(shown: Shown) -> str:
    year = year_of(shown)
    joint, done = (say_count(shown.get(table, year, PANEL), noun)
                   for table, noun in ((NOTIFIED, "death"), (COMPLETED, "review")))
    notified, completed = (joined(said, _own(shown, table), between=", ") for said, table in (
        (f"In {year} the panel was told of {joint}", NOTIFIED),
        (f"and completed {done}", COMPLETED)))
    return f"{joined(f'{notified}, {completed}', _open(shown), between='; ')}."


@told
def _own(shown: Shown, table: str) -> str:
    area = area_of(shown)
    return f"{say(shown.get(table, year_of(shown), area))} of them {area}'s"


@told
def _open(shown: Shown) -> str:
    return f"{say_were(shown.get(*OPEN))} open at its end"


def say_panel(context: Context) -> Prose:
    """Say whose panel it is: one area's, or joint."""
    areas, panel = panel_areas(context.settings.panel), context.settings.panel
    if len(areas) == 1:
        return Prose(f"The panel is {panel}'s own.")
    return Prose(f"The panel is joint: it reviews the deaths of children who lived in {panel}, "
                 "and its figures are of all of them unless an area is named.")


def say_provenance(returned: ReturnSummary) -> Callout | None:
    """Say how many of the rows are invented; None if none is."""
    invented = about.say_provenance(returned)
    return invented and replace(invented, words=f"{invented.words} Figures for England and "
                                                "populations are published.")


def say_learning(shown: Shown) -> Prose | None:
    """Say how far the panel's recommendations have got, and which reviews they come from."""
    return paragraph("The recommendations are those of reviews completed in "
                     f"{span_of(shown)}.", _evidenced(shown))


@told
def _evidenced(shown: Shown) -> str:
    evidenced = require_shown(shown).get(LEARNING, TOTAL, EVIDENCED)
    return (f"Evidence that something changed is held for {say(evidenced)}. The Board may "
            "ask each owner of the others for a date, or for the evidence.")


@told
def learning(shown: Shown) -> str:
    """Say how many recommendations are not done, or done without evidence."""
    made, owed, unproven = (require_shown(shown).get(LEARNING, TOTAL, name)
                            for name in (TOTAL, NOT_DONE, NO_EVIDENCE))
    return (f"Of {say_count(made, 'recommendation')}, {say_are(owed)} not done, and "
            f"{say_are(unproven)} done with no evidence of an outcome.")


@told
def explain_open(shown: Shown) -> str:
    """Explain the open reviews, brought forward + notified - completed, if all are shown."""
    year = year_of(shown)
    before = say_count(shown.get(*BROUGHT_FORWARD), "open review")
    added, done, left = map(say, (shown.get(NOTIFIED, year, PANEL),
                                  shown.get(COMPLETED, year, PANEL), shown.get(*OPEN)))
    return (f"Joint panel, {year}: {before} brought forward, plus {added} notified, "
            f"less {done} completed, leave {left} open at the end of the year.")


def say_time(shown: Shown) -> Prose | None:
    """Say how long reviews took, and for how many no outside reason for waiting is recorded."""
    return paragraph(_took(shown), _late(shown), _no_reason(shown))


@told
def _took(shown: Shown) -> str:
    half, whole = (share(shown.get(TIME, limit, year_of(shown)))
                   for limit in (UNDER_6, UNDER_12))
    return (f"Of the reviews completed in {year_of(shown)}, {half} took under six months "
            f"and {whole} under a year.")


@told
def _late(shown: Shown) -> str:
    return f"In the five years {say(shown.get(*LATE))} took six months or more."


@told
def _no_reason(shown: Shown) -> str:
    late, without = (shown.get(*place) for place in (LATE, NO_REASON))
    require_told(late)
    return (f"For {say(without)} of them the record gives no reason outside the panel, such as "
            "an inquest or a prosecution.")
