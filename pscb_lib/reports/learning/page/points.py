"""Each learning point: who was told, how many staff it reached, and how many knew and used it."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, listed, small, times
from pscb_lib.page import charts
from pscb_lib.page.blocks import (
    LEFT,
    RIGHT,
    Chart,
    Column,
    Data,
    Group,
    Prose,
    Question,
    Table,
    cell,
    strong,
)
from pscb_lib.page.tables.counts import plain_counts
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.reports.learning import places
from pscb_lib.reports.learning.known import Known, Point

EACH_TIME = "All points count a member of staff once for each point."
ALL, MOST_HEADS = 100, 8  # per cent; columns of the picture
SELF_COUNT = ("Agencies count their own reach. No cell: the point is not for that agency. Not "
              "said: in no share.")


def plot_grid(shown: Shown, known: Known) -> Chart | Prose | None:
    """Plot what share of its staff each agency reached, by point; None if no point was agreed."""
    if not require_shown(shown).rows(places.GRID):
        return None
    points = [one.point for one in known.points][-MOST_HEADS:]
    cells = {agency: {point: shown.get(places.GRID, agency, point) for point in points
                      if shown.has(places.GRID, agency, point)}
             for agency in shown.rows(places.GRID)}
    silent = sum(len(one.silent) for one in known.points)
    headline = (f"{capital(times(silent))} an agency has not said that staff were told"
                if silent else "Every agency told its staff of every point")
    return charts.plot_heat_map(
        {agency: line for agency, line in cells.items() if line}, id="grid", headline=headline,
        subtitle="Share of the staff concerned whom each agency reached",
        short={agency: known.short(agency) for agency in cells}, label="Agency", note=SELF_COUNT,
        columns=points)


def ask_silent(shown: Shown, known: Known) -> Question | None:
    """Ask the agencies that told nobody by when they will. None if there is none."""
    require_shown(shown)
    if not known.silent:
        return None
    owed = {agency: [small(one.point) for one in known.points if agency in one.silent]
            for agency in known.silent}
    named = [f"{known.short(agency)} ({listed(points)})" for agency, points in owed.items()]
    return Question("silent_asked", f"By when will you tell your staff: {'; '.join(named)}?",
                    listed([*map(known.short, known.silent)]), place=LEFT)


def plot_used(shown: Shown, known: Known) -> Chart | Prose | None:
    """Plot how many of the staff asked knew each point, and had used it; None if none was asked."""
    asked = [one for one in known.points if one.checks]
    knew, used = ({one.point: require_shown(shown).get(places.POINTS, one.point, column)
                   for one in asked} for column in (places.KNEW, places.USED))
    if not asked:
        return None
    known_by, used_by = (shown.get(*place) for place in (places.ALL_KNEW, places.ALL_USED))
    return charts.plot_dots(
        used, knew, id="used", names=("Had used it", "Knew it"), whole=ALL,
        headline=f"{known_by.text} of staff asked knew the point; {used_by.text} had used it",
        subtitle="Share of the staff asked, by learning point", label="Learning point",
        note=_not_asked(known))


def _not_asked(known: Known) -> str | None:
    without = [small(one.point) for one in known.points if not one.checks]
    return f"No staff were asked yet about {listed(without)}." if without else None


def ask_used(shown: Shown, known: Known) -> Question | None:
    """Ask the agencies what keeps staff from using the points that few of those asked had used."""
    require_shown(shown)
    if not known.seldom_used:
        return None
    named = [f"{small(one.point)} ({listed([*map(known.short, one.seldom_users)])})"
             for one in known.seldom_used]
    agencies = dict.fromkeys(known.short(agency) for one in known.seldom_used
                             for agency in one.seldom_users)
    return Question("used_asked", "What keeps your staff from using what they know, and when will "
                    f"you look again: {'; '.join(named)}?", listed([*agencies]))


def ask_reached(shown: Shown, known: Known) -> Question | None:
    """Ask the agencies that reached few of the staff whom they told; None if there is none."""
    require_shown(shown)
    few = known.seldom_reached
    if not few:
        return None
    named = [f"{known.short(agency)} ({number:,} of {of:,} reached)"
             for agency, (number, of) in few.items()]
    return Question("reached_asked", "How will you reach the staff whom you have not reached: "
                    f"{'; '.join(named)}?", listed([*map(known.short, few)]), place=RIGHT)


def tabulate_points(shown: Shown, known: Known) -> Table:
    """Tabulate each point: its origin, when it was agreed, and how far it came."""
    columns = [Column("Learning point, and what it arises from", width=4),
               Column("Agreed, and days until the first staff were told", width=2),
               Column("Agencies that told staff", "end", 1.1), Column("Staff reached", "end", 1.3),
               Column("Of staff asked: knew it, had used it", "end", 1.7)]
    lines = [(one.point, one) for one in known.points]
    rows = [[strong(label, capital(one.origin.value)), cell(short_day(one.agreed_on), _days(one)),
             cell(_part(figures[0])), cell(_part(figures[1])), cell(_asked(*figures[2:]))]
            for label, one in lines for figures in [_figures(shown, label)]]
    if len(known.points) > 1:
        told, reached, knew, used = _figures(shown, TOTAL)
        rows.append([strong("All points"), cell(""), strong(_part(told)), strong(_part(reached)),
                     strong(_asked(knew, used))])
    data = [[one.point_id, label, one.origin.value, plain_day(one.agreed_on), one.days,
             *(value for figure in _figures(shown, label) for value in plain_counts(figure))]
            for label, one in lines]
    return Table("points", "Each learning point, and how far it came", columns, [Group(None, rows)],
                 Data(["point_id", "point", "arises_from", "agreed_on", "days_to_first",
                       "agencies_told", "agencies_owed", "staff_reached", "staff", "knew", "asked",
                       "used", "asked_again"], data),
                 note=EACH_TIME if len(known.points) > 1 else None,
                 empty="No learning point was agreed.")


def _figures(shown: Shown, label: str) -> list[ShownFigure]:
    return [require_shown(shown).get(places.POINTS, label, column) for column in (
        places.TOLD, places.REACHED, places.KNEW, places.USED)]


def _days(point: Point) -> str:
    return "nobody told yet" if point.days is None else count_of(point.days, "day")


def _part(figure: ShownFigure) -> str:
    return "–" if figure.value is None else "{:,} of {:,}".format(*figure.counts)


def _asked(knew: ShownFigure, used: ShownFigure) -> str:
    if knew.value is None:
        return "not asked"
    return f"{knew.counts[0]:,} and {used.counts[0]:,} of {knew.counts[1]:,}"
