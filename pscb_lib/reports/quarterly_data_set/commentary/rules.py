"""The rules that a row of commentary must keep, each with its guidance."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Unit
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Record, Rule, find_rules, rule
from pscb_lib.reports.quarterly_data_set.returned.record import read_register

CLEARING = ("cleared_for", "cleared_by", "cleared_on")
WORDS = ("what_happened", "what_is_being_done")
NONE_CLEARED = dict.fromkeys(CLEARING, "")
QUARTER = 3  # months


@rule(*CLEARING, says="a clearing says for whom, by which officer and when",
      remedy="fill all three, or none", example={"cleared_by": ""})
def is_half_cleared(row: Record) -> bool:
    """Free text leaves the restricted set only when a named officer has cleared it."""
    return len({row[name] is None for name in CLEARING}) > 1


@rule("cleared_for", *WORDS, says="there is nothing written that could be cleared",
      remedy="write what happened, or take the clearing out",
      example=dict.fromkeys(WORDS, ""))
def clears_nothing(row: Record) -> bool:
    """What is cleared is a text that the officer has read."""
    return row["cleared_for"] is not None and not any(row[name] for name in WORDS)


@rule("period", says="a commentary is on the figure of a quarter",
      remedy="write it like 2014-15 Q3", example={"period": "2013-14"})
def is_of_no_quarter(row: Record) -> bool:
    """Appendix 1, item 10: the data set is quarterly."""
    return row["period"].months != QUARTER


@rule("period", "by_when", says="is to be done before the quarter ended",
      remedy="give the day by which it will be done", example={"by_when": "30/11/2014"})
def is_promised_for_the_past(row: Record) -> bool:
    """What is being done about a quarter's figure is done after the quarter."""
    return row["by_when"] is not None and row["by_when"] < row["period"].end


@rule("period", "cleared_on", says="was cleared before the quarter ended",
      remedy="correct the day", example={"cleared_on": "30/11/2014"})
def is_cleared_too_early(row: Record) -> bool:
    """A figure is known when its quarter is over, and what is said of it later still."""
    return row["cleared_on"] is not None and row["cleared_on"] < row["period"].end


@rule("what_is_being_done", "by_when", says="there is a day, and nothing to be done by it",
      remedy="write what is being done", example={"what_is_being_done": ""},
      reaction=Reaction.NOTED)
def promises_nothing(row: Record) -> bool:
    """Section 4: actions are agreed with what is to be done and by when."""
    return row["by_when"] is not None and not row["what_is_being_done"]


@rule("numerator", "denominator", says="a denominator needs its numerator",
      remedy="give the figure that the commentary speaks of, or leave both blank",
      example={"numerator": ""})
def speaks_of_half_a_figure(row: Record) -> bool:
    """A commentary is tied to the counts of the figure it speaks of."""
    return row["numerator"] is None and row["denominator"] is not None


@rule("numerator", "denominator", says="the numerator must not exceed the denominator",
      remedy="correct one of the two counts", example={"numerator": "53"})
def speaks_of_more_than_all(row: Record) -> bool:
    """A proportion is a part of its whole."""
    counts = row["numerator"], row["denominator"]
    return None not in counts and counts[0] > counts[1]


RULES = find_rules(globals())


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for one row on the day of the report, and those that are only noted."""
    as_of, register = context.as_of, read_register(context)

    @rule("numerator", "denominator", says="a percentage is known by both of its counts",
          remedy="fill the denominator", example={"denominator": ""})
    def speaks_of_no_share(row: Record) -> bool:
        """Percentages are made from their own counts."""
        is_percent = register[row["indicator"]].unit is Unit.PERCENT
        return is_percent and row["numerator"] is not None and row["denominator"] is None

    @rule("cleared_on", says=f"was cleared after the day of the report, {as_of:%d/%m/%Y}: it is "
          "read as not cleared yet", remedy="correct the day, or nothing if it is so",
          example={"cleared_on": "31/12/2024"}, reaction=Reaction.NOTED)
    def is_cleared_later(row: Record) -> bool:
        """Nothing learnt after the day of the report is used."""
        return row["cleared_on"] is not None and row["cleared_on"] > as_of

    return *RULES, *find_rules(locals())
