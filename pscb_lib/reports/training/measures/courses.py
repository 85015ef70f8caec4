"""What Kirkpatrick asks of each course: reaction, learning, behaviour and results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from pscb_lib.disclosure.figures import FigureRow, count, mean_score, proportion
from pscb_lib.reports.training import places
from pscb_lib.reports.training.measures.answers import by_stage, scores, told_of
from pscb_lib.reports.training.measures.parts import AGENCY, Rows, answered, grouped, withheld
from pscb_lib.reports.training.returned_feedback import AFTER, CHANGED, LATER, SCALES
from pscb_lib.reports.training.returned_places import CAME


def measure_courses(events: Rows, taken: Rows, forms: Rows) -> Iterator[FigureRow]:
    """Yield for each course what Kirkpatrick asks: reaction, learning, behaviour and results."""
    by_title = dict(sorted(grouped(events, "title").items()))
    sent = {title: _of(held, forms) for title, held in by_title.items()}
    for title, held in by_title.items():
        booked = _of(held, taken)
        yield count(places.COURSES, title, len(held), places.HELD, describes=AGENCY)
        yield proportion(places.COURSES, title, sum(row["attended"] == CAME for row in booked),
                         len(booked), places.CAME, describes=AGENCY)
        yield count(places.COURSES, title, sum(one["evidence"] is not None for one in held),
                    places.RESULTS, describes=AGENCY)
    yield from _shares(places.USEFUL, {title: _liked(rows) for title, rows in sent.items()})
    yield from _gains({title: _gained(rows) for title, rows in sent.items()})
    yield from _shares(places.CHANGED, {
        title: [one == CHANGED for one in told_of(row for row in rows if row["stage"] == LATER)]
        for title, rows in sent.items()})


def _of(held: Rows, rows: Rows) -> Rows:
    ids = {one["event_id"] for one in held}
    return [row for row in rows if row["event_id"] in ids]


def _liked(sent: Rows) -> list[bool]:
    return [row["useful"] for row in answered(sent)
            if row["stage"] == AFTER and row["useful"] is not None]


def _gained(sent: Rows) -> list[Fraction]:
    came_back = by_stage(sent)
    first, second = (came_back[stage] for stage in places.PAIRS["learnt"])
    pairs = [found for person, one in first.items() if person in second
             and (found := scores(one, second[person], SCALES))]
    return [after - before for before, after in pairs]


def _shares(column: str, answers: Mapping[str, list[bool]]) -> Iterator[FigureRow]:
    """Yield the share of each course that said yes, unless it or another had too few answers."""
    few = withheld({title: len(those) for title, those in answers.items()})
    for title, those in answers.items():
        yield _untold(title, column, few[title]) if title in few else proportion(
            places.COURSES, title, sum(those), len(those), column, describes=AGENCY)


def _gains(gains: Mapping[str, list[Fraction]]) -> Iterator[FigureRow]:
    few = withheld({title: len(those) for title, those in gains.items()})
    for title, those in gains.items():
        yield _untold(title, places.LEARNT, few[title]) if title in few else mean_score(
            places.COURSES, title, those, places.LEARNT, describes=AGENCY)


def _untold(title: str, column: str, state: str) -> FigureRow:
    return count(places.COURSES, title, None, column, state=state, describes=AGENCY)
