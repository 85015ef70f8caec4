"""Every figure of a set in one tidy table: ``tables/all_figures.csv``, a row a figure.

It has what the notebook of the set has, as this set's readers may see it: a hidden figure has no
value and says so. The files of a cycle's papers have the same columns, so that one below the other
they are the whole cycle (:mod:`pscb_lib.running.cycle_figures`).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

from pscb_lib.disclosure.figures import NOBODY, MaskedFigure, masked_figures_in
from pscb_lib.disclosure.masking import for_audience
from pscb_lib.disclosure.plain_figures import from_json
from pscb_lib.disclosure.showing import HIDDEN
from pscb_lib.framework.pounds import exact_pounds
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.rendering.paper import Paper
from pscb_lib.page.rendering.spreadsheets.neutral import Value

COLUMNS = ("table", "row", "column", "period", "value", "numerator", "denominator", "unit", "state",
           "report", "report_period", "as_of", "marking")
UNITS = {"count": "number", "percent": "per cent", "rate": "per 10,000",
         "pounds": "pounds", "score": "mean score"}


def all_figures(paper: Paper) -> list[list[Value]]:
    """Return a line for each figure of *paper* below the names of the columns; none without any."""
    if paper.figures is None:
        return []
    return [[*COLUMNS], *_lines(paper, paper.figures)]


def _lines(paper: Paper, block: dict[str, Any]) -> Iterator[list[Value]]:
    front = paper.front
    frame = for_audience(from_json(block), front["audience"])
    if "hidden" not in frame:
        frame["hidden"] = False
    for one in masked_figures_in(frame):
        if one.readers != NOBODY:
            # Where neither is a period, the column says the time: last year, 12 months.
            period = next(filter(None, map(_period, (one.column, one.row))), None)
            yield [one.table, one.row, one.column, period, *_values(one), UNITS[one.unit],
                   _state(one), front["report"], front["period"], front["as_of"], front["marking"]]


def _values(one: MaskedFigure) -> list[Value]:
    """The value to six decimals, money to the penny; the two counts of a percentage or a rate."""
    if one.hidden or one.actual is None:
        return [None, None, None]
    if one.unit == "pounds":
        return [exact_pounds(one.actual), None, None]
    value = int(one.actual) if one.unit == "count" else round(float(Fraction(one.actual)), 6)
    return [value, one.numerator, one.denominator]


def _state(one: MaskedFigure) -> str:
    if one.hidden:
        return HIDDEN
    return one.state.capitalize() if one.state or one.actual is None else "shown"


@cache
def _period(words: str) -> str | None:
    try:
        return parse_period(words).label
    except ValueError:
        return None
