"""What no single row of the missing children's return can show: rows that contradict others.

An episode cannot begin before the child's last one ended, nor can
a child be still missing and go missing again (SSDA903 rule 574); a child has one date of birth
and one sex (rule INT13); ids that differ only in leading zeros have been through a spreadsheet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pandas

from pscb_lib.findings import Finding
from pscb_lib.records import Checked, Record, Source
from pscb_lib.returns.local_time import earliest, is_before

Found = Iterator[tuple[Record, Finding]]


def check_sequence(checked: Checked) -> Checked:
    """Reject the rows that contradict others, in the same half-year or an earlier one."""
    for check in (same_ids, one_child, no_overlap, covered):
        checked = reject(checked, check)
    return checked


def reject(checked: Checked, check: Callable[[list[Record]], Found]) -> Checked:
    """Take out the rows that *check* finds, and account for them."""
    found = list(check(checked.frame.to_dict("records")))
    places = {(record["file"], record["row"]) for record, _ in found}
    out = [place in places for place in zip(checked.frame["file"], checked.frame["row"])]
    out = pandas.Series(out, checked.frame.index, dtype=bool)
    return replace(
        checked, frame=checked.frame[~out].reset_index(drop=True),
        findings=(*checked.findings, *(finding for _, finding in found)),
        sources=_rejected(checked, checked.frame.loc[out, "file"].value_counts().to_dict()),
    )


def same_ids(records: list[Record]) -> Found:
    """Ids of children differ only in leading zeros."""
    spellings: dict[str, set[str]] = {}
    for record in records:
        spellings.setdefault(record["child_id"].lstrip("0"), set()).add(record["child_id"])
    for record in records:
        alike = spellings[record["child_id"].lstrip("0")]
        if len(alike) > 1:
            yield record, _finding(record, "child_id", " and ".join(sorted(alike)),
                                   "ids differ only in leading zeros", "send ids as text")


def one_child(records: list[Record]) -> Found:
    """A child has two dates of birth or two sexes."""
    first: dict[str, Record] = {}
    for record in records:
        other = first.setdefault(record["child_id"], record)
        for name, label in (("dob", "date of birth"), ("sex", "sex")):
            if record[name] != other[name]:
                yield record, _finding(
                    record, name, None, f"the child's {label} differs from {_place(other)} "
                    "(SSDA903 rule INT13)", "correct one of the two")
                break


def no_overlap(records: list[Record]) -> Found:
    """An episode begins before the child's last one ended, or while it has no end."""
    last: dict[str, Record] = {}
    for record in sorted(records, key=lambda record: earliest(record["left_at"])):
        before = last.get(record["child_id"])
        if before and before["returned_at"] and is_before(record["left_at"],
                                                          before["returned_at"]):
            yield record, _finding(record, "left_at", f"{record['left_at']:%d/%m/%Y %H:%M}",
                                   f"the start is within the episode of {_place(before)} "
                                   "(SSDA903 rule 574)", "correct one of the two")
            continue
        if before and not before["returned_at"]:
            yield before, _finding(before, "returned_at", "", "there is no return, and the child "
                                   f"left again in {_place(record)} (SSDA903 rule 574)",
                                   "give the return")
        last[record["child_id"]] = record


def covered(records: list[Record]) -> Found:
    """An interview is said to cover an episode that is not this child's."""
    owner = {record["episode_id"]: record["child_id"] for record in records}
    for record in records:
        for episode in (record["covers_episode_ids"] or "").split():
            if owner.get(episode) != record["child_id"]:
                yield record, _finding(record, "covers_episode_ids", episode,
                                       "is not an episode of this child", "correct the id")
                break


def _rejected(checked: Checked, numbers: dict[str, int]) -> tuple[Source, ...]:
    return tuple(replace(source, used=source.used - numbers.get(source.file, 0),
                         rejected=source.rejected + numbers.get(source.file, 0))
                 for source in checked.sources)


def _place(record: Record) -> str:
    return f"row {record['row']} of {record['file']}"


def _finding(record: Record, column: str, value: str | None, rule: str, remedy: str) -> Finding:
    return Finding(record["file"], rule, remedy, record["row"], column, value)
