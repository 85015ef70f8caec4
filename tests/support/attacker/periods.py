"""The names of a paper's period and of those before it, as the labels of figures write them."""

from __future__ import annotations

import re

PERIOD = re.compile(r"(\d{4})-(\d\d)(?: (Q|H)(\d))?")
MONTHS = re.compile(r"\d{4}-\d\d(?: to \d{4}-\d\d)?")


def names_of(period: str, title: str) -> dict[str, str]:
    """``{now}``, ``{now_title}``, and the same for the period before and for last year's."""
    found = PERIOD.fullmatch(period)
    if MONTHS.fullmatch(period) and not (found and int(found[2]) == (int(found[1]) + 1) % 100):
        return {"now": period, "now_title": title}  # of months, compared with no other
    if found is None:
        raise ValueError(f"no period: {period}")
    start, kind, part = int(found[1]), found[3] or "", int(found[4] or 0)
    last = {"Q": 4, "H": 2}.get(kind, 0)
    before = (start, part - 1) if part > 1 else (start - 1, last)
    named = {"now": (start, part), "before": before, "then": (start - 1, part)}
    if title != _title(start, kind, part):
        raise ValueError(f"{period} is not {title}")
    years = [_title(one, "", 0) for one in range(start - 4, start + 1)]
    return {key: _short(year, kind, number) for key, (year, number) in named.items()} | {
        f"{key}_title": _title(year, kind, number) for key, (year, number) in named.items()} | {
        "five": f"{years[0]} to {years[-1]}", "first": years[0], "last": years[-2],
        "two": f"{years[-2]} and {years[-1]}",
        "year": years[-1]}


def year_and_quarter(label: str) -> tuple[str, int]:
    """The financial year and the quarter of a label, such as 2013-14 Q2. Raises ValueError."""
    found = PERIOD.fullmatch(label)
    if found is None or found[3] != "Q":
        raise ValueError(f"no quarter: {label}")
    return f"{found[1]}-{found[2]}", int(found[4])


def _short(start: int, kind: str, part: int) -> str:
    year = f"{start}-{(start + 1) % 100:02}"
    return f"{year} {kind}{part}" if kind else year


def _title(start: int, kind: str, part: int) -> str:
    year = f"{start}/{(start + 1) % 100:02}"
    if kind == "H":
        return (f"April to September {start}" if part == 1 else
                f"October {start} to March {start + 1}")
    return f"Quarter {part} {year}" if kind else year
