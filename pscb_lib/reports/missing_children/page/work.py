"""The figure of the interviews: from all episodes to those held in time, and what is lost."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import charts
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.charts import Step
from pscb_lib.page.words.indicators import say_actual, say_target
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.indicators import IN_TIME
from pscb_lib.reports.missing_children.page.words import NO_INTERVIEWS, NOT_SUPPLIED

NOT_OWED = "None needed: as the return records it; it does not ask why."
SMALL = range(1, 6)  # a loss that a public paper does not draw


def plot_interviews(shown: Shown, rated: Sequence[Assessment], period: ReportingPeriod
                    ) -> Chart | Prose:
    """Plot the way from all episodes to the interviews in time, and what is lost at each step."""
    if require_shown(shown).get(*places.ALL_OWED).state == NOT_SUPPLIED:
        return Prose(NO_INTERVIEWS)
    steps = _steps(shown)
    id, subtitle = "from_episode_to_interview", _rated(rated, period)
    all_, owed = (shown.get(*place) for place in (places.ALL_EPISODES, places.ALL_OWED))
    in_time = _reached(shown, places.IN_TIME)
    if _is_told(shown, steps):
        headline = (f"From {count_of(all_.count, 'episode')} to "
                    f"{count_of(in_time.count, 'interview')} in time"
                    if all_.value else "No episode began in the half-year")
        return charts.plot_waterfall(steps, id=id, headline=headline, subtitle=subtitle,
                                     columns=("Step", "Returns"), note=NOT_OWED)
    reached = {label: _reached(shown, label) for label in (
        places.OFFERED, places.ACCEPTED, places.WAS_HELD, places.IN_TIME)}
    returns = "returns" if owed.value is None else f"of {count_of(owed.count, 'return')}"
    return charts.plot_bars(reached, id=id, headline=f"How many {returns} reached each step",
                            subtitle=subtitle, columns=("Step", "Returns"),
                            whole=None if owed.value is None else max(owed.count, 1))


def _steps(shown: Shown) -> list[Step]:
    owed, placing, none = (shown.get(*place) for place in places.OWED_TO)
    offered, held, in_time = (_reached(shown, label) for label in (
        places.OFFERED, places.WAS_HELD, places.IN_TIME))
    return [Step("Episodes", shown.get(*places.ALL_EPISODES), "start"),
            Step("For the placing authority", placing, "left"),
            Step("None needed, or not yet back", none, "left"),
            Step("Interviews owed", owed, "kept"),
            Step("Not offered", _less(owed, offered), "lost"),
            Step("Offered, not held", _less(offered, held), "lost"),
            Step("Late, or time not known", _less(held, in_time), "late"),
            Step("Held within 72 hours", in_time, "good")]


def _is_told(shown: Shown, steps: Sequence[Step]) -> bool:
    """Whether every step may be drawn: none is hidden, they add up, no loss is small in public.

    Rounded counts need not add up.
    """
    if any(step.figure.value is None for step in steps):
        return False
    total, placing, none, owed, *losses, in_time = (step.figure.count for step in steps)
    adds_up = total - placing - none == owed and owed - sum(losses) == in_time
    return adds_up and min(losses) >= 0 and (
        shown.audience != "public" or not any(step.figure.count in SMALL for step in steps))


def _reached(shown: Shown, label: str) -> ShownFigure:
    """How many returns reached a step, from its share of all that are owed an interview."""
    figure = shown.get(places.INTERVIEWS, label, places.RETURNS)
    return ShownFigure(figure.numerator, None, None, "count", figure.state, figure.hidden)


def _less(before: ShownFigure, after: ShownFigure) -> ShownFigure:
    """The difference of two figures, hidden if either is."""
    lost = None if before.value is None or after.value is None else before.count - after.count
    return ShownFigure(lost, None, None, "count", after.state, before.hidden or after.hidden)


def _rated(rated: Sequence[Assessment], period: ReportingPeriod) -> str:
    """What the waterfall ends in, against the target, a year earlier and to the next rating."""
    said = f"{period.title}."
    one = next((one for one in rated if one.indicator.role is IN_TIME), None)
    if one is None or one.figure.value is None or not one.indicator.required:
        return said
    return (f"{said} {one.rating.value}: {say_actual(one)}, target {say_target(one.indicator)}. "
            f"{_to_better(one)}".rstrip())


def _to_better(one: Assessment) -> str:
    change = one.cases_to(better=True)
    if change is None:
        return ""
    more, rating = change
    return f"{capital(spell(abs(more)))} more in time would be {rating.value}."
