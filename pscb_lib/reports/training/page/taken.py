"""Who came, who did not, and which agencies take fewer places than their share of staff."""

from __future__ import annotations

from collections.abc import Mapping

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, part_of
from pscb_lib.framework.pounds import say_pounds
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
from pscb_lib.page.tables.counts import plain_counts, plain_value
from pscb_lib.reports.training import places
from pscb_lib.reports.training.page.lead import CAME_TARGET, most_absent, names_of

NOT_SUPPLIED = "Who was booked was not supplied."


def plot_balance(context: Context, shown: Shown) -> Chart | Prose | None:
    """Plot each agency's share of places taken beside its share of staff; None if one is unknown.
    """
    agencies = require_shown(shown).rows(places.BALANCE)
    if not agencies:
        return None
    names = names_of(context)
    taken, staff = ({names.get(row, row): shown.get(places.BALANCE, row, column)
                     for row in agencies} for column in (places.OF_PLACES, places.OF_STAFF))
    return charts.plot_dots(
        taken, staff, id="balance", place=LEFT, label="Agency",
        names=("Places", "Staff"), headline=_headline(shown, names),
        subtitle="Share of all places taken, and of all staff who need training")


def _headline(shown: Shown, names: Mapping[str, str]) -> str:
    low = [names.get(row, row) for row in shown.rows(places.BALANCE) if _is_low(shown, row)]
    if not low:
        return "Every agency took at least half its share"
    if len(low) == 1:
        return f"{low[0]} took under half its share"
    return f"{capital(count_of(len(low), 'agency', 'agencies'))} took under half their share"


def _is_low(shown: Shown, row: str) -> bool:
    taken, staff = (shown.get(places.BALANCE, row, column).value or 0
                    for column in (places.OF_PLACES, places.OF_STAFF))
    return 2 * taken < staff


def ask_taken(context: Context, shown: Shown) -> Question | None:
    """Ask the agency that most often stays away without notice what it will do. None if none."""
    most = most_absent(shown)
    if most is None:
        return None
    absent = shown.get(places.TAKEN, most, places.NO_SHOW)
    booked = shown.get(places.TAKEN, most, places.CAME).counts[1]
    came = "nobody came or gave notice"
    return Question("taken_asked", f"At {absent.count:,} of the {booked:,} places that "
                    f"{names_of(context).get(most, most)} booked {came}: what keeps its staff "
                    "away, and what will be done?", most, place=LEFT)


def _headline_taken(shown: Shown, agencies: list[str]) -> str:
    """How many agencies keep to the target for the places that they book."""
    those = [shown.get(places.TAKEN, row, places.CAME) for row in agencies if row != TOTAL]
    if len(those) < 2:
        return "Places booked by each agency, and how they were used"
    number = sum((one.value or 0) >= CAME_TARGET for one in those)
    return (f"{capital(part_of(number, len(those), 'agencies'))} "
            f"{'comes' if number == 1 else 'come'} to {CAME_TARGET}% of the places they book")


def ask_balance(context: Context, shown: Shown) -> Question | None:
    """Ask each agency that took less than half its share of places who should come. None if none.
    """
    low = [row for row in require_shown(shown).rows(places.BALANCE) if _is_low(shown, row)]
    if not low:
        return None
    names = names_of(context)
    said = [f"{names.get(row, row)} has {shown.get(places.BALANCE, row, places.OF_STAFF).text} of "
            f"staff and took {shown.get(places.BALANCE, row, places.OF_PLACES).text} of places"
            for row in low]
    return Question("balance_asked", f"{'; '.join(said)}: who of its staff should train with other "
                    "agencies?" if len(low) == 1 else f"{'; '.join(said)}: who of their staff "
                    "should train with other agencies?", listed(low), place=RIGHT)


def tabulate_taken(context: Context, shown: Shown) -> Table:
    """Tabulate for each agency the places booked, and how they were used."""
    columns = [Column("Agency", width=2.4), Column("Came, of places booked", "end", 1.5),
               Column(f"Target {CAME_TARGET}%", "end", 1.1), Column("No notice", "end", 0.9)]
    agencies = [row for row in require_shown(shown).rows(places.TAKEN)
                if shown.get(places.TAKEN, row, places.CAME).value is not None]
    names = names_of(context)
    rows = [[make(one) for one in (names.get(row, row), *_line(shown, row))] for row in agencies
            for make in [strong if row == TOTAL else cell]]
    data = [[row, *plain_counts(shown.get(places.TAKEN, row, places.CAME)),
             *(plain_value(shown.get(places.TAKEN, row, column))
               for column in (places.CANCELLED, places.NO_SHOW))] for row in agencies]
    return Table("taken", _headline_taken(shown, agencies), columns,
                 [Group(None, rows)],
                 Data(["agency", "came", "booked", "cancelled", "no_notice"], data),
                 note=_say_places(shown), empty=NOT_SUPPLIED,
                 place=RIGHT if shown.rows(places.BALANCE) else None)


def _line(shown: Shown, row: str) -> list[str]:
    came = shown.get(places.TAKEN, row, places.CAME)
    number, booked = came.counts
    return [f"{number:,} of {booked:,}", came.text,
            shown.get(places.TAKEN, row, places.NO_SHOW).text]


def _say_places(shown: Shown) -> str | None:
    if not shown.has(*places.PEOPLE):
        return None
    people, filled, charged = (shown.get(*place) for place in (
        places.PEOPLE, places.FILLED, places.CHARGED))
    offered = "" if filled.value is None else (
        f" {filled.counts[0]:,} of {filled.counts[1]:,} places offered were taken.")
    paid = "" if charged.text == say_pounds(0) else (
        f" {charged.text} was charged where nobody came.")
    return f"People who came to at least one event: {people.text}.{offered}{paid}"
