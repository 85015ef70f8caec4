"""The register of actions: those agreed after audits and reviews, and their outcomes.

A row that closes an action without evidence of an outcome is rejected: by section 4, signing
off an action is not its end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pscb_lib.board.agencies import in_use
from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.audit_summary.ends import NOT_AN_END, is_stale
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import (
    Checked,
    FileRule,
    Reason,
    Record,
    Rule,
    awaits,
    find_awaited,
)
from pscb_lib.returns.across import once
from pscb_lib.returns.actions import rules, updates
from pscb_lib.returns.actions.record import make_actions, make_fields
from pscb_lib.returns.actions.successors import have_successors
from pscb_lib.returns.checking.runs import find_runs, run_of
from pscb_lib.returns.kinds import Return, takes_all
from pscb_lib.returns.waiting import Waiting

__all__ = ["RETURN", "Refused", "make_actions", "read_for_judging", "read_refused",
           "read_registered"]


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for a row."""
    return (*rules.make_rules(context.as_of),
            in_use("agency", lambda row: (row["agreed_on"], max(row["agreed_on"], context.as_of))))


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """Return the rules across rows."""
    return once("action_id", says="register one action and are not the same",
                remedy="give each action an id of its own")


def leave_out(context: Context) -> Reason:
    """Leave out actions agreed after the day of the report."""
    def reason(record: Record) -> str | None:
        is_later = record["agreed_on"] > context.as_of
        return "agreed after the day of the report" if is_later else None

    return reason


def read_registered(context: Context) -> Mapping[str, Record] | None:
    """Return every valid row of the returns folder by its id, also those agreed later.

    None if the register cannot be read: its own check reports that.
    """
    everything = replace(RETURN, leave_out=takes_all, together=lambda context, sources: (),
                         derive=lambda checked, context: checked)
    try:
        return {row["action_id"]: row for row in everything.read_for(context).records}
    except InputError:
        return None


def read_for_judging(context: Context) -> Mapping[str, Record] | None:
    """Return the register by which a file is judged: that of the cycle, if none lies beside it."""
    register = read_registered(context)
    if register is None and context.returns == context.root:  # a file that is checked by itself
        run = run_of(find_runs(context.root), RETURN)
        register = read_registered(replace(context, returns=context.root / run.returns_folder))
    return register


def with_answers(checked: Checked, context: Context) -> Checked:
    """Return the register with what owners of actions have answered since."""
    from pscb_lib.returns.registers.action_updates import (
        RETURN as UPDATES,  # it reads this register
    )

    return updates.apply_updates(checked, UPDATES.read_for(context))


@awaits("due_on", "the day by which it is to be done", {"due_on": ""})
def has_no_day(row: Record) -> bool:
    """An action without a day is never late."""
    return row["due_on"] is None and row["completed_on"] is None and not _is_aside(row)


@awaits("revised_due_on", "the day by which it is to be done, since it was reopened",
        {**rules.DONE, **rules.REOPENED})
def has_no_new_day(row: Record) -> bool:
    """A reopened action without a new day is never late."""
    reopened_on, moved_to = row["reopened_on"], row["revised_due_on"]
    return reopened_on is not None and (moved_to is None or moved_to < reopened_on)


@awaits("outcome", "evidence of an outcome, and its day", {"completed_on": "01/09/2014"})
def has_no_evidence(row: Record) -> bool:
    """Section 4: the end is "the successful implementation of an action alongside evidence of
    an outcome"."""
    lacks = row["evidenced_on"] is None or is_stale(row)
    return row["completed_on"] is not None and lacks and not _is_aside(row)


def _is_aside(row: Record) -> bool:
    return bool(row["superseded_by"] or row["not_accepted_by"])


AWAITED = find_awaited(globals())
WAITING = Waiting(("action_id",), lambda context, row: row["agency"],
                  lambda context, records: AWAITED)
EVIDENCE, REPLACED = "there is evidence of an outcome", "another action replaces it"
REFUSED, REOPENED = "it was not accepted", "it was reopened"
APPLIES = {
    "recommendation": "it answers a recommendation", "measure": "there is a measure of success",
    "due_on": "a day was agreed", "revised_due_on": "a later day was agreed",
    "completed_on": "it is completed", "implemented_on": "it has become practice",
    "evidenced_on": EVIDENCE, "closed_on": "the group has closed it", "outcome": EVIDENCE,
    "evidence_kind": EVIDENCE, "superseded_by": REPLACED, "not_accepted_by": REFUSED,
    "not_accepted_because": REFUSED, "reopened_on": REOPENED, "reopened_because": REOPENED,
    "note": "there is something to say",
}
RETURN = Return(
    "actions", "Register of actions", make_fields, make_rules, make_file_rules, "actions.csv",
    {"action_id": "ACT-01", "arising_from": "SA-01",
     "finding": "Supervision did not always return to earlier decisions",
     "recommendation": "Supervision follows up its own decisions",
     "text": "Add last month's decisions to the supervision form",
     "measure": "9 of 10 files show decisions followed up", "agency": "Children's social care",
     "owner": "Principal Social Worker", "agreed_on": "14/05/2014", "due_on": "29/08/2014",
     "source": "case system"},
    leave_out, describes=AGENCY, key=("action_id",), together=have_successors(read_registered),
    derive=with_answers,
    awaited=WAITING, kept_by_office=True, applies=APPLIES,
)


@dataclass(frozen=True)
class Refused:
    """An action that was closed without evidence of an outcome: its words, its owner, its agency.
    """

    text: str
    owner: str
    agency: str


def read_refused(context: Context) -> tuple[Refused, ...]:
    """Return the actions that :data:`RETURN` rejects as closed without evidence of an outcome."""
    lenient = replace(RETURN, rules=lambda _: tuple(
        one for one in make_rules(context) if one.says != NOT_AN_END))
    return tuple(Refused(row["text"], row["owner"], row["agency"])
                 for row in lenient.read_for(context).records
                 if row["closed_on"] and not row["outcome"])
