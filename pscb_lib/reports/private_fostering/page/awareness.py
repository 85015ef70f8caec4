"""Whether arrangements are found: notifications beside awareness work, and who made them."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role, read_indicators
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, listed, small
from pscb_lib.page import charts
from pscb_lib.page.blocks import Chart, Prose, Question, Table
from pscb_lib.page.tables.counts import tabulate_counts
from pscb_lib.page.words.roles import say_unheld
from pscb_lib.page.words.shown import most, paragraph, require_told, say_count, told
from pscb_lib.reports.private_fostering import places
from pscb_lib.reports.private_fostering.page.lead import kept

LEFT, RIGHT = (1, 2), (2, 2)
FEW = "Few notifications may mean that few people know of the duty to notify."


def plot_years(shown: Shown) -> Chart | Prose | None:
    """Plot the notifications of five years as columns, with the awareness events under them.

    None if only one year was supplied.
    """
    years = require_shown(shown).rows(places.YEARS)
    columns = {column: {year: shown.get(places.YEARS, year, column) for year in years}
               for column in (places.NOTIFICATIONS, places.EVENTS)}
    known = {year: one.count for year, one in columns[places.NOTIFICATIONS].items()
             if one.value is not None}
    if len(known) < 2 and not any(one.hidden for one in columns[places.NOTIFICATIONS].values()):
        return None
    first, last = years[0], years[-1]
    events = {year: one for year, one in columns[places.EVENTS].items() if not one.state}
    return charts.plot_columns(
        columns[places.NOTIFICATIONS], id="years", place=RIGHT, picked=[last],
        headline=(f"From {known[first]} to {known[last]} notifications in five years"
                  if first in known and last in known else "Notifications in five years"),
        subtitle=f"Notifications, {first} to {last}" + (
            "; a diamond is an awareness event" if any(one.value for one in events.values())
            else ""),
        events=events, columns=("Year", places.NOTIFICATIONS, places.EVENTS))


def tabulate_years(shown: Shown) -> Table | Prose:
    """Tabulate notifications, events and people reached by year: low numbers beside the work."""
    return tabulate_counts(shown, places.YEARS, "Notifications and awareness work by year", "Year",
                           id="years_table", note=_soon_after(shown) or None)


def _soon_after(shown: Shown) -> str:
    if not shown.has(*places.SOON_AFTER):
        return ""
    said = kept(shown.get(*places.SOON_AFTER), "notification of the last year",
                "notifications of the last year", "received within three months after an event")
    return f"{capital(said)}; this does not say that the event led to it." if said else ""


def tabulate_audiences(shown: Shown) -> Table | Prose | None:
    """Tabulate whom the awareness work of the year was for; None if there was none, or in public.
    """
    if require_shown(shown).audience == "public":  # the number of events is small
        return None
    rows = [row for row in shown.rows(places.BY_AUDIENCE)
            if shown.get(places.BY_AUDIENCE, row, places.EVENTS).value != 0]
    return replace(tabulate_counts(
        shown, places.BY_AUDIENCE, "Whom awareness work reached in the year", "Reached",
        order=rows), place=RIGHT) if rows else None


def plot_notifiers(shown: Shown) -> Chart | Prose | None:
    """Plot who notified, over three years: one year's numbers are too small. None if nobody did."""
    if require_shown(shown).get(*places.THREE_YEARS).value == 0:
        return None
    figures = {row: shown.get(places.NOTIFIED_BY, row)
               for row in shown.rows(places.NOTIFIED_BY) if row != TOTAL}
    often = most(shown, places.NOTIFIED_BY, but="")
    return charts.plot_bars(
        figures, id="notified_by", place=LEFT,
        headline=f"Most often notified by {small(often)}" if often else "Who notified",
        subtitle="Notifications in three years", columns=("Notified by", "Notifications"))


def say_awareness(shown: Shown) -> Prose | None:
    """Say who notified in three years, who did not though told, and what few may mean."""
    return paragraph(_who_notified(shown), _reached_in_vain(shown), place=RIGHT)


@told
def _who_notified(shown: Shown) -> str:
    table, total = places.NOTIFIED_BY, require_shown(shown).get(*places.THREE_YEARS)
    if total.value == 0:
        return f"No arrangement was notified. {FEW}"
    often = most(shown, table, but="")
    never = _never(shown)
    said = [often and f"most often by {small(often)}", never and f"never by {listed(never, 'or')}"]
    verb = "was" if total.value == 1 else "were"
    return (f"{capital(say_count(total, 'arrangement'))} {verb} notified in three years"
            f"{''.join(f', {words}' for words in said if words)}. {FEW}")


def _never(shown: Shown) -> list[str]:
    return [small(row) for row in shown.rows(places.NOTIFIED_BY) if row != TOTAL
            and shown.get(places.NOTIFIED_BY, row).value == 0]


@told
def _reached_in_vain(shown: Shown) -> str:
    require_told(shown.get(*places.THREE_YEARS))
    groups = {row: shown.get(places.BY_AUDIENCE, row, places.REACHED)
              for row in shown.rows(places.BY_AUDIENCE) if small(row) in _never(shown)}
    said = [f"{say_count(one, 'person', 'people')} {places.WHERE[row]}"
            for row, one in groups.items() if one.value]
    if not said:
        return ""
    return f"Yet the year's awareness work reached {listed(said)}."


def ask_awareness(shown: Shown, question: str, lead: str) -> Question | Prose | None:
    """Ask the register's question on notifications, or say that the register has none."""
    if require_shown(shown).audience == "public":
        return None
    return Question("awareness_asked", question, lead, place=RIGHT) if question else Prose(
        say_unheld((), Role.PRIVATE_FOSTERING_VISITS), place=RIGHT)


def read_question(context: Context) -> tuple[str, str]:
    """The question of the Board's register on private fostering, and who leads on it."""
    every = read_indicators(context.params / "indicators.csv")
    last = [(one.question, one.lead) for one in every
            if one.role is Role.PRIVATE_FOSTERING_VISITS]
    return last[-1] if last else ("", "")
