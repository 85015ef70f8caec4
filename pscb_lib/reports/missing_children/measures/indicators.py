"""The two indicators of the register that this report works out and rates, by their roles.

Return interviews within 72 hours: "Returns that needed an interview by this authority and had one
within 72 hours". Missing children whose risk of sexual exploitation was assessed. Numbers of
episodes and children are never rated: authorities record them too differently.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas

from pscb_lib.board.commentary import fact_of
from pscb_lib.board.context import Context
from pscb_lib.board.indicators import (
    INDICATORS,
    Indicator,
    Role,
    by_role,
    indicators_for,
    read_indicators,
)
from pscb_lib.disclosure.counting import share
from pscb_lib.disclosure.figures import NOBODY, NOT_SUPPLIED, Place, count, proportion
from pscb_lib.disclosure.paper import Fact
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.interviews import owed, reached
from pscb_lib.reports.missing_children.measures.selection import children, latest_of_each, missing
from pscb_lib.returns.later import sent_later, written_later

IN_TIME, ASSESSED = RATED = (Role.RETURN_INTERVIEWS, Role.MISSING_ASSESSED)
WENT_MISSING = "children_missing"  # not printed; shares of it are


def read_register(context: Context) -> list[Indicator]:
    """Return the indicators of the Board's register that this report rates, with their targets."""
    every_year = read_indicators(context.params / "indicators.csv")
    return [one for one in indicators_for(every_year, context.period) if one.role in RATED]


def measure_indicators(period: ReportingPeriod, half: pandas.DataFrame,
                       last_year: pandas.DataFrame | None, register: Iterable[Indicator]
                       ) -> list[dict]:
    """Work out each indicator for the half-year and for the same one a year earlier.

    *last_year* is None where it was not supplied. What no indicator of the *register* has as its
    role is not worked out.
    """
    then, rows, held = period.same_last_year, list[dict](), by_role(register)
    if IN_TIME in held:
        id = held[IN_TIME].id
        rows += [*_in_time(id, then.label, last_year, then.title),
                 *_in_time(id, period.label, half, places.RETURNS)]
    if ASSESSED in held:
        id = held[ASSESSED].id
        rows += [*_assessed(id, then.label, last_year, places.CHILDREN_THEN, None),
                 *_assessed(id, period.label, half, places.ALL_CHILDREN, places.ALL_ASSESSED)]
    return rows


def _in_time(id: str, column: str, frame: pandas.DataFrame | None, returns: str) -> list[dict]:
    if frame is None:
        return [_not_supplied(id, column)]
    came = reached(owed(frame))
    return [share((INDICATORS, id, column), came[places.IN_TIME], came[places.NEEDED],
                  of=(places.INTERVIEWS, places.NEEDED, returns),
                  counted=(places.INTERVIEWS, places.IN_TIME, returns),
                  quantity=f"{IN_TIME}, {column}")]


def _assessed(id: str, column: str, frame: pandas.DataFrame | None, everyone: Place,
              counted: Place | None) -> list[dict]:
    if frame is None:
        return [_not_supplied(id, column)]
    risks = latest_of_each(missing(frame))["cse_risk"]
    went = (WENT_MISSING, places.MISSING, column)
    only_away = count(WENT_MISSING, places.NOT_MISSING, children(frame) - len(risks), column,
                      readers=NOBODY, part_of=(everyone,))
    return [share((INDICATORS, id, column), int(risks.isin(places.ASSESSED).sum()),
                  len(risks), of=went, counted=counted, quantity=f"{ASSESSED}, {column}"),
            count(*went[:2], len(risks), column, readers=NOBODY, part_of=(everyone,)), only_away]


def _not_supplied(id: str, column: str) -> dict:
    return count(INDICATORS, id, None, column, describes="agency",
                 state=NOT_SUPPLIED)


def measure_later(context: Context) -> list[dict]:
    """Give both indicators in each quarter since, as the data set of this day has them."""
    rated = {one.id: one for one in read_register(context)}
    return [*(_later(places.LATER, rated[one.indicator], one.quarter, one.numerator,
                     one.denominator) for one in sent_later(context, rated)),
            *(_later(places.COMMENTED, rated[one.commentary.indicator], one.quarter, one.numerator,
                     one.denominator) for one in written_later(context, rated)
              if one.numerator is not None and one.denominator is not None)]


def list_facts(context: Context, checked: Checked) -> list[Fact]:
    """Return what the leads wrote with the figures of the last quarter since, by indicator."""
    rated = [one.id for one in read_register(context)]
    return [fact_of(one.commentary, tuple(
        (table, one.commentary.indicator, one.quarter.label)
        for table in (places.LATER, places.COMMENTED))) for one in written_later(context, rated)]


def _later(table: str, one: Indicator, quarter: ReportingPeriod, numerator: int,
           denominator: int) -> dict:
    return proportion(table, one.id, numerator, denominator, quarter.label, describes="agency",
                      quantity=f"{one.quantity}, {quarter.label}")
