"""Section 11 by agency and standard: the heat map, the standards beside it, and self-grades.

Only grades that Q&E has scrutinised are drawn. Until then the Board sees who returned, and an
agency's own grades are in the restricted set alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.audit_summary.section11 import Answer, Compliance, Grade, worst
from pscb_lib.framework.english import listed, small, spell
from pscb_lib.page.blocks import Chart, Column, Data, Group, Prose, Sheet, Table, cell
from pscb_lib.page.charts.standards import Graded, plot_standards
from pscb_lib.page.tables.counts import figure_cell, plain_value
from pscb_lib.page.words.readers import not_public, only_restricted
from pscb_lib.page.words.shown import say, say_count
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.places import (
    AGENCIES_SCRUTINISED,
    AWAITING,
    GRADED,
    LOWERED,
    STANDARDS,
)

COMPLIANT = Compliance.COMPLIANT.value
MOST_NAMED = 3
NOT_YET = "Q&E has not yet scrutinised any grade."


@not_public
def plot_grades(shown: Shown, known: Known) -> Chart | Prose:
    """Plot the scrutinised grades by agency and standard, with those that Q&E lowered."""
    answers = {one.agency: one.scrutinised(known.on) for one in known.self_audits}
    scrutinised = {agency: those for agency, those in answers.items() if those}
    if not scrutinised:
        return Prose(NOT_YET)
    rows = {known.short(agency): {str(answer.standard): _graded(answer) for answer in those}
            for agency, those in scrutinised.items()}
    feet = [require_shown(shown).get(STANDARDS, one.label, COMPLIANT).text
            for one in known.standards]
    named, _ = least_met(shown)
    marked = {str(one.number): one.label for one in known.standards if [one.label] == named}
    return plot_standards(
        rows, [str(one.number) for one in known.standards],
        [grade.value.lower() for grade in Grade], ["Fully met", *feet], _data(known),
        id="section11", headline=head_least_met(shown), alt=_alt(shown), marked=marked,
        place=(1, 2), subtitle=f"Grades after scrutiny by Q&E; standards 1 to "
                               f"{len(known.standards)} named beside")


def _graded(answer: Answer) -> Graded:
    return Graded(answer.grade.level, answer.grade.level < answer.self_grade.level)


def _data(known: Known) -> Data:
    labels = {one.number: one.label for one in known.standards}
    return Data(["agency", "standard", "grade", "lowered", "good_practice"], [
        [one.agency, labels[answer.standard], answer.grade.value,
         "yes" if _graded(answer).lowered else "no", answer.good_practice]
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
    if fewest.value == 0:
        return f"No agency fully meets {standards}"
    meets = "meets" if fewest.value == 1 else "meet"
    return f"Only {say(fewest)} of {say_count(agencies, 'agency', 'agencies')} fully {meets} " \
           f"{standards}"


def _alt(shown: Shown) -> str:
    graded, lowered = shown.get(*GRADED), shown.get(*LOWERED)
    counts = "; ".join(f"{row} {shown.get(STANDARDS, row, COMPLIANT).text}"
                       for row in shown.rows(STANDARDS))
    return (f"{head_least_met(shown)}: {say_count(graded, 'grade')}, of which Q&E lowered "
            f"{say(lowered)}; agencies that fully meet each standard: {counts}.")


@not_public
def tabulate_standards(shown: Shown, known: Known) -> Table:
    """Tabulate the nine standards by number, how many agencies meet each, and which do not."""
    answers = [(one.agency, answer) for one in known.self_audits
               for answer in one.scrutinised(known.on)]
    failing = {one.label: [agency for agency, answer in answers
                           if answer.standard == one.number and answer.grade is Grade.NOT_MET]
               for one in known.standards}
    columns = [Column("Standard", width=3.4), Column("Fully met", "end", 0.9),
               Column("In part", "end", 0.9), Column("Not met", "end", 0.9)]
    rows = [[cell(f"{one.number} {one.label}", _not_met(known, failing[one.label])),
             *(figure_cell(require_shown(shown).get(STANDARDS, one.label, degree.value))
               for degree in Compliance)] for one in known.standards] if answers else []
    data = [[one.number, one.label, *(plain_value(shown.get(STANDARDS, one.label, degree.value))
                                      for degree in Compliance), listed(failing[one.label])]
            for one in known.standards] if answers else []
    return Table(STANDARDS, "The nine standards, by number of agencies", columns,
                 [Group(None, rows)],
                 Data(["number", "standard", "fully_met", "in_part", "not_met", "agencies"], data),
                 empty=NOT_YET, place=(2, 2))


def _not_met(known: Known, agencies: Iterable[str]) -> str | None:
    named = [known.short(agency) for agency in agencies]
    return f"Not met: {listed(named)}" if named else None


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
