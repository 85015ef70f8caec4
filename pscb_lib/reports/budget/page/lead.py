"""The front sheet and the answer: overspend, unpaid contributions, and what is left."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, small
from pscb_lib.framework.months import say_day
from pscb_lib.framework.pounds import say_pounds
from pscb_lib.page.blocks import Front, Lead
from pscb_lib.page.words import front
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.budget import places
from pscb_lib.reports.budget.known import Known
from pscb_lib.reports.budget.page.words import (
    ON_BUDGET,
    has_days,
    named,
    say_all_owed,
    say_over,
    since,
)
from pscb_lib.reports.budget.rating import GREEN_WITHIN, is_beyond

EQUALITY = "Money alone is counted."
NO_PARTNERS = "What partners pay was not supplied."
NO_RESERVE = "No reserve was supplied that closes to the penny."
MOST_NAMED = 3


def front_sheet(context: Context, known: Known) -> Front:
    """The front sheet: the Board decides on overspending, and on partners that have not paid."""
    asks = [words for is_asked, words in (
        (known.last is None, "require the month's figures"),
        (known.owing and known.uninvoiced,
         "require a date for each payment and each invoice to come"),
        (known.owing and not known.uninvoiced,
         "require a date from each partner that has not paid"),
        (known.uninvoiced and not known.owing,
         "require the day on which each partner is invoiced"),
    ) if is_asked]
    return front.front_sheet(context, "budget", item=3, equality=EQUALITY,
                             asks=listed(asks) or "note the forecast and what is left")


def answer(shown: Shown, known: Known) -> Lead:
    """Say whether the year will be overspent and on what, who owes money, and what is left."""
    require_shown(shown)
    if known.last is None:
        return Lead(joined(_say_none(known), _say_unpaid(known)))
    return Lead(joined(_say_missing(known), _say_forecast(shown, known), _say_unpaid(known),
                       _say_left(shown, known)))


def _say_missing(known: Known) -> str:
    if known.last is None or known.last == known.period:
        return ""
    return (f"**The figures of {known.period.name} {_say_lacking(known)}; those of "
            f"{known.last.name} follow.**")


def _say_none(known: Known) -> str:
    if known.period not in known.months:
        return f"**No month of {known.period.year.name} was supplied.**"
    return (f"**No month of {known.period.year.name} was supplied in full: the figures of "
            f"{known.period.name} {_say_lacking(known)}.**")


def _say_lacking(known: Known) -> str:
    """What a month without its figures lacks: all of them, some lines, or a rejected row."""
    lines = known.months.get(known.period, ())
    if not any(one.actual_to_date is not None for one in lines):
        return "were not supplied"
    lacking = known.lacking(known.period)
    if not lacking:
        return "lack a row that was rejected"
    rest = len(lacking) - MOST_NAMED
    named = [*map(small, lacking[:MOST_NAMED]),
             *([count_of(rest, "other line")] if rest > 0 else [])]
    return f"lack {listed(named)}"


def _say_forecast(shown: Shown, known: Known) -> str:
    forecast = shown.get(places.SPEND, TOTAL, places.FORECAST)
    if forecast.value is None:
        return "**What is spent was not supplied.**"
    over = shown.get(places.SPEND, TOTAL, places.OVER)
    said = say_over(over.value or 0)
    budget = "" if said == ON_BUDGET else " budget"
    is_over = forecast.value is not None and (over.value or 0) > 0 and budget
    verb = "is" if known.last == known.period.year.split(1)[-1] else "is forecast at"
    return (f"**The year's spend {verb} {forecast.text}, {said}{budget}"
            f"{_say_lines(shown, ':' if is_over else ', though')}.**")


def _say_lines(shown: Shown, link: str) -> str:
    """Which lines are over their budget by more than the band, or that none is."""
    above = {row: shown.get(places.SPEND, row, places.OVER) for row in shown.rows(places.SPEND)
             if row != TOTAL and is_beyond(*(shown.get(places.SPEND, row, column).value
                                             for column in (places.OVER, places.BUDGET)))}
    if not above:
        return f", no line more than {GREEN_WITHIN}% over"
    in_order = sorted(above, key=lambda row: -(above[row].value or 0))
    named = [f"{small(row)} {above[row].text} over" for row in in_order[:MOST_NAMED]]
    rest = len(in_order) - MOST_NAMED
    return f"{link} {listed([*named, *([count_of(rest, 'other line')] if rest > 0 else [])])}"


def _say_unpaid(known: Known) -> str:
    if not known.are_partners_supplied:
        return NO_PARTNERS
    if not known.partners:
        return "No partner agreed to pay."
    if not (known.owing or known.uninvoiced):
        return "Every partner has paid what it agreed."
    return joined(_say_owing(known), _say_uninvoiced(known))


def _say_owing(known: Known) -> str:
    if not known.owing:
        return ""
    if len(known.owing) == 1:
        one = known.owing[0]
        return f"{one.partner} owes {say_pounds(one.unpaid)} of what it agreed ({since(one)})."
    owed = say_pounds(sum(one.unpaid for one in known.owing))
    oldest = "" if has_days(known.owing) else (
        f" (the first {since(min(known.owing, key=lambda one: one.invoiced_on or date.max))})")
    return (f"{capital(count_of(len(known.owing), 'partner'))} owe {owed} of what they agreed"
            f"{oldest}: {say_all_owed(known.owing)}.")


def _say_uninvoiced(known: Known) -> str:
    if not known.uninvoiced:
        return ""
    owed = say_pounds(sum(one.unpaid for one in known.uninvoiced))
    first = named(known.uninvoiced)
    if len(first) < len(known.uninvoiced):
        return (f"{capital(count_of(len(known.uninvoiced), 'partner'))} were not yet invoiced for "
                f"{owed} that they agreed.")
    return (f"{listed([one.partner for one in first])} {'was' if len(first) == 1 else 'were'} not "
            f"yet invoiced for {owed} agreed.")


def _say_left(shown: Shown, known: Known) -> str:
    if not shown.has(places.RESERVE, TOTAL, places.OVER):
        return NO_RESERVE
    left, over = (shown.get(places.RESERVE, TOTAL, column)
                  for column in (places.FORECAST, places.OVER))
    end = say_day(known.period.year.end)
    than = say_over(over.value or 0, "more than planned", "less than planned", "as planned")
    if left.value is not None and left.value < 0:
        return f"By {end} the reserve would be overdrawn by {say_pounds(-left.value)}."
    return (f"On {end} {left.text} would be left for an unplanned review"
            f"{_if_paid(shown, known)}, {than}.")


def _if_paid(shown: Shown, known: Known) -> str:
    """What the forecast counts in that has not come; nothing if all came or it is not counted."""
    unpaid = Fraction(sum(one.unpaid for one in (*known.owing, *known.uninvoiced)))
    forecast, actual = (shown.get(places.INCOME, TOTAL, column).value if shown.has(
        places.INCOME, TOTAL, column) else None for column in (places.FORECAST, places.ACTUAL))
    if forecast is None or actual is None:
        return ""
    if not unpaid or Fraction(forecast) - Fraction(actual) < unpaid:
        return ""
    return f" if the {say_pounds(unpaid)} {'agreed' if known.uninvoiced else 'owed'} is paid"
