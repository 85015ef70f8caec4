"""One form of commentary for each lead, prefilled with the figures of their indicators.

Indicators that need attention come first and need a commentary; for the others it is optional. The
figures are those of the restricted set, with their numerator and denominator, so that a commentary
stays tied to the figure it was written about.
"""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Unit, indicators_for, read_indicators
from pscb_lib.board.rebases import read_rebases
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.framework.english import capital
from pscb_lib.page.assessment import Assessment, assess, needs_attention
from pscb_lib.page.words.indicators import say_absence, say_actual, say_target
from pscb_lib.reports.quarterly_data_set.measures import measure_data_set, trend_quarters
from pscb_lib.reports.quarterly_data_set.returned import RETURN
from pscb_lib.returns.prefilled import Prefilled

TOLD = ("title", "figure", "rating", "target", "question", "commentary")
ASKED_FOR, MAY_WRITE = "asked for: it needs attention", "if you wish"


def prefill_leads(context: Context) -> tuple[Prefilled, ...]:
    """Return the prefilled rows of each lead's form, in the register's order.

    Raises InputError if there is no data set of the period to take the figures from.
    """
    assessed = _assess(context)
    urgent = needs_attention(assessed)
    ordered = [*urgent, *(one for one in assessed if one not in urgent)]
    leads = dict.fromkeys(one.indicator.lead for one in assessed)
    return tuple(Prefilled(lead, TOLD, tuple(
        _row(one, urgent) for one in ordered if one.indicator.lead == lead)) for lead in leads)


def _assess(context: Context) -> list[Assessment]:
    every_year = read_indicators(context.params / "indicators.csv")
    register = indicators_for(every_year, context.period)
    figures = measure_data_set(context, register, RETURN.read_for(context).frame)
    shown = disclosure.show(figures, "restricted", context.settings.profile)
    rebases = read_rebases(context.params / "rebases.csv", context.as_of)
    return assess(shown, register, trend_quarters(context.period), context.settings.thresholds,
                  rebases)


def _row(one: Assessment, urgent: Sequence[Assessment]) -> dict[str, str | int | None]:
    figure, is_percent = one.figure, one.indicator.unit is Unit.PERCENT
    return {
        "title": one.indicator.title,
        "figure": capital(say_absence(one)) if figure.value is None else say_actual(one),
        "rating": one.rating.value, "target": say_target(one.indicator),
        "question": one.indicator.question,
        "commentary": ASKED_FOR if one in urgent else MAY_WRITE,
        "indicator": one.indicator.id, "period": one.quarters[-1].label,
        "numerator": figure.value if figure.unit == "count" else figure.numerator,
        "denominator": figure.denominator if is_percent else None,
    }
