"""Make invented deaths look like a real return, with the faults that an analyst meets.

Dates come in two forms, answers in full or by their first letter, categories by number or by name;
two rows break a rule and two are outside the panel's scope.
"""

from __future__ import annotations

from datetime import date, timedelta

from pscb_lib.reports.cdop_annual.returned.record import CATEGORIES

Death = dict[str, object]


def spoil(deaths: list[Death]) -> list[Death]:
    """Make two rows break a rule and add two that are outside the panel's scope."""
    closed = [death for death in deaths if death["panel_completed_on"]]
    closed[70]["panel_completed_on"] = closed[70]["date_of_death"] - timedelta(days=260)
    closed[110]["category"] = 11
    stray = {"category": "", "panel_completed_on": None, "modifiable": "", "waiting_for": ""}
    lost = {**deaths[100], **stray, "death_id": "CDOP-0901", "kind": "stillbirth"}
    lost["date_of_birth"] = lost["date_of_death"]
    away = {**deaths[150], **stray, "death_id": "CDOP-0902", "lscb_of_residence": "Lincolnshire"}
    return [*deaths[:101], lost, *deaths[101:151], away, *deaths[151:]]


def as_sent(death: Death, number: int) -> dict[str, str]:
    """Write one row as clerks type it, each value in one of several forms."""
    cells = {name: _typed(value, number) for name, value in death.items()}
    if number % 7 == 3 and death["category"] in range(1, 11):
        cells["category"] = CATEGORIES[str(death["category"])]
    if number % 4 == 1:
        cells |= {name: cells[name][:1].upper() for name in ("sex", "coroner", "looked_after")}
    return cells


def _typed(value: object, number: int) -> str:
    if isinstance(value, date):
        return value.isoformat() if number % 5 == 2 else f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)
