"""Invented indicators and returns, to test one rule on one of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pandas
from papers import ROOT

from pscb_lib.board.indicators import INDICATORS, Indicator, Unit, read_indicators
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.showing import Shown, show
from pscb_lib.disclosure.summaries import CHILD, ReturnSummary, summarise
from pscb_lib.framework.rag import FRAMEWORK, Polarity
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.assessment import Assessment, assess
from pscb_lib.reading.rows import Checked

QUARTER = parse_period("2014-15 Q3")
HIGHER, LOWER, BAND, NEUTRAL = Polarity
TEMPLATE = read_indicators(ROOT / "params" / "indicators.csv")[0]


def indicator(target: str | tuple[str, str] | None = "95", polarity: Polarity = HIGHER,
              **changes: object) -> Indicator:
    """Return an indicator of visits made in time; a pair of targets is a band."""
    low, high = target if isinstance(target, tuple) else (target, None)
    changes = {"id": "V1", "role": None, "title": "Visits in time", "agency": "Police",
               "unit": Unit.PERCENT, "basis": "quarter", "severity": 1, **changes}
    return replace(TEMPLATE, polarity=polarity, target=low and Decimal(low),
                   target_upper=high and Decimal(high), **changes)


def figure(sent: tuple[int, int | str] | int | str, id: str, column: str) -> dict:
    """Return a figure: numerator and denominator, a count, or the reason why there is none.

    A number with a reason is the count of a rate that could not be made.
    """
    if isinstance(sent, tuple) and isinstance(sent[1], str):
        return figures.count(INDICATORS, id, sent[0], column, state=sent[1])
    if isinstance(sent, tuple):
        return figures.proportion(INDICATORS, id, *sent, column)
    if isinstance(sent, str):
        return figures.count(INDICATORS, id, None, column, state=sent)
    return figures.count(INDICATORS, id, sent, column)


def shown(*sent: object, audience: str = "restricted", id: str = "V1") -> Shown:
    """Return figures of one indicator for quarters up to 2014-15 Q3."""
    columns = [QUARTER.back(3 * step).label for step in reversed(range(len(sent)))]
    rows = [figure(one, id, column) for one, column in zip(sent, columns, strict=True)]
    return show(figures.frame(rows), audience)


def assessed(one: Indicator, *sent: object, audience: str = "restricted") -> Assessment:
    """Assess the indicator by what was *sent*, oldest first."""
    quarters = [QUARTER.back(3 * step) for step in reversed(range(len(sent)))]
    masked = shown(*sent, audience=audience, id=one.id)
    return assess(masked, [one], quarters, FRAMEWORK)[0]


def summary(sources: list[str], describes: str = CHILD, audience: str = "restricted"
            ) -> ReturnSummary:
    """Summarise a return whose rows say these *sources*, as far as an audience may know it."""
    checked = Checked(pandas.DataFrame({"source": sources}), (), (), {})
    found = summarise(checked, "Return", describes)
    return found if audience == "restricted" else found.for_others()
