"""The sentences of the Child Death Overview Panel's annual report, all from shown figures."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.disclosure.summaries import ReturnSummary
from pscb_lib.page.blocks import Callout, Lead, Prose
from pscb_lib.page.words import about
from pscb_lib.page.words.shown import amount, share
from pscb_lib.reports.cdop_annual.page.found import modifiable
from pscb_lib.reports.cdop_annual.places import (
    BROUGHT_FORWARD,
    COMMISSIONED,
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
    REFERRED,
    RESPONDED,
    TIME,
    TO_CORONER,
    UNDER_6,
    UNDER_12,
)
from pscb_lib.reports.cdop_annual.returned import panel_areas


def year_of(shown: Shown) -> str:
    """Return the financial year reported: 2013-14."""
    return require_shown(shown).columns(TIME)[0]


def span_of(shown: Shown) -> str:
    """Return the five pooled years: 2009-10 to 2013-14."""
    return require_shown(shown).columns(TIME)[1]


def area_of(shown: Shown) -> str:
    """Return this Board's area, which is shown separately within the joint panel."""
    return require_shown(shown).columns(NOTIFIED)[1]


def answer(shown: Shown) -> Lead:
    """Return the answer: recommendations owed, the year's work, and what was found."""
    year, area = year_of(shown), area_of(shown)
    joint, own = (shown.get(NOTIFIED, year, name) for name in (PANEL, area))
    done, own_done = (shown.get(COMPLETED, year, name) for name in (PANEL, area))
    return Lead(
        f"**{learning(shown)}** In {year} the panel was told of {amount(joint)} deaths, "
        f"{amount(own)} of them {area}'s, and completed {amount(done)} reviews, "
        f"{amount(own_done)} of them {area}'s; {amount(shown.get(*OPEN))} were open "
        f"at its end. {modifiable(shown)}")


def say_panel(context: Context) -> Prose:
    """Say whose panel it is: one area's, or joint."""
    areas, panel = panel_areas(context.settings.panel), context.settings.panel
    if len(areas) == 1:
        return Prose(f"The panel is {panel}'s own.")
    return Prose(f"The panel is joint: it reviews the deaths of children who lived in {panel}, "
                 "and its figures are of all of them unless an area is named.")


def illustrative(returned: ReturnSummary) -> Callout | None:
    """Say how many of the rows are invented; None if none is."""
    invented = about.say_invented(returned)
    return invented and replace(invented, words=f"{invented.words} Figures for England and "
                                                "populations are published.")


def say_learning(shown: Shown) -> Prose:
    """Say how far the panel's recommendations have got, and which reviews they come from."""
    evidenced = require_shown(shown).get(LEARNING, TOTAL, EVIDENCED)
    return Prose(f"The recommendations are those of reviews completed in {span_of(shown)}. "
                 f"Evidence that something changed is held for {amount(evidenced)}. The Board may "
                 "ask each owner of the others for a date, or for the evidence.")


def learning(shown: Shown) -> str:
    """Say how many recommendations are not done, or done without evidence."""
    made, owed, unproven = (require_shown(shown).get(LEARNING, TOTAL, name)
                            for name in (TOTAL, NOT_DONE, NO_EVIDENCE))
    return (f"Of {amount(made)} recommendations {amount(owed)} are not done, and "
            f"{amount(unproven)} are done with no evidence of an outcome.")


def explain_open(shown: Shown) -> str:
    """Explain the open reviews, brought forward + notified - completed, if all are shown."""
    year = year_of(shown)
    parts = (shown.get(*BROUGHT_FORWARD), shown.get(NOTIFIED, year, PANEL),
             shown.get(COMPLETED, year, PANEL), shown.get(*OPEN))
    if any(part.hidden for part in parts):
        return ""
    before, added, done, left = map(amount, parts)
    return (f" Joint panel, {year}: {before} open reviews brought forward, plus {added} notified, "
            f"less {done} completed, leave {left} open at the end of the year.")


def say_response(shown: Shown) -> Prose:
    """Say how agencies responded to unexpected deaths in the five years."""
    responded, reported = (share(require_shown(shown).get(*place))
                           for place in (RESPONDED, TO_CORONER))
    return Prose(f"A coordinated response is recorded for {responded} of the unexpected deaths "
                 f"notified in {span_of(shown)}; any others have none on record or were owed none. "
                 f"A report to the coroner is recorded for {reported}.")


def say_time(shown: Shown) -> Prose:
    """Say how long reviews took, and for how many no outside reason for waiting is recorded."""
    half, whole = (share(shown.get(TIME, limit, year_of(shown)))
                   for limit in (UNDER_6, UNDER_12))
    late, without = (shown.get(*place) for place in (LATE, NO_REASON))
    return Prose(f"Of the reviews completed in {year_of(shown)}, {half} took under six months "
                 f"and {whole} under a year. In the five years {amount(late)} took six months or "
                 f"more. For {amount(without)} of them the record gives no reason outside the "
                 "panel, such as an inquest or a prosecution.")


def say_case_reviews(shown: Shown) -> Prose:
    """Say how many deaths were referred for a case review, and how many reviews followed."""
    referred, followed = (shown.get(*place) for place in (REFERRED, COMMISSIONED))
    return Prose(f"Of the deaths notified in {span_of(shown)}, {amount(referred)} were referred "
                 f"for a case review; a serious case review followed in {amount(followed)}.")
