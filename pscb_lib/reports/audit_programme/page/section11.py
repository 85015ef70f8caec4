"""Sentences and tables on Section 11: what agencies answered and moderation confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.audit_summary.section11 import (
    Answer,
    Compliance,
    Grade,
    Scope,
    Standard,
    worst,
)
from pscb_lib.framework.english import capital, count_of, listed, part_of, small, spell
from pscb_lib.page.blocks import Cell, Column, Data, Group, List, Table, cell
from pscb_lib.page.tables.counts import figure_cell, plain_value
from pscb_lib.page.words.readers import not_public, only_restricted
from pscb_lib.page.words.shown import say, say_are, say_count, say_numerator, say_part
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.places import (
    AGENCIES,
    AGENCIES_SCRUTINISED,
    AWAITING,
    GRADED,
    IN_TIME,
    LOWERED,
    RETURNED,
    SCALE,
    STANDARDS,
    WITHOUT_EVIDENCE,
)

MOST_NAMED = 3
KINDS = {Scope.STATUTORY: ("statutory agency", "statutory agencies"),
         Scope.COMMISSIONED: ("commissioned service", "commissioned services")}
ELSEWHERE = ("Schools and colleges (Education Act 2002, sections 157 and 175) and the voluntary "
             "sector, which monitors its own standards, are apart.")


@not_public
def list_section11(shown: Shown, known: Known) -> List:
    """List who returned the self-audit and what moderation found in the scrutinised answers."""
    returned, in_time = (require_shown(shown).get(*place) for place in (RETURNED, IN_TIME))
    share = "" if returned.hidden or returned.value is None else f" ({returned.text})"
    items = [f"{capital(say_returned(returned))}{share}; "
             f"{say_numerator(in_time)} did so by the due date. Those that have not are listed "
             f"under what is overdue. {_say_asked(known)}".rstrip()]
    return List(items + _not_asked(known) + _named(known) + _moderation(shown))


def say_returned(returned: ShownFigure) -> str:
    """Say how many of the agencies asked have returned the self-audit."""
    verb = "has" if returned.numerator == 1 else "have"
    return f"{say_part(returned, 'agencies')} {verb} returned"


def _say_asked(known: Known) -> str:
    """Say what those asked are to section 11, as the register has it."""
    scopes = {one.name: one.section11 for one in known.agencies}
    kinds = [scopes.get(one.agency) for one in known.self_audits]
    numbers = [count_of(kinds.count(scope), *noun) for scope, noun in KINDS.items()
               if scope in kinds]
    return f"Asked were {listed(numbers)}." if numbers else ""


def _not_asked(known: Known) -> list[str]:
    """Say who of those that section 11 binds was not asked, and whose duties are elsewhere."""
    asked = {one.agency for one in known.self_audits}
    missed = dict.fromkeys(one.name for one in known.agencies
                           if one.section11.is_asked and one.name not in asked)
    if not asked or not missed:
        return []
    return [f"On the register under section 11 and not asked: {listed([*missed])}. {ELSEWHERE}"]


def say_least_met(shown: Shown) -> str:
    """Name the standards that the fewest agencies comply with, where grades are scrutinised."""
    agencies = require_shown(shown).get(*AGENCIES_SCRUTINISED)
    if not agencies.value:
        return ""
    met = {row: shown.get(STANDARDS, row, Compliance.COMPLIANT.value)
           for row in shown.rows(STANDARDS)}
    fewest = min(met.values(), key=lambda figure: figure.count)
    named = [row for row, figure in met.items() if figure.value == fewest.value]
    return (f"{part_of(fewest.count, agencies.count, 'agencies')} scrutinised "
            f"{'is' if fewest.value in (0, 1) else 'are'} compliant in {_few(named)}")


def _few(standards: Sequence[str]) -> str:
    if len(standards) > MOST_NAMED:
        return f"each of {spell(len(standards))} standards"
    return listed([small(standard) for standard in standards])


def _named(known: Known) -> list[str]:
    waiting = [one.agency for one in known.self_audits if one.awaiting_scrutiny(known.on)]
    return [f"Returned and not yet scrutinised by Q&E, so not graded in any Board paper: "
            f"{listed(waiting)}."] if waiting else []


def _moderation(shown: Shown) -> list[str]:
    graded, unproven, lowered = (
        shown.get(*place) for place in (GRADED, WITHOUT_EVIDENCE, LOWERED))
    if not graded.hidden and not graded.value:
        return ["Q&E has not yet scrutinised any grade."]
    return [f"Of {say_count(graded, 'grade')} scrutinised, {_scale(shown)}.",
            f"Moderation lowered {say(lowered)}; {say_are(unproven)} fully met without evidence."]


def _scale(shown: Shown) -> str:
    of_each: dict[Compliance, list[str]] = {}
    for grade in Grade:
        said = say_are(shown.get(SCALE, grade.value))
        of_each.setdefault(grade.compliance, []).append(f"{said} {small(grade.value)}")
    return "; ".join(f"{listed(grades)} ({small(compliance.value)})"
                     for compliance, grades in of_each.items())


GRADES = [compliance.value for compliance in Compliance]
MOST_NAMED = 3
NOT_YET = "Q&E has not yet scrutinised any grade."
SELF_GRADED = "Graded by the agency itself, not yet scrutinised"


@not_public
def tabulate_standards(shown: Shown, known: Known) -> Table:
    """Tabulate how many agencies comply with each standard, and which do not comply."""
    answers = [(one.agency, answer) for one in known.self_audits
               for answer in one.scrutinised(known.on)]
    failing = {
        standard.label: [agency for agency, answer in answers
                         if answer.standard == standard.number
                         and answer.grade.compliance is Compliance.NOT_COMPLIANT]
        for standard in (known.standards if answers else ())
    }
    rows = {None: {label: listed(agencies) or "–" for label, agencies in failing.items()}}
    return _tabulate(shown, STANDARDS, {None: STANDARDS}, rows,
                     "Compliance by standard", "Standard", "Agencies not compliant")


@only_restricted
def tabulate_agencies(shown: Shown, known: Known) -> Table:
    """Tabulate how many of the nine standards each agency meets, with its worst."""
    tables = {None: AGENCIES, SELF_GRADED: AWAITING}
    answers = {
        None: {one.agency: one.scrutinised(known.on) for one in known.self_audits},
        SELF_GRADED: {one.agency: one.awaiting_scrutiny(known.on) for one in known.self_audits},
    }
    rows = {
        label: {agency: _worst(answers[label][agency], known.standards)
                for agency in shown.rows(table)}
        for label, table in tables.items()
    }
    return _tabulate(shown, AGENCIES, tables, rows, "Compliance by agency", "Agency",
                     "Worst standard")


def _tabulate(
    shown: Shown, id: str, tables: Mapping, rows: Mapping, caption: str, first: str, last: str
) -> Table:
    """Tabulate counts by compliance: *rows* has, by group, each row's last cell."""
    lines = {label: [_line(shown, tables[label], row, said) for row, said in of_group.items()]
             for label, of_group in rows.items() if of_group}
    data = [[row, *(plain_value(shown.get(tables[label], row, grade)) for grade in GRADES), said]
            for label, of_group in rows.items() for row, said in of_group.items()]
    columns = [Column(first, width=2.6), *(Column(grade, "end", 0.9) for grade in GRADES),
               Column(last, width=2.6)]
    return Table(id, caption, columns, [Group(*pair) for pair in lines.items()],
                 Data([first, *GRADES, last], data), empty=NOT_YET)


def _line(shown: Shown, table: str, row: str, said: str) -> list[Cell]:
    figures = [require_shown(shown).get(table, row, grade) for grade in GRADES]
    return [cell(row), *map(figure_cell, figures), cell(said)]


def _worst(answers: Iterable[Answer], standards: Iterable[Standard]) -> str:
    labels = {standard.number: standard.label for standard in standards}
    found = worst(answers)
    named = [labels[answer.standard] for answer in found]
    many = f"{spell(len(named))} standards"
    return f"{found[0].grade.value}: {listed(named) if len(named) <= MOST_NAMED else many}"
