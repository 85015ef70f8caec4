"""Each course as Kirkpatrick asks of it: reaction, learning, behaviour and results."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, part_of
from pscb_lib.page.blocks import Cell, Column, Data, Group, Table, cell
from pscb_lib.page.tables.counts import plain_counts, plain_value
from pscb_lib.reports.training import places

NOT_YET = "None yet"
FEW = "Too few"
FEWS = places.TOO_FEW, places.WITH_FEW


def tabulate_courses(shown: Shown) -> Table:
    """Tabulate each course: how often held, who came, and what came of it."""
    columns = [Column("Course", width=2.6), Column("Held", "end", 0.5),
               Column("Came, of those booked", "end", 1.55),
               Column("Reaction: useful", "end", 1.55),
               Column("Learning: confidence", "end", 1.55),
               Column("Behaviour: changed", "end", 1.55),
               Column("Results: events with evidence", "end", 1.55)]
    titles = require_shown(shown).rows(places.COURSES)
    rows = [_row(shown, title) for title in titles]
    data = [[title, plain_value(shown.get(places.COURSES, title, places.HELD)),
             *plain_counts(shown.get(places.COURSES, title, places.CAME)),
             *(plain_value(shown.get(places.COURSES, title, column)) for column in (
                 places.USEFUL, places.LEARNT, places.CHANGED, places.RESULTS))]
            for title in titles]
    return Table("courses", "Each course, and what came of it", columns, [Group(None, rows)],
                 Data(["course", "held", "came", "booked", "found_useful", "confidence_gained",
                       "changed_practice", "events_with_evidence"], data), note=_note(shown),
                 empty="No event was held.")


def _row(shown: Shown, title: str) -> list[Cell]:
    held, came, useful, learnt, changed, results = (
        shown.get(places.COURSES, title, column) for column in (
            places.HELD, places.CAME, places.USEFUL, places.LEARNT, places.CHANGED,
            places.RESULTS))
    gained = FEW if learnt.value is None else f"{'+' if learnt.value > 0 else ''}{learnt.text}"
    return [cell(title), cell(held.text), _share(came), _share(useful), cell(gained),
            _share(changed), cell(f"{results.text} of {held.text}" if results.count else NOT_YET)]


def _share(figure: ShownFigure) -> Cell:
    if figure.value is None:
        return cell(FEW if figure.state in FEWS else figure.text)
    return cell("{:,} of {:,}".format(*figure.counts))


def _note(shown: Shown) -> str:
    carried = shown.get(*places.FROM_REVIEWS)
    few = "Too few: under ten answers, or another course's would follow from the total."
    if carried.value is None:
        return few
    number, events = carried.counts
    if events == 1:
        said = f"The one event {'carries' if number else 'does not carry'}"
    else:
        verb = "carries" if number == 1 else "carry"
        said = f"{capital(part_of(number, events, 'events'))} {verb}"
    return f"{few} {said} the learning of a review or an audit."
