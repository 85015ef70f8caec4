"""What is weak, who acts, and by when: the Reds of the year, and what the chosen papers ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from pscb_lib.board.annual_report import contents_for
from pscb_lib.board.context import Context
from pscb_lib.board.meetings import read_meetings
from pscb_lib.framework.english import capital, count_of, spell
from pscb_lib.framework.months import say_day
from pscb_lib.framework.rag import Rag
from pscb_lib.framework.scheduling.meetings import Group, next_meeting
from pscb_lib.page import blocks
from pscb_lib.page.asking import ask_id
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Column, Data, Prose, Several, Table
from pscb_lib.page.blocks import Group as Lines
from pscb_lib.page.carried import Carried, answers_of, asked_in
from pscb_lib.page.words.commentary import action_in
from pscb_lib.page.words.indicators import say_actual, short_target
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.annual_report.page.first import rated_of

TABLE = "acting"
RED, NO_ACTION = "Red over the whole year", "None shown"
Row = tuple[str, str, str, str]  # what is weak, where that was shown, who acts, what is done


def tabulate_acting(context: Context, assessed: Sequence[Assessment], carried: Sequence[Carried]
                    ) -> Table | Prose:
    """Tabulate each weakness with who acts, and what they are doing by when, as last answered."""
    rows = _rows(context, assessed, carried)
    if not rows:
        return Prose("No indicator was Red over the whole year, and nothing is asked.")
    lines = [[blocks.cell(weak, shown), blocks.cell(owner),
              blocks.cell(done) if done else blocks.strong(NO_ACTION)]
             for weak, shown, owner, done in rows]
    columns = [Column("What is weak, or is asked", width=4.2), Column("Who acts", width=2),
               Column("What is done, and by when", width=1.5)]
    return Table(TABLE, _say(rows), columns, [Lines(None, lines)],
                 Data(["weak", "shown", "who", "done"], [*map(list, rows)]),
                 note=joined("What is done is what the owner said last, as these readers have it.",
                             _say_next(context)))


def say_listed(context: Context, assessed: Sequence[Assessment], carried: Sequence[Carried]
               ) -> Several:
    """On the cover: how many weaknesses are listed, how many have an action, and where."""
    rows = _rows(context, assessed, carried)
    return Several([Prose(f"{_say(rows)} ([](#{TABLE})).") if rows else None])


def _rows(context: Context, assessed: Sequence[Assessment], carried: Sequence[Carried]
          ) -> list[Row]:
    return [*_list_red(assessed, answers_of(carried, "weak")),
            *_list_asked(context, assessed, carried)]


def _say(rows: Sequence[Row]) -> str:
    return say_acting(len(rows), sum(bool(done) for *_, done in rows))


def say_acting(number: int, acting: int) -> str:
    """How many weaknesses are listed, and for how many an action is: of what these readers have."""
    return (f"{capital(count_of(number, 'weakness', 'weaknesses'))} listed, "
            f"{spell(acting, 'none')} with an action")


def _list_red(assessed: Sequence[Assessment], answers: Mapping[str, str]) -> Iterator[Row]:
    for one in rated_of(assessed):
        if one.rating is Rag.RED:
            yield (f"{one.indicator.title}: {say_actual(one)}, target "
                   f"{short_target(one.indicator)}", RED, one.indicator.lead,
                   action_in(answers.get(ask_id(one), "")))


def _list_asked(context: Context, assessed: Sequence[Assessment], carried: Sequence[Carried]
                ) -> Iterator[Row]:
    """What is asked, part by part; what is asked about an indicator that is Red is in its row."""
    red = {one.indicator.question for one in rated_of(assessed) if one.rating is Rag.RED}
    for part in contents_for(context.settings, context.period):
        for shown, asked in asked_in(carried, part.key):
            if asked.words not in red:
                yield asked.words, shown, asked.owner, action_in(asked.said)


def _say_next(context: Context) -> str | None:
    """By when a day is wanted: when papers are due for the Board's meeting after this report's."""
    if context.audience == "public":
        return None
    meetings = read_meetings(context.params / "meetings.csv")
    this = next_meeting(meetings, Group.BOARD, context.as_of)
    after = this and next_meeting(meetings, Group.BOARD, this.on + timedelta(days=1))
    return ("A day for each weakness that has none is wanted from its owner by "
            f"{say_day(after.papers_by)}, for the Board's meeting on {say_day(after.on)}."
            ) if after else None
