"""The sentences about the planner and the register of audits, all made from shown figures."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.audit_summary.audits import RegisteredAudit
from pscb_lib.framework.english import capital, count_of, listed, spell
from pscb_lib.framework.months import say_day
from pscb_lib.page.blocks import Front, Lead, List, Prose
from pscb_lib.page.words.front import front_sheet as usual_front_sheet
from pscb_lib.page.words.readers import not_public, only_restricted
from pscb_lib.page.words.shown import joined, say, say_count, say_have, say_were
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.overdue import Kind, find_overdue
from pscb_lib.reports.audit_programme.page.actions import say_progress
from pscb_lib.reports.audit_programme.page.audits import say_graded, say_next
from pscb_lib.reports.audit_programme.page.deciding import decisions
from pscb_lib.reports.audit_programme.page.elsewhere import point_to
from pscb_lib.reports.audit_programme.places import (
    ALL_OVERDUE,
    AUDIT_COLUMNS,
    AUDITS,
    DUE,
    FOUND,
    ON_TIME,
    OVERDUE_BEFORE,
    PRESENTED,
    RECEIVED,
    SCRUTINISED,
    TO_SPREAD,
)

REPORT = "audit_programme"
OF_AUDITS = ("single_agency_audits", "multi_agency_audit")
NOTHING_ASKED = "note the programme"
EQUALITY = "This paper is about agencies' work and counts no children."


def front_sheet(context: Context, shown: Shown, known: Known) -> Front:
    """Return the front sheet, which names all of Appendix 1 rather than one item."""
    asks = "; ".join(decisions(shown, known)) or NOTHING_ASKED
    usual = usual_front_sheet(context, REPORT, None, asks, EQUALITY)
    items = count_of(len(known.programme.audits), "item")
    asked, *others = usual.facts
    return replace(usual, facts=[asked, ("Presented by", "Business Manager"), *others],
                   foot=[("Programme", f"Appendix 1, all {items}"), *usual.foot])


@not_public
def answer(shown: Shown, known: Known) -> Lead:
    """Return the answer: all that is overdue, what audits found, and what actions achieved."""
    total = require_shown(shown).get(ALL_OVERDUE, TOTAL)
    return Lead(joined(
        f"**{_overdue(shown, known)}**", _moved(shown, known) if total.value else None,
        say_graded(known), say_progress(shown)))


def _overdue(shown: Shown, known: Known) -> str:
    """Say how many tasks are overdue, since when, and of which kinds."""
    total = shown.get(ALL_OVERDUE, TOTAL)
    at = f"At {say_day(known.on)}"
    if not total.value:
        return f"{at}, nothing is overdue."
    kinds = [say_count(one, *kind.noun) for kind in Kind
             if (one := shown.get(ALL_OVERDUE, kind.value)).value]
    oldest = say_day(min(one.since for one in find_overdue(known)))
    if total.value == 1:
        return f"{at}, one task is overdue, since {oldest}: {listed(kinds)}."
    return f"{at}, {say_count(total, 'task')} are overdue, the oldest since {oldest}: " \
           f"{listed(kinds)}."


def _moved(shown: Shown, known: Known) -> str | None:
    """Say how many reports were overdue when the Board last met, and how many are now."""
    now = shown.get(ALL_OVERDUE, Kind.REPORT.value)
    if not shown.has(*OVERDUE_BEFORE) or known.before_on is None:
        return None
    then, met = shown.get(*OVERDUE_BEFORE), f"the Board met on {say_day(known.before_on)}"
    if then.value == now.value:
        return f"As many reports were overdue when {met}." if now.value else None
    rose = "rose" if now.count > then.count else "fell"
    return f"Since {met}, overdue reports {rose} from {say(then)} to {say(now)}."


@only_restricted
def say_planner(shown: Shown) -> Prose:
    """Say how many of the reports due so far were received, on time, scrutinised and presented."""
    due, *steps = (require_shown(shown).get(*place) for place in (
        DUE, RECEIVED, ON_TIME, SCRUTINISED, PRESENTED))
    received, *others = steps
    on_time, scrutinised, presented = map(say, others)
    return Prose(
        f"{capital(say_count(due, 'report'))} {'has' if due.value == 1 else 'have'} fallen due "
        f"this year: {say_were(received)} received, {on_time} of them on time. Q&E has scrutinised "
        f"{scrutinised} and the Board has had {presented}; the rest are not for scrutiny, or await "
        "a meeting. A monthly report counts once, as received if every month is.")


@not_public
def say_audits(shown: Shown, known: Known) -> Prose:
    """Say how many audits are on the register, received and to come, and which is next."""
    registered, received, outstanding, own = (
        require_shown(shown).get(AUDITS, TOTAL, name) for name in AUDIT_COLUMNS[:4])
    to_come = spell(outstanding.count + own.count, "none")
    if not registered.value:
        return Prose("No audit is on the register.")
    return Prose(joined(
        f"**Audits.** {capital(say_count(registered, 'audit'))} {_are(registered)} on the "
        f"register: {say(received)} received, {to_come} to come.",
        say_next(shown.audience, known), point_to(known, "what they found", *OF_AUDITS)),
        place=(1, 2))


@not_public
def say_good_practice(shown: Shown, known: Known) -> Prose:
    """Say how much good practice was found and not yet spread, as section 9 asks."""
    found, waiting = (require_shown(shown).get(*place) for place in (FOUND, TO_SPREAD))
    return Prose(_unshared(found, waiting), place=(2, 2))


@not_public
def list_good_practice(shown: Shown, known: Known) -> List | None:
    """List the good practice that is not yet spread. Returns None if there is none."""
    named = [f"{one.good_practice} ({_by(one, known)})." for one in known.audits
             if one.has_practice_to_spread(known.on)]
    return List(named, place=(2, 2)) if named else None


def _unshared(found: ShownFigure, waiting: ShownFigure) -> str:
    if not found.value:
        return "No audit on the register describes good practice."
    of_all = "The one example" if found.value == 1 else f"Of {say_count(found, 'example')}"
    if found.value == 1:
        return f"{of_all} of good practice has {'not ' if waiting.value else ''}been shared with " \
               "other agencies."
    return f"{of_all} of good practice, {say_have(waiting)} not been shared with other agencies" \
           f"{':' if waiting.value else '.'}"


def _by(audit: RegisteredAudit, known: Known) -> str:
    return known.short(audit.agency) if audit.agency else audit.kind.value


def _are(figure: ShownFigure) -> str:
    return "is" if figure.value == 1 else "are"
