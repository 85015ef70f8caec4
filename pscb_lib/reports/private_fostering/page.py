"""The tables and sentences of the report, from shown figures only."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role, SetBy, read_indicators
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, listed, small, spell
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Thresholds
from pscb_lib.page import charts
from pscb_lib.page.blocks import Chart, Lead, Prose, Question, Table
from pscb_lib.page.tables.counts import tabulate_counts
from pscb_lib.page.tables.rated import tabulate_rated_shares
from pscb_lib.page.words.roles import say_unheld
from pscb_lib.page.words.shown import (
    joined,
    lead,
    most,
    paragraph,
    require_told,
    say,
    say_count,
    say_part,
    told,
)
from pscb_lib.reports.private_fostering import measures

LEFT, RIGHT = (1, 2), (2, 2)
IN_DAYS = "visited within seven working days"
LAW = 100  # per cent: the Regulations have no exceptions
TIMESCALES = (measures.IN_TIME, measures.IN_TIME_OF_VISITED, measures.EVERY_SIX,
              measures.EVERY_TWELVE)


def answer(shown: Shown, year: ReportingPeriod) -> Lead:
    """Say how many children are known, and whether they were visited in time."""
    kept = [_kept(require_shown(shown).get(*place), noun, often) for place, noun, often in (
        (measures.IN_TIME, _whose_time_is_over(shown), "within seven working days"),
        (measures.EVERY_SIX, "whose arrangement began in the year", "at least every six weeks"),
        (measures.EVERY_TWELVE, "whose arrangement began earlier", "at least every 12 weeks"))]
    known = joined(_notified(shown, year), _running(shown, year), between="; ")
    return lead(known and f"**{known}.**", *kept)


@told
def _notified(shown: Shown, year: ReportingPeriod) -> str:
    arrangements = say_count(shown.get(*measures.NOTIFIED), "private fostering arrangement")
    return f"In {year.title} the authority was notified of {arrangements}"


def _whose_time_is_over(shown: Shown) -> str:
    over, notified = (shown.get(*place) for place in (measures.OVER, measures.NOTIFIED))
    is_all = not (over.hidden or notified.hidden) and over.value == notified.value
    return "notified" if is_all else "notified whose seven working days are over"


@told
def _running(shown: Shown, year: ReportingPeriod) -> str:
    running = shown.get(*measures.CLOSING)
    require_told(shown.get(*measures.NOTIFIED))
    verb = "was" if running.value == 1 else "were"
    return f"{say(running)} {verb} running on {say_day(year.end)}"


def say_awareness(shown: Shown) -> Prose | None:
    """Say who notified in three years and who did not, and what few notifications may mean."""
    said = paragraph(_who_notified(shown))
    return said and replace(said, place=RIGHT)


@told
def _who_notified(shown: Shown) -> str:
    table, total = measures.NOTIFIED_BY, require_shown(shown).get(*measures.THREE_YEARS)
    often = most(shown, table, but="")
    never = [small(row) for row in shown.rows(table) if shown.get(table, row).value == 0]
    said = [often and f"most often by {small(often)}", never and f"never by {listed(never, 'or')}"]
    verb = "was" if total.value == 1 else "were"
    return (f"{capital(say_count(total, 'arrangement'))} {verb} notified in three years"
            f"{''.join(f', {words}' for words in said if words)}. Few notifications may mean "
            "that few people know of the duty to notify.")


def tabulate_flow(shown: Shown) -> Table | Prose:
    """Tabulate notifications, and the arrangements: start + began = ended + end."""
    return tabulate_counts(shown, measures.FLOW, "Arrangements in the year", "Arrangements",
                           note="Running at the start + began = ended + running at the end.")


def plot_first_visits(shown: Shown) -> Chart | Prose | None:
    """Plot each notification whose seven working days are over as a dot: seen in time, or not."""
    over, visited, in_time = (require_shown(shown).get(*place) for place in (
        measures.OVER, measures.VISITED, measures.IN_TIME))
    if not over.value or visited.value is None or in_time.value is None:
        return None
    seen, soon = visited.counts[0], in_time.counts[0]
    parts = {IN_DAYS: soon, "visited later": seen - soon, "not visited": over.count - seen}
    figures = {label: ShownFigure(number, None, None, "count", "", False)
               for label, number in parts.items() if number or label == IN_DAYS}
    return charts.plot_people(
        figures, id="first_visits", place=LEFT, unmet=["visited later", "not visited"],
        headline=_in_time(soon, over.count),
        subtitle="Notifications, and when the child was first visited",
        columns=("First visit", "Children"))


def _in_time(soon: int, over: int) -> str:
    if over == 1:
        return f"The one first visit was {'' if soon else 'not '}in time"
    return f"{soon:,} of {over:,} first visits {'was' if soon == 1 else 'were'} in time"


def plot_notifiers(shown: Shown) -> Chart | Prose:
    """Plot who notified, over three years: one year's numbers are too small."""
    figures = {row: require_shown(shown).get(measures.NOTIFIED_BY, row)
               for row in shown.rows(measures.NOTIFIED_BY) if row != TOTAL}
    often = most(shown, measures.NOTIFIED_BY, but="")
    return charts.plot_bars(
        figures, id="notified_by", place=RIGHT,
        headline=f"Most often notified by {small(often)}" if often else "Who notified",
        subtitle="Notifications in three years", columns=("Notified by", "Notifications"))


def asks(shown: Shown) -> str:
    """What the Board is asked to decide: visits only where one was late."""
    told_of = "who tells people of the duty to notify private fostering"
    return f"agree how every child is visited in time, and {told_of}" if _are_late(shown) else (
        f"agree {told_of}")


def _are_late(shown: Shown) -> bool:
    shares = [require_shown(shown).get(*place) for place in TIMESCALES]
    return any(one.value is not None and one.value < LAW for one in shares)


def ask_visits(shown: Shown, lead: str) -> Question | None:
    """Ask after the children who were not visited in time, if it is shown that there were any."""
    if not _are_late(shown):
        return None
    return Question("visits_asked", "Which children were not visited in time, and has each been "
                    "seen alone since?", lead, place=LEFT)


def ask_awareness(question: str, lead: str) -> Question | Prose:
    """Ask the register's question on notifications, or say that the register has none."""
    return Question("awareness_asked", question, lead, place=RIGHT) if question else Prose(
        say_unheld((), Role.PRIVATE_FOSTERING_VISITS), place=RIGHT)


def read_question(context: Context) -> tuple[str, str]:
    """The question of the Board's register on private fostering, and who leads on it."""
    every = read_indicators(context.params / "indicators.csv")
    last = [(one.question, one.lead) for one in every 
            if one.role is Role.PRIVATE_FOSTERING_VISITS]
    return last[-1] if last else ("", "")


def tabulate_timescales(shown: Shown, thresholds: Thresholds) -> Table | Prose:
    """Tabulate the visits against the statutory timescales."""
    return tabulate_rated_shares(
        shown, "timescales", "Visits against the Regulations", "Children", TIMESCALES, thresholds,
        target=LAW, set_by=SetBy.LAW, note="One late visit is enough for a child not to count. A "
        "child never visited is missing from the second line.")


@told
def _kept(figure: ShownFigure, which: str, often: str) -> str:
    whole = figure.denominator
    if whole == 0:
        return ""
    require_told(figure)
    if whole == 1:
        return f"The one child {which} was {'' if figure.counts[0] else 'not '}visited {often}."
    children = (f"All {spell(whole)} children" if whole and whole > 1 and figure.value == LAW
                else capital(say_part(figure, "children")))
    verb = "was" if figure.counts[0] == 1 else "were"
    return f"{children} {which} {verb} visited {often}."
