"""The rules that a row of the quarterly data set must keep, each with its guidance.

Section 7 of the framework rates performance against target: a figure, or the reason why there is
none. Percentages are made from their own counts, so that they can be added.
"""

from __future__ import annotations

from fractions import Fraction

from pscb_lib.board.indicators import Role
from pscb_lib.framework.rag import Absence
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Record, find_rules, rule

A_POINT = 1  # how far a percentage sent may lie from its own counts before the row is refused
ROUNDING = Fraction(5, 100)  # how far it may lie before it is noted
BOTH = ("numerator", "denominator")
SENT = ("actual", *BOTH)
NOTHING_TO_DO = "nothing to do if that is so"
PERCENT = {"agency": "Children's social care", "indicator": Role.RETURN_INTERVIEWS,
           "denominator": "52", "numerator": "31"}


@rule("numerator", "status", says="a row needs a figure or the reason why there is none",
      remedy="fill the numerator or the status", example={"numerator": ""})
def lacks_figure_and_reason(row: Record) -> bool:
    """Section 7: what is not supplied is not N/A, which is said of a missing target alone."""
    return (row["numerator"] is None) == (row["status"] is None)


@rule("period", says="a figure is of a quarter or of a month", remedy="write it like 2014-15 Q3",
      example={"period": "2013-14"})
def is_of_no_quarter(row: Record) -> bool:
    """Appendix 1, item 10: the data set is quarterly."""
    return row["period"].months not in (1, 3)


@rule("agency", "indicator", *BOTH, says="the figure is absent: it is not counted and not rated, "
      "and is never 0", remedy=NOTHING_TO_DO, example={"numerator": "<5"},
      reaction=Reaction.NOTED)
def is_absent(row: Record) -> bool:
    """A small number that its agency keeps back is not a number."""
    return isinstance(row["numerator"], Absence) or isinstance(row["denominator"], Absence)


RULES = find_rules(globals())


@rule(*BOTH, says="a percentage needs its denominator", remedy="fill the denominator",
      example=PERCENT | {"denominator": ""})
def lacks_denominator(row: Record) -> bool:
    """Quarters are added by their counts and never by their percentages."""
    return row["status"] is None and row["denominator"] is None


@rule(*BOTH, says="the numerator must not exceed the denominator",
      remedy="correct one of the two counts", example=PERCENT | {"numerator": "97"})
def exceeds_denominator(row: Record) -> bool:
    """A proportion is a part of its whole."""
    counts = _counts(row)
    return counts is not None and counts[0] > counts[1]


@rule(*SENT, says="the percentage sent differs from its own counts by more than a point",
      remedy="correct the percentage or the counts", example=PERCENT | {"actual": "61"})
def differs_from_its_counts(row: Record) -> bool:
    """A percentage is that of its own counts."""
    gap = _gap(row)
    return gap is not None and gap > A_POINT


@rule(*BOTH, says="there were no cases: there is no percentage and no rating",
      remedy=NOTHING_TO_DO, example=PERCENT | {"numerator": "0", "denominator": "0"},
      reaction=Reaction.NOTED)
def has_no_cases(row: Record) -> bool:
    """Nothing of nothing is neither all nor none."""
    return _counts(row) == (0, 0)


@rule(*SENT, says="the percentage sent is not that of its own counts, which is used",
      remedy="see which of the two is right", example=PERCENT | {"actual": "60.1"},
      reaction=Reaction.NOTED)
def is_not_quite_its_counts(row: Record) -> bool:
    """More than rounding: both are told, and the counts are used."""
    gap = _gap(row)
    return gap is not None and ROUNDING < gap <= A_POINT


PERCENT_RULES = tuple(one for one in find_rules(globals()) if one not in RULES)


def own_percentage(record: Record) -> Fraction | None:
    """Return the percentage of the counts of a row, or None if it has none."""
    counts = _counts(record)
    return Fraction(100 * counts[0], counts[1]) if counts and counts[1] else None


def is_share(record: Record) -> bool:
    """Return whether the percentage sent is on a scale of 0 to 1, judged by its own counts."""
    sent = record["actual"]
    own = None if sent is None or sent > 1 else own_percentage(record)
    if own is None:
        return False
    return abs(100 * Fraction(sent) - own) <= A_POINT < abs(Fraction(sent) - own)


def _gap(record: Record) -> Fraction | None:
    sent = record["actual"]
    own = None if sent is None else own_percentage(record)
    if own is None:
        return None
    return abs((100 if is_share(record) else 1) * Fraction(sent) - own)


def _counts(record: Record) -> tuple[int, int] | None:
    counts = record["numerator"], record["denominator"]
    return counts if isinstance(counts[0], int) and isinstance(counts[1], int) else None
