"""What Kirkpatrick asks of each course: reaction, learning, behaviour and results."""

from __future__ import annotations

from collections.abc import Iterator

from pscb_lib.disclosure.figures import FigureRow, count, mean_score, proportion
from pscb_lib.reports.training import places
from pscb_lib.reports.training.measures.answers import by_stage, changed, scores
from pscb_lib.reports.training.measures.parts import AGENCY, FEWEST, Rows, answered, grouped, share
from pscb_lib.reports.training.returned_feedback import AFTER, LATER, SCALES
from pscb_lib.reports.training.returned_places import CAME


def measure_courses(events: Rows, taken: Rows, forms: Rows) -> Iterator[FigureRow]:
    """Yield for each course what Kirkpatrick asks: reaction, learning, behaviour and results."""
    for title, held in sorted(grouped(events, "title").items()):
        ids = {one["event_id"] for one in held}
        booked, sent = ([row for row in rows if row["event_id"] in ids] for rows in (taken, forms))
        yield count(places.COURSES, title, len(held), places.HELD, describes=AGENCY)
        yield proportion(places.COURSES, title, sum(row["attended"] == CAME for row in booked),
                         len(booked), places.CAME, describes=AGENCY)
        liked = [row["useful"] for row in answered(sent)
                 if row["stage"] == AFTER and row["useful"] is not None]
        yield share(places.COURSES, title, places.USEFUL, sum(liked), len(liked))
        yield _gained(title, sent)
        yield changed(places.COURSES, title, [row for row in sent if row["stage"] == LATER],
                       places.CHANGED)
        yield count(places.COURSES, title, sum(one["evidence"] is not None for one in held),
                    places.RESULTS, describes=AGENCY)


def _gained(title: str, sent: Rows) -> FigureRow:
    came_back = by_stage(sent)
    first, second = (came_back[stage] for stage in places.PAIRS["learnt"])
    pairs = [found for person, one in first.items() if person in second
             and (found := scores(one, second[person], SCALES))]
    if len(pairs) < FEWEST:
        return count(places.COURSES, title, None, places.LEARNT, state=places.TOO_FEW,
                     describes=AGENCY)
    return mean_score(places.COURSES, title, [after - before for before, after in pairs],
                      places.LEARNT, describes=AGENCY)
