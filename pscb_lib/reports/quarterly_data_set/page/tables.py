"""The tables of the quarterly data set, all made from shown figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from pscb_lib.board.indicators import INDICATORS
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, small, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.assessment import Assessment, needs_attention
from pscb_lib.page.blocks import Column, Data, Group, Prose, Table
from pscb_lib.page.tables.counts import plain_value
from pscb_lib.page.tables.folded import is_mostly_hidden, not_shown, say_folded
from pscb_lib.page.tables.groups import bar_rows
from pscb_lib.page.tables.indicators import exception_row, register_row
from pscb_lib.page.tables.tidy import TIDY_COLUMNS, tidy_row
from pscb_lib.page.words.indicators import names_of
from pscb_lib.page.words.shown import joined

STAGES = (("Contacts", "FD1", "value"), ("Referrals", "FD3", "value"),
          ("Assessments completed", "AS1", "value"), ("Section 47 enquiries", "CP1", "value"),
          ("Initial conferences", "CP3", "denominator"), ("Plans agreed", "CP4", "numerator"))
KEY = "The key to the trends is below the table of all indicators."
TREND_NOTE = ("Trend: up to 12 quarters. Dashes: target. Pale band: usual range, its edges "
              "dotted while provisional (below 12 quarters); ▼ real change for the worse, ▲ "
              "for the better. Percentages share one scale; counts start at zero. A gap is "
              "not supplied or not shown.")


def tabulate_exceptions(
    assessments: Sequence[Assessment], commentary: Mapping[str, Sequence[str]],
    at_most: int | None = None,
) -> Table:
    """Tabulate what needs attention, at most *at_most* rows, each with its figures and question.

    *commentary* has the lines about each indicator
    (:mod:`pscb_lib.reports.quarterly_data_set.commentary.page`).
    """
    chosen = needs_attention(assessments)
    rows = [exception_row(one, commentary.get(one.indicator.id, ())) for one in chosen[:at_most]]
    rest = len(chosen) - len(rows)
    is_whole = not any(point.hidden for one in assessments for point in one.points)
    number = capital(spell(rest)) if is_whole else "There are"
    more = f" {number} more in the Q&E set." if rest else ""
    columns = [Column("Indicator", width=2.5), Column("Rating", width=1.2),
               Column("Actual, target", "end", 1.4), Column("Trend", width=1.8),
               Column("What the figures say, and the question", width=4.0)]
    return Table(
        "exceptions", "In order of harm, then of real change, then of distance from target",
        columns, [Group(None, rows)],
        Data(TIDY_COLUMNS, [tidy_row(one) for one in chosen[:at_most]]), note=KEY + more,
        empty="Nothing is red, really changed, or twice not supplied." if is_whole else
              "Nothing that is shown here needs attention.")


def tabulate_activity(shown: Shown, period: ReportingPeriod) -> Table | Prose:
    """Tabulate activity from contact to plan: events in the quarter, not a conversion rate."""
    stages = {stage: figure for stage, id, part in STAGES
              if (figure := _part_of(require_shown(shown), id, period, part)) is not None}
    columns = [Column("Stage", width=2.5), Column("Number", "end", 1), Column("Bar", width=4)]
    caption = f"Events in {period.title}, not the same children followed through"
    if is_mostly_hidden(stages.values()):
        return not_shown(caption)
    return Table("activity", caption, columns, [Group(None, bar_rows(stages))],
                 Data(["stage", "number"], [[stage, plain_value(one)]
                                            for stage, one in stages.items()]))


def _part_of(shown: Shown, id: str, period: ReportingPeriod, part: str) -> ShownFigure | None:
    """Return a count of an indicator: its actual, or the numerator or denominator of its share."""
    if not shown.has(INDICATORS, id, period.label):
        return None
    figure = shown.get(INDICATORS, id, period.label)
    return replace(figure, value=getattr(figure, part), unit="count")


def tabulate_indicators(assessments: Sequence[Assessment], meeting: date | None,
                        denominators: str | None = None) -> Table:
    """Tabulate every indicator in one line, by the Board's priorities, this meeting's first.

    The note says what *denominators* the rates have, and names those whose figure is hidden.
    """
    columns = [Column("Indicator", width=3.0), Column("Rating", width=1.15),
               Column("Actual", "end", 1.15), Column("Target", "end", 1.0),
               Column("% of target", "end", 0.9), Column("On last quarter", width=1.1),
               Column("On last year", width=1.1), Column("Trend", width=1.65)]
    under_review = [one for one in assessments if meeting in one.indicator.review_meetings]
    hidden = [one for one in assessments if one.figure.hidden]
    groups = {"Under review at this meeting": under_review}
    for one in assessments:
        if one not in under_review:
            groups.setdefault(one.indicator.priority, []).append(one)
    groups = {label: [one for one in members if one not in hidden]
              for label, members in groups.items()}
    return Table(
        INDICATORS, "One line each, by the Board's priorities", columns,
        [Group(label, [register_row(one) for one in members]) for label, members in groups.items()
         if members],
        Data(["priority", *TIDY_COLUMNS], [[one.indicator.priority, *tidy_row(one)]
                                           for one in assessments if one not in hidden]),
        note=joined(TREND_NOTE, denominators,
                    say_folded([
            small(one.indicator.title, names_of(assessments)) for one in hidden])))
