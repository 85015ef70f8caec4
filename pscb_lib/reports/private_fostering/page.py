"""The tables and sentences of the report, from shown figures only."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, listed, small
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Thresholds, rate
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Cell, Column, Data, Group, Lead, Prose, Table
from pscb_lib.page.tables.counts import figure_cell, plain_value, tabulate_counts
from pscb_lib.page.tables.groups import bars
from pscb_lib.page.words.shown import most, say_are, say_count, say_part
from pscb_lib.reports.private_fostering import measures

LAW = 100  # per cent: the Regulations know no exception
FEWEST_RATED = 10
TIMESCALES = (measures.IN_TIME, measures.IN_TIME_OF_VISITED, measures.EVERY_SIX,
              measures.EVERY_TWELVE)


def answer(shown: Shown, year: ReportingPeriod) -> Lead:
    """How many are known, and whether the children were visited in time."""
    notified, running = (require_shown(shown).get(*place)
                         for place in (measures.NOTIFIED, measures.CLOSING))
    kept = [_kept(shown.get(*place), noun, often) for place, noun, often in (
        (measures.IN_TIME, "children notified", "within seven working days"),
        (measures.EVERY_SIX, "whose arrangement began in the year", "at least every six weeks"),
        (measures.EVERY_TWELVE, "whose arrangement began earlier", "at least every twelve weeks"))]
    return Lead(" ".join(filter(None, [
        f"**In {year.label} the authority was notified of "
        f"{say_count(notified, 'private fostering arrangement')}; {say_are(running)} running on "
        f"{say_day(year.end)}.**", *kept])))


def say_awareness(shown: Shown) -> Prose:
    """Who notified in three years and who never did, and what few notifications may mean."""
    table, total = measures.NOTIFIED_BY, require_shown(shown).get(*measures.THREE_YEARS)
    often = most(shown, table, but="")
    never = [small(row) for row in shown.rows(table) if shown.get(table, row).value == 0]
    said = [often and f"most often by {small(often)}", never and f"never by {listed(never)}"]
    return Prose(f"{capital(say_count(total, 'arrangement'))} were notified in three years"
                 f"{''.join(f', {words}' for words in said if words)}. Few notifications may mean "
                 "that few people know of the duty to notify.")


def tabulate_flow(shown: Shown) -> Table:
    """Notifications, and the arrangements: start + began = ended + end."""
    return tabulate_counts(shown, measures.FLOW, "Arrangements in the year", "Arrangements",
                           note="What ran at the start and what began have ended or run on.")


def tabulate_notifiers(shown: Shown) -> Table:
    """Who notified, pooled over three years: one year's numbers are too small."""
    return bars(shown, measures.NOTIFIED_BY, "Who notified in three years", "Notified by",
                "Notifications", {None: measures.NOTIFIED_BY})


def tabulate_timescales(shown: Shown, thresholds: Thresholds) -> Table:
    """The visits against the law: rating, actual, target."""
    figures = {place[1]: require_shown(shown).get(*place) for place in TIMESCALES}
    rows = [[blocks.cell(label), _rating(figure, thresholds), _actual(figure),
             blocks.cell(f"{LAW}%", "law")] for label, figure in figures.items()]
    data = [[label, plain_value(figure), figure.numerator, figure.denominator, LAW]
            for label, figure in figures.items()]
    columns = [Column("Children", width=3), Column("Rating", width=1.1), Column("Actual", "end"),
               Column("Target", "end", 0.8)]
    return Table("timescales", "Visits against the Regulations", columns, [Group(None, rows)],
                 Data(["children", "actual", "in time", "of", "target"], data),
                 note="Rated as section 7 rules, from ten children on. One late visit is enough "
                 "for a child not to count. A child never visited is missing from the second line.")


def _kept(figure: ShownFigure, noun: str, often: str) -> str:
    if figure.denominator == 0:
        return ""
    if figure.value == LAW:
        return f"Every one of {say_part(figure, noun).partition(' of ')[2]} was visited {often}."
    return f"{capital(say_part(figure, noun))} were visited {often}."


def _rating(figure: ShownFigure, thresholds: Thresholds) -> Cell:
    if figure.value is None or figure.denominator < FEWEST_RATED:
        return blocks.cell("–")
    return blocks.rating(rate(figure.value, LAW, thresholds=thresholds))


def _actual(figure: ShownFigure) -> Cell:
    if figure.value is not None and figure.denominator < FEWEST_RATED:
        return blocks.cell(f"{figure.numerator} of {figure.denominator}")
    return figure_cell(figure)
