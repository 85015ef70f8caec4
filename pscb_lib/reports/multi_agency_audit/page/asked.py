"""The questions: what would make agencies work together well, and who was not there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed
from pscb_lib.page.blocks import Question
from pscb_lib.reports.multi_agency_audit import places
from pscb_lib.reports.multi_agency_audit.known import Known

RIGHT = (2, 2)


def asks(shown: Shown, known: Known, facts: Mapping[str, Any]) -> str:
    """What the Board is asked to decide."""
    require_shown(shown)
    said = ["say what agencies are to do about the findings, and by when"]
    if _absent(shown):
        said.append("ask agencies to take part in every case that they are in")
    return listed(said) if known.audit else "say when the next audit is to be made"


def ask_child(shown: Shown, known: Known) -> Question | None:
    """Ask what would have made a difference for the children. None if no case was supplied."""
    if not require_shown(shown).has(*places.WELL):
        return None
    return Question("child_asked", "What would have made things better for the children in these "
                    "cases, and who is doing it now?", known.lead)


def ask_part(shown: Shown, known: Known) -> Question | None:
    """Ask the agencies that missed a case why, at most three of them by name."""
    absent = _absent(require_shown(shown))
    if not absent:
        return None
    named = [known.short(one) for one in absent[:3]]
    return Question("part_asked", f"What kept {listed(named)} from taking part, and what did the "
                    "audit not see?", known.lead, place=RIGHT)


def _absent(shown: Shown) -> list[str]:
    """The agencies that missed a case, those that missed most first."""
    missed = {agency: shown.get(places.TOOK_PART, places.IN_CASES, agency).count
              - shown.get(places.TOOK_PART, places.BOTH, agency).count
              for agency in shown.columns(places.TOOK_PART)}
    return sorted((one for one in missed if missed[one]), key=lambda one: (-missed[one], one))


def ask_voices(shown: Shown, known: Known) -> Question | None:
    """Ask what came of what the auditors were told. None if nobody's answer was supplied."""
    if not require_shown(shown).rows(places.VOICES):
        return None
    return Question("voices_asked", "What did children and parents say, and what do agencies now "
                    "do otherwise because of it?", known.lead, place=RIGHT)


def ask_again(shown: Shown, known: Known, facts: Mapping[str, Any]) -> Question | None:
    """Ask why something is found again that was found before; None if nothing is."""
    require_shown(shown)
    areas = [area for area, before in facts.get("again") or [] if before]
    if not areas:
        return None
    return Question("again_asked", f"Why is something found again in {listed(areas)}, and what is "
                    "done otherwise this time?", known.lead, place=RIGHT)
