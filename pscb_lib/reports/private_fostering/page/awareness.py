"""Whether arrangements are found: notifications beside awareness work, and who made them."""

from __future__ import annotations

from pscb_lib.board.indicators import Role
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, listed, small
from pscb_lib.framework.statistics.intervals import wilson_interval
from pscb_lib.page import charts
from pscb_lib.page.blocks import LEFT, RIGHT, Chart, Prose, Question, Sheet
from pscb_lib.page.tables.counts import list_counts
from pscb_lib.page.words.roles import say_unheld
from pscb_lib.page.words.shown import (
    most,
    paragraph,
    require_told,
    say_count,
    say_done,
    told,
)
from pscb_lib.reports.private_fostering import places

FEWEST = 10  # notifications, to be set beside chance
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
        columns[places.NOTIFICATIONS], id="years", place=LEFT, picked=[last], high=32,
        headline=(f"From {known[first]} to {known[last]} notifications in five years"
                  if first in known and last in known else "Notifications in five years"),
        subtitle="Notifications" + (
            "; a diamond is an awareness event" if any(one.value for one in events.values())
            else ""),
        events=events, columns=("Year", places.NOTIFICATIONS, places.EVENTS),
        note=_soon_after(shown))


def list_years(shown: Shown) -> Sheet | None:
    """List in the spreadsheet notifications, events and people reached by year."""
    return list_counts(shown, places.YEARS, "Notifications and awareness work by year", "Year",
                       id="years_table")


def plot_notifiers(shown: Shown) -> Chart | Prose | None:
    """Plot who notified, over three years: one year's numbers are too small. None if nobody did."""
    if require_shown(shown).get(*places.THREE_YEARS).value == 0:
        return None
    figures = {row: shown.get(places.NOTIFIED_BY, row)
               for row in shown.rows(places.NOTIFIED_BY) if row != TOTAL}
    figures = dict(sorted(figures.items(), key=lambda item: -float(item[1].value or 0)))
    often = most(shown, places.NOTIFIED_BY, but="")
    return charts.plot_bars(
        figures, id="notified_by", place=RIGHT,
        headline="No school notified in three years" if no_school(shown) else
        f"Notified most by {small(often)}" if often else "Who notified",
        subtitle="Notifications in three years", columns=("Notified by", "Notifications"),
        total=shown.total_of(places.NOTIFIED_BY))


def no_school(shown: Shown) -> bool:
    """Whether it is shown that schools notified none in three years, while others did."""
    return bool(shown.get(*places.THREE_YEARS).value) and places.SCHOOL in shown.rows(
        places.NOTIFIED_BY) and shown.get(places.NOTIFIED_BY, places.SCHOOL).value == 0


def say_awareness(shown: Shown) -> Prose | None:
    """Say how many were notified in three years, what few may mean, and whom the work reached."""
    return paragraph(_notified(shown), _reached(shown))


@told
def _notified(shown: Shown) -> str:
    total = require_shown(shown).get(*places.THREE_YEARS)
    if total.value == 0:
        return f"No arrangement was notified. {FEW}"
    verb = "was" if total.value == 1 else "were"
    return f"{capital(say_count(total, 'arrangement'))} {verb} notified in three years. {FEW}"


def _never(shown: Shown) -> list[str]:
    return [small(row) for row in shown.rows(places.NOTIFIED_BY) if row != TOTAL
            and shown.get(places.NOTIFIED_BY, row).value == 0]


@told
def _reached(shown: Shown) -> str:
    """Whom awareness work reached, groups that notified none in three years first."""
    require_told(shown.get(*places.THREE_YEARS))
    people = {row: shown.get(places.BY_AUDIENCE, row, places.REACHED)
              for row in shown.rows(places.BY_AUDIENCE) if row != TOTAL}
    never = [row for row in people if small(row) in _never(shown)]
    in_vain = [row for row in never if people[row].value]
    said = [f"{say_count(people[row], 'person', 'people')} {places.WHERE[row]}"
            for row in dict.fromkeys([*never, *people]) if people[row].value]
    if not said:
        return ""
    return f"{'Yet the' if in_vain else 'The'} year's awareness work reached {listed(said)}."


def _soon_after(shown: Shown) -> str | None:
    """Say how many notifications came soon after an event, beside how many of the days did."""
    if not shown.has(*places.SOON_AFTER):
        return None
    soon, days = shown.get(*places.SOON_AFTER), shown.get(*places.DAYS_AFTER)
    if soon.value is None or days.value is None or soon.counts[1] < FEWEST:
        return None
    said = say_done(soon, "notification of the last year", "notifications of the last year",
                    "received within three months after an event")
    chance, (after, year) = wilson_interval(*soon.counts), days.counts
    found = ("no effect is shown" if chance.holds(after / year) else
             "more than chance gives" if after / year < chance.lower else
             "fewer than chance gives")
    return f"{capital(said)} ({after:,} of its {year:,} days): {found}." if said else None


def ask_awareness(shown: Shown, question: str, lead: str) -> Question | Prose | None:
    """Ask schools why they notified none, or the register's question on notifications.

    Where there is neither, it is said that the register has none.
    """
    told_of = [shown.get(*places.THREE_YEARS), *(
        shown.get(places.NOTIFIED_BY, row) for row in require_shown(shown).rows(places.NOTIFIED_BY)
        if row == places.SCHOOL)]
    if shown.audience == "public" or any(one.hidden for one in told_of):
        return None  # it is not known which of the two to ask
    if no_school(shown):
        return Question("awareness_asked", "Who in your school knows the duty, and asks with whom "
                        "a child lives?", "Each school, through the education lead on the Board")
    return Question("awareness_asked", question, lead) if question else Prose(
        say_unheld((), Role.PRIVATE_FOSTERING_VISITS))
