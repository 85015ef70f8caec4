"""The rules for one row of the business plan, besides those of the register of actions."""

from __future__ import annotations

import re

from pscb_lib.framework.audit_summary.ends import DAYS
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Record, find_rules, rule

OF_PROCEDURE = ("disseminated_on", "trained_on")
CORRECT = "correct one of the two"
OUTPUT = re.compile(r"(?:a |an |the |all )?(?:\w+ )?(?:audit|briefing|course|event|form|group|"
                    r"guidance|meeting|policy|procedure|protocol|report|review|strategy|training|"
                    r"workshop)s? (?:is|are|was|were|has been|have been) (?:agreed|delivered|done|"
                    r"held|made|published|produced|revised|set up|signed off|written)\b", re.I)


@rule("dropped_on", "dropped_because", says="an action is dropped on a day and for a reason",
      remedy="fill both or neither", example={"dropped_on": "10/09/2014"})
def is_dropped_unsaid(row: Record) -> bool:
    """Section 4: the plan is how identified needs are met; one is not let go without a word."""
    return (row["dropped_on"] is None) != (row["dropped_because"] is None)


@rule("now", "now_on", says="the latest figure of a measure has a day",
      remedy="fill both or neither", example={"now_on": ""})
def is_undated(row: Record) -> bool:
    """A paper uses nothing that was learnt after its day."""
    return (row["now"] is None) != (row["now_on"] is None)


@rule("agreed_on", "dropped_on", says="was dropped before it was agreed", remedy=CORRECT,
      example={"dropped_on": "01/04/2014", "dropped_because": "No money"})
def is_dropped_early(row: Record) -> bool:
    """An action is dropped once it is in the plan."""
    return row["dropped_on"] is not None and row["dropped_on"] < row["agreed_on"]


@rule("same_as", *DAYS[1:], says="an action that is also elsewhere has its days there",
      remedy="take the days out here, or take same_as out",
      example={"same_as": "BP-99", "completed_on": "01/09/2014"})
def is_kept_twice(row: Record) -> bool:
    """One action has one state."""
    return row["same_as"] is not None and any(row[name] for name in (*DAYS[1:], "outcome"))


@rule("action_id", "same_as", says="an action is not the same as itself",
      remedy="write the other action's id", example={"same_as": "BP-01"})
def is_same_as_itself(row: Record) -> bool:
    """A duplicate names the action that it repeats."""
    return row["same_as"] == row["action_id"]


@rule("procedure", *OF_PROCEDURE, says="only a procedure is sent out and trained",
      remedy="write yes under procedure, or take the days out",
      example={"procedure": "no", "trained_on": "01/09/2014"})
def is_no_procedure(row: Record) -> bool:
    """Section 4: a procedure needs "dissemination, implementation and training"."""
    return not row["procedure"] and any(row[name] for name in OF_PROCEDURE)


@rule("outcome_wanted", says="names what is produced, not what is different for children",
      remedy="say what children, families or staff will notice",
      example={"outcome_wanted": "A policy is written"}, reaction=Reaction.NOTED)
def wants_an_output(row: Record) -> bool:
    """Section 4: "positive outcomes rather than task orientated"."""
    return bool(OUTPUT.match(row["outcome_wanted"]))


RULES = find_rules(globals())
