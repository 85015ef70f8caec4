"""The questions: what agencies will do about what was found, and why some were not there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pscb_lib.board.cleared_texts import LEFT_OUT
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, spell
from pscb_lib.page.blocks import LEFT, RIGHT, Question
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.multi_agency_audit import places
from pscb_lib.reports.multi_agency_audit.known import Known
from pscb_lib.reports.multi_agency_audit.page.drawn import is_work_drawn
from pscb_lib.reports.multi_agency_audit.page.tables import are_voices_hidden

EACH = "Each agency in the audit"
NO_ACTION = "Who does what about this audit's findings, by when, and why is it not on the register?"


def asks(shown: Shown, known: Known, facts: Mapping[str, Any]) -> str:
    """What the Board is asked to decide."""
    require_shown(shown)
    said = _owed(known)
    if _absent(shown):
        said.append("ask agencies to take part in every case that they are in")
    if known.audit is None:
        return "say when the next audit is to be made"
    return listed(said) or "note what the audit found, and who acts on it by when"


def _owed(known: Known) -> list[str]:
    """What is to be decided on the findings: who acts, or what is late or has no day."""
    if not known.own:
        return ["say who must do what about the findings, and by when"]
    late = sum(one.is_overdue(known.on) for one in known.own)
    bare = sum(one.is_open and one.last_due_on is None for one in known.own)
    which = "the action" if late == 1 else "each action"
    return [words for is_asked, words in (
        (late, f"agree a new day for {which} from this audit that is late"),
        (bare, "set a day for each action that has none")) if is_asked]


def ask_child(shown: Shown, known: Known) -> Question | None:
    """Ask what is done about what was found. None if no case was supplied."""
    if not require_shown(shown).has(*places.WELL):
        return None
    found = known.audit.main_finding if known.audit else None
    quoted = f"The audit found: “{capital(found).rstrip('.')}”." if (
        found and found != LEFT_OUT) else None
    words = joined(quoted, "What do you do differently now, and since when?")
    return Question("child_asked", words, _agencies(shown, known),
                    place=LEFT if is_work_drawn(shown) else None)


def ask_part(shown: Shown, known: Known) -> Question | None:
    """Ask each agency that missed a case why, and how many it missed; None if none did."""
    absent = _absent(require_shown(shown))
    if not absent:
        return None
    missed = [count_of(absent[agency], "case") for agency in absent]
    each = listed([f"{known.short(agency)} ({cases if not place else cases.split()[0]})"
                   for place, (agency, cases) in enumerate(zip(absent, missed, strict=True))])
    return Question("part_asked", f"What kept {each} from taking part, and what did the audit miss "
                    "because of it?", listed([known.short(one) for one in absent]),
                    place=RIGHT)


def _absent(shown: Shown) -> dict[str, int]:
    """How many of its cases each agency missed, those that missed most first; none that did not.
    """
    missed = {agency: shown.get(places.TOOK_PART, places.IN_CASES, agency).count
              - shown.get(places.TOOK_PART, places.BOTH, agency).count
              for agency in shown.columns(places.TOOK_PART)}
    return {one: missed[one] for one in sorted(missed, key=lambda one: (-missed[one], one))
            if missed[one]}


def ask_voices(shown: Shown, known: Known) -> Question | None:
    """Ask whoever leads the audits whom they heard. None if no reader can see the answers."""
    if not require_shown(shown).rows(places.VOICES) or are_voices_hidden(shown):
        return None
    return Question("voices_asked", "In which cases were the child and the parents not asked, and "
                    "why? What was done about what the others said?", known.lead, place=RIGHT)


def ask_actions(shown: Shown, known: Known) -> Question | None:
    """Ask whoever leads the audits who acts on this one; None if the register says so."""
    require_shown(shown)
    if known.audit is None or known.own:
        return None
    return Question("actions_asked", NO_ACTION, known.lead, place=RIGHT)


def ask_last(shown: Shown, known: Known) -> Question | None:
    """Ask the owners of the last audit's actions what is late, and what shows that others worked.
    """
    require_shown(shown)
    late = [one for one in known.actions if one.is_overdue(known.on)]
    bare = [one for one in known.actions if one.lacks_evidence]
    if not late and not bare:
        return None
    words = [f"What keeps {listed([f'“{one.text}”' for one in late])}?" if late else "",
             f"What shows that {_of_done(len(bare))} made a difference?" if bare else ""]
    owners = dict.fromkeys(f"{known.short(one.agency)}: {one.owner}" for one in (*late, *bare))
    return Question("last_asked", joined(*words), "; ".join(owners), place=LEFT)


def _of_done(number: int) -> str:
    return ("the action completed without evidence" if number == 1
            else f"the {spell(number)} actions completed without evidence")


def _agencies(shown: Shown, known: Known) -> str:
    """The agencies that were in the cases by name; "each agency" if they were not supplied."""
    return listed([known.short(one) for one in shown.columns(places.TOOK_PART)]) or EACH


def ask_again(shown: Shown, known: Known, facts: Mapping[str, Any]) -> Question | None:
    """Ask what came of earlier findings in the areas of this audit; None if there are none."""
    require_shown(shown)
    areas = [area for area, before in facts.get("again") or [] if before]
    if not areas:
        return None
    return Question("again_asked", f"Earlier audits had findings on {listed(areas)} too. What came "
                    "of them, and what changes now?",
                    _agencies(shown, known))
