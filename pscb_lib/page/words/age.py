"""How old the figures of a report are on its day."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.framework.english import count_of
from pscb_lib.framework.months import say_day
from pscb_lib.page.blocks import Prose


def say_age(context: Context, *before: str) -> Prose:
    """Say when the period ended and on what day the figures are known, after other sentences."""
    end, days = context.period.end, (context.as_of - context.period.end).days
    known = f"on {say_day(context.as_of)}, after {count_of(days, 'day')}" if days else "on that day"
    age = f"The period ended on {say_day(end)}; the figures are as known {known}."
    return Prose(" ".join(filter(None, [*before, age])))
