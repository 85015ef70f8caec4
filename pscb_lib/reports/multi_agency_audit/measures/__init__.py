"""Multi-agency audits, measured: item 20 of Appendix 1.

Six to ten cases are too few for a rate: cases and grades are counted, and no percentage is made.
What is graded describes children's cases; agreement, moderation and who took part describe work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.counting import NOT_RECORDED, tally
from pscb_lib.disclosure.figures import NOT_SUPPLIED, FigureRow, count, counts, frame
from pscb_lib.disclosure.paper import Fact
from pscb_lib.framework.statistics.kappa import measure_agreement, strength_of
from pscb_lib.reading.rows import Checked, Record
from pscb_lib.reports.multi_agency_audit import (
    places,
    returned_agencies,
    returned_audits,
    returned_voices,
)
from pscb_lib.reports.multi_agency_audit.known import Known, known_from
from pscb_lib.reports.multi_agency_audit.measures.agreement import measure_auditors, pairs_of
from pscb_lib.reports.multi_agency_audit.measures.grades import (
    measure_before,
    measure_grades,
    measure_work,
)
from pscb_lib.reports.multi_agency_audit.measures.parts import of_cases
from pscb_lib.reports.multi_agency_audit.measures.took_part import measure_took_part
from pscb_lib.returns.draw_log import is_repeated
from pscb_lib.returns.registers.actions import RETURN as ACTIONS
from pscb_lib.returns.registers.audits import RETURN as AUDITS
from pscb_lib.returns.registers.case_draws import RETURN as CASE_DRAWS
from pscb_lib.returns.registers.case_list import RETURN as CASE_LIST
from pscb_lib.returns.registers.case_list import make_cases

RETURNS = (returned_audits.RETURN, returned_voices.RETURN, returned_agencies.RETURN,
           CASE_DRAWS, CASE_LIST, AUDITS, ACTIONS)


def measure(context: Context, *returned: Checked) -> pandas.DataFrame:
    """Work out every figure of the audit that the paper is about."""
    graded, asked, came, drawn, _, audited, acted = returned
    known = known_from(context, audited, acted)
    rows, voices, agencies, log = (own(one, known) for one in (graded, asked, came, drawn))
    cases = sorted({row["case_ref"] for row in (*rows, *voices, *agencies)})
    if not cases:
        return frame([count(*places.CASES[:2], None, state=NOT_SUPPLIED,
                            describes="agency"), _reported(known)])
    return frame([
        count(*places.CASES[:2], len(cases), describes="agency"),
        _reported(known),
        *measure_draw(log),
        *measure_grades(cases, rows, context.as_of),
        *(measure_before(own(graded, replace(known, audit=known.last)), context.as_of)
          if known.is_of_one_theme else []),
        *measure_work(rows, context.as_of),
        *measure_auditors(rows, context.as_of),
        *measure_took_part(agencies),
        *measure_voices(cases, voices),
        *measure_found(find_again(graded, known)),
    ])


def find_facts(context: Context, *returned: Checked) -> Iterator[Fact]:
    """Find what the page says beside figures: kappa, the findings, and whether the draw repeats."""
    graded, _, _, drawn, listed, audited, acted = returned
    known = known_from(context, audited, acted)
    rows = own(graded, known)
    kappa = measure_agreement(pairs_of(rows)).kappa
    yield Fact("kappa", None if kappa is None else f"{float(kappa):.2f}, {strength_of(kappa)}",
               ("restricted", "board"))
    yield Fact("again", find_again(graded, known), ("restricted", "board"), otherwise=[])
    found = [[places.DOMAINS[row["domain"]], row["area"].value, row["finding"]] for row in rows
             if row["finding"]]
    yield Fact("found", found, ("restricted",), otherwise=[])
    yield Fact("practice", sorted({row["practice_to_spread"] for row in rows
                                   if row["practice_to_spread"]}), ("restricted",), otherwise=[])
    yield Fact("repeats", is_repeated(own(drawn, known), make_cases(listed)),
               ("restricted",))


def own(checked: Checked, known: Known) -> list[Record]:
    """The rows of a return that are about the audit; none if there is no audit."""
    return [row for row in checked.records
            if known.audit and row["audit_id"] == known.audit.audit_id]


def measure_draw(log: list[Record]) -> list[FigureRow]:
    """Count the cases that could be drawn, those left out, and those replaced and why."""
    if not log:
        return []
    reasons = [row["because"] for row in log if row["because"]]
    labels = {reason: reason.value for reason in dict.fromkeys(reasons)}
    return [count(*places.COULD[:2], log[0]["frame_n"]),
            count(*places.ONE_AGENCY[:2], log[0]["one_agency_n"]),
            count(*places.REPLACED[:2], len(reasons)),
            *counts(places.REPLACED_FOR, tally(reasons, labels), same_as=places.REPLACED)]


def measure_voices(cases: list[str], voices: list[Record]) -> list[FigureRow]:
    """Count whether the child, the parents and the practitioners of each case told the auditors.

    A case that is in no row is not recorded for any of the three.
    """
    if not voices:
        return []
    by_case = {row["case_ref"]: row for row in voices}
    labels = {answer: answer.capitalize() for answer in returned_voices.ANSWERS}
    first, *others = (of_cases(places.VOICES, tally(
        (by_case.get(case, {}).get(who, "") for case in cases), labels), who.capitalize())
        for who in returned_voices.WHO)
    missing = (places.VOICES, NOT_RECORDED, returned_voices.WHO[0].capitalize())
    return first + [row | ({"same_as": missing} if row["row"] == NOT_RECORDED else {})
                    for rows in others for row in rows]


def find_again(graded: Checked, known: Known) -> list[list]:
    """Each area of this audit's findings, with the earlier audits of that area, newest first.

    An audit is of an area if the register says so, or if one of its findings does.
    """
    if known.audit is None:
        return []
    found: dict[str, set] = {}
    for row in graded.records:
        if row["area"]:
            found.setdefault(row["audit_id"], set()).add(row["area"])
    return [[area.value, [[one.came_on.isoformat(), one.theme or one.audit_id]
                          for one in known.earlier
                          if area in {one.area, *found.get(one.audit_id, ())}]]
            for area in sorted(found.get(known.audit.audit_id, ()), key=lambda one: one.value)]


def measure_found(again: list[list]) -> list[FigureRow]:
    """Count the areas of the findings, and those in which something was found before."""
    return [count(*places.AREAS[:2], len(again), describes="agency"),
            count(*places.AGAIN[:2], sum(bool(earlier) for _, earlier in again),
                  describes="agency")]


def _reported(known: Known) -> FigureRow:
    return count(*places.REPORTED[:2], known.received, describes="agency")
