"""The words and marks that are written instead of a figure, and what each of them means.

The Government Statistical Service's symbols are [c] for confidential, [x] for not available and
[z] for not applicable, and [low] or k for what rounds to 0; tables of before 2020 have * and .. for
the first two. Agencies write "<5" or "fewer than 5" for a count that they may not send. A mark that
different publishers use for different things (-, :, ~, u) is not guessed.
"""

from __future__ import annotations

import re

from pscb_lib.framework.folding import fold
from pscb_lib.framework.rag import Absence

ABSENCES = {
    "c": Absence.SUPPRESSED, "suppressed": Absence.SUPPRESSED,
    "x": Absence.NOT_SUPPLIED, "not supplied": Absence.NOT_SUPPLIED,
    "z": Absence.DOES_NOT_APPLY, "not applicable": Absence.DOES_NOT_APPLY,
    "no cases": Absence.NO_CASES, "not collected": Absence.NOT_COLLECTED,
}
MEANINGS = ABSENCES | {
    word: meaning for meaning, words in {
        Absence.SUPPRESSED: ("*", "**", "***", "k", "low", "supp", "confidential", "withheld",
                             "redacted", "disclosive", "not disclosed", "small number",
                             "small numbers", "too small", "data suppressed"),
        Absence.NOT_SUPPLIED: ("..", "not available", "not yet available", "data not available",
                               "unavailable", "not known", "unknown", "nk", "n/k", "no data",
                               "not provided", "not received", "tbc", "tba", "to be confirmed",
                               "to follow", "awaited", "pending"),
        Absence.DOES_NOT_APPLY: ("does not apply",),
    }.items() for word in words}
UNCLEAR = {"-", "--", "---", ".", "...", ":", "~", "?", "#", "u", "n/a", "na", "nil", "none",
           "null", "blank"}
ALLOWED = "0, a number, c, x, z, no cases or not collected"
WORDS = "one|two|three|four|five|six|seven|eight|nine|ten"
SOME = rf"(?:\d{{1,2}}|{WORDS})"
BELOW = (r"<=?|=<|≤|(?:less|fewer) than(?: or equal to)?|under|below|up to|at most|"
         r"(?:no|not) more than")
COUNTED = r"\s*(?:%|cases?|children|young people|records?|\*|\(.*\))?"
FEWER = re.compile(rf"(?:(?:{BELOW})\s*{SOME}|{SOME} (?:or|and) (?:less|fewer|under|below)"
                   rf"|between {SOME} and {SOME}){COUNTED}")
RANGE = re.compile(r"(\d)(?:-| to )(\d|10)\s*%?")


def absence_in(cell: str) -> Absence | None:
    """What a cell says about a figure that is absent; None if it has none of the known marks.

    Raises ValueError for a mark that may mean different things.
    """
    folded = _unbracketed(fold(cell))
    if folded in UNCLEAR:
        raise ValueError("may mean nothing or not known")
    between = RANGE.fullmatch(folded)
    is_few = FEWER.fullmatch(folded) or between and int(between[1]) < int(between[2])
    return Absence.SUPPRESSED if is_few else MEANINGS.get(folded)


def _unbracketed(folded: str) -> str:
    inner = re.fullmatch(r"\[ ?(.*?) ?\]|\( ?(.*?) ?\)", folded)
    return (inner[1] or inner[2] or "") if inner else folded
