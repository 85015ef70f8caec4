"""The grades that stand: of the agencies together by case, and of each agency's own work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pscb_lib.disclosure.counting import balance, part_of_step, tally
from pscb_lib.disclosure.figures import RESTRICTED, FigureRow, count, counts, with_readers
from pscb_lib.reading.rows import Record
from pscb_lib.reports.multi_agency_audit import places
from pscb_lib.reports.multi_agency_audit.measures.parts import of_cases
from pscb_lib.reports.multi_agency_audit.returned_audits import CELL, Domain, Grade

WELL_GRADES = (Grade.OUTSTANDING, Grade.GOOD)


def moderated(rows: Sequence[Record], on: date) -> dict[tuple, Grade | None]:
    """The grade of each case, agency and domain that was moderated by the day *on*, or None."""
    found: dict[tuple, Grade | None] = {}
    for row in rows:
        cell = tuple(row[name] for name in CELL[1:])
        is_known = row["moderated_on"] is not None and row["moderated_on"] <= on
        found[cell] = row["moderated_grade"] if is_known else found.get(cell)
    return found


def measure_grades(cases: Sequence[str], rows: Sequence[Record], on: date) -> list[FigureRow]:
    """Count cases by the grade of the agencies together, in each domain."""
    stands, figures = moderated(rows, on), []
    good: dict[Domain, int] = {}
    for domain in Domain:
        graded = [stands.get((case, None, domain)) for case in cases]
        counted = tally(graded, {**places.LABELS, None: places.NOT_MODERATED})
        good[domain] = sum(counted[places.LABELS[one]] for one in WELL_GRADES)
        figures += of_cases(places.GRADES, counted, places.DOMAINS[domain])
        figures += _well(domain, good[domain], counted, len(cases))
    return figures


def measure_before(rows: Sequence[Record], on: date) -> list[FigureRow]:
    """Count the cases of the last audit in the same way, for the restricted set alone."""
    stands = moderated(rows, on)
    cases = sorted({row["case_ref"] for row in rows})
    return with_readers([
        figure for domain in Domain if cases
        for figure in counts(places.BEFORE, tally(
            (stands.get((case, None, domain)) for case in cases),
            {**places.LABELS, None: places.NOT_MODERATED}), column=places.DOMAINS[domain])],
        RESTRICTED)


def _well(domain: Domain, good: int, counted: dict[str, int], cases: int) -> list[FigureRow]:
    """Good or better in one of the two domains that the paper's first question is about."""
    place = {Domain.OVERALL: places.WELL, Domain.IMPACT: places.BETTER}.get(domain)
    if place is None:
        return []
    parts = [(places.GRADES, places.LABELS[one], places.DOMAINS[domain]) for one in WELL_GRADES]
    return [count(*place[:2], good),
            balance(place[1], [place], parts,
                    [good, *(counted[label] for _, label, _ in parts)]),
            *part_of_step(places.CASES, place, cases, good)]


def measure_work(rows: Sequence[Record], on: date) -> list[FigureRow]:
    """Count the grades of agencies' own work by domain: an agency in a case is one grade.

    What is not evidenced is no grade, and not inadequate.
    """
    levels: dict[Domain, list[int]] = {}
    for (_, agency, domain), grade in moderated(rows, on).items():
        if agency is not None and grade is not None and grade.level is not None:
            levels.setdefault(domain, []).append(grade.level)
    least = Grade.GOOD.level or 0
    return [row for domain in Domain if domain in levels
            for row in counts(places.WORK, {
                places.GOOD: sum(level >= least for level in levels[domain]),
                places.NOT_YET: sum(level < least for level in levels[domain])},
                column=places.DOMAINS[domain])]
