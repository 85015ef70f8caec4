"""Dates, numbers and the data behind a chart, as they are printed."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from pscb_lib.framework.months import say_day
from pscb_lib.framework.pounds import read_pounds, say_pounds
from pscb_lib.framework.spellings import parse_period

LEAST_SHARE = 0.09  # of a tally's bar, so that the name of a rating fits under its part
LINK = re.compile(r"\[([^\]]*)\]\(#[^)]*\)")


def day_in_words(iso: str) -> str:
    """Return "31 January 2015" for "2015-01-31"."""
    return say_day(date.fromisoformat(iso))


def period_in_words(label: str) -> str:
    """Return "Quarter 3 2014/15" for "2014-15 Q3", and a text that is no period as it is."""
    try:
        return parse_period(label).title
    except ValueError:
        return label


def plain(words: Any) -> str:
    """Return the words of a text or of its runs, without the marks of links and strong words."""
    text = words if isinstance(words, str) else "".join(run["text"] for run in words)
    return LINK.sub(r"\1", text).replace("**", "").strip()


def printed_value(value: str | int | float | None) -> str:
    """Return *value* as printed: commas between thousands, at most one decimal, whole pounds."""
    if value is None:
        return "–"
    if isinstance(value, str):
        amount = read_pounds(value)
        return value if amount is None else say_pounds(amount)
    number = Decimal(str(value))
    if number == number.to_integral_value():
        return f"{int(number):,}"
    return f"{number.quantize(Decimal('0.1'), ROUND_HALF_UP):,}"


def share_of(item: dict[str, Any], items: list[dict[str, Any]]) -> str:
    """The width of one part of a tally's bar in per cent: as its count, but wide enough to read."""
    weights = {id(one): _weight(one, items) for one in items}
    return f"{100 * weights[id(item)] / sum(weights.values()):.2f}"


def _weight(item: dict[str, Any], items: list[dict[str, Any]]) -> float:
    counts = [int(one["count"]) for one in items if one["count"].isdecimal()]
    own = int(item["count"]) if item["count"].isdecimal() else 0
    return max(own, LEAST_SHARE * sum(counts), 1)


def data_table(chart: dict[str, Any]) -> dict[str, Any]:
    """Return the table block that prints the figures behind *chart*."""
    names, rows = chart["data"]["columns"], chart["data"]["rows"]
    return {
        "kind": "table",
        "id": chart["id"],
        "caption": f"{chart['caption']}: the figures",
        "columns": [_column(name, [row[at] for row in rows]) for at, name in enumerate(names)],
        "groups": [{"label": None, "rows": [[_cell(value) for value in row] for row in rows]}],
        "note": None,
        "empty": "There are no figures to draw.",
    }


def _column(name: str, values: list[Any]) -> dict[str, Any]:
    words = any(isinstance(value, str) for value in values)
    label = name.replace("_", " ")
    return {
        "label": label[:1].upper() + label[1:],
        "align": "start" if words else "end",
        "width": 2.0 if words else 1.0,
    }


def _cell(value: str | int | float | None) -> list[dict[str, str]]:
    return [{"text": printed_value(value), "tone": "plain"}]
