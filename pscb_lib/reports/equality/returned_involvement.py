"""The return of involvement: one row for each activity at which people were asked.

Section 1: "Informing and empowering service users" and "encouraging stakeholders to be fully
engaged in the safeguarding agenda". What was said, what changed and whether those asked were told.
"""

from __future__ import annotations

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.board.notebooks import find_notebooks
from pscb_lib.disclosure.summaries import COUNTS
from pscb_lib.framework.folding import fold
from pscb_lib.reading import cells
from pscb_lib.reading.findings import nearest
from pscb_lib.reading.rows import Field, Record, find_rules, rule
from pscb_lib.reports.equality.returned import CORRECT
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by, known_days

CHILDREN, PARENTS, STAFF = WHO = "children", "parents", "staff"


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"), context.as_of)
    day, words = cells.dated(context.as_of), cells.optional(cells.text)
    return (
        Field("held_on", day, "write it dd/mm/yyyy"),
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("who", cells.one_of(*WHO)),
        Field("asked_n", cells.whole_number, "write how many people were asked"),
        Field("how", cells.text, "say how they were asked: a survey, a group"),
        Field("said", words, "say in a sentence what they said"),
        Field("changed", words, "say in a sentence what changed because of it"),
        Field("told_on", cells.optional(day), "write it dd/mm/yyyy"),
        Field("paper", cells.optional(_report_parser(context)),
              "name the report that uses it as pscb list does"),
        Field("source", cells.text, "say where the row is from"),
    )


def _report_parser(context: Context) -> cells.Parser:
    names = {fold(name): name for name in find_notebooks(context.root)}

    def parse(cell: str) -> object:
        if fold(cell) not in names:
            raise ValueError(f"is no report{nearest(cell.strip(), names.values())}")
        return names[fold(cell)]

    return cells.shaped(parse, cells.Shape("choice", tuple(names.values())))


@rule("said", "changed", says="something changed because of what is not recorded",
      remedy="fill said", example={"said": ""})
def changes_without_a_word(row: Record) -> bool:
    """Section 1: service users are heard before anything changes because of them."""
    return row["changed"] is not None and row["said"] is None


@rule("held_on", "told_on", says="those asked were told before they were asked", remedy=CORRECT,
      example={"told_on": "01/10/2014"})
def is_told_too_early(row: Record) -> bool:
    """Section 1: informing service users comes after asking them."""
    return row["told_on"] is not None and row["told_on"] < row["held_on"]


RETURN = Return(
    "involvement", "Involvement of children, parents and staff", make_fields,
    find_rules(globals()),
    once("held_on", "agency", "who", "how", says="are one activity and are not the same",
         remedy="correct one, or take the wrong row out"),
    "involvement.csv",
    {"held_on": "15/10/2014", "agency": "Children's social care", "who": "children",
     "asked_n": "12", "how": "a group of young people", "said": "We want one worker",
     "changed": "A worker stays for six months", "told_on": "12/01/2015",
     "paper": "missing_children", "source": "participation officer"},
    known_by("held_on", "held"), months=12, describes=COUNTS, may_be_empty=True,
    kept_by_office=True, learnt=known_days("told_on"),
    applies={"said": "it is written down", "changed": "something changed because of it",
             "told_on": "those asked were told", "paper": "a report uses it"},
)
