"""The sentences about Section 11 self-audits, all made from shown figures.

The return rate is always told, grades only once Q&E has scrutinised them.
"""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.blocks import List
from pscb_lib.disclosure import Shown, require_shown
from pscb_lib.measures import section11
from pscb_lib.returns.audit_programme import Known
from pscb_lib.section11 import Compliance, Grade
from pscb_lib.words.numbers import capital, listed, small, spell
from pscb_lib.words.readers import not_public
from pscb_lib.words.shown import say, say_are, say_numerator, say_part

MOST_NAMED = 3


@not_public
def list_section11(shown: Shown, known: Known) -> List:
    """Who returned the self-audit and, of what was scrutinised, what moderation found."""
    returned, in_time = (require_shown(shown).get("section11_return", name)
                         for name in (section11.RETURNED, section11.IN_TIME))
    share = "" if returned.hidden or returned.value is None else f" ({returned.text})"
    items = [f"{capital(say_part(returned, 'agencies'))} have returned{share}; "
             f"{say_numerator(in_time)} did so by the due date. Those who have not are listed "
             "under what is overdue."]
    return List(items + _named(known) + _moderation(shown))


def say_least_met(shown: Shown) -> str:
    """The standards that the fewest agencies comply with, where grades are scrutinised."""
    agencies = require_shown(shown).get("section11_scrutinised", section11.AGENCIES)
    if not agencies.value:
        return ""
    met = {row: shown.get("section11_standards", row, Compliance.COMPLIANT.value)
           for row in shown.rows("section11_standards")}
    fewest = min(met.values(), key=lambda figure: figure.value)
    named = [row for row, figure in met.items() if figure.value == fewest.value]
    return (f"{say(fewest)} of {say(agencies)} agencies scrutinised "
            f"{'is' if fewest.value in (0, 1) else 'are'} compliant in {_few(named)}")


def _few(standards: Sequence[str]) -> str:
    if len(standards) > MOST_NAMED:
        return f"each of {spell(len(standards))} standards"
    return listed([small(standard) for standard in standards])


def _named(known: Known) -> list[str]:
    waiting = [one.agency for one in known.self_audits if one.awaiting_scrutiny(known.on)]
    return [f"Returned and not yet scrutinised by Q&E, so not graded in any Board paper: "
            f"{listed(waiting)}."] if waiting else []


def _moderation(shown: Shown) -> list[str]:
    graded, unproven, lowered = (shown.get("section11_grades", name) for name in (
        section11.GRADED, section11.UNPROVEN, section11.LOWERED))
    if not graded.hidden and not graded.value:
        return ["Q&E has not yet scrutinised any grade."]
    return [f"Of {graded.text} grades scrutinised, {_scale(shown)}.",
            f"Moderation lowered {say(lowered)}; {say_are(unproven)} fully met without evidence."]


def _scale(shown: Shown) -> str:
    of_each: dict[Compliance, list[str]] = {}
    for grade in Grade:
        said = say_are(shown.get("section11_scale", grade.value))
        of_each.setdefault(grade.compliance, []).append(f"{said} {small(grade.value)}")
    return "; ".join(f"{listed(grades)} ({small(compliance.value)})"
                     for compliance, grades in of_each.items())
