"""What the meeting is asked to decide: a line for each question, with its owner and answer.

The questions are the first of the paper, so that they are numbered here as in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.framework.english import capital, count_of, listed, spell
from pscb_lib.page import blocks
from pscb_lib.page.asking import Known, ask_id, is_open
from pscb_lib.page.assessment import Assessment, needs_attention
from pscb_lib.page.blocks import Cell, Column, Data, Group, Place, Table
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.words.commentary import State
from pscb_lib.page.words.indicators import say_figure, say_missed
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.quarterly_data_set.measures.comparison import Comparison
from pscb_lib.reports.quarterly_data_set.page.comparison import list_far
from pscb_lib.reports.quarterly_data_set.page.edge import list_close
from pscb_lib.reports.quarterly_data_set.page.releases import ALONE
from pscb_lib.reports.quarterly_data_set.page.untargeted import list_worst

WHOLE: Place = (1, 1)  # one column
CAPTION = "Questions: does the answer suffice? If there is none, by when?"


def list_asked(assessments: Sequence[Assessment], at_most: int | None = None,
               found: Mapping[str, Comparison] = ALONE) -> list[Assessment]:
    """The indicators with a question, in the order of their questions.

    Last are those that are farthest from England's figures, where others are *found*.
    """
    urgent = needs_attention(assessments)[:at_most]
    asked = [*urgent[:1], *list_close(assessments), *list_worst(assessments), *urgent[1:]]
    return [*asked, *(one for one in list_far(assessments, found) if one not in asked)]


def say_asks(assessments: Sequence[Assessment], known: Known, at_most: int | None = None,
             found: Mapping[str, Comparison] = ALONE) -> str:
    """Completes "The Board is asked to": judge the answers, require the others."""
    states = [known.answer(one).state for one in list_asked(assessments, at_most, found)]
    given, none, uncleared, withheld = (states.count(state) for state in (
        State.GIVEN, State.NONE, State.UNCLEARED, State.WITHHELD))
    awaited = sum(one.figure.state == NOT_SUPPLIED for one in assessments)
    said = [f"judge {count_of(given, 'answer')}" if given else "",
            f"require {spell(none)} more by a date" if none and given else
            f"require {count_of(none, 'answer')} by a date" if none else "",
            f"await {spell(uncleared)} to be cleared" if uncleared else "",
            f"note that {spell(withheld)} cannot be shown" if withheld else "",
            f"get {count_of(awaited, 'figure')}" if awaited else ""]
    return f"{listed([*filter(None, said)]) or 'note that nothing needs its attention'}."


def tabulate_asked(assessments: Sequence[Assessment], known: Known, at_most: int | None = None,
                   found: Mapping[str, Comparison] = ALONE) -> Table | None:
    """Tabulate the questions by what is to be decided on each; None without one."""
    asked = list_asked(assessments, at_most, found) if known.is_asked else []
    if not asked:
        return None
    columns = [Column("Indicator", width=3.88), Column("No.", width=0.42),
               Column("Now", width=1.45), Column("Owner", width=3.05), Column("Answer", width=1.98)]
    data = [[number, one.indicator.id, one.indicator.title, one.rating.value, one.outside,
             one.indicator.lead, known.answer(one).state.value,
             plain_day(known.answer(one).by_when)] for number, one in enumerate(asked, 1)]
    rows = [_row(number, one, known) for number, one in enumerate(asked, 1)]
    rows += [_awaited_row(one) for one in assessments
             if one.figure.state == NOT_SUPPLIED and one not in asked]
    return Table("asked", CAPTION, columns, [Group(None, rows)],
                 Data(["question", "id", "indicator", "rating", "late or missed", "owner",
                       "answer", "action by"], data), place=WHOLE)


def _row(number: int, one: Assessment, known: Known) -> list[Cell]:
    missed = say_missed(one, short=True)
    figure = one.figure.text if one.figure.value is None else say_figure(one)
    return [blocks.cell(one.indicator.title), (blocks.text(f"{number}", link=ask_id(one)),),
            blocks.cell(joined(figure, missed, between="; ")),
            blocks.cell(one.indicator.lead), blocks.cell(_say_answer(one, known))]


def _awaited_row(one: Assessment) -> list[Cell]:
    """A figure that is to be got, of which there is no question yet."""
    return [blocks.cell(one.indicator.title), blocks.cell("–"), blocks.cell(one.figure.text),
            blocks.cell(one.indicator.agency), blocks.cell("To be sent")]


def _say_answer(one: Assessment, known: Known) -> str:
    """By when something is done; whether that is over at the meeting; what is overdue."""
    answer, before = known.answer(one), known.last(one)
    if answer.state in (State.UNCLEARED, State.WITHHELD):
        return capital(answer.state.value)
    if answer.state is State.NONE:
        return f"None; {before.id} open" if before and is_open(before) else "None"
    if answer.by_when is None:
        return "No day for an action"
    if known.meeting and answer.by_when < known.meeting:
        return f"Done by {short_day(answer.by_when)}?"
    return f"Action by {short_day(answer.by_when)}"
