"""What grades of fully met rest on, and the good practice that forms name."""

from __future__ import annotations

from collections.abc import Callable

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.figures import Place as Figure
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.section11 import Answer, SelfAudit
from pscb_lib.framework.english import capital, listed, part_of, small
from pscb_lib.page.blocks import Heading, List, Prose, Question, Several
from pscb_lib.page.words.readers import only_members
from pscb_lib.reports.section11 import places
from pscb_lib.reports.section11.known import Known
from pscb_lib.reports.section11.page.lead import FULL


@only_members
def list_evidence(shown: Shown, known: Known) -> Several | None:
    """List what grades of fully met rest on: on no evidence, on old evidence, on a policy alone."""
    full = require_shown(shown).get(places.STANDARDS, TOTAL, FULL).count
    if not full:
        return None
    standards = {one.number: one for one in known.standards}
    lines: list[tuple[Figure, str, Callable[[Answer, SelfAudit], bool]]] = [
        (places.UNPROVEN, "no evidence", lambda one, form: one.lacks_evidence),
        (places.STALE, "evidence more than 24 months old", lambda one, form:
            one.is_stale(form.due_on)),
        (places.POLICY, "a policy alone, which does not show what is done", lambda one, form:
            one.rests_on_policy(standards[one.standard]))]
    items = [f"{_rest(shown.get(*place).count, full)} on {words}{_whose(known, found)}."
             for place, words, found in lines]
    weak = sum(any(found(one, form) for _, _, found in lines)
               for form in known.forms for one in form.scrutinised(known.on))
    if weak and full > 1:
        items.insert(0, f"{_rest(weak, full)} on no evidence, old evidence or a policy alone.")
    return Several([Heading("What do the grades rest on?", 2),
                    List([*items, *_not_applicable(shown, known)])])


@only_members
def ask_evidence(shown: Shown, known: Known) -> Question | None:
    """Ask the agencies that fully meet a standard on no evidence what shows it."""
    require_shown(shown)
    bare = [known.short(form.agency) for form in known.forms
            if any(one.lacks_evidence for one in form.scrutinised(known.on))]
    if not bare:
        return None
    return Question("evidence_asked", "You fully meet a standard on no evidence. What shows that "
                    "it is met, and when will Q&E see it?", listed(bare))


def _rest(number: int, full: int) -> str:
    if full == 1:
        return f"The one grade of fully met {'rests' if number else 'does not rest'}"
    said = capital(part_of(number, full, "grades of fully met"))
    return f"{said} {'rests' if number < 2 else 'rest'}"


def _not_applicable(shown: Shown, known: Known) -> list[str]:
    """Say how many answers are that a standard does not apply, and why, to Q&E alone."""
    apart = shown.get(*places.NOT_APPLICABLE)
    if not apart.value:
        return []
    why = [f"{known.short(one.agency)} ({small(known.label(standard))}): {reason}"
           for one in known.forms for standard, reason in one.not_applicable]
    said = f": {'; '.join(why)}" if shown.audience == "restricted" else ""
    number, every = apart.counts
    return [f"{capital(part_of(number, every, 'answers'))} on the forms returned, scrutinised or "
            f"not, {'says' if number == 1 else 'say'} that the standard does not apply{said}."]


def _whose(known: Known, found: Callable[[Answer, SelfAudit], bool]) -> str:
    named = [f"{known.short(form.agency)} ({listed([small(known.label(n)) for n in numbers])})"
             for form in known.forms
             if (numbers := [one.standard for one in form.scrutinised(known.on)
                             if found(one, form)])]
    return f": {'; '.join(named)}" if named else ""


@only_members
def say_practice(shown: Shown, known: Known) -> Prose | None:
    """Say what good practice scrutinised forms name, with the grade that stands beside each."""
    require_shown(shown)
    named = [f"{one.good_practice} ({known.short(agency)}, {small(known.label(one.standard))}: "
             f"{small(one.grade.value)}{', no evidence' if one.lacks_evidence else ''})"
             for agency, answers in known.scrutinised.items() for one in answers
             if one.good_practice]
    return Prose("Good practice that forms name, with the grade of the standard: "
                 f"{'; '.join(named)}.") if named else None
