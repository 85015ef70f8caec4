"""The grades: by agency and standard, this round above the last, and what they rest on.

The Board has the grades that Q&E has scrutinised; until then an agency's own are in the restricted
set alone. The public has numbers by standard and no names.
"""

from __future__ import annotations

from collections.abc import Iterator

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.section11 import Answer, Grade, SelfAudit, worst
from pscb_lib.framework.english import listed, part_of, small, spell
from pscb_lib.page.blocks import (
    LEFT,
    RIGHT,
    Chart,
    Data,
    Place,
    Prose,
    Question,
)
from pscb_lib.page.charts.standards import Graded, plot_standards
from pscb_lib.page.words.readers import only_members
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.section11 import places
from pscb_lib.reports.section11.known import Known
from pscb_lib.reports.section11.page.lead import FULL, head_least_met, least_met, say_lowered

WORDS = {Grade.FULLY_MET: "fully", Grade.MOSTLY_MET: "mostly", Grade.PARTIALLY_MET: "partially",
         Grade.NOT_MET: "not met"}
NOT_YET = "Q&E has not yet scrutinised any grade."


@only_members
def plot_grades(shown: Shown, known: Known) -> Chart | Prose:
    """Plot each grade by agency and standard: what the agency gave itself and what Q&E made of it.
    """
    labels = {one.number: one.label for one in known.standards}
    rows = {known.short(one.agency): {labels[answer.standard]: _graded(answer, known)
                                      for answer in answers}
            for one, answers in _told(shown, known)}
    if not rows:
        return Prose(NOT_YET)
    feet = [_foot(require_shown(shown), one.label) for one in known.standards]
    headline = head_least_met(shown, 1) if least_met(shown) else NOT_YET.rstrip(".")
    return plot_standards(
        rows, [*labels.values()], [WORDS[grade] for grade in Grade], ["Fully met", *feet],
        _data(shown, known), id="grades", headline=headline, alt=_alt(shown, known, headline),
        note=joined(_say_lowered(shown), _say_unproven(shown), _say_waiting(known)) or None,
        subtitle=f"Grade on each of the {spell(len(labels))} standards; where Q&E changed it, from "
        "the agency's own grade to the one that stands")


def _say_lowered(shown: Shown) -> str:
    said = say_lowered(shown)
    return f"{said}." if said else ""


def _say_unproven(shown: Shown) -> str:
    """Say that grades without evidence are counted as they stand; "" if there is none."""
    number = shown.get(*places.UNPROVEN).count
    if not number:
        return ""
    full = shown.get(places.STANDARDS, TOTAL, FULL).count
    which = ("the one grade of fully met" if full == 1
             else part_of(number, full, "grades of fully met"))
    return (f"Marked ?: {which} "
            f"{'rests' if number == 1 else 'rest'} on no evidence. Q&E let "
            f"{'it' if number == 1 else 'them'} stand, so that counts of fully met include "
            f"{'it' if number == 1 else 'them'}.")


def _say_waiting(known: Known) -> str:
    """Name who returned and is not counted, because Q&E has not scrutinised it; "" if none."""
    waiting = [known.short(one.agency) for one in known.forms
               if one.returned_on and one.answers and one.agency not in known.scrutinised]
    if not waiting:
        return ""
    return (f"{listed(waiting)} returned too, and Q&E has not scrutinised "
            f"{'it' if len(waiting) == 1 else 'them'} yet.")


def _told(shown: Shown, known: Known) -> Iterator[tuple[SelfAudit, tuple[Answer, ...]]]:
    """The self-audits with the answers that the readers may have: only Q&E has unscrutinised ones.
    """
    for one in known.forms:
        answers = (one.answers if shown.audience == "restricted" else one.scrutinised(known.on))
        if answers:
            yield one, answers


def _is_open(answer: Answer, known: Known) -> bool:
    return answer.scrutinised_on is None or answer.scrutinised_on > known.on


def _graded(answer: Answer, known: Known) -> Graded:
    if _is_open(answer, known):
        return Graded(answer.self_grade.level, is_open=True)
    return Graded(answer.grade.level, unproven=answer.lacks_evidence,
                  was=answer.self_grade.level if answer.change else None)


def _foot(shown: Shown, standard: str) -> str:
    full, graded = (shown.get(places.STANDARDS, standard, column) for column in (FULL, TOTAL))
    return f"{full.count} of {graded.count}" if graded.count else "–"


def _data(shown: Shown, known: Known) -> Data:
    return Data(
        ["agency", "standard", "self_grade", "moderated_grade", "evidence_kind", "evidence_on",
         "good_practice"],
        [[one.agency, known.label(answer.standard), answer.self_grade.value,
          None if _is_open(answer, known) else answer.grade.value,
          answer.evidence_kind.value if answer.evidence_kind else None,
          answer.evidence_on.isoformat() if answer.evidence_on else None, answer.good_practice]
         for one, answers in _told(shown, known) for answer in answers])


def _alt(shown: Shown, known: Known, headline: str) -> str:
    lowest = [f"{known.short(agency)} {_named(known, answers)}"
              for agency, answers in _lowest(known, Grade.NOT_MET)]
    not_met = f" Not met: {listed(lowest)}." if lowest else ""
    counts = "; ".join(f"{one.label} {_foot(shown, one.label)}" for one in known.standards)
    return f"{headline}.{not_met} Agencies that fully meet each standard: {counts}."


def _lowest(known: Known, grade: Grade) -> list[tuple[str, tuple[Answer, ...]]]:
    """The agencies whose lowest grade is this one, with the answers that have it."""
    found = [(agency, worst(answers)) for agency, answers in known.scrutinised.items()]
    return [(agency, answers) for agency, answers in found if answers[0].grade is grade]


def _named(known: Known, answers: tuple[Answer, ...]) -> str:
    return listed([small(known.label(one.standard)) for one in answers])


@only_members
def ask_not_met(shown: Shown, known: Known) -> Question | None:
    """Ask each agency that does not meet a standard at all about it."""
    found = _lowest(known, Grade.NOT_MET)
    said = [f"{_named(known, answers)} ({known.short(agency)})" for agency, answers in found]
    return _ask(found, known, "not_met_asked", LEFT, "What will be in place, and by when, where a "
                f"standard is not met: {'; '.join(said)}?")


@only_members
def ask_partially_met(shown: Shown, known: Known) -> Question | None:
    """Ask each agency whose lowest grade is partially met about its own worst line."""
    found = _lowest(known, Grade.PARTIALLY_MET)
    return _ask(found, known, "partially_met_asked", RIGHT, joined(
        "What would lift your lowest grade, partially met, and by when?",
        _least_met_of(shown, known, [agency for agency, _ in found])))


def _least_met_of(shown: Shown, known: Known, agencies: list[str]) -> str | None:
    """Ask about the standard that the fewest agencies fully meet, if these do not; None otherwise.
    """
    named = least_met(require_shown(shown))
    owed = [agency for agency in agencies for one in known.scrutinised[agency]
            if [known.label(one.standard)] == named and one.grade is not Grade.FULLY_MET]
    if not owed:
        return None
    if len(owed) == len(agencies):
        return f"What keeps you from fully meeting {small(named[0])}?"
    return f"What keeps {listed([*map(known.short, owed)])} from fully meeting {small(named[0])}?"


def _ask(found: list[tuple[str, tuple[Answer, ...]]], known: Known, id: str, place: Place,
         words: str) -> Question | None:
    if not found:
        return None
    who = "Representative of" if len(found) == 1 else "Representatives of"
    owners = listed([known.short(agency) for agency, _ in found])
    return Question(id, words, f"{who} {owners}", place=place)
