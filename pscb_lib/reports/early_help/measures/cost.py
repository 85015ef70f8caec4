"""EH14: what each service spent in the half-year, and how many it closed with needs met.

Spend is agencies' work, in pounds. What one family cost is worked out from shown figures by the
page (:mod:`pscb_lib.reports.early_help.page.cost`), so that no quotient tells a hidden count.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

import pandas

from pscb_lib.disclosure.figures import NOT_SUPPLIED, TOTAL, FigureRow, count, counts, pounds
from pscb_lib.reports.early_help import places

Maker = Callable[..., FigureRow]
COLUMNS: dict[str, tuple[str, str, Maker]] = {
    places.SPEND: ("spend", "agency", pounds), places.FAMILIES: ("families", "child", count),
    places.CLOSED_MET: ("closed_needs_met", "child", count)}


def measure_cost(cost: pandas.DataFrame) -> list[FigureRow]:
    """Add up each column by service, and with the early years apart; nothing where none was sent.
    """
    if cost.empty:
        return [one(places.COST, TOTAL, None, column, state=NOT_SUPPLIED, describes="agency")
                for column, (_, _, one) in COLUMNS.items()]
    kinds = {service: places.EARLY_YEARS if is_early else places.OTHER_SERVICES
             for service, is_early in zip(cost["service"], cost["early_years"], strict=True)}
    return [row for column, (name, describes, one) in COLUMNS.items()
            for row in _column(column, dict(zip(cost["service"], cost[name].tolist(),
                                                strict=True)), kinds, describes, one)]


def _column(column: str, by_service: Mapping[str, int | Decimal], kinds: Mapping[str, str],
            describes: str, one: Maker) -> list[FigureRow]:
    """Return one column: each service as part of its kind, each kind that has one, and the total.
    """
    held: dict[str, int | Decimal] = dict.fromkeys(sorted(kinds.values()), 0)
    for service, number in by_service.items():
        held[kinds[service]] += number
    rows = counts(places.COST, by_service, column=column, describes=describes, one=one)
    return [*(row | {"part_of": ((places.KIND, kinds[row["row"]], column),)}
              if row["row"] in kinds else row for row in rows),
            *counts(places.KIND, held, column=column, describes=describes, one=one,
                    same_as=(places.COST, TOTAL, column))]
