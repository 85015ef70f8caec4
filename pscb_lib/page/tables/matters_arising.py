"""Matters arising: the questions raised at earlier meetings, and the replies to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pscb_lib.board.cleared_texts import for_readers
from pscb_lib.board.context import Context
from pscb_lib.board.names import name_of
from pscb_lib.board.questions import Question, read_questions
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Cell, Column, Data, Group, Table
from pscb_lib.page.tables.days import short_day


def tabulate_questions(questions: Sequence[Question], as_of: date, audience: str) -> Table:
    """Tabulate matters arising: the question, its owner, the answer, the action, the outcome.

    Replies may contain a number that is masked elsewhere, so the public set only says whether
    there was an answer.
    """
    if audience == "public":
        return _tabulate_whether_answered(questions)
    columns = [Column("Question", width=3), Column("Owner", width=1.7),
               Column("Answer", width=2.3), Column("Action", width=2), Column("Outcome", width=1.9)]
    rows = [[
        blocks.cell(one.question, one.id),
        blocks.cell(one.owner, f"asked {short_day(one.raised_on)}"),
        blocks.cell(one.answer) if one.answer else _awaited(one, as_of),
        blocks.cell(one.action or "–"),
        blocks.cell(one.outcome or "No evidence of an outcome yet"),
    ] for one in questions]
    names = ["id", "raised_on", "question", "owner", "due_on", "answer", "action", "outcome"]
    data = [[str(value) if (value := getattr(one, name)) is not None else None for name in names]
            for one in questions]
    caption = "Matters arising: each question with its answer, the action and what came of it"
    return Table("questions", caption, columns, [Group(None, rows)], Data(names, data),
                 empty="Nothing was asked.")


def _tabulate_whether_answered(questions: Sequence[Question]) -> Table:
    """The questions with their owners, and whether each was answered."""
    said = ["Yes" if one.answer else "No" for one in questions]
    rows = [[blocks.cell(one.question), blocks.cell(one.owner),
             blocks.cell(short_day(one.raised_on)), blocks.cell(answered)]
            for one, answered in zip(questions, said, strict=True)]
    data = [[one.id, str(one.raised_on), one.question, one.owner, answered]
            for one, answered in zip(questions, said, strict=True)]
    columns = [Column("Question", width=4), Column("Asked of", width=2.4), Column("Asked", width=1),
               Column("Answered", width=0.8)]
    return Table("questions", "Questions asked before", columns, [Group(None, rows)],
                 Data(["id", "raised_on", "question", "owner", "answered"], data),
                 empty="Nothing was asked.")


def tabulate_matters_arising(context: Context, report: str) -> Table | None:
    """The table of questions asked about a paper earlier, or None if there are none.

    A text that states a number of children is in the restricted set alone, until it is cleared.
    """
    asked = read_questions(context.params, context.as_of, name_of(report, context.key))
    told = for_readers(context, asked)
    return tabulate_questions(told, context.as_of, context.audience) if asked else None


def _awaited(one: Question, as_of: date) -> Cell:
    if one.due_on < as_of:
        return blocks.strong("No answer", f"overdue since {short_day(one.due_on)}")
    return blocks.cell("No answer yet", f"due {short_day(one.due_on)}")
