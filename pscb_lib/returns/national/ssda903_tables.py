"""Check the three tables of SSDA903: the columns that are read, and their rules.

The numbered rules are those of SSDA903. Overlapping episodes are noted and used, because each
child is counted once; overlapping incidents are rejected, because each incident is counted.
Pupil numbers and home postcodes are not kept; a placement's postcode is used only to see whether
a child came back to it.
"""

from __future__ import annotations

from collections.abc import Mapping

from pscb_lib.framework.ages import complete_years
from pscb_lib.reading import cells
from pscb_lib.reading.files import Table
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Checked, Field, Record, Rule, check_table
from pscb_lib.returns.across import kept_once, one_row_for, same_ids
from pscb_lib.returns.codes import ETHNIC_GROUPS, SEXES, SSDA903_STATUSES
from pscb_lib.returns.national.codes import LEGAL_STATUSES, PLACEMENT_OF, REASONS_NEW, reason_ended
from pscb_lib.returns.national.episodes_across import as_in_header, overlapping
from pscb_lib.returns.national.source import passed_over

CHILD = Field("CHILD", cells.identifier, "send ids as text")
WRITE_DAY = "write the day as dd/mm/yyyy"
BOTH = "correct one of the two"
INCIDENT_RULES = (
    Rule(("MIS_START", "MIS_END"), "the end is before the start (SSDA903 rule 567)", BOTH,
         lambda row: bool(row["MIS_END"]) and row["MIS_END"] < row["MIS_START"]),
    Rule(("DOB", "MIS_START"), "the start is before the child was born (SSDA903 rule 586)",
         BOTH, lambda row: row["MIS_START"] < row["DOB"]),
    Rule(("DOB", "MIS_START"), "the child was 18 or over at the start",
         "correct one of the two, or take the row out",
         lambda row: row["MIS_START"] >= row["DOB"]
         and complete_years(row["DOB"], row["MIS_START"]) >= 18),
)


def check_header(table: Table, day: cells.Parser) -> Checked:
    """Check the header: one row for each child, with sex, birth and ethnic group."""
    fields = (
        CHILD, Field("SEX", cells.coded(SEXES)), Field("DOB", day, WRITE_DAY, identifying=True),
        Field("ETHNIC", cells.coded(ETHNIC_GROUPS)), *passed_over("UPN", "MC_DOB"),
    )
    return check_table(table, fields, file_rules=(
        same_ids("CHILD"), kept_once(),
        one_row_for("CHILD", says="are one child with two dates of birth, sexes or groups",
                    remedy="correct the wrong one")))


def check_episodes(table: Table, day: cells.Parser) -> Checked:
    """Check the episodes of care."""
    fields = (
        CHILD, Field("DECOM", day, WRITE_DAY), Field("DEC", cells.optional(day), WRITE_DAY),
        Field("RNE", cells.one_of(*REASONS_NEW)), Field("LS", cells.one_of(*LEGAL_STATUSES)),
        Field("PLACE", cells.one_of(*PLACEMENT_OF)), Field("REC", cells.optional(reason_ended)),
        Field("PL_POST", cells.optional(cells.text), identifying=True),
        Field("URN", cells.optional(cells.text)), *passed_over("HOME_POST"),
    )
    ends_first = Rule(("DECOM", "DEC"), "the episode ends before it begins", BOTH,
                      lambda row: bool(row["DEC"]) and row["DEC"] < row["DECOM"])
    return check_table(table, fields, (ends_first,), file_rules=(
        same_ids("CHILD"), kept_once(), overlapping("CHILD", "DECOM", "DEC", Reaction.NOTED)))


def check_missing(table: Table, day: cells.Parser, children: Mapping[str, Record]) -> Checked:
    """Check the missing incidents, and against the header if it has *children*."""
    fields = (
        CHILD, Field("DOB", day, WRITE_DAY, identifying=True),
        Field("MISSING", cells.coded(SSDA903_STATUSES)),
        Field("MIS_START", day, "give the day as dd/mm/yyyy (SSDA903 rule 564)"),
        Field("MIS_END", cells.optional(day), WRITE_DAY),
    )
    across = (same_ids("CHILD"), kept_once(), *as_in_header(children),
              overlapping("CHILD", "MIS_START", "MIS_END", Reaction.REJECTED,
                          " (SSDA903 rule 574)"))
    return check_table(table, fields, INCIDENT_RULES, file_rules=across)
