"""Matters arising: the questions raised at earlier meetings, and the replies to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any, TypeAlias

from pscb_lib.board.cleared_texts import for_readers
from pscb_lib.board.context import Context
from pscb_lib.board.names import name_of
from pscb_lib.board.questions import Question, read_questions
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Cell, Column, Data, Group, Place, Table
from pscb_lib.page.tables.days import short_day

Replies: TypeAlias = Mapping[str, Sequence[str]]  # the lines of a reply by a question's id
REPLIED = "Replied this quarter"
REPLIED_THERE = "Replied: see there"
NONE: Mapping[str, Any] = MappingProxyType({})


def tabulate_questions(questions: Sequence[Question], as_of: date, audience: str,
                       again: Mapping[str, str] = NONE, place: Place | None = None,
                       replies: Replies = NONE, now: Mapping[str, str] = NONE) -> Table:
    """Tabulate matters arising: the question, its owner, the answer, the action, the outcome.

    *again* has, by the id of a question, the id of the one in this paper that takes it up;
    *replies* has what this paper's figures came with for those that were open until then; *now*
    has where the figure stands that a question is about: what was promised is held against it.
    Replies may contain a number that is masked elsewhere, so the public set only says whether
    there was an answer.
    """
    if audience == "public":
        return _tabulate_whether_answered(questions, replies)
    columns = [Column("Question", width=3.1), Column("Owner", width=1.7),
               Column("Answer and action", width=3.5), Column("Outcome", width=2.7)]
    rows = [[
        blocks.join(blocks.cell(one.question, say_asked(one)), _taken_up(one, again)),
        blocks.cell(one.owner),
        blocks.cell(REPLIED_THERE) if _is_told_there(one, again, replies) else
        say_reply(one, as_of, replies),
        _say_outcome(one, now),
    ] for one in questions]
    names = ["id", "raised_on", "question", "owner", "due_on", "answer", "action", "outcome"]
    data = [[_plain(getattr(_with_reply(one, replies), name)) for name in names]
            for one in questions]
    caption = "Each question with its answer, the action and what came of it"
    return Table("questions", caption, columns, [Group(None, rows)], Data(names, data),
                 empty="Nothing was asked.", place=place)


def _tabulate_whether_answered(questions: Sequence[Question], replies: Replies) -> Table:
    """The questions with their owners, and whether each was answered."""
    said = ["Yes" if one.answer or one.id in replies else "No" for one in questions]
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


def _taken_up(one: Question, again: Mapping[str, str]) -> Cell:
    """A link to the question of this paper that takes up an earlier one."""
    return (blocks.text("", "muted", again[one.id]),) if one.id in again else ()


def _is_told_there(one: Question, again: Mapping[str, str], replies: Replies) -> bool:
    """Whether the question that takes it up has its reply, so that it is not told twice."""
    return one.answer is None and one.id in replies and one.id in again


def say_asked(one: Question) -> str:
    """The id of a question, who asked it and when: MA4, asked by Q&E on 12 Nov 2014."""
    by = f" by {one.raised_by}" if one.raised_by else ""
    return f"{one.id}, asked{by} on {short_day(one.raised_on)}"


def say_reply(one: Question, as_of: date, replies: Replies = NONE) -> Cell:
    """The answer and the action, or since when they are awaited."""
    if one.answer is None and one.id in replies:
        said = blocks.join(*map(blocks.cell, replies[one.id]))
        return blocks.join(said, (blocks.text(REPLIED, "muted"),))
    return blocks.join(blocks.cell(one.answer) if one.answer else _awaited(one, as_of),
                       blocks.cell(f"Action: {one.action}") if one.action else ())


def _say_outcome(one: Question, now: Mapping[str, str]) -> Cell:
    """The outcome; where an answer has none yet, where the figure stands and what is asked of it.
    """
    if one.outcome:
        return blocks.cell(one.outcome)
    if one.answer is None:
        return blocks.cell("No evidence yet")
    return blocks.cell(now.get(one.id) or "No evidence yet. Did it work?")


def _with_reply(one: Question, replies: Replies) -> Question:
    if one.answer is not None or one.id not in replies:
        return one
    return replace(one, answer=" ".join(replies[one.id]))


def _plain(value: object) -> str | None:
    return None if value is None else str(value)


def _awaited(one: Question, as_of: date) -> Cell:
    if one.due_on < as_of:
        return blocks.strong("No answer", f"overdue since {short_day(one.due_on)}")
    return blocks.cell("No answer yet", f"due {short_day(one.due_on)}")
