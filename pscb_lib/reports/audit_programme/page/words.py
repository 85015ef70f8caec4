"""The sentences about the planner and the register of audits, all made from shown figures."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.audit_summary.audits import RegisteredAudit
from pscb_lib.framework.english import count_of, listed
from pscb_lib.framework.months import say_day
from pscb_lib.framework.scheduling.planner import Decision, Entry
from pscb_lib.page.blocks import Front, Lead, List, Prose
from pscb_lib.page.words.front import front_sheet as usual_front_sheet
from pscb_lib.page.words.readers import not_public
from pscb_lib.page.words.shown import say, say_count, say_have, say_were
from pscb_lib.reports.audit_programme import measures as planner
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.page.actions import say_progress
from pscb_lib.reports.audit_programme.page.section11 import say_least_met, say_returned
from pscb_lib.reports.audit_programme.places import (
    AUDIT_COLUMNS,
    AUDITS,
    DUE,
    FOUND,
    ON_TIME,
    OVERDUE,
    PRESENTED,
    RECEIVED,
    RETURNED,
    SCRUTINISED,
    TO_SPREAD,
)

REPORT = "audit_programme"
ASKS = ("Ask for what is overdue, decide what is tabled and what circulated, and close no action "
        "without evidence of its outcome.")
EQUALITY = "About agencies' work: no child is counted, so nothing is split by group."


def front_sheet(context: Context, known: Known) -> Front:
    """Return the front sheet, which names all of Appendix 1 rather than one item."""
    usual = usual_front_sheet(context, REPORT, None, ASKS, EQUALITY)
    asks, *others = usual.facts
    items = count_of(len(known.programme.audits), "item")
    return replace(usual, facts=[asks, ("Presented by", "Business Manager"), *others],
                   foot=[("Programme", f"Appendix 1, all {items}"), *usual.foot])


@not_public
def answer(shown: Shown, known: Known) -> Lead:
    """Return the answer: what is overdue, the state of Section 11, and what actions achieved."""
    due, overdue = (require_shown(shown).get(*place) for place in (DUE, OVERDUE))
    returned = say_returned(shown.get(*RETURNED))
    waits = [entry.awaited_by for entry in known.entries
             if entry.awaited_by and planner.is_overdue(entry)]
    oldest = f", the oldest since {say_day(min(waits))}" if waits and not overdue.hidden else ""
    verb = "is" if overdue.value == 1 else "are"
    least_met = say_least_met(shown)
    return Lead(f"**Of {say_count(due, 'report')} due by {say_day(known.on)}, {say(overdue)} "
                f"{verb} overdue{oldest}; {returned} their Section 11 "
                f"self-audit{least_met and ', and ' + least_met}.** {say_progress(shown)}")


@not_public
def say_planner(shown: Shown) -> Prose:
    """Say how many of the reports due so far were received, on time, scrutinised and presented."""
    due, *steps = (require_shown(shown).get(*place) for place in (
        DUE, RECEIVED, ON_TIME, SCRUTINISED, PRESENTED))
    received, *others = steps
    on_time, scrutinised, presented = map(say, others)
    return Prose(
        f"Of {say_count(due, 'report')} due so far this year, {say_were(received)} received, "
        f"{on_time} of them on time. Q&E has scrutinised {scrutinised}, and the Board has had "
        f"{presented}; the others go to neither, or wait for a meeting. A monthly report counts "
        "once, as received if every month is.")


@not_public
def say_presented(shown: Shown, known: Known) -> Prose | None:
    """Say what the Board was given at its last meeting with papers, tabled or for information.

    Section 5 asks for "a judgment made about which reports need to tabled and which circulated for
    information only". Returns None if the Board has been given nothing.
    """
    days = [entry.progress.presented_on for entry in known.entries]
    last = max((day for day in days if day), default=None)
    if last is None:
        return None
    given = [entry for entry in known.entries if entry.progress.presented_on == last]
    said = [f"{decision.value if decision else 'not said how'}, {listed(list(map(_paper, alike)))}"
            for decision in (*Decision, None)
            if (alike := [one for one in given if one.progress.decision is decision])]
    return Prose(f"Given to the Board on {say_day(last)}: {'; '.join(said)}.")


@not_public
def say_audits(shown: Shown) -> Prose:
    """Say how many audits are on the register, how many outstanding, and what follow-up is owed."""
    registered, received, outstanding, own, late, owed = (
        require_shown(shown).get(AUDITS, TOTAL, name) for name in AUDIT_COLUMNS)
    return Prose(
        f"Of {say_count(registered, 'audit')} on the register, {say_have(received)} been received, "
        f"{say(outstanding)} that Q&E or the Board asked for {_are(outstanding)} outstanding, and "
        f"{say(own)} of an agency's own {_are(own)} still to come; {say(late)} of these "
        f"{_are(late)} late. For {say(owed)} of those received, evidence of improvement is "
        f"overdue.")


@not_public
def list_good_practice(shown: Shown, known: Known) -> List:
    """List good practice, which is spread as well as shortfalls (section 9); not yet spread first.
    """
    found, waiting = (require_shown(shown).get(*place) for place in (FOUND, TO_SPREAD))
    items = [f"Of {say_count(found, 'example')} found by audits, {say_have(waiting)} not been "
             f"spread to other agencies."]
    shows = [one for one in known.audits if one.has_found_practice(known.on)]
    to_spread = [one for one in shows if one.has_practice_to_spread(known.on)]
    items += [f"**Not yet spread:** {_practice(one)}" for one in to_spread]
    if shown.audience == "restricted":
        items += [f"Spread: {_practice(one)}" for one in shows if one not in to_spread]
    if shown.audience != "restricted":
        return List(items)
    shown_by_agencies = [f"{answer.good_practice} ({one.agency})" for one in known.self_audits
                         for answer in one.scrutinised(known.on) if answer.good_practice]
    return List(items + ([f"From Section 11: {'; '.join(shown_by_agencies)}."]
                         if shown_by_agencies else []))


def _are(figure: ShownFigure) -> str:
    return "is" if figure.value == 1 else "are"


def _paper(entry: Entry) -> str:
    title = entry.deadline.audit.title
    return f"{title} ({entry.deadline.period.title})"


def _practice(audit: RegisteredAudit) -> str:
    return f"{audit.good_practice} ({audit.agency or audit.kind.value})."
