"""The rules for one row of the register of actions: those of an end, and what is only noted."""

from __future__ import annotations

from datetime import date

from pscb_lib.framework.audit_summary import ends
from pscb_lib.framework.audit_summary.ends import DAYS, broken_rule
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Record, Rule, find_rules, rule

DONE = {"completed_on": "01/09/2014"}
CLOSED = {**DONE, "implemented_on": "02/09/2014", "evidenced_on": "03/09/2014",
          "closed_on": "04/09/2014"}
EVIDENCED = {**CLOSED, "closed_on": "", "outcome": "19 of 20 files show it"}
REOPENED = {"reopened_on": "03/03/2015", "reopened_because": "A check found it in no file"}
REFUSED = {"not_accepted_by": "CPFT", "not_accepted_because": "It is another agency's duty"}


def make_rules(as_of: date) -> tuple[Rule, ...]:
    """Return the rules for a row on the day of the report."""

    @rule("outcome", "evidence_kind", says="the kind of the evidence is not recorded",
          remedy="say whether it is audit, data, survey, voice of child or parent, or observation",
          example=EVIDENCED, reaction=Reaction.NOTED)
    def has_no_kind(row: Record) -> bool:
        """Section 4 asks for evidence of an outcome; older registers do not say of which kind."""
        return row["outcome"] is not None and row["evidence_kind"] is None

    @rule("evidenced_on", says=f"was found after the day of the report, {as_of:%d/%m/%Y}: it is "
          "read as not found yet, and the action as open",
          remedy="correct the day, or nothing if it is so",
          example={**EVIDENCED, "evidence_kind": "audit", "evidenced_on": "31/12/2099"},
          reaction=Reaction.NOTED)
    def is_found_later(row: Record) -> bool:
        """Nothing learnt after the day of the report is used."""
        return row["evidenced_on"] is not None and row["evidenced_on"] > as_of

    return *ENDS, *find_rules(locals())


def _rule(fields: tuple[str, ...], says: str, remedy: str, example: dict[str, str]) -> Rule:
    def broken(row: Record) -> bool:
        """Section 4: "signing off" an action is not its end; an outcome is shown."""
        return broken_rule(row) == says

    return rule(*fields, says=says, remedy=remedy, example=example)(broken)


ENDS = (
    _rule(("outcome", "closed_on"), ends.NOT_AN_END,
          "give the evidence of an outcome and its day, or leave the action open", CLOSED),
    _rule(DAYS, ends.OUT_OF_ORDER, "fill the missing day or correct the one out of order",
          {"implemented_on": "10/09/2014"}),
    _rule(("outcome", "evidenced_on"), ends.EVIDENCE_UNDATED, "fill both or neither",
          {"outcome": "19 of 20 files show it"}),
    _rule(("outcome", "evidence_kind"), ends.EVIDENCE_OF_NOTHING,
          "give the outcome and its day, or take the kind out", {"evidence_kind": "audit"}),
    _rule(("outcome",), ends.SAYS_NOTHING, "say what was seen, where and in how many",
          {**EVIDENCED, "outcome": "Done"}),
    _rule(("reopened_on", "reopened_because"), ends.REOPENED_UNSAID, "fill both or neither",
          {**DONE, "reopened_on": "03/03/2015"}),
    _rule(("completed_on", "reopened_on"), ends.REOPENED_EARLY,
          "keep the first day of completion; work done since shows in implemented_on", REOPENED),
    _rule(("reopened_on", "evidenced_on", "closed_on"), ends.CLOSED_AGAIN,
          "take closed_on out, or give new evidence and its day",
          {**EVIDENCED, **REOPENED, "closed_on": "04/09/2014"}),
    _rule(("not_accepted_by", "not_accepted_because"), ends.NOT_ACCEPTED_UNSAID,
          "fill both or neither", {"not_accepted_by": "CPFT"}),
    _rule(("not_accepted_by", *DAYS[1:]), ends.NOT_ACCEPTED_DONE,
          "take the days out, or the words that it is not accepted", {**DONE, **REFUSED}),
    _rule(("action_id", "superseded_by"), ends.SUPERSEDES_ITSELF,
          "name the action that replaces it", {"superseded_by": "ACT-01"}),
    _rule(("closed_on", "superseded_by", "not_accepted_by"), ends.TWO_ENDS, "keep one of them",
          {**REFUSED, "superseded_by": "ACT-02"}),
)
