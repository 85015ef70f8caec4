"""How an amount is said: over or under, and what a partner owes."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from pscb_lib.framework.english import count_of, listed
from pscb_lib.framework.months import say_day
from pscb_lib.framework.pounds import Pounds, say_pounds
from pscb_lib.reports.budget.known import Partner

ON_BUDGET = "on budget"
MOST_DAYS = 2  # partners with the day of the invoice
MOST_NAMED = 3  # partners in a sentence: the fourth is named too where it is the last


def say_over(amount: Pounds, more: str = "over", less: str = "under", even: str = ON_BUDGET
             ) -> str:
    """Say how far an amount is from its plan: £4,200 over, £250 under, on budget."""
    words = say_pounds(abs(Fraction(amount)))
    if words == say_pounds(0):
        return even
    return f"{words} {more if amount > 0 else less}"


def say_owed(one: Partner, has_day: bool) -> str:
    """Say what a partner owes: CCG £1,500 (invoiced on 1 July 2014)."""
    return f"{one.partner} {say_pounds(one.unpaid)}{f' ({since(one)})' if has_day else ''}"


def since(one: Partner) -> str:
    """Since when a partner has its invoice."""
    return f"invoiced on {say_day(one.invoiced_on)}" if one.invoiced_on else "not yet invoiced"


def named(those: Sequence[Partner]) -> tuple[Partner, ...]:
    """The partners that are named: so many, and one more if it would be the only other."""
    return tuple(those if len(those) <= MOST_NAMED + 1 else those[:MOST_NAMED])


def say_all_owed(those: Sequence[Partner]) -> str:
    """Say what several partners owe, of few since when, and how many others there are."""
    first = named(those)
    rest = len(those) - len(first)
    return listed([*(say_owed(one, has_days(those)) for one in first),
                   *([count_of(rest, "other")] if rest else [])])


def has_days(those: Sequence[Partner]) -> bool:
    """Whether so few partners owe that the day of each one's invoice is said."""
    return len(those) <= MOST_DAYS
