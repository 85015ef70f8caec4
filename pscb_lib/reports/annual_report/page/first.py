"""The first page: the chair's statement, and where services were weak over the year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pscb_lib.board.context import Context
from pscb_lib.board.statements import statement_in
from pscb_lib.framework.english import capital, part_of
from pscb_lib.framework.rag import Rag
from pscb_lib.page import blocks
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Callout, Column, Data, Front, Group, Prose, Several, Table
from pscb_lib.page.words import statements
from pscb_lib.page.words.front import front_sheet
from pscb_lib.page.words.indicators import say_actual, short_target
from pscb_lib.reports.annual_report import places

REPORT = "annual_report"


def front(context: Context) -> Front:
    """The front sheet: the report is no item of Appendix 1, which has items that go into it."""
    return replace(front_sheet(
        context, REPORT, item=None, asks="agree this report, and say who acts on what is weak",
        equality="The papers that it draws from have groups; see the part on children's voice and "
        "equality."), has_cover=True)


def place_of(context: Context, statement: str) -> Path:
    """The place of the chair's statement; without the runner that of a cycle named by the year."""
    return Path(statement) if statement else statement_in(context.period.label, REPORT)


def say_statement(context: Context, statement: str) -> Callout | Several:
    """The chair's statement of whether children are safe: it is written, never made."""
    return statements.say_statement(context, REPORT, place_of(context, statement).as_posix())


def say_provenance(facts: Mapping[str, Any], carried: Sequence[object]) -> Several:
    """Whether figures are invented, and whether the year's papers are missing from this one."""
    notes = []
    if facts.get(places.INVENTED):
        notes.append(Callout("Illustrative figures.", "Figures of the data set are invented, and "
                             "so are those of every paper that says so of itself."))
    if not carried:
        notes.append(Callout("Without the year's papers.", "What other papers have shown is put in "
                             "by pscb run."))
    return Several(notes)


def show_weak(assessed: Sequence[Assessment]) -> Several:
    """What was Red over the whole year, with who answers for it and what the Board asks."""
    rated = [one for one in assessed if isinstance(one.rating, Rag)
             and one.rating is not Rag.NOT_APPLICABLE]
    red = [one for one in rated if one.rating is Rag.RED]
    if not rated:
        return Several([Prose("No indicator can be rated over the year.")])
    if not red:
        return Several([Prose("No indicator with a target was Red over the whole year.")])
    said = part_of(len(red), len(rated), "indicators with a target")
    return Several([_tabulate(red, f"{said} {'was' if len(red) == 1 else 'were'} Red over the "
                              "whole year")])


def _tabulate(red: Sequence[Assessment], headline: str) -> Table:
    rows = [[blocks.cell(one.indicator.title), blocks.cell(say_actual(one)),
             blocks.cell(short_target(one.indicator)), blocks.cell(one.indicator.lead),
             blocks.cell(one.indicator.question)] for one in red]
    data = [[one.indicator.id, one.indicator.title, say_actual(one), short_target(one.indicator),
             one.indicator.lead, one.indicator.question] for one in red]
    columns = [Column("Indicator", width=2.2), Column("Year", "end", 1.2), Column("Target", "end"),
               Column("Who acts", width=1.8), Column("The Board asks", width=3.2)]
    return Table("weak", capital(headline), columns, [Group(None, rows)],
                 Data(["id", "indicator", "year", "target", "lead", "question"], data))
