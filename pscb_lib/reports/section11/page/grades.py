"""The grades: by agency and standard, this round above the last, and what they rest on.

The Board has the grades that Q&E has scrutinised; until then an agency's own are in the restricted
set alone. The public has numbers by standard and no names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.figures import Place as Figure
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.section11 import Answer, Grade, SelfAudit, worst
from pscb_lib.framework.english import capital, listed, part_of, small, spell
from pscb_lib.page import charts, style
from pscb_lib.page.blocks import (
    Chart,
    Data,
    Heading,
    List,
    Place,
    Prose,
    Question,
    Several,
    Table,
)
from pscb_lib.page.charts.standards import Graded, plot_standards
from pscb_lib.page.tables.counts import tabulate_counts
from pscb_lib.page.words.readers import only_members
from pscb_lib.page.words.shown import joined, say
from pscb_lib.reports.section11 import places
from pscb_lib.reports.section11.known import Known
from pscb_lib.reports.section11.page.lead import FULL, head_least_met, least_met

WORDS = {Grade.FULLY_MET: "fully", Grade.MOSTLY_MET: "mostly", Grade.PARTIALLY_MET: "partially",
         Grade.NOT_MET: "not met"}
FILLS = dict(zip((one.value for one in Grade),
                 (style.BAND, style.SOFT, style.LINE, style.INK), strict=True))
NOT_YET = "Q&E has not yet scrutinised any grade."
ROW = 16.0  # points from bar to bar
LEFT, RIGHT = (1, 2), (2, 2)


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
        subtitle=f"Grade on each of the {spell(len(labels))} standards; where Q&E changed it, from "
        "the agency's own grade to the one that stands")


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
    return _ask(found, known, "partially_met_asked", RIGHT, "What would lift your lowest grade, "
                "partially met, and by when?")


def _ask(found: list[tuple[str, tuple[Answer, ...]]], known: Known, id: str, place: Place,
         words: str) -> Question | None:
    if not found:
        return None
    who = "Representative of" if len(found) == 1 else "Representatives of"
    owners = listed([known.short(agency) for agency, _ in found])
    return Question(id, words, f"{who} {owners}", place=place)


def plot_rounds(shown: Shown, known: Known) -> Chart | Prose | None:
    """Plot the grades of each standard, those of this round above those of the last."""
    rounds = {table: str(one.start.year) for table, one in (
        (places.STANDARDS, known.now), (places.BEFORE, known.before))
        if require_shown(shown).get(table, TOTAL, TOTAL).count}
    if places.STANDARDS not in rounds:
        return None
    bars = {f"{one.label}, {year}": {grade.value: shown.get(table, one.label, grade.value)
                                     for grade in Grade}
            for one in known.standards for table, year in rounds.items()
            if shown.get(table, one.label, TOTAL).count}
    return charts.plot_stacks(
        bars, id="rounds", headline=_head_rounds(shown, rounds), fills=FILLS, row=ROW,
        label="Standard and round",
        subtitle="Agencies scrutinised, by the grade that stands; the rounds asked different "
        "agencies" if len(rounds) > 1 else "Agencies scrutinised, by the grade that stands")


def _head_rounds(shown: Shown, rounds: dict[str, str]) -> str:
    counts = {table: (shown.get(table, TOTAL, FULL).count, shown.get(table, TOTAL, TOTAL).count)
              for table in rounds}
    said = [f"{full} of {graded} in {rounds[table]}" for table, (full, graded) in counts.items()]
    return f"Grades of fully met: {', '.join(said)}"


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
    return Several([Heading("What do the grades rest on?", 2, place=RIGHT),
                    List([*items, *_not_applicable(shown, known)], place=RIGHT)])


def _rest(number: int, full: int) -> str:
    if full == 1:
        return f"The one grade of fully met {'rests' if number else 'does not rest'}"
    return (f"{capital(spell(number, 'none'))} of the {full} grades of fully met "
            f"{'rests' if number < 2 else 'rest'}")


def _not_applicable(shown: Shown, known: Known) -> list[str]:
    """Say how many answers are that a standard does not apply, and why, to Q&E alone."""
    apart = shown.get(*places.NOT_APPLICABLE)
    if not apart.value:
        return []
    why = [f"{known.short(one.agency)} ({small(known.label(standard))}): {reason}"
           for one in known.forms for standard, reason in one.not_applicable]
    said = f": {'; '.join(why)}" if shown.audience == "restricted" else ""
    number, every = apart.counts
    return [f"{capital(part_of(number, every, 'answers'))} {'says' if number == 1 else 'say'} that "
            f"the standard does not apply{said}."]


def _whose(known: Known, found: Callable[[Answer, SelfAudit], bool]) -> str:
    named = [f"{known.short(form.agency)} ({listed([small(known.label(n)) for n in numbers])})"
             for form in known.forms
             if (numbers := [one.standard for one in form.scrutinised(known.on)
                             if found(one, form)])]
    return f": {'; '.join(named)}" if named else ""


@only_members
def say_moved(shown: Shown, known: Known) -> Prose | None:
    """Say how grades moved since the last round, of the agencies scrutinised in both alone."""
    both = require_shown(shown).get(*places.IN_BOTH).count
    if not both:
        return Prose("No agency was scrutinised in both rounds, so no movement can be told.",
                     place=LEFT)
    better, same, worse = (shown.get(places.MOVED, TOTAL, column) for column in places.MOVES)
    every = better.count + same.count + worse.count
    named = [row for row in shown.rows(places.MOVED) if row != TOTAL
             and shown.get(places.MOVED, row, places.WORSE).count
             > shown.get(places.MOVED, row, places.BETTER).count]
    fell = f"More fell than rose on {listed([*map(small, named)])}." if named else (
        "On no standard did more fall than rise.")
    agencies = "the one agency" if both == 1 else f"the {spell(both)} agencies"
    return Prose(joined(
        f"Of {every} grades of {agencies} scrutinised in both rounds, {say(better)} rose, "
        f"{say(same)} stayed and {say(worse)} fell.", fell,
        "An agency that has ended, or that is new, is in one round alone and not compared."),
        place=LEFT)


@only_members
def tabulate_moved(shown: Shown, known: Known) -> Table | Prose | None:
    """Tabulate the movement of each standard, of the agencies scrutinised in both rounds."""
    if not require_shown(shown).get(*places.IN_BOTH).count:
        return None
    return replace(tabulate_counts(
        shown, places.MOVED, f"Grades of {known.now.words} against those of {known.before.words}, "
        "of the same agencies", "Standard"), place=LEFT)


@only_members
def say_practice(shown: Shown, known: Known) -> Prose | None:
    """Say what good practice scrutinised forms name, to be spread as readily as shortfalls."""
    require_shown(shown)
    named = [f"{one.good_practice} ({known.short(agency)}, {small(known.label(one.standard))})"
             for agency, answers in known.scrutinised.items() for one in answers
             if one.good_practice]
    return Prose(f"Good practice to share: {'; '.join(named)}.", place=RIGHT) if named else None
