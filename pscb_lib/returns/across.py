"""Rules across the rows of a return: repeats, and ids that a spreadsheet has cut.

A row that is repeated in a file is kept once. Two rows with the same key but other values are
both rejected, because only the sender can say which is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy
import pandas

from pscb_lib.board.context import Context
from pscb_lib.reading.findings import InputError, Reaction
from pscb_lib.reading.rows import Broken, FileRule, Record, Records, Source, name_rows
from pscb_lib.reading.rows.nouns import Values

if TYPE_CHECKING:
    from pscb_lib.returns.kinds import Return

SAME_ROW = "the same row standing in the file again"
PLACE = ("file", "row")
SOME = 1_000  # rows that tell whether most values of a column are different
TIMES = 1_000_003  # what joins the hashes of columns; equal rows have equal hashes, whatever it is


def kept_once() -> FileRule:
    """Return the rule that leaves out a row equal to an earlier one in every field."""
    def find(records: Records) -> Iterator[Broken]:
        content = [name for name in records.names if name not in PLACE]
        for rows in _repeated(records, content):
            numbers = tuple(row["row"] for row in rows)
            yield Broken(numbers, (), Reaction.NORMALISED,
                         f"{name_rows(numbers)} are the same: one is kept",
                         left_out=numbers[1:])

    return FileRule(SAME_ROW, "send each row once", find)


def one_row_for(*key: str, says: str, remedy: str) -> FileRule:
    """Return the rule that rejects rows with the same *key* but other values, at those columns."""
    def find(records: Records) -> Iterator[Broken]:
        for rows in _repeated(records, key):
            numbers = tuple(row["row"] for row in rows)
            yield Broken(numbers, _differing(rows) or key, says=f"{name_rows(numbers)} {says}",
                         file=rows[0]["file"])

    return FileRule(says, remedy, find)


def once(*key: str, says: str, remedy: str) -> tuple[FileRule, FileRule]:
    """Return the two rules of a key: a repeated row is kept once, a differing row is rejected."""
    return kept_once(), one_row_for(*key, says=says, remedy=remedy)


def rows_used(other: Return, context: Context) -> Records | None:
    """The rows that are used of the *other* return.

    None if it was not supplied, or cannot be read, which its own check reports.
    """
    try:
        checked = other.read_for(context)
    except InputError:
        return None
    return checked.records if checked.sources else None


def refers_to(field: str, other: Return) -> Callable[[Context, Sequence[Source]],
                                                       tuple[FileRule, ...]]:
    """Return the rule that a value in *field* must be in the same field of the *other* return.

    A blank is in order. There is no rule if the rows of the other return are not known.
    """
    def together(context: Context, sources: Sequence[Source]) -> tuple[FileRule, ...]:
        rows = rows_used(other, context)
        if rows is None:
            return ()
        known = {*rows.column(field)}

        def find(records: Records) -> Iterator[Broken]:
            return (Broken((row["row"],), (field,), value=row[field], file=row["file"])
                    for row in records if row[field] is not None and row[field] not in known)

        return (FileRule(f"is in no row that is used of {other.folder_or_file}",
                         "correct it, or send that row", find),)

    return together


def same_ids(field: str) -> FileRule:
    """Return the rule that rejects ids that differ only in leading zeros, cut by a spreadsheet."""
    def find(records: Records) -> Iterator[Broken]:
        spellings: dict[str, set[str]] = {}
        for spelling in records.column(field):
            spellings.setdefault(spelling.lstrip("0"), set()).add(spelling)
        unsure = {bare for bare, alike in spellings.items() if len(alike) > 1}
        for record in records if unsure else ():
            if (bare := record[field].lstrip("0")) in unsure:
                yield Broken((record["row"],), (field,), file=record["file"],
                             value=" and ".join(sorted(spellings[bare])))

    return FileRule("ids differ only in leading zeros", "send ids as text", find)


def one_scale(field: str, is_share: Callable[[Record], bool]) -> FileRule:
    """Return the rule that a column of percentages has one scale: 0 to 100, or 0 to 1."""
    def find(records: Records) -> Iterator[Broken]:
        scales: dict[bool, list[int]] = {True: [], False: []}
        for place, percentage in enumerate(records.column(field)):
            if percentage is not None:
                record = records[place]
                scales[is_share(record)].append(record["row"])
        shares, percentages = scales[True], scales[False]
        if shares and percentages:
            yield Broken((*shares, *percentages), (field,), says=(
                f"two scales in one column: {name_rows(shares)} from 0 to 1 and "
                f"{name_rows(percentages)} from 0 to 100"))
        elif shares:
            yield Broken(tuple(shares), (field,), Reaction.NORMALISED,
                         f"{name_rows(shares)} from 0 to 1, read as from 0 to 100")

    return FileRule("a column of percentages has one scale", "write all of them from 0 to 100",
                    find)


def _repeated(records: Records, key: Sequence[str]) -> Iterator[list[Record]]:
    """Yield the groups of rows with the same key, in the order in which each is first repeated."""
    first: dict[tuple, int] = {}
    groups: dict[tuple, list[int]] = {}
    for place in _perhaps_repeated(records, key):
        found = tuple(records.column(name)[place] for name in key)
        if found in first:
            groups.setdefault(found, [first[found]]).append(place)
        else:
            first[found] = place
    for places in groups.values():
        yield [records[place] for place in places]


def _perhaps_repeated(records: Records, key: Sequence[str]) -> Iterable[int]:
    """Return the places of rows whose key has a repeated hash, so that few need comparing."""
    hashes = numpy.zeros(len(records), numpy.int64)
    for name in key:
        hashes = hashes * TIMES + _hashes(records.column(name))
    return numpy.flatnonzero(pandas.Series(hashes).duplicated(keep=False)).tolist()


def _hashes(column: Values) -> numpy.ndarray:
    """The hash of each value: equal texts were parsed to one object, which is hashed once."""
    if 2 * len({*map(id, column[:SOME])}) > min(SOME, len(column)):  # most are different
        return numpy.fromiter(map(hash, column), numpy.int64, len(column))
    ids = numpy.fromiter(map(id, column), numpy.int64, len(column))
    places, distinct = pandas.factorize(ids)
    first = numpy.full(len(distinct), -1)
    first[places[::-1]] = numpy.arange(len(ids))[::-1]
    return numpy.fromiter((hash(column[place]) for place in first.tolist()), numpy.int64,
                          len(first))[places]


def _differing(rows: Sequence[Record]) -> tuple[str, ...]:
    return tuple(name for name in rows[0]
                 if name not in PLACE and any(row[name] != rows[0][name] for row in rows))
