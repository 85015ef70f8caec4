"""The answer: interviews in time, who went missing, what was not done, and what came after."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.disclosure.figures import NOT_SUPPLIED, TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, small, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Lead
from pscb_lib.page.words.shown import joined, lead, require_told, say_count, told
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.indicators import IN_TIME
from pscb_lib.reports.missing_children.measures.small import UNDER_14
from pscb_lib.reports.missing_children.page import interviews
from pscb_lib.reports.missing_children.page.since import since
from pscb_lib.reports.missing_children.page.who import YOUNG
from pscb_lib.reports.missing_children.page.words import NO_INTERVIEWS, is_recorded_anew

MANY = 4  # a quarter, from which the answer tells of it
MOST = 11, 20  # the share of one sex, from which the answer tells of it: 55 per cent


def answer(shown: Shown, period: ReportingPeriod, rated: Sequence[Assessment] = ()) -> Lead:
    """Return the answer: interviews in time, children, what was not done, and what came after.

    What came after is told of the indicator among those *rated*.
    """
    return lead(_interviewed(require_shown(shown)), _unneeded(shown), _went(shown, period),
                _undone(shown), _since(shown, rated))


def _interviewed(shown: Shown) -> str | None:
    if shown.get(*places.ALL_OWED).state == NOT_SUPPLIED:
        return NO_INTERVIEWS
    return interviews.interviewed_said(shown)


@told
def _unneeded(shown: Shown) -> str:
    """Say how many returns needed no interview, where they are a quarter of this authority's own.
    """
    owed, none = shown.get(*places.OWED_HERE), shown.get(*places.NOT_OWED)
    require_told(owed, none)
    if not none.value or MANY * none.count < owed.count + none.count:
        return ""
    said = "One other episode needed none, or was not yet over" if none.value == 1 else (
        f"{capital(spell(none.count))} other episodes needed none, or were not yet over")
    return f"{joined(said, _for_others(shown), between='; ')}."


@told
def _for_others(shown: Shown) -> str:
    """Say how many more were for the placing authority: all these make the episodes."""
    placing = shown.get(*places.OWED_ELSEWHERE)
    require_told(placing)
    if not placing.value:
        return ""
    verb = "was" if placing.value == 1 else "were"
    return f"{spell(placing.count)} more {verb} for the placing authority"


@told
def _mostly(shown: Shown) -> str:
    """Say of which sex clearly most children are, and how many are under 14 if a quarter are."""
    columns = [places.SEXES[sex] for sex in ("Girl", "Boy")]
    all_, *each = (shown.get(places.AGES, TOTAL, column) for column in (TOTAL, *columns))
    young = [shown.get(places.AGES, band, TOTAL) for band in require_shown(shown).rows(places.AGES)
             if band in YOUNG]
    require_told(all_, *each, *young)
    if all_.value is None:
        return ""
    under = sum(one.count for one in young)
    parts = [f"{spell(one.count)} of them {small(sex)}" for sex, one in zip(
        columns, each, strict=True) if all_.count > one.count
        and MOST[1] * one.count >= MOST[0] * all_.count > 0]
    if under and MANY * under >= all_.count > 1:
        number = "all" if under == all_.count else spell(under)
        parts.append(f"{number} {'' if parts else 'of them '}{small(UNDER_14)}")
    return " and ".join(parts)


@told
def _went(shown: Shown, period: ReportingPeriod) -> str:
    children = say_count(shown.get(*places.ALL_CHILDREN), "child", "children")
    went = joined(f"{capital(children)} went missing, away or absent", _mostly(shown), between=", ")
    then = _a_year_earlier(shown)
    anew = "before recording changed" if then and is_recorded_anew(period) else None
    return f"{joined(went, joined(then, anew, between=', '), between='; ')}."


def _a_year_earlier(shown: Shown) -> str:
    then = shown.get(*places.CHILDREN_THEN)
    return "" if then.value is None else f"a year earlier {spell(then.count, 'none')} did"


def _undone(shown: Shown) -> str | None:
    said = _meetings(shown)
    return f"{capital(said)}." if said else None


def _meetings(shown: Shown) -> str:
    met = shown.get(*places.MET)
    if not met.value and not met.denominator:
        return ""
    held, children = met.counts
    if held == children:
        return ""
    if children == 1:
        return "the one child who went three or more times in 90 days had no strategy meeting"
    return (f"{children - held:,} of the {children:,} children who went three or more times in 90 "
            "days had no strategy meeting")


@told
def _since(shown: Shown, rated: Sequence[Assessment]) -> str:
    """Say the interviews in time of the last quarter since: where they stand, another paper says.
    """
    one = next((one for one in rated if one.indicator.role is IN_TIME), None)
    last = since(shown, one.indicator.id) if one else None
    if last is None or last[1].value is None and not last[1].hidden:
        return ""
    quarter, figure = last
    require_told(figure)
    return (f"In {quarter.title}, {figure.numerator:,} of {figure.denominator:,} "
            f"({figure.text}) were in time.")
