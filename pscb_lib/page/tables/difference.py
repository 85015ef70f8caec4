"""The difference made: what a paper's readers asked last time, and what changed for children.

Section 4: "Signing off an individual action should not be viewed as an end; rather the 'end'
should be seen as the successful implementation of an action alongside evidence of an outcome." So
the table is printed where nothing has changed yet, too, and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pscb_lib.board.cleared_texts import for_readers
from pscb_lib.board.context import Context
from pscb_lib.board.names import name_of, split_name
from pscb_lib.board.questions import Question, read_questions
from pscb_lib.framework.english import capital, listed
from pscb_lib.framework.months import say_day
from pscb_lib.page import blocks
from pscb_lib.page.blocks import RIGHT, Cell, Column, Data, Group, Place, Table
from pscb_lib.page.tables.matters_arising import say_asked, say_reply

CAPTION = "The difference made: what was asked before, and what changed"
NOT_YET = "No evidence of an outcome yet"
NOTHING = "No question about this paper is on record yet."
NAMES = ["id", "raised_on", "question", "owner", "due_on", "answer", "action", "outcome",
         "evidence"]


def tabulate_difference(context: Context, report: str) -> Table:
    """Tabulate each question asked about a paper: what was done, what changed, and how it is known.

    A text that states a number of children is in the restricted set alone until it is cleared. The
    public set says whether there was an answer, and which kind of evidence.
    """
    asked = _asked(context, report)
    if context.audience == "public":
        return _tabulate_kinds(asked)
    columns = [Column("What was asked", width=3), Column("What was done", width=3.4),
               Column("What changed", width=2.8), Column("Evidence", width=1.4)]
    rows = [[blocks.cell(one.question, f"{say_asked(one)}: {one.owner}"),
             say_reply(one, context.as_of), _say_change(one), blocks.cell(_say_evidence(one))]
            for one in asked]
    return Table("difference", CAPTION, columns, [Group(None, rows)],
                 Data(NAMES, [_plain(one) for one in asked]), empty=NOTHING)


def ask_overdue(context: Context, report: str) -> blocks.Question | None:
    """Ask who owes an answer to an earlier question by when it comes; None if none is overdue."""
    late = [one for one in _asked(context, report) if not one.answer and one.due_on < context.as_of]
    if not late or context.audience == "public":
        return None
    named = [f"{one.id} (overdue since {say_day(one.due_on)})" for one in late]
    return blocks.Question("overdue_asked", f"By when will {'it' if len(late) == 1 else 'each'} be "
                           f"answered: {listed(named)}?",
                           listed([*dict.fromkeys(one.owner for one in late)]))


def _asked(context: Context, report: str) -> Sequence[Question]:
    """The questions asked about a paper, as far as its readers may have them."""
    return for_readers(context, [one for one in read_questions(context.params, context.as_of)
                                 if _is_about(one.report, context, report)])


def tabulate_beside(context: Context, report: str, place: Place = RIGHT) -> Table:
    """The difference made; while nothing was asked, in a column with what it follows."""
    table = tabulate_difference(context, report)
    return table if any(group.rows for group in table.groups) else replace(table, place=place)


def _is_about(paper: str, context: Context, report: str) -> bool:
    """Whether a question was asked of this paper; of one each month, whether of any month's."""
    if context.key == f"{context.period.end:%Y-%m}":
        return split_name(paper)[0] == report
    return paper == name_of(report, context.key)


def _tabulate_kinds(asked: Sequence[Question]) -> Table:
    columns = [Column("What was asked", width=4), Column("Asked of", width=2.2),
               Column("Answered", width=1), Column("Evidence of an outcome", width=2.4)]
    said = [[one.question, one.owner, "Yes" if one.answer else "No",
             _say_evidence(one) if one.outcome else NOT_YET] for one in asked]
    rows = [[blocks.cell(text) for text in line] for line in said]
    return Table("difference", CAPTION, columns, [Group(None, rows)],
                 Data(["question", "owner", "answered", "evidence"], said), empty=NOTHING)


def _say_change(one: Question) -> Cell:
    return blocks.cell(one.outcome or NOT_YET)


def _say_evidence(one: Question) -> str:
    if not one.outcome:
        return "None"
    return capital(one.evidence.value) if one.evidence else "Kind not recorded"


def _plain(one: Question) -> list[str | None]:
    values = [getattr(one, name) for name in NAMES[:-1]]
    return [None if value is None else str(value) for value in values] + [
        one.evidence.value if one.evidence else None]
