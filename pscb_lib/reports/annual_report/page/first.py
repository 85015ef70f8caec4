"""The first page: the chair's statement, and where services were weak over the year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pscb_lib.board.annual_report import Choice, priorities_of, unproven
from pscb_lib.board.context import Context
from pscb_lib.board.statements import read_statement, statement_in
from pscb_lib.framework.english import capital, count_of, part_of
from pscb_lib.framework.rag import Rag
from pscb_lib.page import blocks
from pscb_lib.page.asking import ask_id
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import (
    Callout,
    Column,
    Data,
    Front,
    Group,
    Lead,
    List,
    Prose,
    Several,
    Table,
)
from pscb_lib.page.words import statements
from pscb_lib.page.words.front import front_sheet
from pscb_lib.page.words.indicators import say_actual, short_target
from pscb_lib.reports.annual_report import places

REPORT = "annual_report"
SENTENCE, JUDGED = re.compile(r"(?<=[.!?])\s+"), 2  # sentences of the statement on the cover
UNWRITTEN = "The chair has not yet written whether children are safe."
UNRATED = "No indicator can be rated over the year."
NO_RED = "No indicator with a target was Red over the whole year."
NO_CAUSE = "No cause is shown."
OF_YEAR = ("The year is what agencies typed into the quarterly data set, as sent last. A paper "
           "below that counts records, or other months, has other figures.")
NONE: Mapping[str, str] = {}


def front(context: Context) -> Front:
    """The front sheet: the report is no item of Appendix 1, which has items that go into it."""
    return replace(front_sheet(
        context, REPORT, item=None,
        asks="agree this report, and require from each owner a day for each weakness that has none",
        equality="The papers that it draws from have groups; see the part on children's voice and "
        "equality."), has_cover=True)


def place_of(context: Context, statement: str) -> Path:
    """The place of the chair's statement; without the runner that of a cycle named by the year."""
    return Path(statement) if statement else statement_in(context.period.label, REPORT)


def say_statement(context: Context, statement: str) -> Callout | Several:
    """The chair's statement of whether children are safe: it is written, never made."""
    return statements.say_statement(context, REPORT, place_of(context, statement).as_posix())


def say_first(context: Context, statement: str, assessed: Sequence[Assessment],
              choices: Sequence[Choice]) -> Several:
    """The cover: the chair's judgement, what was Red and who acts, and what has no evidence."""
    written = read_statement(context.root, place_of(context, statement))
    judged = " ".join(SENTENCE.split(written[0])[:JUDGED]) if written else UNWRITTEN
    red = [one for one in rated_of(assessed) if one.rating is Rag.RED]
    named = [f"**{one.indicator.title}**: {say_actual(one)}, target "
             f"{short_target(one.indicator)}. Who acts: {one.indicator.lead}." for one in red]
    head = (f"**Red over the whole year: {count_of(len(red), 'indicator')}**" if red else
            NO_RED if rated_of(assessed) else UNRATED)
    priorities = priorities_of(context.params, context.period)
    lacking = unproven(choices, priorities)
    impact = ("No evidence of impact was found for "
              f"{part_of(len(lacking), len(priorities), 'priorities')}." if lacking else None)
    return Several([Lead(judged), Prose(head), List(named) if named else None,
                    Prose(impact) if impact else None])


def rated_of(assessed: Iterable[Assessment]) -> list[Assessment]:
    """Those that are rated against a target: the one base of what is said of the year."""
    return [one for one in assessed if isinstance(one.rating, Rag)
            and one.rating is not Rag.NOT_APPLICABLE]


def say_provenance(facts: Mapping[str, Any], carried: Sequence[object]) -> Several:
    """Whether figures are invented, and whether the year's papers are missing from this one."""
    notes = []
    if facts.get(places.SAMPLE):
        notes.append(Callout("Illustrative figures.", "Figures of the data set are invented, and "
                             "so are those of every paper that says so of itself."))
    if not carried:
        notes.append(Callout("Without the year's papers.", "What other papers have shown is put in "
                             "by pscb run."))
    return Several(notes)


def show_weak(assessed: Sequence[Assessment], answers: Mapping[str, str] = NONE) -> Several:
    """What was Red over the whole year, who answers for it, and the last answer why it was."""
    rated = rated_of(assessed)
    red = [one for one in rated if one.rating is Rag.RED]
    if not rated:
        return Several([Prose(UNRATED)])
    if not red:
        return Several([Prose(NO_RED)])
    said = count_of(len(red), "indicator")
    return Several([_tabulate(red, f"{said} {'was' if len(red) == 1 else 'were'} Red over the "
                              "whole year", answers)])


def _tabulate(red: Sequence[Assessment], headline: str, answers: Mapping[str, str]) -> Table:
    why = {one.indicator.id: answers.get(ask_id(one), NO_CAUSE) for one in red}
    rows = [[blocks.cell(one.indicator.title), blocks.cell(say_actual(one)),
             blocks.cell(short_target(one.indicator)), blocks.cell(one.indicator.lead),
             blocks.cell(one.indicator.question), blocks.cell(why[one.indicator.id])]
            for one in red]
    data = [[one.indicator.id, one.indicator.title, say_actual(one), short_target(one.indicator),
             one.indicator.lead, one.indicator.question, why[one.indicator.id]] for one in red]
    columns = [Column("Indicator", width=2.2), Column("Year", "end", 1.2), Column("Target", "end"),
               Column("Who acts", width=1.8), Column("The Board asks", width=2.6),
               Column("Why, as the lead answered", width=2.8)]
    return Table("weak", capital(headline), columns, [Group(None, rows)],
                 Data(["id", "indicator", "year", "target", "lead", "question", "why"], data),
                 note=OF_YEAR)
