"""The figures of the plan: done and evidenced, by objective, and the steps of its procedures.

All of them describe the Board's own work. Done and evidenced are two figures always, and the plan
as a whole has no rating: section 7 rates performance against a target, and a plan has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import (
    NOT_SUPPLIED,
    TOTAL,
    FigureRow,
    Place,
    count,
    counts,
    frame,
)
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.objectives import Objective
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.business_plan import places
from pscb_lib.reports.business_plan.known import Known, known_from
from pscb_lib.reports.business_plan.planned import Planned


def measure(context: Context, plan: Checked, told: Checked, registered: Checked, looked: Checked
            ) -> pandas.DataFrame:
    """Work out every figure of the plan; one that was not supplied has none."""
    known = known_from(context, plan, told, registered, looked)
    if not known.is_supplied:
        return frame(count(*place[:2], None, place[2], state=NOT_SUPPLIED, describes=AGENCY)
                     for place in (places.ALL_PLANNED, places.ALL_DONE, places.ALL_EVIDENCED))
    return frame([*_objectives(known.actions), *_due(known), *_procedures(known.procedures),
                  *_changes(known)])


def _objectives(planned: Sequence[Planned]) -> Iterator[FigureRow]:
    """Count the actions, those done and those with evidence of an outcome, by objective."""
    reached = {places.PLANNED: [*planned], places.DONE: [one for one in planned if one.is_done],
               places.EVIDENCED: [one for one in planned if one.is_proven]}
    for column, those in reached.items():
        held = [one.objective for one in those]
        yield from counts(places.OBJECTIVES, {one.value: held.count(one) for one in Objective},
                          column=column, describes=AGENCY)
    for before, after in ((places.PLANNED, places.DONE), (places.DONE, places.EVIDENCED)):
        for row in (*(one.value for one in Objective), TOTAL):
            yield counting.at_most((places.OBJECTIVES, row, before),
                                   (places.OBJECTIVES, row, after))


def _due(known: Known) -> Iterator[FigureRow]:
    """Count the actions due by the day of the report and those done of them, late and measured."""
    due = [one for one in known.actions if (one.action.last_due_on or known.on) < known.on]
    done, number = sum(one.is_done for one in due), len(known.actions)
    yield from counting.steps(places.DUE[0], {places.DUE[1]: len(due), places.DUE_DONE[1]: done})
    yield from counting.part_of_step(places.ALL_PLANNED, places.DUE, number, len(due),
                                     describes=AGENCY)
    yield count(*places.LATE[:2], len(known.late), describes=AGENCY)
    yield counting.balance("due", (places.DUE,), (places.DUE_DONE, places.LATE),
                           (len(due), done, len(known.late)))
    yield counting.share(places.MEASURED, sum(one.is_measured for one in known.actions), number,
                         of=places.ALL_PLANNED)


def _procedures(procedures: Sequence[Planned]) -> Iterator[FigureRow]:
    """Count the procedures, those that came to each step, and those that came to all four."""
    number, all_four = len(procedures), sum(all(one.steps) for one in procedures)
    whole: Place = (places.PROCEDURES, places.STEPS[0], "")
    yield count(*whole[:2], number, describes=AGENCY)
    for step, label in enumerate(places.STEPS[1:]):
        came = sum(one.steps[step] for one in procedures)
        yield counting.share((places.PROCEDURES, label, ""), came, number, of=whole)
        yield from counting.part_of_step((places.PROCEDURES, label, ""), places.ALL_STEPS, came,
                                         all_four, describes=AGENCY)
    yield counting.share(places.ALL_STEPS, all_four, number, of=whole)


def _changes(known: Known) -> Iterator[FigureRow]:
    """Count what was agreed for the year, added, dropped and is in the plan: a stock."""
    now, dropped, added = len(known.actions), len(known.dropped), len(known.added)
    numbers = (now + dropped - added, added, dropped, now)
    stock = places.AT_START, places.ADDED, places.DROPPED, places.NOW
    yield from (count(*place[:2], number, describes=AGENCY,
                      same_as=places.ALL_PLANNED if place is places.NOW else None)
                for place, number in zip(stock, numbers, strict=True))
    yield counting.balance(places.CHANGES, stock[:2], stock[2:], numbers)
    yield count(*places.REPEATED[:2], known.repeated, describes=AGENCY)
