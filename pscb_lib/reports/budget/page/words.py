"""How an amount is said: over or under, and what a partner owes."""

from __future__ import annotations

from fractions import Fraction

from pscb_lib.framework.months import say_day
from pscb_lib.framework.pounds import Pounds, say_pounds
from pscb_lib.reports.budget.known import Partner

ON_BUDGET = "on budget"


def say_over(amount: Pounds, more: str = "over", less: str = "under", even: str = ON_BUDGET
             ) -> str:
    """Say how far an amount is from its plan: £4,200 over, £250 under, on budget."""
    words = say_pounds(abs(Fraction(amount)))
    if words == say_pounds(0):
        return even
    return f"{words} {more if amount > 0 else less}"


def say_owed(one: Partner) -> str:
    """Say what a partner owes: CCG £1,500, invoiced on 1 July 2014."""
    since = f", invoiced on {say_day(one.invoiced_on)}" if one.invoiced_on else ""
    return f"{one.partner} {say_pounds(one.unpaid)}{since}"
