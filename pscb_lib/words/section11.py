"""The sentences about Section 11 self-audits, all made from shown figures.

The return rate is always told, grades only once Q&E has scrutinised them.
"""

from __future__ import annotations

from pscb_lib.blocks import List
from pscb_lib.disclosure import Shown, require_shown
from pscb_lib.measures import section11
from pscb_lib.returns.audit_programme import Known
from pscb_lib.words.counted import say, say_are, say_numerator, say_part
from pscb_lib.words.numbers import capital, listed
from pscb_lib.words.readers import not_public


@not_public
def list_section11(shown: Shown, known: Known) -> List:
    """Who returned the self-audit and, of what was scrutinised, what moderation found."""
    returned, in_time = (require_shown(shown).get("section11_return", name)
                         for name in (section11.RETURNED, section11.IN_TIME))
    share = "" if returned.hidden or returned.value is None else f" ({returned.text})"
    items = [f"{capital(say_part(returned, 'agencies'))} have returned{share}; "
             f"{say_numerator(in_time)} did so by the due date."]
    return List(items + _named(known) + _moderation(shown))


def _named(known: Known) -> list[str]:
    missing = [one.agency for one in known.self_audits if not one.returned_on]
    waiting = [one.agency for one in known.self_audits if one.awaiting_scrutiny(known.on)]
    said = {"Not returned": missing,
            "Returned and not yet scrutinised by Q&E, so not graded in any Board paper": waiting}
    return [f"{words}: {listed(agencies)}." for words, agencies in said.items() if agencies]


def _moderation(shown: Shown) -> list[str]:
    graded, unproven, lowered = (shown.get("section11_grades", name) for name in (
        section11.GRADED, section11.UNPROVEN, section11.LOWERED))
    if not graded.hidden and not graded.value:
        return ["Q&E has not yet scrutinised any grade."]
    return [f"Of {graded.text} grades scrutinised, moderation lowered {say(lowered)}; "
            f"{say_are(unproven)} fully met without evidence."]
