"""Why assessments were closed, both shares of needs met, and whether scores rose."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role, by_role, indicators_for, read_indicators
from pscb_lib.disclosure.figures import NOT_SUPPLIED, TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, part_of
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import charts
from pscb_lib.page.blocks import RIGHT, Chart, Prose
from pscb_lib.page.words.shown import paragraph, require_told, say_done, told
from pscb_lib.reports.early_help import places

FEWEST = 10
NOT_HELPED = ("Help did not take place where consent was withdrawn, the family moved or help was "
              "not started.")


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
        subtitle=f"Reasons of closing, {half.title}", columns=("Reason", "Families"),
        note=NOT_HELPED, total=shown.total_of(places.BECAUSE))


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


def _graded(shown: Shown) -> str | None:
    """How many of the assessments that an audit graded were good or better; or that none was."""
    good = shown.get(*places.GOOD)
    if good.state == NOT_SUPPLIED:
        return "No audit of the assessments' quality was supplied."
    said = say_done(good, "assessment audited", "assessments audited",
                    "graded Good or Outstanding")
    return f"{capital(said)}." if said else None


def _target(context: Context) -> str:
    """The target of needs met in the register's year of the half-year, and who set it."""
    register = read_indicators(context.params / "indicators.csv")
    held = by_role(indicators_for(register, context.period)).get(Role.NEEDS_MET)
    if held is None or held.target is None:
        return "No target is set for needs met."
    source = held.target_source
    made_up = ", illustrative" if source and source.is_illustrative else ""
    set_by = f" ({source.set_by.value}{made_up})" if source else ""
    return (f"The target for needs met is {held.target:g}% of all closed{set_by}; the quarterly "
            "data set rates it.")


def say_closed(context: Context, shown: Shown) -> Prose | None:
    """Say the target of needs met, whether scores rose, and what audits of quality found."""
    return paragraph(_target(context), _rose(require_shown(shown)), _graded(shown), place=RIGHT)
