"""Every day, month and year of the sample, one year later."""

from __future__ import annotations

import re

DAY = re.compile(r"\b((?:19|20)\d\d)-([01]\d)-([0-3]\d)\b")
CLERKS_DAY = re.compile(r"\b([0-3]?\d)/([01]?\d)/((?:19|20)\d\d)\b")
YEAR_OR_MONTH = re.compile(r"(?<![\d-])((?:19|20)\d\d)-(\d\d)(?!\d|-\d)")
HALF = re.compile(r"\b(\d\d)-(\d\d)(H[12])\b")
NAMED = re.compile(r"\b((?:January|February|March|April|May|June|July|August|September|October|"
                   r"November|December|mid|end)[ -])((?:19|20)\d\d)\b")
YEAR = re.compile(r"(?:19|20)\d\d")
LEAP_DAY = ("02", "29")


def later(text: str) -> str:
    """The text one year later."""
    if YEAR.fullmatch(text):
        return str(int(text) + 1)
    text = DAY.sub(_day, text)
    text = CLERKS_DAY.sub(_clerks_day, text)
    text = YEAR_OR_MONTH.sub(_year_or_month, text)
    text = HALF.sub(lambda found: f"{int(found[1]) + 1:02}-{int(found[2]) + 1:02}{found[3]}", text)
    return NAMED.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", text)


def _day(found: re.Match[str]) -> str:
    day = "28" if (found[2], found[3]) == LEAP_DAY else found[3]
    return f"{int(found[1]) + 1}-{found[2]}-{day}"


def _clerks_day(found: re.Match[str]) -> str:
    day = "28" if (found[2].zfill(2), found[1]) == LEAP_DAY else found[1]
    return f"{day}/{found[2]}/{int(found[3]) + 1}"


def _year_or_month(found: re.Match[str]) -> str:
    year, rest = int(found[1]), int(found[2])
    return f"{year + 1}-{(rest + 1) % 100 if rest == (year + 1) % 100 else rest:02}"
