"""Rows of a sheet that are no records: markings, notes, lines, page numbers, sub-totals, headings.

The Government Security Classifications (April 2014) are OFFICIAL, OFFICIAL-SENSITIVE, SECRET and
TOP SECRET; before them documents were marked PROTECT, RESTRICTED, CONFIDENTIAL or NOT PROTECTIVELY
MARKED, and many still are. Programs print such a marking above and below a table, and on each page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pscb_lib.framework.folding import bare, fold, visible

MARKING = re.compile(
    r"\W*(?:(?:protective marking|security classification|classification|marking|marked|"
    r"nhs|strictly|private and|commercial[- ]in|in)\W+)*"
    r"(?:official(?:[- ]sensitive)?|(?:top )?secret|restricted|protect(?:ed)?|confidential|"
    r"confidence|not protectively marked|unclassified|npm|not for publication|draft|embargoed)"
    r"(?:\W+[a-z ,&/-]{0,60})?\W*")
PAGE = re.compile(r"\W*page \d+(?: of \d+)?\W*")
LINE = re.compile(r"[-=_*~.]{3,}")
END = re.compile(r"\W*(?:end|ends|eof|end of (?:file|report|table|data|sheet))\W*")
LABEL = re.compile(
    r"(?:foot)?notes?|sources?|key|(?:prepared|produced|completed|signed|checked|author(?:ised)?|"
    r"extracted|printed|run|created)(?: (?:by|on|at))?|date|contact|version|report|"
    r"[*\u2020\u2021]+|\W?\d{1,2}\W|\W?[a-z]\W|\[\w+\]")
TOTAL = re.compile(r"(?:(?:grand|overall) )?totals?|sum|overall|all agencies|"
                   r"totals? (?:for|of|all|number|in|across|\(|\[).*")
SUB_TOTAL = re.compile(r"sub[- ]?totals?\b.*|[a-z][a-z' ]* (?:sub[- ]?)?totals?")
BEGINNINGS = {*"TtSsOoGgAa_"}  # of a total: most rows have another, which is seen sooner
HINT = re.compile("total|sum|overall|all agencies", re.IGNORECASE)
MANY = 3  # words that make a note


def is_total(first: str) -> bool:
    """Whether the first text of a row says that it is the total of all rows."""
    if first[:1] not in BEGINNINGS and first.isascii():
        return False
    return bool(HINT.search(first) and TOTAL.fullmatch(fold(first).rstrip(": ")))


def is_between(written: Sequence[str]) -> bool:
    """Whether a row, wherever it stands, is a marking, a page number, a line or a sub-total."""
    folded = [fold(cell) for cell in written]
    if all(LINE.fullmatch(cell) for cell in folded) or SUB_TOTAL.fullmatch(folded[0]):
        return True
    return len(folded) == 1 and bool(MARKING.fullmatch(folded[0]) or PAGE.fullmatch(folded[0]))


def is_under(cells: Sequence[str]) -> bool:
    """Whether one of the last rows is a note: a text of several words, or a label and a text."""
    written = [visible(cell).strip() for cell in cells if visible(cell).strip()]
    folded = [fold(cell).rstrip(": ") for cell in written]
    if len(written) == 1:
        is_first = bool(cells[0].strip()) and " " in written[0]
        return is_first or len(written[0].split()) >= MANY or bool(END.fullmatch(folded[0]))
    return len(written) == 2 and len(cells) > 2 and bool(LABEL.fullmatch(folded[0]))


def is_heading(cells: Sequence[str], columns: Sequence[str]) -> bool:
    """Whether a row is the header again, as on each page of a printed table."""
    return [*map(bare, cells)] == [*map(bare, columns)]
