"""The questions: of bodies that told of no audit, of what is late, of what nobody saw again.
"""

from __future__ import annotations

from pscb_lib.disclosure.paper import RESTRICTED
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.audits import BoardToKnow
from pscb_lib.framework.english import listed
from pscb_lib.page.blocks import LEFT, RIGHT, Question
from pscb_lib.reports.single_agency_audits.known import Known


def asks(shown: Shown, known: Known) -> str:
    """What the readers are asked to decide."""
    is_own = require_shown(shown).audience == RESTRICTED
    waits = is_own and any(one.board_to_know in (None, BoardToKnow.NOT_JUDGED)
                           for one in known.received)
    said = [words for is_asked, words in (
        (waits, "decide which audits the Board is to know of"),
        (known.untold(), "ask each silent body for its programme of audits"),
        (known.standing, "ask who looks again at practice that was not good")) if is_asked]
    return listed(said) or "note that every body audits and that weaknesses were looked at again"


def ask_silent(shown: Shown, known: Known) -> Question | None:
    """Ask the bodies that told of no audit whether they audit, but those whose audit is late."""
    require_shown(shown)
    late = _late(known)
    silent = [name for one in known.untold() if (name := known.short(one)) not in late]
    if not silent:
        return None
    return Question("silent_asked", "What safeguarding audits do you make, and why did you tell "
                    "us of none?", listed(silent), place=LEFT)


def ask_requests(shown: Shown, known: Known) -> Question | None:
    """Ask for the audits that are late. None if none is."""
    require_shown(shown)
    asked, own = _late(known), {known.short(one.agency) for one in known.own_late if one.agency}
    if not asked and not own:
        return None
    which = " or ".join(words for whose, words in (
        (asked, "that was asked of you"), (own, "that you planned")) if whose)
    return Question("requests_asked", f"When will the audit {which} come, and what do you know "
                    "meanwhile?", listed(sorted(asked | own)), place=RIGHT)


def _late(known: Known) -> set[str]:
    """Whose audit was asked for and is late."""
    return {known.short(one.agency) for one in known.requests if one.is_late(known.on)}


def _standing(shown: Shown, known: Known) -> set[str]:
    """Whose practice was not good and has not been audited again, as these readers may know."""
    return {known.short(one.agency) for one in known.standing
            if shown.audience == RESTRICTED or one.is_scrutinised(known.on)}


def ask_again(shown: Shown, known: Known) -> Question | None:
    """Ask who looks again at practice that was not good. None if all was looked at again."""
    require_shown(shown)
    whose = _standing(shown, known)
    if not whose:
        return None
    equality = ", and will it examine equality" if whose & _without(known) else ""
    return Question("again_asked", "Who will audit again what was not yet good in your practice, "
                    f"and when{equality}?", listed(sorted(whose)), place=RIGHT)


def ask_equality(shown: Shown, known: Known) -> Question | None:
    """Ask why audits did not examine equality: agencies that are not asked to audit again."""
    require_shown(shown)
    without = _without(known) - _standing(shown, known)
    if not without:
        return None
    return Question("equality_asked", "Your audit did not examine equality. For which children "
                    "was practice not looked at?", listed(sorted(without)), place=RIGHT)


def _without(known: Known) -> set[str]:
    """Whose audits of the twelve months did not examine equality."""
    return {known.short(one.agency) for one in known.received
            if one.equality_examined is not True}
