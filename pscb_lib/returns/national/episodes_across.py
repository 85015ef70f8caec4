"""Rules across the rows of SSDA903: overlapping episodes, and children not as in the header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Broken, FileRule, Record, Records


def overlapping(child: str, began: str, ended: str, reaction: Reaction,
                rule: str = "") -> FileRule:
    """Return the rule that a child's episode begins after the episode before it ended.

    The finding is on the later episode; a rejected episode is not compared with the next one.
    """
    def find(records: Records) -> Iterator[Broken]:
        last: dict[str, Record] = {}
        for record in sorted(records, key=lambda record: record[began]):
            before = last.get(record[child])
            overlaps = before is not None and (
                before[ended] is None or before[ended] > record[began])
            if before is not None and overlaps:
                yield Broken((record["row"],), (began,), reaction,
                             f"the start is within the episode of row {before['row']}{rule}",
                             f"{record[began]:%d/%m/%Y}", record["file"])
            if not overlaps or reaction is Reaction.NOTED:
                last[record[child]] = record

    return FileRule(f"episodes of a child overlap{rule}", "correct one of the two", find)


def as_in_header(children: Mapping[str, Record]) -> tuple[FileRule, ...]:
    """Return the rules that a child is in the header with this birth date; none without one."""
    def unknown(records: Records) -> Iterator[Broken]:
        for record in records:
            if record["CHILD"] not in children:
                yield Broken((record["row"],), ("CHILD",))

    def other_birth(records: Records) -> Iterator[Broken]:
        for record in records:
            if record["DOB"] != children[record["CHILD"]]["DOB"]:
                yield Broken((record["row"],), ("DOB",))

    if not children:
        return ()
    return (
        FileRule("the child is not in the header (SSDA903 rule INT04)", "correct the id", unknown),
        FileRule("the date of birth differs from the header's (SSDA903 rule INT13)",
                 "correct one of the two", other_birth),
    )


def placed_on(episodes: list[Record], on: date) -> Record | None:
    """Return the last episode that was open on a day, or None; columns have the suite's names."""
    held = [one for one in episodes if one["began_on"] <= on
            and (one["ended_on"] is None or one["ended_on"] >= on)]
    return max(held, key=lambda one: one["began_on"], default=None)
