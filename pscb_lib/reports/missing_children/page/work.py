"""The figure of the interviews: from all episodes to those held in time, and what is lost."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.disclosure.figures import NOT_SUPPLIED, RESTRICTED, TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import charts
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.charts import Step
from pscb_lib.page.words.indicators import say_actual, say_target
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.indicators import IN_TIME
from pscb_lib.reports.missing_children.page.interviews import held_said
from pscb_lib.reports.missing_children.page.words import NO_INTERVIEWS

FROM_HOME, LOOKED_AFTER = "from home", "looked after"
NOT_OWED = "Not needed, or not yet back."
HIGH = 50  # points: the questions on it are to stand on the same page
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
                                     columns=("Step", "Returns"), high=HIGH,
                                     note=joined(NOT_OWED, held_said(shown)))
    reached = {label: _reached(shown, label) for label in (
        places.OFFERED, places.ACCEPTED, places.WAS_HELD, places.IN_TIME)}
    returns = "returns" if owed.value is None else f"of {count_of(owed.count, 'return')}"
    return charts.plot_bars(reached, id=id, headline=f"How many {returns} reached each step",
                            subtitle=subtitle, columns=("Step", "Returns"),
                            whole=None if owed.value is None else max(owed.count, 1))


def _steps(shown: Shown) -> list[Step]:
    owed, placing = (shown.get(*place) for place in (places.OWED_HERE, places.OWED_ELSEWHERE))
    offered, held, in_time = (_reached(shown, label) for label in (
        places.OFFERED, places.WAS_HELD, places.IN_TIME))
    return [Step("Episodes", shown.get(*places.ALL_EPISODES), "start"),
            Step("For placing authority", placing, "left"),
            *_not_owed(shown),
            Step("Interviews owed", owed, "kept"),
            Step("Not offered", _less(owed, offered), "lost"),
            Step("Offered, not held", _less(offered, held), "lost"),
            Step("Late, or time not known", _less(held, in_time), "late"),
            Step("Held within 72 hours", in_time, "good")]


def _not_owed(shown: Shown) -> list[Step]:
    """The returns that need no interview, by whose child it is if this adds up: else together.

    Tables of the paper have the numbers from which these are: none is new.
    """
    none = shown.get(*places.NOT_OWED)
    apart = not_owed_apart(shown)
    return ([Step(f"Not needed: {words}", one, "left") for words, one in apart.items()] if apart
            else [Step("Not needed", none, "left")])


def not_owed_apart(shown: Shown) -> dict[str, ShownFigure]:
    """The returns that need no interview, by whose child it is; none unless this adds up.

    A small number among them is told to Q&E alone.
    """
    none = shown.get(*places.NOT_OWED)
    if not all(shown.has(places.EPISODES, group, TOTAL) and
               shown.has(places.INTERVIEWS, places.NEEDED, group)
               for group in (places.HOME, places.OWN)):
        return {}
    apart = {words: _less(shown.get(places.EPISODES, group, TOTAL),
                          _reached(shown, places.NEEDED, group))
             for words, group in ((FROM_HOME, places.HOME), (LOOKED_AFTER, places.OWN))}
    is_told = all(one.value is not None and (shown.audience == RESTRICTED or one.count not in SMALL)
                  for one in (none, *apart.values()))
    is_whole = is_told and sum(one.count for one in apart.values()) == none.count
    return apart if is_whole else {}


def _is_told(shown: Shown, steps: Sequence[Step]) -> bool:
    """Whether every step may be drawn: none is hidden, they add up, no loss is small in public.

    Rounded counts need not add up.
    """
    if any(step.figure.value is None for step in steps):
        return False
    total, in_time = steps[0].figure.count, steps[-1].figure.count
    owed = next(step.figure.count for step in steps if step.kind == "kept")
    left, losses = ([step.figure.count for step in steps if step.is_loss and
                     (step.kind == "left") is is_left] for is_left in (True, False))
    adds_up = total - sum(left) == owed and owed - sum(losses) == in_time
    return adds_up and min(losses + left) >= 0 and (
        shown.audience != "public" or not any(step.figure.count in SMALL for step in steps))


def _reached(shown: Shown, label: str, whose: str = places.RETURNS) -> ShownFigure:
    """How many returns reached a step, from its share of all that are owed an interview."""
    figure = shown.get(places.INTERVIEWS, label, whose)
    if label == places.NEEDED:
        return figure
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
