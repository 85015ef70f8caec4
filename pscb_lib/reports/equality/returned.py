"""The return of equality counts: one row for each step, characteristic and group.

It is sent only by agencies whose own return has no row for each child; the suite counts the others
itself. Each later step counts some of the children referred in the year, so that a group's share
of them can be compared with another's. White other, in which families from eastern Europe are, is
apart from White British, and Asian includes Chinese as the censuses of 2011 and 2021 have it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import COUNTS
from pscb_lib.framework.english import listed
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reading import cells
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import (
    Broken,
    Field,
    FileRule,
    Reason,
    Record,
    Records,
    find_rules,
    rule,
)
from pscb_lib.reports.equality.places import GROUPS, REFERRED, STEPS
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return

CORRECT = "correct one of the two"


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"), context.as_of)
    groups = dict.fromkeys(group for those in GROUPS.values() for group in those)
    return (
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("period", parse_year, "write the financial year like 2014-15"),
        Field("step", cells.one_of(*STEPS)),
        Field("characteristic", cells.one_of(*GROUPS)),
        Field("group", cells.one_of(*groups)),
        Field("n", cells.whole_number, "write how many children, each counted once"),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("characteristic", "group", says="the group is not one of that characteristic",
      remedy=CORRECT, example={"group": "Girls"})
def is_of_another_characteristic(row: Record) -> bool:
    """Section 2: the Equality Duty names characteristics, each with its own groups."""
    return row["group"] not in GROUPS[row["characteristic"]]


def _leave_out(context: Context) -> Reason:
    return lambda row: None if row["period"] == context.period.year else "of another year"


FILE_RULES = (
    *once("agency", "period", "step", "characteristic", "group",
          says="are one count and are not the same", remedy="take the wrong row out"),
    FileRule("more children of a group are at a step than were referred", CORRECT,
             lambda records: _more_than_referred(records)),
    FileRule("a characteristic does not count as many children at a step as the others do",
             "count every child once, those not recorded too", lambda records: _unequal(records)),
    FileRule("a step is missing, so that no step can be compared",
             "send its rows, with 0 where no child came to it", lambda records: _missing(records)),
)


def agreed(totals: Iterable[int]) -> int | None:
    """The total that more than half of the characteristics have; None if no total is."""
    counted = Counter(totals)
    number, times = counted.most_common(1)[0] if counted else (0, 0)
    return number if 2 * times > counted.total() else None


def _more_than_referred(records: Records) -> Iterator[Broken]:
    referred = {_group_of(row): row["n"] for row in records if row["step"] == REFERRED}
    for row in records:
        if row["n"] > referred.get(_group_of(row), row["n"]):
            yield Broken((row["row"],), ("step", "n"), value=row["n"], file=row["file"])


def _unequal(records: Records) -> Iterator[Broken]:
    totals: dict[tuple[object, ...], Counter[str]] = {}
    for row in records:
        totals.setdefault(_step_of(row), Counter())[row["characteristic"]] += row["n"]
    whole = {step: agreed(found.values()) for step, found in totals.items()}
    for row in records:
        if totals[_step_of(row)][row["characteristic"]] != whole[_step_of(row)]:
            yield Broken((row["row"],), ("step", "characteristic"), value=row["n"],
                         file=row["file"])


def _missing(records: Records) -> Iterator[Broken]:
    """Note the steps that an agency did not send: its rows are kept, and none can be compared."""
    sent: dict[tuple[object, ...], list[Record]] = {}
    for row in records:
        sent.setdefault((row["agency"], row["period"]), []).append(row)
    for rows in sent.values():
        if without := [step for step in STEPS if step not in {row["step"] for row in rows}]:
            yield Broken((rows[0]["row"],), ("step",), Reaction.NOTED,
                         f"no row is for {listed(without)}, so that no step can be compared",
                         file=rows[0]["file"])


def _step_of(row: Record) -> tuple[object, ...]:
    return row["agency"], row["period"], row["step"]


def _group_of(row: Record) -> tuple[object, ...]:
    return row["agency"], row["period"], row["characteristic"], row["group"]


RETURN = Return(
    "equality_counts", "Equality counts", make_fields, find_rules(globals()), FILE_RULES,
    "equality_counts.csv",
    {"agency": "Children's social care", "period": "2013-14", "step": "referred",
     "characteristic": "ethnic group", "group": "White British", "n": "400",
     "source": "case system"},
    _leave_out, months=12, describes=COUNTS, may_be_empty=True,
    key=("agency", "period", "step", "characteristic", "group"),
)
