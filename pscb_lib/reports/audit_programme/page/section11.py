"""Section 11 in a line or two: who returned, what scrutiny changed, and where the rest is."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital
from pscb_lib.page.blocks import Prose
from pscb_lib.page.words.readers import not_public
from pscb_lib.page.words.shown import joined, say, say_count, say_numerator, say_part
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.page.elsewhere import point_to
from pscb_lib.reports.audit_programme.places import GRADED, IN_TIME, LOWERED, RETURNED


@not_public
def say_section11(shown: Shown, known: Known) -> Prose:
    """Say who returned the self-audit and how many grades scrutiny lowered."""
    returned, in_time = (require_shown(shown).get(*place) for place in (RETURNED, IN_TIME))
    said = capital(say_returned(returned))
    if returned.numerator and returned.denominator != 1:
        said += f", {say_numerator(in_time)} of them by the due date"
    return Prose(joined(f"**Section 11.** {said}.", _moderation(shown),
                        point_to(known, "the grades", "section11")))


def say_returned(returned: ShownFigure) -> str:
    """Say how many of the agencies asked have returned the self-audit."""
    if not returned.denominator:
        return "no agency was asked for a self-audit"
    if returned.denominator == 1:
        return f"the one agency asked has {'' if returned.numerator else 'not '}returned"
    verb = "has" if returned.numerator == 1 else "have"
    return f"{say_part(returned, 'agencies')} {verb} returned"


def _moderation(shown: Shown) -> str:
    graded, lowered = shown.get(*GRADED), shown.get(*LOWERED)
    if not graded.value:
        return "Q&E has not yet scrutinised any grade."
    of_all = (f"{say(lowered)} of the {say_count(graded, 'grade')}" if graded.value != 1 else
              "the one grade" if lowered.value else "none of the grades")
    return f"Q&E lowered {of_all} that agencies gave themselves."
