"""Section 11 as tables: scrutinised grades by standard and by agency, the worst in sight.

An agency's own grades that Q&E has not scrutinised stand in the restricted set, apart, and
in no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pscb_lib.blocks import Cell, Column, Data, Group, Table, cell
from pscb_lib.disclosure import Shown, require_shown
from pscb_lib.returns.audit_programme import Known
from pscb_lib.section11 import Answer, Compliance, Grade, Standard, worst
from pscb_lib.tables.counts import figure_cell, plain_value
from pscb_lib.words.numbers import listed, spell
from pscb_lib.words.readers import not_public, only_restricted

GRADES = [compliance.value for compliance in Compliance]
MOST_NAMED = 3
NOT_YET = "Q&E has not yet scrutinised any grade."
SCALE = "; ".join(
    f"{compliance.value}: {listed([one.value for one in Grade if one.compliance is compliance])}"
    for compliance in Compliance) + "."
SELF_GRADED = "Graded by the agency itself, not yet scrutinised"


@not_public
def tabulate_standards(shown: Shown, known: Known) -> Table:
    """How many agencies comply with each standard, and which do not at all."""
    answers = [(one.agency, answer) for one in known.self_audits
               for answer in one.scrutinised(known.on)]
    failing = {
        standard.label: [agency for agency, answer in answers
                         if answer.standard == standard.number
                         and answer.grade.compliance is Compliance.NOT_COMPLIANT]
        for standard in (known.standards if answers else ())
    }
    rows = {None: {label: listed(agencies) or "–" for label, agencies in failing.items()}}
    return _tabulate(shown, "section11_standards", {None: "section11_standards"}, rows,
                     "Compliance by standard", "Standard", "Agencies not compliant")


@only_restricted
def tabulate_agencies(shown: Shown, known: Known) -> Table:
    """How many of the nine standards each agency meets, with its worst."""
    tables = {None: "section11_agencies", SELF_GRADED: "section11_awaiting"}
    answers = {
        None: {one.agency: one.scrutinised(known.on) for one in known.self_audits},
        SELF_GRADED: {one.agency: one.awaiting_scrutiny(known.on) for one in known.self_audits},
    }
    rows = {
        label: {agency: _worst(answers[label][agency], known.standards)
                for agency in shown.rows(table)}
        for label, table in tables.items()
    }
    return _tabulate(shown, "section11_agencies", tables, rows, "Compliance by agency", "Agency",
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
                 Data([first, *GRADES, last], data), note=SCALE, empty=NOT_YET)


def _line(shown: Shown, table: str, row: str, said: str) -> list[Cell]:
    figures = [require_shown(shown).get(table, row, grade) for grade in GRADES]
    return [cell(row), *map(figure_cell, figures), cell(said)]


def _worst(answers: Iterable[Answer], standards: Iterable[Standard]) -> str:
    labels = {standard.number: standard.label for standard in standards}
    found = worst(answers)
    named = [labels[answer.standard] for answer in found]
    many = f"{spell(len(named))} standards"
    return f"{found[0].grade.value}: {listed(named) if len(named) <= MOST_NAMED else many}"
