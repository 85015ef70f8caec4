"""The tables of the quarterly data set, all made from shown figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pscb_lib.board.indicators import INDICATORS
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import small
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Chart, Column, Data, Group, Place, Prose, Table
from pscb_lib.page.charts import plot_bars
from pscb_lib.page.tables.folded import say_folded
from pscb_lib.page.tables.indicators import register_row
from pscb_lib.page.tables.tidy import TIDY_COLUMNS, tidy_row
from pscb_lib.page.words.indicators import names_of
from pscb_lib.page.words.shown import joined

STAGES = (("Contacts", "FD1", "value"), ("Referrals", "FD3", "value"),
          ("Assessments completed", "AS1", "value"), ("Section 47 enquiries", "CP1", "value"),
          ("Initial conferences", "CP3", "denominator"), ("Plans agreed", "CP4", "numerator"))
NOTE = ("First and last value; dashes: target; pale band: usual range; a gap: not supplied or not "
        "shown. ▲ ▼ a real rise or fall: red for the worse, green and hollow for the better, blue "
        "where neither is better. Percentages share one scale; counts start at zero.")


def plot_activity(shown: Shown, period: ReportingPeriod, place: Place | None = None
                  ) -> Chart | Prose:
    """Plot activity from contact to plan: events in the quarter, not a conversion rate."""
    stages = {stage: figure for stage, id, part in STAGES
              if (figure := _part_of(require_shown(shown), id, period, part)) is not None}
    headline = f"Events in {period.title}, not the same children followed through"
    return plot_bars(stages, id="activity", headline=headline, subtitle="Number in the quarter",
                     place=place, columns=("Stage", "Number"))


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
    before = assessments[0].quarters[-1].previous.name if assessments else ""
    since = before.replace("Quarter ", "Q")
    columns = [Column("Indicator", width=2.5), Column("Rating", width=1.15),
               Column("Actual, missed", "end", 1.75), Column("Target", "end", 0.8),
               Column(f"{since}, year ago", width=1.4), Column("Up to 12 quarters", width=2.55)]
    under_review = [one for one in assessments if meeting in one.indicator.review_meetings]
    hidden = [one for one in assessments if one.figure.hidden]
    groups = {"Under review at this meeting": under_review}
    for one in assessments:
        if one not in under_review:
            groups.setdefault(one.indicator.priority, []).append(one)
    groups = {label: [one for one in members if one not in hidden]
              for label, members in groups.items()}
    return Table(
        INDICATORS, f"All {len(assessments)} indicators, by the Board's priorities", columns,
        [Group(label, [register_row(one) for one in members]) for label, members in groups.items()
         if members],
        Data(["priority", *TIDY_COLUMNS], [[one.indicator.priority, *tidy_row(one)]
                                           for one in assessments if one not in hidden]),
        note=joined(NOTE, denominators,
                    say_folded([
            small(one.indicator.title, names_of(assessments)) for one in hidden])))
