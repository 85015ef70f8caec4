"""What was asked about each paper over the year and what was answered, by the Board's ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pscb_lib.board.context import Context
from pscb_lib.board.names import split_name
from pscb_lib.board.notebooks import find_notebooks, title_of
from pscb_lib.board.questions import Question, read_questions
from pscb_lib.framework.english import capital, count_of, spell
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Column, Data, Group, Plain, Prose, Several, Table
from pscb_lib.page.tables.matters_arising import tabulate_matters_arising
from pscb_lib.reports.annual_report.page.first import REPORT

HEADS = ("Paper", "Asked", "Answered", "Overdue", "With evidence of an outcome")


def tabulate_asked(context: Context) -> Several:
    """Count the questions of the year by paper, their answers, and those with an outcome."""
    asked = [one for one in read_questions(context.params, context.as_of)
             if context.period.start <= one.raised_on and one.report != REPORT]
    if not asked:
        return Several([Prose("No question is on record for the year.")])
    notebooks = find_notebooks(context.root)
    titles = {name: title_of(notebooks[report]) if (report := split_name(name)[0]) in notebooks
              else report for name in dict.fromkeys(one.report for one in asked)}
    lines: list[list[Plain]] = [
        [title, *_count([one for one in asked if one.report == name], context.as_of)]
        for name, title in titles.items()]
    columns = [Column(HEADS[0], width=3), *(Column(head, "end") for head in HEADS[1:])]
    rows = [[blocks.cell(str(value)) for value in line] for line in lines]
    number, answered, _, proven = _count(asked, context.as_of)
    said = (f"{capital(count_of(number, 'question'))} asked since {context.period.start.year}: "
            f"{spell(answered, 'none')} answered, {spell(proven, 'none')} with an outcome")
    return Several([Table("asked", said, columns, [Group(None, rows)], Data([*HEADS], lines))])


def say_recommendations(context: Context) -> Several:
    """The recommendations of last year's report and what was done with them."""
    table = tabulate_matters_arising(context, REPORT)
    return Several([table or Prose("No recommendation of an earlier annual report is on record.")])


def _count(asked: Sequence[Question], on: date) -> list[int]:
    """How many there are, are answered, are overdue, and have an outcome."""
    return [len(asked), sum(one.answer is not None for one in asked),
            sum(one.answer is None and one.due_on < on for one in asked),
            sum(one.outcome is not None for one in asked)]
