"""Rules across rows of the missing children's return: rows that contradict each other.

An episode cannot begin before the child's last one ended, and a child who is still missing cannot
go missing again (SSDA903 rule 574); a child has one date of birth and one sex (rule INT13); ids
that differ only in leading zeros have been through a spreadsheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from pscb_lib.reading.cells.local_time import earliest, has_time, is_before
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Broken, FileRule, Record, Records, name_rows
from pscb_lib.returns.across import same_ids

CORRECT = "correct one of the two"


class _Followed(NamedTuple):
    """Pairs of a child's episodes, by their places among the records, in order of time.

    ``within`` are those of which the later begins before the earlier ended, ``open_end`` those of
    which the earlier has no end.
    """

    within: list[tuple[int, int]]
    open_end: list[tuple[int, int]]


_followed: WeakKeyDictionary[Records, _Followed] = WeakKeyDictionary()  # two rules ask for it


def one_child(records: Records) -> Iterator[Broken]:
    """Find children with two dates of birth or two sexes."""
    first: dict[str, tuple] = {}
    for place, (child, *now) in enumerate(records.tuples("child_id", "dob", "sex")):
        then, number = first.setdefault(child, (now, place))
        if now != then:
            name, label = ("dob", "date of birth") if now[0] != then[0] else ("sex", "sex")
            yield _at(records[place], name, None, f"the child's {label} differs from "
                      f"{_place(records[number])} (SSDA903 rule INT13)")


def no_overlap(records: Records) -> Iterator[Broken]:
    """Find episodes that begin before the child's last one ended."""
    for first, then in _follow(records).within:
        before, record = records[first], records[then]
        yield _at(record, "left_at", f"{record['left_at']:%d/%m/%Y %H:%M}",
                  f"the start is within the episode of {_place(before)} (SSDA903 rule 574)")


def no_open_end(records: Records) -> Iterator[Broken]:
    """Find children who are still missing and go missing again."""
    for first, then in _follow(records).open_end:
        before, record = records[first], records[then]
        yield _at(before, "returned_at", "", "there is no return, and the child left again "
                                             f"in {_place(record)} (SSDA903 rule 574)")


def covered(records: Records) -> Iterator[Broken]:
    """Find interviews said to cover an episode that is not this child's."""
    owner = dict(records.tuples("episode_id", "child_id"))
    for place, (child, others) in enumerate(records.tuples("child_id", "covers_episode_ids")):
        for episode in (others or "").split():
            if owner.get(episode) != child:
                yield _at(records[place], "covers_episode_ids", episode, None)
                break


def find_dates_only(records: Records) -> Iterator[Broken]:
    """Find episodes with dates only in a file that also has times, and say how many."""
    ended = {row: has_time(left) and has_time(back)
             for row, left, back in records.tuples("row", "left_at", "returned_at") if back}
    dates = [row for row, has_times in ended.items() if not has_times]
    if 0 < len(dates) < len(ended):
        says = (f"hours are known for {len(ended) - len(dates)} of {len(ended)} episodes that "
                f"ended ({name_rows(dates)} with dates only)")
        yield Broken(tuple(dates), ("left_at", "returned_at"), Reaction.NOTED, says)


WITHIN_A_FILE = (
    same_ids("child_id"),
    FileRule("a child has one date of birth and one sex (SSDA903 rule INT13)", CORRECT, one_child),
    FileRule("episodes of a child overlap (SSDA903 rule 574)", CORRECT, no_overlap),
    FileRule("the episode before is still open (SSDA903 rule 574)", "give the return", no_open_end),
)
SEQUENCE = (
    *WITHIN_A_FILE,  # an interview may cover an episode of the half-year before
    FileRule("is not an episode of this child", "correct the id", covered),
)


def _follow(records: Records) -> _Followed:
    """Follow each child from episode to episode; one that lies inside another is passed over."""
    if records in _followed:
        return _followed[records]
    left, back = records.column("left_at"), records.column("returned_at")
    children, found = records.column("child_id"), _Followed([], [])
    last: dict[str, int] = {}
    for place in sorted(range(len(records)), key=[*map(earliest, left)].__getitem__):
        child = children[place]
        before = last.get(child)
        if before is not None and not back[before]:
            found.open_end.append((before, place))
        elif before is not None and is_before(left[place], back[before]):
            found.within.append((before, place))
            continue
        last[child] = place
    _followed[records] = found
    return found


def _place(record: Record) -> str:
    return f"row {record['row']} of {record['file']}"


def _at(record: Record, column: str, value: str | None, says: str | None) -> Broken:
    return Broken((record["row"],), (column,), says=says, value=value, file=record["file"])
