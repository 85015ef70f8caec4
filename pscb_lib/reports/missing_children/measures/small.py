"""Merge rows with small counts before masking, so that fewer cells are hidden.

Outside the restricted set, rows that would be hidden are merged with others; and the twelve months
are left out where they, minus the half-year, would reveal a few children. The restricted set keeps
the rows as they were. Small counts that remain are hidden by :mod:`pscb_lib.disclosure.showing`.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import accumulate

from pscb_lib.disclosure.counting import CASES, NOT_RECORDED, weighted
from pscb_lib.disclosure.figures import OUTSIDE, RESTRICTED, TOTAL, relation, with_readers
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.times import (
    BANDS,
    DATE_ONLY,
    DATE_ONLY_LONGER,
    LONGEST,
    NIGHT,
    NO_TIME,
)

MOST_TIMES = places.REPEAT_BANDS["10 or more"][1]
UNDER_14, OTHER_GROUPS = "Under 14", "All other groups"
NOT_WHITE = f"{OTHER_GROUPS}, or not recorded"
FIVE_OR_MORE, A_DAY_OR_LONGER = "5 or more", "24 hours or longer, not timed, or not yet back"
NIGHT_OR_UNKNOWN, AT_RISK = "Midnight to 6am, or time not recorded", "Medium or high"
WITH_OTHERS, UNHAPPY, ANOTHER = (
    "To be with family, friends or a partner", "Conflict, or unhappy where they live",
    "Another reason, or not said")


def _rows(known: Container[str], *named: str) -> tuple[str, ...]:
    """Rows by name. Raises KeyError for one that the table does not have."""
    for row in named:
        if row not in known:
            raise KeyError(row)
    return named


# By table, and the number of the group in it: the label of the rows together, and the rows.
JOINED = {
    (places.AGES, 1): (UNDER_14, _rows(places.AGE_BANDS, "Under 12", "12 and 13")),
    (places.ETHNICITY, 1): (NOT_WHITE, _rows(
        places.ETHNIC, "Mixed", "Asian", "Black", "Other", NOT_RECORDED)),
    (places.REPEATS, 1): (FIVE_OR_MORE, _rows(places.REPEAT_BANDS, "5 to 9", "10 or more")),
    (places.DURATIONS, 1): (A_DAY_OR_LONGER, _rows(
        BANDS, "1 to 3 days", "3 to 7 days", LONGEST, DATE_ONLY, DATE_ONLY_LONGER)),
    (places.HOURS, 1): (NIGHT_OR_UNKNOWN, (NIGHT, NO_TIME)),
    (places.EXPLOITATION, 1): (AT_RISK, _rows(places.ASSESSED.values(), "Medium", "High")),
    (places.SAID, 1): (WITH_OTHERS, _rows(
        places.REASONS_GIVEN, "To be with friends or a partner", "To be with family")),
    (places.SAID, 2): (UNHAPPY, _rows(
        places.REASONS_GIVEN, "Conflict at home or in placement", "Unhappy with the placement")),
    (places.SAID, 3): (ANOTHER, (*_rows(
        places.REASONS_GIVEN, "Trouble at school", "Drink or drugs",
        "Drawn away by an older person", "Did not wish to say"), places.NOTHING)),
}


def join_small(rows: Sequence[dict], masked: range) -> list[dict]:
    """Merge the rows named in ``JOINED``, in all columns, if one of them holds a small count.

    An ethnic group that is not recorded is none, and stays apart unless its own count is small.
    """
    for (table, _), (label, parts) in JOINED.items():
        small = {row["row"] for row in rows if row["table"] == table and row["row"] in parts
                 and row["actual"] in masked}
        if label == NOT_WHITE and NOT_RECORDED not in small:
            label, parts = OTHER_GROUPS, tuple(part for part in parts if part != NOT_RECORDED)
        if small:
            rows = _join(rows, table, label, parts)
    return list(rows)


def _join(rows: Sequence[dict], table: str, label: str, parts: Sequence[str]) -> list[dict]:
    kept: list[dict] = []
    together: dict[str, dict] = {}
    for row in rows:
        if row["table"] != table or row["row"] not in parts:
            kept.append(row)
            continue
        if row["column"] not in together:
            together[row["column"]] = {**row, "row": label, "actual": None, "readers": OUTSIDE}
            kept.append(together[row["column"]])
        joined = together[row["column"]]
        if row["actual"] is not None:
            joined["actual"] = (joined["actual"] or 0) + row["actual"]
        kept.append({**row, "readers": RESTRICTED})
    return kept


def tie_repeats(half: str, year: str) -> list[dict]:
    """Tie how often children went to the episodes: in the half-year, in the year, between them.

    Episodes are the sum of how often each child went, and a child goes at least as often in the
    year as in its second half. What is joined outside the restricted set is tied as it is printed.
    """
    joined = {label: times for label, times in places.REPEAT_BANDS.items()
              if label not in JOINED[places.REPEATS, 1][1]} | {FIVE_OR_MORE: (5, None)}
    open_ended = {label: (low, None if high == MOST_TIMES else high)
                  for label, (low, high) in places.REPEAT_BANDS.items()}
    rows = []
    for bands in (open_ended, joined):
        for column, episodes in ((half, places.ALL_EPISODES), (year, places.YEARS_EPISODES)):
            rows += weighted(episodes, {(places.REPEATS, label, column): times
                                        for label, times in bands.items()})
        rows += [relation(f"{label} or more often", {
            **{((places.REPEATS, more, year), CASES): 1 for more in [*bands][number:]},
            **{((places.REPEATS, more, half), CASES): -1 for more in [*bands][number:]}}, 0, None)
            for number, label in enumerate(bands)]
    return rows


def withhold_year(rows: Sequence[dict], masked: range) -> list[dict]:
    """Suppress how often children went in the twelve months if too few went often in them only.

    A child goes at least as often in the year as in its second half, so the difference between the
    two columns is a count of children.
    """
    half, year = dict.fromkeys(row["column"] for row in rows if row["table"] == places.REPEATS)
    if not set(map(int.__sub__, _at_least(rows, year), _at_least(rows, half))) & set(masked):
        return list(rows)
    by_year = [row for row in rows if (row["table"], row["column"]) == (places.REPEATS, year)]
    rest = [row for row in rows if row not in by_year]
    kept = with_readers((row for row in by_year if row["readers"] != OUTSIDE), RESTRICTED)
    withheld = [{**row, "actual": None, "state": "suppressed", "readers": OUTSIDE}
                for row in by_year if row["readers"] != RESTRICTED]
    return [*rest, *kept, *withheld]


def _at_least(rows: Sequence[dict], column: str) -> list[int]:
    of_each = [row["actual"] for row in rows if row["row"] != TOTAL and row["actual"] is not None
               and row["readers"] != RESTRICTED
               and (row["table"], row["column"]) == (places.REPEATS, column)]
    return list(accumulate(reversed(of_each)))
