"""Tables of what is not counted: questions raised, and yearly figures others published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from pscb_lib import blocks
from pscb_lib.blocks import Cell, Column, Data, Group, Table
from pscb_lib.context import Context
from pscb_lib.published import Published
from pscb_lib.questions import Question, read_questions
from pscb_lib.tables.days import short_day

WITHHELD = "Not published"


def tabulate_questions(questions: Sequence[Question], as_of: date, audience: str) -> Table:
    """Matters arising: the question, its owner, the answer, the action, what came of it.

    What people wrote may name a number that is masked elsewhere: it is not published.
    """
    if audience == "public":
        questions = [_withhold(one) for one in questions]
    columns = [Column("Question", width=2.5), Column("Owner", width=1.7),
               Column("Answer", width=2.3), Column("Action", width=2.1), Column("Outcome", width=2)]
    rows = [[
        blocks.cell(one.question),
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


def tabulate_matters_arising(context: Context, report: str) -> Table | None:
    """What was asked of a report at earlier meetings, or None where nothing was."""
    asked = read_questions(context.params, context.as_of, report)
    return tabulate_questions(asked, context.as_of, context.audience) if asked else None


def tabulate_published(published: Sequence[Published], area: str) -> Table:
    """Yearly figures of *area* as published, the latest year beside region and England."""
    years = sorted({one.year for one in published if one.area == area})
    others = [name for name in dict.fromkeys(one.area for one in published) if name != area]
    at = {(one.measure, one.area, one.year): one.value for one in published}
    measures = list(dict.fromkeys(one.measure for one in published if one.area == area))
    beside = [(name, year) for name in others for year in years[-1:]]
    places = [*((area, year) for year in years), *beside]
    heads = [f"{name} {year.label}" for name, year in places]
    columns = [Column("Measure", width=2.6), *(Column(head, "end") for head in heads)]
    rows = [[blocks.cell(measure), *(_published(at.get((measure, *place))) for place in places)]
            for measure in measures]
    data = [[measure, *(_plain(at.get((measure, *place))) for place in places)]
            for measure in measures]
    sources = "; ".join(dict.fromkeys(one.source.split(";")[0] for one in published))
    return Table("published", "Yearly figures as published", columns, [Group(None, rows)],
                 Data(["measure", *heads], data), note=f"Sources: {sources}." if sources else None)


def _withhold(one: Question) -> Question:
    written = ("answer", "action", "outcome")
    return replace(one, **{name: WITHHELD for name in written if getattr(one, name)})


def _awaited(one: Question, as_of: date) -> Cell:
    if one.due_on < as_of:
        return blocks.strong("No answer", f"overdue since {short_day(one.due_on)}")
    return blocks.cell("No answer yet", f"due {short_day(one.due_on)}")


def _published(value: Decimal | str | None) -> Cell:
    if value is None:
        return blocks.cell("–")
    return blocks.cell(value if isinstance(value, str) else f"{value:,f}")


def _plain(value: Decimal | str | None) -> float | int | str | None:
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
