"""Why assessments were closed, and both shares of needs met."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role, by_role, indicators_for, read_indicators
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import part_of
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import charts
from pscb_lib.page.blocks import LEFT, RIGHT, Chart, Prose
from pscb_lib.page.words.shown import paragraph, require_told, share, told
from pscb_lib.reports.early_help import places
from pscb_lib.reports.early_help.page.quality import say_graded, say_rose

FEWEST = 10


def plot_closed(shown: Shown, half: ReportingPeriod) -> Chart | Prose | None:
    """Plot why assessments were closed."""
    figures = {row: require_shown(shown).get(places.BECAUSE, row)
               for row in shown.rows(places.BECAUSE) if row != TOTAL}
    if shown.get(*places.CLOSED).value == 0:
        return None
    met = shown.get(*places.MET_OF_CLOSED)
    few = met.value is None or met.counts[1] < FEWEST
    return charts.plot_bars(
        figures, id="closed_drawn", place=LEFT, picked=[places.NEEDS_MET[1]],
        headline="Why they were closed" if few else f"{met.text} closed with needs met",
        subtitle=f"Reasons of closing, {half.title}", columns=("Reason", "Families"),
        total=shown.total_of(places.BECAUSE))


@told
def _remained(shown: Shown) -> str:
    """The share without families that were never helped; who did not engage is still in it."""
    met = shown.get(*places.MET_OF_REMAINED)
    require_told(met)
    closed = shown.get(*places.MET_OF_CLOSED)
    if not met.numerator or met.denominator in (1, closed.denominator):
        return ""
    said = share(met) if met.counts[1] >= FEWEST else part_of(*met.counts, "families")
    return (f"Leaving out families that withdrew consent, moved or never began, needs were met for "
            f"{said}; families that did not engage are still counted.")


def _target(context: Context) -> str:
    """The target of needs met in the register's year of the half-year, and who set it."""
    register = read_indicators(context.params / "indicators.csv")
    held = by_role(indicators_for(register, context.period)).get(Role.NEEDS_MET)
    if held is None or held.target is None:
        return "No target is set for needs met."
    source = held.target_source
    made_up = ", illustrative" if source and source.is_illustrative else ""
    set_by = f" ({source.set_by.value}{made_up})" if source else ""
    return (f"The target is {held.target:g}% of all closed{set_by}; the quarterly data set rates "
            "it.")


def say_closed(context: Context, shown: Shown) -> Prose | None:
    """Say the target of needs met, the share of those that began, and what scores and audits say.
    """
    return paragraph(_target(context), _remained(require_shown(shown)), say_rose(shown),
                     say_graded(shown), place=RIGHT)
