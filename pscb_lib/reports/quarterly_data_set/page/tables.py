"""The tables of the quarterly data set, all made from shown figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pscb_lib.board.indicators import INDICATORS, Indicator, Role, by_role
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, small, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.asking import Known
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Chart, Column, Data, Group, Place, Prose, Table
from pscb_lib.page.charts import plot_bars, plot_dots
from pscb_lib.page.tables.days import plain_day
from pscb_lib.page.tables.folded import say_folded
from pscb_lib.page.tables.indicators import register_row
from pscb_lib.page.tables.tidy import TIDY_COLUMNS, tidy_row
from pscb_lib.page.words.indicators import names_of
from pscb_lib.page.words.roles import say_unheld
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.quarterly_data_set.page.scrutiny import scrutinised_on

STAGES = (("Contacts", Role.CONTACTS, "value"), ("Referrals", Role.REFERRALS, "value"),
          ("Assessments completed", Role.ASSESSMENTS, "value"),
          ("Section 47 enquiries", Role.ENQUIRIES, "value"),
          ("Initial conferences", Role.CONFERENCES_IN_TIME, "denominator"),
          ("Plans agreed", Role.CONFERENCES_TO_PLAN, "numerator"))
NOTE = ("Pictures: first and last value; dashes: target; pale band: usual range; a gap: no "
        "figure shown. ▲ ▼ a real rise or fall: red for the worse, green and hollow for the "
        "better, blue where neither is better. Each has its own scale; counts start at zero.")


def plot_activity(shown: Shown, register: Iterable[Indicator], period: ReportingPeriod,
                  place: Place | None = None) -> Chart | Prose:
    """Plot activity from contact to plan: events in the quarter, not a conversion rate."""
    require_shown(shown)
    held = by_role(register)
    asked = [(stage, held[role].id, part) for stage, role, part in STAGES if role in held]
    unheld = say_unheld(held, *(role for _, role, _ in STAGES))
    if not asked:
        return Prose(unheld, place=place)
    stages = {stage: figure for stage, id, part in asked
              if (figure := _part_of(shown, id, period, part)) is not None}
    before = {stage: figure for stage, id, part in asked
              if (figure := _part_of(shown, id, period.previous, part)) is not None}
    headline = _headline(stages, before, period)
    subtitle = f"Events in {period.title}; each line is of other children"
    if period.previous.name in headline:  # which compares only where all is shown
        return plot_dots(stages, before, id="activity", headline=headline, note=unheld or None,
                         names=(period.name, period.previous.name), is_relative=True, place=place,
                         label="Stage", subtitle=f"{period.previous.name} is 100%; each line "
                         "counts other children")
    return plot_bars(stages, id="activity", headline=headline, note=unheld or None,
                     subtitle=subtitle, place=place, columns=("Stage", "Number"))


def _headline(now: Mapping[str, ShownFigure], before: Mapping[str, ShownFigure],
              period: ReportingPeriod) -> str:
    """Which of the numbers rose since the quarter before: all, none, or how many of them."""
    pairs = [(now[stage].value, before[stage].value) for stage in now if stage in before]
    known = [(after, then) for after, then in pairs if after is not None and then is not None]
    if not known or len(known) < len(now):
        return f"Work done in {period.title}"
    more = sum(after > then for after, then in known)
    since = f"than in {period.previous.name}"
    if more in (0, len(known)):
        return f"All of this work was {'more' if more else 'no more'} {since}"
    return f"{capital(spell(more))} of {spell(len(known))} kinds of work were more {since}"


def _part_of(shown: Shown, id: str, period: ReportingPeriod, part: str) -> ShownFigure | None:
    """Return a count of an indicator: its actual, or the numerator or denominator of its share."""
    if not shown.has(INDICATORS, id, period.label):
        return None
    figure = shown.get(INDICATORS, id, period.label)
    return replace(figure, value=getattr(figure, part), unit="count")


def tabulate_indicators(assessments: Sequence[Assessment], meeting: date | None, known: Known
                        ) -> Table:
    """Tabulate every indicator in one line, by the Board's priorities, this meeting's first.

    The spreadsheet also has the day on which each was last scrutinised. The note names those whose
    figure is hidden.
    """
    before = assessments[0].quarters[-1].previous.name if assessments else ""
    since = before.replace("Quarter ", "Q")
    columns = [Column("Indicator", width=3.7), Column("Rating", width=1.6),
               Column("Actual, missed", "end", 3.3), Column("Target", "end", 1.3),
               Column(f"Now against {since}, year ago", width=2.8),
               Column("Up to 12 quarters", width=4.3)]
    under_review = [one for one in assessments if meeting in one.indicator.review_meetings]
    hidden = [one for one in assessments if one.figure.hidden]
    groups = {"Under review at this meeting": under_review}
    for one in assessments:
        if one not in under_review:
            groups.setdefault(one.indicator.priority, []).append(one)
    groups = {label: [one for one in members if one not in hidden]
              for label, members in groups.items()}
    of_all = f"{len(assessments) - len(hidden)} of the" if hidden else "All"
    return Table(
        INDICATORS, f"{of_all} {len(assessments)} indicators, by the Board's priorities", columns,
        [Group(label, [register_row(one) for one in members]) for label, members in groups.items()
         if members],
        Data(["priority", "last scrutinised", *TIDY_COLUMNS],
             [[one.indicator.priority, plain_day(scrutinised_on(
                 one.indicator, known.earlier, known.as_of)), *tidy_row(one)]
              for one in assessments if one not in hidden]),
        note=joined(NOTE, say_folded([
            small(one.indicator.title, names_of(assessments)) for one in hidden])))
