"""The return of the business plan: one row for each action under one of the four objectives.

Section 4 of the Performance Management Framework (May 2014): the plan is "completed by the chair of
the relevant sub group", and "should focus on positive outcomes rather than task orientated". The
states of an action, their days and their rules are those of the register of actions. An action that
is on that register already, or twice in the plan, says so in ``same_as`` and is counted once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.counting import as_known
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.objectives import Objective
from pscb_lib.reading import cells
from pscb_lib.reading.rows import (
    Broken,
    Field,
    FileRule,
    Record,
    Records,
    Rule,
    Source,
    awaits,
    find_awaited,
)
from pscb_lib.reports.business_plan.form import prefill_chairs
from pscb_lib.reports.business_plan.rules import OF_PROCEDURE, RULES
from pscb_lib.returns.across import once
from pscb_lib.returns.actions import record, rules
from pscb_lib.returns.kinds import Return, known_by, known_with
from pscb_lib.returns.prefilled import Prefilled
from pscb_lib.returns.registers import actions
from pscb_lib.returns.waiting import Waiting

STATES = (*record.OPTIONAL_DAYS, "outcome", "evidence_kind")
OF_REGISTER = ("agreed_on", *STATES)


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns: those of the plan, then those that are the register's own."""
    words, day = cells.optional(cells.text), cells.optional(cells.day)
    registered = {field.name: field for field in record.make_fields(context)}
    return (
        Field("action_id", cells.text),
        Field("objective", cells.member_of(Objective), "use one of these"),
        Field("text", cells.text, "say what is to be done"),
        Field("outcome_wanted", cells.text, "say what is to be different for children"),
        Field("measure", words, "say what would show it"),
        Field("baseline", words, "write the figure of the measure at the start"),
        Field("now", words, "write the latest figure of the measure"),
        Field("now_on", day, record.WRITE_DAY),
        Field("procedure", cells.yes_no, "write yes if it is a procedure or guidance, else no"),
        Field("sub_group", cells.text, "name the sub-group whose chair answers for it"),
        Field("owner", cells.text, "name one role"),
        Field("added_because", words, "say why it was added after the plan was agreed"),
        *(registered[name] for name in OF_REGISTER),
        *(Field(name, day, record.WRITE_DAY) for name in OF_PROCEDURE),
        Field("same_as", words, "write the id that it has elsewhere"),
        Field("dropped_on", day, record.WRITE_DAY),
        Field("dropped_because", words, "say why"),
        Field("source", cells.text, "say where the row is from"),
    )


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for a row: the plan's own, and those of the register that it can keep."""
    names = {field.name for field in make_fields(context)}
    return (*RULES, *(one for one in rules.make_rules(context.as_of) if {*one.fields} <= names))


def refer(context: Context, sources: Sequence[Source]) -> tuple[FileRule, ...]:
    """Return the rule that ``same_as`` names an action of the register, or one row of the plan.

    An action of the register is not looked for where the register cannot be read.
    """
    registered = actions.read_registered(context)

    def find(records: Records) -> Iterator[Broken]:
        known = known_ids(records)
        return (Broken((row["row"],), ("same_as",), value=row["same_as"], file=row["file"])
                for row in records if row["same_as"] is not None and not _is_known(
                    row["same_as"], known, registered))

    return (FileRule("is no action of the register, and no row of the plan that counts itself",
                     "write the id of the action that is counted", find),)


def known_ids(rows: Iterable[Record]) -> set[str]:
    """The ids of the rows that are not the same as another action."""
    return {row["action_id"] for row in rows if row["same_as"] is None}


def _is_known(named: str, plan: set[str], registered: Mapping[str, Record] | None) -> bool:
    return named in plan or registered is None or named in registered


def as_learnt(frame: pandas.DataFrame, context: Context) -> pandas.DataFrame:
    """Clear the days, and the figures, that came after the day of the report."""
    return known_with("now_on", "now")(
        as_known(frame, context.as_of, *OF_PROCEDURE, "dropped_on"), context)


@awaits("outcome", "evidence of an outcome, and its day", {"completed_on": "01/09/2014"})
def has_no_evidence(row: Record) -> bool:
    """Section 4: an action ends with "evidence of an outcome"."""
    return row["completed_on"] is not None and row["evidenced_on"] is None


@awaits("now", "the figure of its measure at the start and now", {"now": "", "now_on": ""})
def is_not_measured(row: Record) -> bool:
    """Section 4: "positive outcomes rather than task orientated"."""
    return row["same_as"] is None and None in (row["baseline"], row["now"])


def prefill(context: Context) -> tuple[Prefilled, ...]:
    """The form of each chair, with the actions of the plan; none while there is no plan."""
    return prefill_chairs(RETURN.read_for(context).records,
                          [field.name for field in make_fields(context)])


AWAITED = find_awaited(globals())
DONE, SINCE = "it is completed", "it was measured since"
EVIDENCE = "there is evidence of an outcome"
RETURN = Return(
    "business_plan", "Business plan", make_fields, make_rules,
    once("action_id", says="are one action and are not the same",
         remedy="give each action an id of its own"),
    "business_plan.csv",
    {"action_id": "BP-01", "objective": "Early help", "text": "Offer every family on the waiting "
     "list a first visit in two weeks", "outcome_wanted": "Families are helped before things get "
     "worse", "measure": "families seen in two weeks", "baseline": "31 of 80", "now": "52 of 84",
     "now_on": "31/12/2014", "procedure": "no", "sub_group": "Early help group",
     "owner": "Early Help Manager",
     "agreed_on": "09/04/2014", "due_on": "30/09/2014", "source": "chair's return"},
    known_by("agreed_on", "agreed"), describes=AGENCY, key=("action_id",), may_be_empty=True,
    kept_by_office=True, together=refer, learnt=as_learnt, prefill=prefill,
    awaited=Waiting(("action_id",), lambda context, row: row["sub_group"],
                    lambda context, records: AWAITED),
    applies={
        "measure": "there is a measure of success", "baseline": "it was measured at the start",
        "now": SINCE, "now_on": SINCE, "added_because": "the plan was agreed without it",
        "due_on": "a day was agreed", "revised_due_on": "a later day was agreed",
        "completed_on": DONE, "implemented_on": "it has become practice", "evidenced_on": EVIDENCE,
        "closed_on": "the Board has closed it", "outcome": EVIDENCE, "evidence_kind": EVIDENCE,
        "disseminated_on": "staff were told of the procedure",
        "trained_on": "staff were trained in it", "same_as": "it is counted elsewhere",
        "dropped_on": "it is no longer in the plan", "dropped_because": "it was dropped",
    },
)
