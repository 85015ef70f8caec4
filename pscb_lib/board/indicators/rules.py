"""What must hold within a row of the register of indicators, and between it and other registers."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from pscb_lib.board.indicators.nouns import Kind, Unit
from pscb_lib.board.indicators.roles import SHARES
from pscb_lib.framework.rag import Polarity
from pscb_lib.reading.rows import Rule

SEVERITIES = (1, 2, 3)


ABOUT_TARGETS = (
    Rule(("target", "target_upper"), "a band needs its lower and its upper end",
         "fill target and target_upper",
         lambda row: row["polarity"] is Polarity.BAND and None in (row["target"],
                                                                   row["target_upper"])),
    Rule(("polarity", "target_upper"), "only a band has an upper end",
         "clear target_upper or give the polarity band",
         lambda row: row["polarity"] is not Polarity.BAND and row["target_upper"] is not None),
    Rule(("target", "target_upper"), "the lower end of a band is not below its upper end",
         "correct one of the two",
         lambda row: None not in (row["target"], row["target_upper"])
         and row["target"] >= row["target_upper"]),
    Rule(("unit", "target", "target_upper"),
         "a percentage to reach lies between 1 and 100, or is 0", "write 97 for 97%",
         lambda row: row["unit"] is Unit.PERCENT
         and any(end and not 1 <= end <= 100 for end in (row["target"], row["target_upper"]))),
    Rule(("polarity", "target"), "where neither way is better there is no target",
         "clear the target or say which way is better",
         lambda row: row["polarity"] is Polarity.NEUTRAL and row["target"] is not None),
    Rule(("target", "target_year"), "a target has the year for which it was set, and no other "
         "row has one", "fill both or neither",
         lambda row: (row["target"] is None) != (row["target_year"] is None)),
    Rule(("target", "target_source"), "a target says who set it, and no other row does",
         "fill both or neither",
         lambda row: (row["target"] is None) != (row["target_source"] is None)),
)
RULES = (
    Rule(("miss_words",), "names cases that miss a target, which are counted of a percentage alone "
         "where higher is better", "leave it blank, or correct the unit or the polarity",
         lambda row: row["miss_words"] is not None and not (
             row["unit"] is Unit.PERCENT and row["polarity"] is Polarity.HIGHER_IS_BETTER)),
    Rule(("valid_from", "valid_to"), "a definition cannot end before it begins",
         "correct one of the two years",
         lambda row: row["valid_to"] is not None and row["valid_to"] < row["valid_from"]),
    Rule(("unit", "denominator"), "a percentage or a rate needs a denominator",
         "say what it is counted out of",
         lambda row: row["unit"] is not Unit.COUNT and row["denominator"] is None),
    Rule(("role", "unit"), "has a role that is a percentage and another unit, or the other way "
         "round", "give it the unit of its role, or another role",
         lambda row: row["role"] is not None
         and (row["unit"] is Unit.PERCENT) != (row["role"] in SHARES)),
    Rule(("kind", "basis"), "a stock is counted at the quarter's end and not summed over a year",
         "give it the basis quarter",
         lambda row: row["kind"] is Kind.STOCK and row["basis"] != "quarter"),
    *ABOUT_TARGETS,
    Rule(("severity",), "a severity is 1, 2 or 3", "write 3 for the gravest",
         lambda row: row["severity"] not in SEVERITIES),
    Rule(("question",), "a question ends with a question mark", "write what the Board should ask",
         lambda row: not row["question"].endswith("?")),
)


def of_an_agency(agencies: Container[str]) -> Rule:
    """An indicator is sent by an agency. *agencies* are the own names in their register."""
    return Rule(("agency",), "is not the own name of an agency", "use a name of agencies.csv, from "
                "its column name", lambda row: row["agency"] not in agencies)


def at_meetings(meetings: Container[date]) -> Rule:
    """An indicator is reviewed at meetings. *meetings* are the days of the Q&E group."""
    return Rule(("review_meetings",), "has a day on which the Q&E group does not meet",
                "correct the day, or add the meeting to meetings.csv",
                lambda row: any(day not in meetings for day in row["review_meetings"]))
