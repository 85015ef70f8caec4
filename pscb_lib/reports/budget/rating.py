"""Rate a forecast by its distance from the budget: a band around nothing, either way.

Section 7 rates performance against a target, of which more is better or less is. A budget is
neither: much too little spent is a plan not carried out. The two ends are local.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from pscb_lib.framework.rag import Rag

Amount = Decimal | Fraction | int
GREEN_WITHIN, AMBER_WITHIN = 5, 10  # per cent of the line's budget
SAID = (f"Rating (local): Green, the forecast is within {GREEN_WITHIN}% of the budget; Amber, "
        f"within {AMBER_WITHIN}%; Red, beyond.")


def rate_variance(over: Amount | None, budget: Amount | None) -> Rag:
    """Rate how far the forecast of a line is over its budget, in pounds; N/A if it has none.

    A budget of nothing is a target of nothing: Green if met, else Red.
    """
    if over is None or budget is None:
        return Rag.NOT_APPLICABLE
    if not budget:
        return Rag.RED if over else Rag.GREEN
    apart = abs(100 * Fraction(over) / Fraction(budget))
    if apart <= GREEN_WITHIN:
        return Rag.GREEN
    return Rag.AMBER if apart <= AMBER_WITHIN else Rag.RED


def is_beyond(over: Amount | None, budget: Amount | None) -> bool:
    """Whether a forecast is over its budget by more than is Green."""
    return over is not None and over > 0 and rate_variance(over, budget) in (Rag.AMBER, Rag.RED)
