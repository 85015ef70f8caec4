"""Section 11 by agency and standard: the heat map, what it rests on, and self-grades.

Only grades that Q&E has scrutinised are drawn. Until then the Board sees who returned, and an
agency's own grades are in the restricted set alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.audit_summary.section11 import Answer, Compliance, Grade, worst
from pscb_lib.framework.english import listed, small, spell
from pscb_lib.page.blocks import Chart, Data, Prose, Sheet
from pscb_lib.page.charts.standards import Graded, plot_standards
from pscb_lib.page.words.readers import not_public, only_restricted
from pscb_lib.page.words.shown import say, say_count
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.places import (
    AGENCIES_SCRUTINISED,
    AWAITING,
    STANDARDS,
)

COMPLIANT = Compliance.COMPLIANT.value
MOST_NAMED = 3
GRADES = {Grade.FULLY_MET: "fully", Grade.MOSTLY_MET: "mostly", Grade.PARTIALLY_MET: "partially",
          Grade.NOT_MET: "not met"}
NOT_YET = "Q&E has not yet scrutinised any grade."


@not_public
def plot_grades(shown: Shown, known: Known) -> Chart | Prose:
    """Plot the scrutinised grades by agency and standard: which were lowered, or lack evidence."""
    answers = {one.agency: one.scrutinised(known.on) for one in known.self_audits}
    scrutinised = {agency: those for agency, those in answers.items() if those}
    if not scrutinised:
        return Prose(NOT_YET)
    labels = {one.number: one.label for one in known.standards}
    rows = {known.short(agency): {labels[answer.standard]: _graded(answer) for answer in those}
            for agency, those in scrutinised.items()}
    feet = [require_shown(shown).get(STANDARDS, one.label, COMPLIANT).text
            for one in known.standards]
    return plot_standards(
        rows, [*labels.values()], [GRADES[grade] for grade in Grade], ["Fully met", *feet],
        _data(known), id="section11", headline=head_least_met(shown), alt=_alt(shown, known),
        subtitle=f"How far each agency meets the {spell(len(known.standards))} standards, after "
        "scrutiny by Q&E")


def _graded(answer: Answer) -> Graded:
    return Graded(answer.grade.level, answer.grade.level < answer.self_grade.level,
                  answer.lacks_evidence)


def _data(known: Known) -> Data:
    labels = {one.number: one.label for one in known.standards}
    return Data(["agency", "standard", "grade", "lowered", "evidence", "good_practice"], [
        [one.agency, labels[answer.standard], answer.grade.value,
         "yes" if _graded(answer).lowered else "no", "yes" if answer.evidence else "no",
         answer.good_practice]
        for one in known.self_audits for answer in one.scrutinised(known.on)])


def least_met(shown: Shown) -> tuple[list[str], ShownFigure]:
    """The standards that the fewest agencies fully meet, and how many agencies do."""
    met = {row: require_shown(shown).get(STANDARDS, row, COMPLIANT)
           for row in shown.rows(STANDARDS)}
    fewest = min(met.values(), key=lambda figure: figure.count)
    return [row for row, figure in met.items() if figure.value == fewest.value], fewest


def head_least_met(shown: Shown) -> str:
    """Say in a headline which standards the fewest agencies fully meet; "" without grades."""
    agencies = require_shown(shown).get(*AGENCIES_SCRUTINISED)
    if not agencies.value:
        return ""
    named, fewest = least_met(shown)
    standards = (small(named[0]) if len(named) == 1 else
                 f"{spell(len(named))} of the {spell(len(shown.rows(STANDARDS)))} standards")
    of_all = f"{say_count(agencies, 'agency', 'agencies')} graded"
    if agencies.value == 1:
        return f"The one agency graded {'fully meets' if fewest.value else 'does not fully meet'}" \
               f" {standards}"
    if fewest.value == 0:
        return f"None of the {of_all} so far fully meets {standards}"
    meets = "meets" if fewest.value == 1 else "meet"
    return f"Only {say(fewest)} of {of_all} so far fully {meets} {standards}"


def _alt(shown: Shown, known: Known) -> str:
    """Say who does not meet what, and how many fully meet each standard."""
    named = [f"{agency} {standard}" for agency, standard in failing(known)]
    counts = "; ".join(f"{row} {shown.get(STANDARDS, row, COMPLIANT).text}"
                       for row in shown.rows(STANDARDS))
    not_met = f"Not met: {listed(named)}. " if named else ""
    without = [f"{agency} {standard}" for agency, standard in unproven(known)]
    not_met += f"Fully met without evidence: {listed(without)}. " if without else ""
    return f"{head_least_met(shown)}: {not_met}Agencies that fully meet each standard: {counts}."


def failing(known: Known) -> list[tuple[str, str]]:
    """The scrutinised grades of not met: the agency, and the standard."""
    labels = {one.number: one.label for one in known.standards}
    return [(known.short(one.agency), small(labels[answer.standard]))
            for one in known.self_audits for answer in one.scrutinised(known.on)
            if answer.grade is Grade.NOT_MET]


def unproven(known: Known) -> list[tuple[str, str]]:
    """The grades of fully met that have no evidence: the agency, and the standard."""
    labels = {one.number: one.label for one in known.standards}
    return [(known.short(one.agency), small(labels[answer.standard]))
            for one in known.self_audits for answer in one.scrutinised(known.on)
            if answer.lacks_evidence]


def short_of(known: Known, standards: Iterable[str]) -> list[str]:
    """All agencies that do not fully meet one of the *standards*."""
    numbers = {one.number for one in known.standards if one.label in {*standards}}
    return list(dict.fromkeys(
        known.short(one.agency) for one in known.self_audits
        for answer in one.scrutinised(known.on)
        if answer.standard in numbers and answer.grade is not Grade.FULLY_MET))


@only_restricted
def list_awaiting(shown: Shown, known: Known) -> Sheet | None:
    """List in the spreadsheet the grades that agencies gave themselves, for Q&E to scrutinise."""
    labels = {one.number: one.label for one in known.standards}
    rows = [[one.agency, labels[answer.standard], answer.self_grade.value,
             "yes" if answer.evidence else "no"]
            for one in known.self_audits for answer in one.awaiting_scrutiny(known.on)]
    if not rows:
        return None
    return Sheet(AWAITING, "Graded by the agency itself, to be scrutinised by Q&E",
                 Data(["agency", "standard", "self_grade", "evidence"], rows))


def say_lowest(answers: Iterable[Answer], known: Known) -> str:
    """The lowest of an agency's grades, with the standards that have it."""
    labels = {standard.number: standard.label for standard in known.standards}
    found = worst(answers)
    named = [small(labels[answer.standard]) for answer in found]
    many = f"{spell(len(named))} standards"
    return f"{small(found[0].grade.value)}: {listed(named) if len(named) <= MOST_NAMED else many}"
