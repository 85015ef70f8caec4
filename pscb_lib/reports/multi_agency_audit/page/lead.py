"""The answer: what the audit found, how well agencies worked together, and what has changed."""

from __future__ import annotations

from pscb_lib.board.cleared_texts import LEFT_OUT
from pscb_lib.disclosure.figures import NOT_SUPPLIED, TOTAL
from pscb_lib.disclosure.paper import RESTRICTED
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, part_of, small, spell
from pscb_lib.page.blocks import Lead
from pscb_lib.page.words.shown import joined, lead, require_told, say_count, told
from pscb_lib.reports.multi_agency_audit import places
from pscb_lib.reports.multi_agency_audit.known import Known
from pscb_lib.reports.multi_agency_audit.page.drawn import is_work_drawn, say_work
from pscb_lib.reports.multi_agency_audit.returned_audits import Domain

NO_AUDIT = "No multi-agency audit has been received."
NO_CASES = "The grades of its cases were not supplied."


def answer(shown: Shown, known: Known) -> Lead:
    """Say what the audit found about practice, how it was graded, and what is different now."""
    if known.audit is None:
        return Lead(NO_AUDIT)
    theme = known.audit.theme or known.audit.audit_id
    if require_shown(shown).get(*places.CASES).state == NOT_SUPPLIED:
        return Lead(joined(f"**{theme}.**", _found(known), NO_CASES, _since(known)))
    return lead(f"**{theme}.**", _found(known), _cases(shown, _graded(shown, known)),
                _well(shown), _weakest(shown) or _work(shown), _own(known), _since(known))


def _found(known: Known) -> str:
    """What the register says that the audit found; nothing if that was left out or not said."""
    said = known.audit and known.audit.main_finding
    return f"**{capital(said).rstrip('.')}.**" if said and said != LEFT_OUT else ""


def _graded(shown: Shown, known: Known) -> str:
    """The grade of the audit as a whole, where Q&E has scrutinised it: section 5."""
    audit = known.audit
    is_open = shown.audience == RESTRICTED or (audit and audit.is_scrutinised(known.on))
    return (f"; the overall grade is {small(audit.grade.value)}"
            if is_open and audit and audit.grade else "")


@told
def _cases(shown: Shown, graded: str) -> str:
    cases = shown.get(*places.CASES)
    return (f"{capital(say_count(cases, 'case'))} {'was' if cases.count == 1 else 'were'} "
            f"audited{_of_them_graded(shown) or ''}{graded}.")


@told
def _of_them_graded(shown: Shown) -> str:
    """How many of the cases have a grade that stands, where not all of them have."""
    waiting = shown.get(places.GRADES, places.NOT_MODERATED, places.DOMAINS[Domain.OVERALL])
    require_told(waiting)
    graded = shown.get(*places.CASES).count - waiting.count
    return f", of which {spell(graded, 'none')} graded" if waiting.count else ""


@told
def _well(shown: Shown) -> str:
    cases = shown.get(*places.CASES).count
    well, better = (shown.get(*place) for place in (places.WELL, places.BETTER))
    require_told(well, better)
    return (f"Agencies worked together well in {_of(well.count, cases)}, and the impact on the "
            f"child was good in {_of(better.count, cases)}.")


def _of(number: int, whole: int) -> str:
    if number == whole:
        return "the one case" if whole == 1 else f"all {spell(whole)}"
    return f"{spell(number, 'none')} of {spell(whole)}"


@told
def _weakest(shown: Shown) -> str:
    """The domain in which the smallest part of agencies' own work was good; none if all was."""
    domains = {}
    for domain in shown.columns(places.WORK):
        good, whole = (shown.get(places.WORK, row, domain) for row in (places.GOOD, TOTAL))
        require_told(good, whole)
        if whole.count and good.count < whole.count:
            domains[domain] = good.count, whole.count
    if not domains:
        return ""
    weakest = min(domains, key=lambda one: (domains[one][0] / domains[one][1], one))
    number, graded = domains[weakest]
    weak = f"Agencies' own work was weakest in {small(weakest)}: "
    if graded == 1:
        return f"{weak}the one grade was not good or better."
    return (f"{weak}"
            f"{part_of(number, graded, 'grades')} {'was' if number == 1 else 'were'} good or "
            "better.")


def _work(shown: Shown) -> str:
    """What is shown of agencies' own work, where the weakest domain may be one that is hidden."""
    hides = any(shown.get(places.WORK, row, domain).hidden
                for domain in shown.columns(places.WORK) for row in (places.GOOD, TOTAL))
    return f"{say_work(shown)}." if hides and is_work_drawn(shown) else ""


def _own(known: Known) -> str:
    """Whether anybody is to act on this audit, and how many of them are late."""
    late, whole = sum(one.is_overdue(known.on) for one in known.own), len(known.own)
    if not whole:
        return "No action from it is on the register yet."
    if not late:
        return ""
    if whole == 1:
        return "Its one action is late."
    return f"Of its {count_of(whole, 'action')}, {spell(late)} {'is' if late == 1 else 'are'} late."


def _since(known: Known) -> str:
    """How many of the last audit's actions have shown a difference."""
    if known.last is None:
        return ""
    if not known.actions:
        return "No action came of the last audit."
    number, whole = sum(bool(one.outcome) for one in known.actions), len(known.actions)
    if whole == 1:
        return f"The one action of the last audit has {'' if number else 'no '}" + (
            "evidence of an outcome.")
    have = "has" if number == 1 else "have"
    return joined(f"Of the last audit's {count_of(whole, 'action')}, "
                  f"{spell(number, 'none')} {have} evidence of an outcome.")

