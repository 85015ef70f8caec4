"""Sentences on Section 11: who returned, and what scrutiny found in the answers."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.audit_summary.section11 import Scope
from pscb_lib.framework.english import capital, count_of, listed, small, spell
from pscb_lib.page.blocks import List, Question, Several
from pscb_lib.page.words.readers import not_public
from pscb_lib.page.words.shown import say, say_count, say_numerator, say_part
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.page.grades import (
    MOST_NAMED,
    NOT_YET,
    failing,
    least_met,
    say_lowest,
    short_of,
)
from pscb_lib.reports.audit_programme.page.owners import name_owners
from pscb_lib.reports.audit_programme.places import (
    AGENCIES_SCRUTINISED,
    GRADED,
    IN_TIME,
    LOWERED,
    RETURNED,
    WITHOUT_EVIDENCE,
)

KINDS = {Scope.STATUTORY: ("statutory agency", "statutory agencies"),
         Scope.COMMISSIONED: ("commissioned service", "commissioned services")}
ELSEWHERE = "Schools, colleges and the voluntary sector have duties of their own."


@not_public
def list_section11(shown: Shown, known: Known) -> Several:
    """List who returned the self-audit and what scrutiny found in the answers."""
    returned, in_time = (require_shown(shown).get(*place) for place in (RETURNED, IN_TIME))
    share = "" if returned.hidden or returned.value is None else f" ({returned.text})"
    asked = _say_asked(known) if shown.audience == "restricted" else ""
    said = f"{capital(say_returned(returned))}{share}"
    if returned.numerator and returned.denominator != 1:
        said += f", {say_numerator(in_time)} of them by the due date"
    found = [*_moderation(shown, known), *_named(shown, known), *_not_asked(shown, known)]
    return Several([List([f"{said}. {asked}".rstrip()], place=(1, 2)), List(found, place=(2, 2))])


def say_returned(returned: ShownFigure) -> str:
    """Say how many of the agencies asked have returned the self-audit."""
    if returned.denominator == 1:
        return f"the one agency asked has {'' if returned.numerator else 'not '}returned"
    verb = "has" if returned.numerator == 1 else "have"
    return f"{say_part(returned, 'agencies')} {verb} returned"


def _say_asked(known: Known) -> str:
    """Say what those asked are to section 11, as the register has it."""
    scopes = {one.name: one.section11 for one in known.agencies}
    kinds = [scopes.get(one.agency) for one in known.self_audits]
    numbers = [count_of(kinds.count(scope), *noun) for scope, noun in KINDS.items()
               if scope in kinds]
    verb = "was" if len(kinds) == 1 else "were"
    return f"Asked {verb} {listed(numbers)}." if numbers else ""


def _not_asked(shown: Shown, known: Known) -> list[str]:
    """Say to Q&E who of those that section 11 binds was not asked, and whose duty is elsewhere."""
    asked = {one.agency for one in known.self_audits}
    missed = dict.fromkeys(one.name for one in known.agencies
                           if one.section11.is_asked and one.name not in asked)
    if shown.audience != "restricted" or not asked or not missed:
        return []
    return [f"On the register under section 11 and not asked: {listed([*missed])}. {ELSEWHERE}"]


def _few(standards: list[str]) -> str:
    if len(standards) > MOST_NAMED:
        return f"each of {spell(len(standards))} standards"
    return listed([small(standard) for standard in standards])


@not_public
def ask_about_standards(shown: Shown, known: Known) -> Question | None:
    """Ask what would let agencies meet the standards least met. Returns None without grades."""
    if not require_shown(shown).get(*AGENCIES_SCRUTINISED).value:
        return None
    named, _ = least_met(shown)
    return Question("standards_least_met", f"What would it take for every agency to meet "
                    f"{_few(named)} fully, and by when?",
                    name_owners(short_of(known, named), "agency", "in the figure above",
                                "agencies"), place=(1, 2))


def _named(shown: Shown, known: Known) -> list[str]:
    """Name who returned and was not scrutinised; only Q&E is told how they grade themselves."""
    waiting = {one.agency: answers for one in known.self_audits
               if (answers := one.awaiting_scrutiny(known.on))}
    if not waiting:
        return []
    said = ("Not yet scrutinised by Q&E, so not graded here: "
            f"{listed([*map(known.short, waiting)])}.")
    if shown.audience != "restricted":
        return [said]
    own = [f"{known.short(agency)} ({say_lowest(answers, known)})"
           for agency, answers in waiting.items()]
    return [f"{said} By their own lowest grade: {listed(own)}."]


def _moderation(shown: Shown, known: Known) -> list[str]:
    graded, without, lowered = (
        shown.get(*place) for place in (GRADED, WITHOUT_EVIDENCE, LOWERED))
    if not graded.hidden and not graded.value:
        return [NOT_YET]
    have = "grade has" if without.value == 1 else "grades have"
    proof = (f"{capital(say(without))} “fully met” {have} no evidence: “?” in [](#section11)."
             if without.value else "Every grade of “fully met” has evidence.")
    of_all = (f"{say(lowered)} of the {say_count(graded, 'grade')}" if graded.value != 1 else
              "the one grade" if lowered.value else "none of the grades")
    return [*_not_met(known), f"Q&E lowered {of_all} that agencies gave themselves.", proof]


def _not_met(known: Known) -> list[str]:
    """Name the agencies that do not meet a standard at all."""
    found = failing(known)
    if not found:
        return []
    is_ = "grade is" if len(found) == 1 else "grades are"
    return [f"{capital(spell(len(found)))} {is_} “not met”: {_by_standard(found)}."]


def _by_standard(grades: list[tuple[str, str]]) -> str:
    """Name agencies by standard: Education and YOS (inter-agency working); CPFT (training)."""
    agencies: dict[str, list[str]] = {}
    for agency, standard in grades:
        agencies.setdefault(standard, []).append(agency)
    return "; ".join(f"{listed(those)} ({standard})" for standard, those in agencies.items())
