"""One row of the missing children's return: its columns, and the rules it must keep alone.

``status`` is the code of the looked-after children return (SSDA903): M missing, A away from
placement without authorisation, or what the police called absent. ``from`` says whose child it
is, for a child placed here by another authority is that authority's to interview. ``rhi`` is
the return home interview, ``swc`` the police's safe and well check, ``cse`` child sexual
exploitation, as in the Standard Safeguarding Dataset. The numbered rules are SSDA903's own.
"""

from __future__ import annotations

import re

from pscb_lib import cells
from pscb_lib.ages import complete_years
from pscb_lib.records import Field, Record, Rule
from pscb_lib.returns.local_time import day_of, is_before, when
from pscb_lib.returns.missing_codes import (
    CHANGES,
    ETHNIC_GROUPS,
    PLACEMENTS,
    REASONS,
    RISKS,
    SEXES,
    STATUSES,
)


def local_id(cell: str) -> str:
    """An id as text; one that a spreadsheet has turned into a number is refused."""
    if re.fullmatch(r"\d+(\.\d+)?E\+\d+|\d+\.\d+", cell.strip(), re.IGNORECASE):
        raise ValueError("is a number, and long numbers lose digits in Excel")
    return cells.text(cell)


OPTIONAL_WHEN = cells.optional(when)
FIELDS = (
    Field("episode_id", local_id, "send ids as text"),
    Field("child_id", local_id, "send ids as text"),
    Field("dob", cells.day, "write the day as dd/mm/yyyy", identifying=True),
    Field("sex", cells.coded(SEXES)),
    Field("ethnicity", cells.coded(ETHNIC_GROUPS)),
    Field("from", cells.one_of("home", "own_cla", "other_la_cla")),
    Field("placing_la", cells.optional(cells.text)),
    Field("placement_type", cells.one_of(*PLACEMENTS)),
    Field("status", cells.coded(STATUSES)),
    Field("recorded_by", cells.one_of("both", "council", "police")),
    Field("left_at", when, "give the day, and the time where it is known"),
    Field("returned_at", OPTIONAL_WHEN),
    Field("missing_confirmed_on", cells.optional(cells.day)),
    Field("swc_at", OPTIONAL_WHEN),
    Field("rhi_needed", cells.yes_no),
    Field("rhi_offered", cells.yes_no),
    Field("rhi_accepted", cells.yes_no),
    Field("rhi_completed_at", OPTIONAL_WHEN),
    Field("rhi_independent", cells.optional(cells.yes_no)),
    Field("covers_episode_ids", cells.optional(cells.text)),
    Field("rhi_reason", cells.optional(cells.one_of(*REASONS))),
    Field("rhi_change", cells.optional(cells.one_of(*CHANGES))),
    Field("cse_risk", cells.coded(RISKS)),
    Field("strategy_mtg_at", OPTIONAL_WHEN),
    Field("source", cells.text),
)


def _out_of_order(earlier: str, later: str, row: Record) -> bool:
    return bool(row[earlier] and row[later]) and is_before(row[later], row[earlier])


RULES = (
    Rule(("left_at", "returned_at"), "the return is before the start (SSDA903 rule 567)",
         "correct one of the two", lambda row: _out_of_order("left_at", "returned_at", row)),
    Rule(("dob", "left_at"), "the start is before the child was born (SSDA903 rule 586)",
         "correct one of the two", lambda row: day_of(row["left_at"]) < row["dob"]),
    Rule(("dob", "left_at"), "the child was 18 or over at the start",
         "correct one of the two, or take the row out",
         lambda row: complete_years(row["dob"], day_of(row["left_at"])) >= 18),
    Rule(("returned_at", "rhi_completed_at"), "the interview is before the return",
         "correct one of the two",
         lambda row: _out_of_order("returned_at", "rhi_completed_at", row)),
    Rule(("returned_at", "rhi_completed_at"), "there is an interview and no return",
         "give the return, or take the interview out",
         lambda row: bool(row["rhi_completed_at"]) and not row["returned_at"]),
    Rule(("rhi_offered", "rhi_accepted"), "an interview that was not offered was accepted",
         "correct one of the two", lambda row: row["rhi_accepted"] and not row["rhi_offered"]),
    Rule(("rhi_offered", "rhi_accepted", "rhi_completed_at"),
         "an interview that was not offered and accepted was held",
         "correct the answers, or take the interview out",
         lambda row: bool(row["rhi_completed_at"])
         and not (row["rhi_offered"] and row["rhi_accepted"])),
    Rule(("from", "placing_la"), "a child placed here by another authority, and only such a "
         "child, has a placing authority", "correct one of the two",
         lambda row: (row["from"] == "other_la_cla") != bool(row["placing_la"])),
)
