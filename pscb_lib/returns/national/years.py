"""Combine yearly files of one kind: a record of a later file replaces the same earlier record.

A case that is open on 31 March is in the files of two years; only the later one has its end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pscb_lib.reading.findings import InputError, Reaction
from pscb_lib.reading.rows import (
    Broken,
    Checked,
    FileRule,
    Record,
    Records,
    check_together,
    combine,
    leave_out_rows,
)

AGAIN = "given again in a later file"


def latest_only(parts: Iterable[Checked], *key: str) -> Checked:
    """Combine the checked files of one table, earliest first; the last file with a record wins."""
    parts = list(parts)
    refuse_same(parts)
    whole = combine(parts)
    order = {part.sources[0].file: number for number, part in enumerate(parts)}
    latest: dict[tuple, int] = {}
    for record in whole.records:
        place = tuple(record[name] for name in key)
        latest[place] = max(latest.get(place, 0), order[record["file"]])

    def reason(record: Record) -> str | None:
        is_last = order[record["file"]] == latest[tuple(record[name] for name in key)]
        return None if is_last else AGAIN

    return leave_out_rows(whole, reason) if len(parts) > 1 else whole


def left_open(checked: Checked, ended: str, is_lost: Callable[[Record], bool]) -> Checked:
    """Note each record that an earlier file leaves open and that is not in the last file.

    *is_lost* says whether a record without an end is to be noted.
    """
    last = checked.sources[-1].file

    def find(records: Records) -> Iterator[Broken]:
        for record in records:
            if record["file"] != last and record[ended] is None and is_lost(record):
                yield Broken((record["row"],), (ended,), Reaction.NOTED, file=record["file"])

    rule = FileRule("was open at the end of its year and is not in the next file: counted as open",
                    "see whether it has ended, or has another id there", find)
    return check_together(checked, (rule,))


def refuse_same(parts: Iterable[Checked]) -> None:
    """Raise InputError if two files have the same name or the same content."""
    names: set[str] = set()
    hashes: dict[str, str] = {}
    for source in (part.sources[0] for part in parts):
        if source.file in names:
            raise InputError.at(source.file, "two files have this name", "rename one of them")
        if source.sha256 in hashes:
            raise InputError.at(source.file, f"is the same file as {hashes[source.sha256]}",
                                "name each file once")
        names.add(source.file)
        hashes[source.sha256] = source.file
