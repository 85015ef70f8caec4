"""Read a reporting period in any of the spellings people use.

A spelling that could be a year or a month is the financial year: 2011-12 is never December
2011. One that could be of a calendar year, such as Q3 2014, is refused.
"""

from __future__ import annotations

import re
from datetime import date

from pscb_lib.framework.folding import fold
from pscb_lib.framework.months import SPELT
from pscb_lib.framework.periods import APRIL, ReportingPeriod, add_months, months_between
from pscb_lib.framework.spelt_spans import (
    YEAR,
    full_year,
    month_and_year,
    span_of_days,
    span_of_months,
    third_of_year,
)

SPELLINGS = (
    "2014-15, 2014-15 Q3, Q3 2014/15, Quarter 3 2014-15, 2014-15 H1, "
    "Oct-Dec 2014, October to December 2014, 2014-10, October 2014"
)
ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "1st": "1", "2nd": "2",
            "3rd": "3", "4th": "4", "1": "1", "2": "2", "3": "3", "4": "4"}
USUAL = (  # a pattern, and the usual spelling of what it matches
    (r"[.,']", " "),
    (r"/", "-"),
    (r" (?:to|until|through) ", "-"),
    (r"\b(?:fy|financial year)(?=[\d ])|\b(?:of|in|for|the)\b", " "),
    (r"^ *year (?=20\d\d-)", " "),
    (r"\b20(\d\d)[- ](?:20)?(\d\d)\b(?!-)", lambda found: _of_a_year(found)),
    (rf"\b({'|'.join(ORDINALS)}) (quarter|qtr|half)\b",
     lambda found: f"{found[2]} {ORDINALS[found[1]]}"),
    (r"\b(?:quarter|qtr|q)[ -]*(?=[1-4](?!\d))", " q"),
    (r"\b(?:half(?: year)?|h)[ -]*(?=[12](?!\d))", " h"),
    (r"(?<=\d)-? *(?=[qh][1-4]\b)", " "),
    (r"\b([qh][1-4])-? *(?=\d)", r"\1 "),
)


def parse_period(text: str, year: ReportingPeriod | None = None) -> ReportingPeriod:
    """Read a period in any of the spellings people use.

    A quarter, a half or months without a year are in *year*, if it is given. What stands in
    brackets must be of the same period: Quarter 3 2014/15 (October to December 2014). Raises
    ValueError, with the spellings that are understood, for any other text.
    """
    folded = fold(str(text))
    found = _read(re.sub(r"[()\[\]]", " ", folded), year) or _with_brackets(folded, year)
    if found is None:
        raise ValueError(f"is not a period; write one of: {SPELLINGS}")
    return found


def parse_span(text: str) -> ReportingPeriod:
    """Read a period in any usual spelling, or whole months such as 2014-04 to 2014-07."""
    months = re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2]) ?(?:to|-) ?(20\d\d)-(0[1-9]|1[0-2])",
                          fold(text))
    if not months:
        return parse_period(text)
    first, last = (date(int(months[place]), int(months[place + 1]), 1) for place in (1, 3))
    return ReportingPeriod(first, months_between(first, last) + 1)


def parse_year(text: str) -> ReportingPeriod:
    """Read a financial year.

    Raises ValueError for any other text, such as a year that Excel turned into a month
    (2011-12 is saved as Dec-11).
    """
    period = parse_period(text)
    if period.months != 12:
        raise ValueError("is not a financial year, such as 2014-15")
    return period


def _read(folded: str, year: ReportingPeriod | None = None) -> ReportingPeriod | None:
    """The period in a folded text, or None."""
    for pattern, usual in USUAL:
        folded = re.sub(pattern, usual, folded)
    folded = re.sub(r" ?- ?", "-", " ".join(folded.split()))
    for reader in (_within_year, span_of_months, span_of_days, third_of_year, month_and_year):
        if period := reader(folded):
            return period
    return _without_year(folded, year) if year else None


def _of_a_year(found: re.Match[str]) -> str:
    """Two years that follow each other as a financial year; others as they are."""
    follows = (int(found[1]) + 1) % 100 == int(found[2])
    return f"20{found[1]}-{found[2]}" if follows else found[0]


def _with_brackets(folded: str, year: ReportingPeriod | None) -> ReportingPeriod | None:
    """The period outside the brackets, if what they hold is the same one or not a period."""
    inside = re.search(r"[(\[](.*?)[)\]]", folded)
    found = _read(folded.replace(inside[0], " "), year) if inside else None
    if not inside or not found:
        return None
    same = _read(inside[1], found.year)
    is_remark = same is None and not re.search("|".join((r"\d", *SPELT)), inside[1])
    return found if is_remark or same in (found, found.year) else None


def _without_year(text: str, year: ReportingPeriod) -> ReportingPeriod | None:
    if re.fullmatch(r"[qh][1-4]", text):
        return _within_year(f"{text} {year.label}")
    spans = (span_of_months(f"{text} {each.year}") for each in (year.start, year.end))
    return next((span for span in spans if span and year.contains(span)), None)


def _within_year(text: str) -> ReportingPeriod | None:
    found = re.fullmatch(rf"(?:([qh])([1-4])\s+)?({YEAR})-(\d\d)(?:\s+([qh])([1-4]))?", text)
    if not found:
        return None
    letter, number = found[1] or found[5], found[2] or found[6]
    start = full_year(found[3])
    twice = found[1] and found[5]
    if (start + 1) % 100 != int(found[4]) or twice or (letter == "h" and number > "2"):
        return None
    months = {"q": 3, "h": 6, None: 12}[letter]
    step = months * (int(number) - 1) if number else 0
    return ReportingPeriod(add_months(date(start, APRIL, 1), step), months)
