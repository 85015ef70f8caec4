"""What stands in a cell of a sheet that has no figure.

Checklist: "Only leave cells with no data empty in certain circumstances", and symbols for missing
figures are letters in square brackets, explained above the table ([c] and [z] have the meaning
that government statistics give them).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pscb_lib.disclosure.showing import HIDDEN
from pscb_lib.framework.pounds import read_pounds
from pscb_lib.page.rendering.spreadsheets.neutral import Value

HIDES, NONE = "[c]", "[z]"
MEANINGS = {
    HIDES: "not shown, because numbers are small. It may be larger than five: it may be hidden to "
           "protect another",
    "[x]": "not supplied by the agency",
    NONE: "does not apply, or nothing is recorded",
    "[no cases]": "there were no cases, so there is nothing to take a share of",
    "[not collected]": "not collected for that time or area",
    "[year not full]": "sent, but the figure is of a year, and not for all of its quarters yet",
    "[no rate]": "counted, but no population was known to take a rate of",
}
CODES = {HIDDEN: HIDES, "Suppressed": HIDES, "Not supplied": "[x]", "Not applicable": NONE,
         "Does not apply": NONE, "No cases": "[no cases]", "Not collected": "[not collected]",
         "Year not full": "[year not full]", "No rate": "[no rate]", "–": NONE}


def with_shorthand(rows: Iterable[Sequence[Value]]) -> list[list[Value]]:
    """Return *rows* with a code in each cell that has no figure; no cell is empty.

    Words such as "Not supplied" stay in a column of words, where they are what it says of a row.
    """
    columns = [_coded(column, is_label=at == 0)
               for at, column in enumerate(zip(*rows, strict=True))]
    return [list(row) for row in zip(*columns, strict=True)]


def used_in(rows: Iterable[Sequence[object]]) -> list[str]:
    """Return the codes that stand in *rows*, in the order in which they are explained."""
    found = {value for row in rows for value in row}
    return [code for code in MEANINGS if code in found]


def _coded(column: Sequence[Value], *, is_label: bool) -> list[Value]:
    is_of_figures = not is_label and all(
        value is None or not isinstance(value, str) or value in CODES
        or read_pounds(value) is not None for value in column)
    return [NONE if value in (None, "", "–") else
            CODES.get(value, value) if is_of_figures and isinstance(value, str) else value
            for value in column]
