"""What became of families whose assessment was closed: one row for each that was followed up.

The council looks up its own records of social care and answers yes or no; nothing else of a
family comes back. It may do so only on a lawful basis that the Board states (the setting
``follow_up_basis``), and never for a family that withdrew its consent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pscb_lib.board.context import Context
from pscb_lib.framework.english import listed
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import (
    Broken,
    Field,
    FileRule,
    Reason,
    Record,
    Records,
    Source,
    find_rules,
    rule,
)
from pscb_lib.reports.early_help import returned
from pscb_lib.reports.early_help.returned import record
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return

NO_BASIS = "the Board states no lawful basis for following families up"
FIELDS = (
    Field("assessment_id", cells.identifier, "send ids as text"),
    Field("referred_within_12m", cells.yes_no, "write yes or no"),
    Field("plan_within_12m", cells.yes_no, "write yes or no"),
    Field("source", cells.text, "say where the row is from"),
)
FOLLOWED = (record.NEEDS_MET, record.NO_ENGAGEMENT, record.MOVED, record.NOT_STARTED)
CLOSED = replace(returned.RETURN, one_file_each=lambda period: [period.same_last_year])


def own_file(period: ReportingPeriod) -> list[ReportingPeriod]:
    """Return the half-year whose file a paper reads: its own."""
    return [period]


@rule("referred_within_12m", "plan_within_12m", says="there is a plan and no referral",
      remedy=record.CORRECT, example={"plan_within_12m": "yes"})
def plans_without_a_referral(row: Record) -> bool:
    """A child is made the subject of a child protection plan after a referral."""
    return row["plan_within_12m"] and not row["referred_within_12m"]


def leave_out(context: Context) -> Reason:
    """Leave out every row if the Board states no lawful basis for having it."""
    has_basis = context.settings.follow_up_basis is not None
    return lambda row: None if has_basis else NO_BASIS


def followed(context: Context, sources: Sequence[Source]) -> tuple[FileRule, ...]:
    """Return the rule that only families of the year before who consented are followed up."""
    try:
        frame = CLOSED.read_for(context).frame
    except InputError:
        return ()
    cohort = context.period.same_last_year
    because = dict(zip(frame["assessment_id"], frame["closed_because"], strict=True))

    def find_strangers(records: Records) -> Iterator[Broken]:
        return (_at(row) for row in records if because.get(row["assessment_id"]) not in (
            *FOLLOWED, record.WITHDRAWN))

    def find_withdrawn(records: Records) -> Iterator[Broken]:
        return (_at(row) for row in records
                if because.get(row["assessment_id"]) == record.WITHDRAWN)

    return (FileRule(f"was not closed in {cohort.name} because of {listed(FOLLOWED, 'or')}",
                     "take the row out, or correct the id", find_strangers),
            FileRule("the family withdrew its consent and is never followed up",
                     "take the row out, and tell the council not to look this family up",
                     find_withdrawn))


def _at(row: Record) -> Broken:
    return Broken((row["row"],), ("assessment_id",), value=row["assessment_id"], file=row["file"])


RETURN = Return(
    "early_help_after", "Families followed up", FIELDS, find_rules(globals()),
    once("assessment_id", says="have one id and are not the same",
         remedy="correct the id, or take the wrong row out"),
    "early_help_after",
    {"assessment_id": "CA-001", "referred_within_12m": "no", "plan_within_12m": "no",
     "source": "case system"},
    leave_out, is_folder=True, months=6, one_file_each=own_file, may_be_empty=True,
    together=followed,
)
