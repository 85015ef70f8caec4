"""The logs of draws, by which anyone can draw again: one file for each audit, one row a case.

``pscb draw`` writes them. What is of the whole draw stands in every row.
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.framework.sampling import Reason
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, find_rules, rule
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by
from pscb_lib.returns.registers.case_list import STRATA

DRAWN, RESERVE, REPLACED = FATES = ("drawn", "reserve", "replaced")
FOLDER = "case_draws"


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of a log."""
    return (
        Field("audit_id", cells.text, "write the audit's id on the register"),
        Field("drawn_on", cells.dated(context.as_of), "write it dd/mm/yyyy"),
        Field("agreed_on", cells.dated(context.as_of), "write the day the method was agreed"),
        Field("agreed_by", cells.text, "write who agreed the method"),
        Field("method", cells.text, "say how cases are audited"),
        Field("auditors", cells.text, "write the auditors' roles"),
        Field("experts", cells.optional(cells.text), "write the roles of outside experts"),
        Field("seed", cells.text),
        Field("frame_n", cells.whole_number, "write how many cases could be drawn"),
        Field("one_agency_n", cells.whole_number, "write how many cases one agency alone knew"),
        Field("frame_digest", cells.text, "write the digest of the list that pscb draw gave"),
        Field("case_ref", cells.identifier, "send references as text"),
        Field("stratum", cells.one_of(*STRATA)),
        Field("stratum_n", cells.whole_number, "write how many of its stratum could be drawn"),
        Field("fate", cells.one_of(*FATES)),
        Field("because", cells.optional(cells.member_of(Reason))),
        Field("replaced_by", cells.optional(cells.text)),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("agreed_on", "drawn_on", says="the method was agreed after the draw",
      remedy="correct one of the two, or draw again", example={"agreed_on": "16/05/2014"})
def is_agreed_too_late(row: Record) -> bool:
    """Section 9: each audit is based on a method specific to its needs, so it is agreed first."""
    return row["agreed_on"] > row["drawn_on"]


@rule("fate", "because", "replaced_by", says="only a case that is replaced has a reason and "
      "another case in its place, and it has both", remedy="fill both, or neither",
      example={"because": "family objects"})
def is_replaced_in_part(row: Record) -> bool:
    """A case that was drawn is audited unless there is a reason of the closed list."""
    is_replaced = row["fate"] == REPLACED
    return {row["because"] is not None, row["replaced_by"] is not None} != {is_replaced}


RETURN = Return(
    "case_draws", "Logs of draws of cases", make_fields, find_rules(globals()),
    once("audit_id", "case_ref", says="are one case of one draw and are not the same",
         remedy="draw again with the same seed"),
    FOLDER,
    {"audit_id": "MA-02", "drawn_on": "15/05/2014", "agreed_on": "14/05/2014",
     "agreed_by": "Business Manager", "method": "Files of twelve months, then a meeting",
     "auditors": "Named Nurse; Detective Inspector", "seed": "2014", "frame_n": "64",
     "one_agency_n": "9", "frame_digest": "9f2c", "case_ref": "C-0417", "stratum": "plan",
     "stratum_n": "30", "fate": "drawn", "source": "pscb draw"},
    known_by("drawn_on", "drawn"), is_folder=True, may_be_empty=True, kept_by_office=True,
    applies={"experts": "the cases need specific expertise", "because": "the case is replaced",
             "replaced_by": "the case is replaced"},
)
