"""Why assessments were closed, both shares of needs met, and whether scores rose."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Indicator, Role, by_role, indicators_for, read_indicators
from pscb_lib.disclosure.figures import TOTAL, Place
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import part_of
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import blocks, charts
from pscb_lib.page.blocks import Cell, Chart, Column, Data, Group, Prose, Table
from pscb_lib.page.tables.counts import figure_cell, plain_counts, plain_value, tabulate_counts
from pscb_lib.page.tables.folded import is_mostly_hidden, not_shown
from pscb_lib.page.words.shown import paragraph, require_told, told
from pscb_lib.reports.early_help import places

RIGHT = (2, 2)
FEWEST = 10
SHARES: dict[str, Place] = {
    "First meeting within six weeks": places.MET_IN_TIME,
    "Closed with needs met, of all that were closed": places.MET_OF_CLOSED,
    "The same, of those where help took place": places.MET_OF_HELPED,
    "Score rose, of those scored twice": places.ROSE,
    "Referred to social care within 12 months of closing with needs met": places.RETURNED,
    "Audited as Good or Outstanding": places.GOOD,
}


def plot_closed(shown: Shown, half: ReportingPeriod) -> Chart | Prose | None:
    """Plot why assessments were closed."""
    figures = {row: require_shown(shown).get(places.BECAUSE, row)
               for row in shown.rows(places.BECAUSE) if row != TOTAL}
    if shown.get(*places.CLOSED).value == 0:
        return None
    share = shown.get(*places.MET_OF_CLOSED)
    few = share.value is None or share.counts[1] < FEWEST
    return charts.plot_bars(
        figures, id="closed_drawn", place=RIGHT, picked=[places.NEEDS_MET[1]],
        headline="Why they were closed" if few else f"{share.text} closed with needs met",
        subtitle=f"Reasons of closing, {half.title}", columns=("Reason", "Families"))


def tabulate_why(shown: Shown) -> Table | Prose:
    """Tabulate the reasons of closing."""
    return tabulate_counts(shown, places.BECAUSE, "Why common assessments were closed", "Reason",
                           value_label="Families")


def read_target(context: Context) -> Indicator | None:
    """The indicator of the register for needs met, in the year of the half-year, if it has one."""
    register = read_indicators(context.params / "indicators.csv")
    return by_role(indicators_for(register, context.period)).get(Role.NEEDS_MET)


def tabulate_shares(context: Context, shown: Shown) -> Table | Prose:
    """Tabulate the shares of work, with a rating where the register has a target."""
    target, figures = read_target(context), {
        label: require_shown(shown).get(*place) for label, place in SHARES.items()}
    caption = "What was done in time, and what came of it"
    if is_mostly_hidden(figures.values()):
        return not_shown(caption)
    rows = [[blocks.cell(label), _share(one), _target(label, target)]
            for label, one in figures.items()]
    data = [[label, plain_value(one), *plain_counts(one)] for label, one in figures.items()]
    return Table("shares", caption, [Column("Families", width=3.4), Column("Actual", "end"),
                                     Column("Target", "end")],
                 [Group(None, rows)], Data(["share", "actual", "numerator", "denominator"], data),
                 note="Help did not take place where consent was withdrawn, the family moved or "
                 "help was not started. There is no national target." + (
                     " Needs met is rated each quarter, in the quarterly data set."
                     if target and target.target is not None else ""))


def _share(one: ShownFigure) -> Cell:
    if one.value is not None and one.denominator is not None and one.denominator < FEWEST:
        return blocks.cell(f"{one.numerator} of {one.denominator}")
    return figure_cell(one)


def _target(label: str, indicator: Indicator | None) -> Cell:
    if SHARES[label] != places.MET_OF_CLOSED or indicator is None or indicator.target is None:
        return blocks.cell("None set")
    source = indicator.target_source
    made_up = ", illustrative" if source and source.is_illustrative else ""
    return blocks.cell(f"{indicator.target:g}%",
                       f"{source.set_by.value}{made_up}" if source else None)


@told
def _rose(shown: Shown) -> str:
    scored, rose = shown.get(*places.SCORED), shown.get(*places.ROSE)
    require_told(scored)
    twice, closed = scored.counts
    if not closed:
        return ""
    if not twice:
        return "No family was scored a second time, so nobody can say whether scores rose."
    require_told(rose)
    once = closed - twice
    if twice == 1:
        change = "rose" if rose.counts[0] else "did not rise"
        return f"The score of the one family scored twice {change}{_without(once)}."
    return f"Scores rose in {part_of(*rose.counts, 'families')} scored twice{_without(once)}."


def _without(once: int) -> str:
    if not once:
        return ""
    return f"; {once:,} {'was' if once == 1 else 'were'} closed without a second score"


def say_scores(shown: Shown) -> Prose | None:
    """Say in how many of the families scored twice the score rose."""
    return paragraph(_rose(require_shown(shown)), place=RIGHT)
