"""Rate a forecast by its distance from the budget: a band around nothing, either way.

Section 7 rates performance against a target, of which more is better or less is. A budget is
neither: much too little spent is a plan not carried out. The two ends are local.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.framework.rag import Rag

GREEN_WITHIN, AMBER_WITHIN = 5, 10  # per cent of the line's budget
SAID = (f"Rating (local): Green, the forecast is within {GREEN_WITHIN}% of the budget; Amber, "
        f"within {AMBER_WITHIN}%; Red, beyond.")


def rate_variance(share: Decimal | Fraction | int | None) -> Rag:
    """Rate the forecast variance of a line, in per cent of its budget; N/A without a budget."""
    if share is None:
        return Rag.NOT_APPLICABLE
    apart = abs(Fraction(share))
    if apart <= GREEN_WITHIN:
        return Rag.GREEN
    return Rag.AMBER if apart <= AMBER_WITHIN else Rag.RED


def is_beyond(share: ShownFigure) -> bool:
    """Whether a forecast is over its budget by more than is Green."""
    return share.value is not None and share.value > GREEN_WITHIN
