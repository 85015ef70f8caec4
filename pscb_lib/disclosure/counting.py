"""Counting functions that every report needs: each counts, and ties what it counts.

A figure declares its additive relations to others (:mod:`pscb_lib.disclosure.figures`), or masking
could leave a hidden count that a reader can work out. These functions declare them: the total of a
breakdown is the figure it breaks down, a stock's opening + new = ended + closing, a step is part of
the step before, and a share's numerator and denominator are the counts it was made from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pandas

from pscb_lib.disclosure.figures import (
    NOBODY,
    TOTAL,
    FigureRow,
    Place,
    count,
    counts,
    proportion,
    relation,
)
from pscb_lib.framework.periods import ReportingPeriod

NOT_RECORDED = "Not recorded"
CASES = "cases"
Bands = Mapping[str, tuple[int, int]]  # label to the lowest and highest number, both included


def within(frame: pandas.DataFrame, column: str, *periods: ReportingPeriod) -> pandas.DataFrame:
    """Return the rows whose day in *column* is in one of the *periods*; a blank is in none."""
    days = frame[column]
    if pandas.api.types.is_datetime64_any_dtype(days):
        inside = pandas.concat([days.between(pandas.Timestamp(one.start), pandas.Timestamp(one.end))
                                for one in periods], axis=1).any(axis=1)
    else:
        inside = pandas.Series([day is not None and any(one.contains(day) for one in periods)
                                for day in days], frame.index, dtype=bool)
    return frame[inside]


def running(frame: pandas.DataFrame, began: str, ended: str, on: date) -> pandas.DataFrame:
    """Return the rows that had begun by the end of the day *on* and had not ended by then."""
    is_open = [start is not None and start <= on and (end is None or end > on)
               for start, end in zip(frame[began], frame[ended], strict=True)]
    return frame[pandas.Series(is_open, frame.index, dtype=bool)]


def as_known(frame: pandas.DataFrame, as_of: date, *columns: str) -> pandas.DataFrame:
    """Return the frame with the days in *columns* that are after *as_of* set to None."""
    return frame.assign(**{name: pandas.Series(
        [day if day is not None and day <= as_of else None for day in frame[name]],
        frame.index, dtype=object) for name in columns})


def tally(values: Iterable[Hashable], labels: Mapping[Any, str],
          otherwise: str = NOT_RECORDED) -> dict[str, int]:
    """Count *values* under their *labels*, in the labels' order; several may share a label.

    Values without a label are counted as *otherwise*, a row that is left out if there are none.
    """
    counted = dict.fromkeys(labels.values(), 0)
    for value, number in Counter(values).items():
        label = labels.get(value, otherwise)
        counted[label] = counted.get(label, 0) + number
    return counted


def banded(numbers: Iterable[int], bands: Bands) -> dict[str, int]:
    """Count *numbers* by band. Raises ValueError if a number is in no band."""
    counted = dict.fromkeys(bands, 0)
    for number, times in Counter(numbers).items():
        counted[band_of(number, bands)] += times
    return counted


def band_of(number: int, bands: Bands) -> str:
    """Return the label of the band that contains *number*. Raises ValueError if there is none."""
    for label, (low, high) in bands.items():
        if low <= number <= high:
            return label
    raise ValueError(f"{number} lies in no band of {', '.join(bands)}")


def breakdowns(total: Place, *, column: str = "", describes: str = "child",
               **tables: Mapping[str, int]) -> list[FigureRow]:
    """Break the count at *total* down in several ways: one table for each.

    The total of every table is the figure at *total*. Raises ValueError if the tables' totals
    differ.
    """
    if len({sum(counted.values()) for counted in tables.values()}) > 1:
        raise ValueError(f"the breakdowns of {total[1]} do not count the same: {', '.join(tables)}")
    return [row for table, counted in tables.items()
            for row in counts(table, counted, column=column, describes=describes, same_as=total)]


def crossed(table: str, pairs: Iterable[tuple[Hashable, Hashable]], rows: Mapping[Any, str],
            columns: Mapping[Any, str], *,
            same_as: Mapping[tuple[str, str], Place] | None = None) -> list[FigureRow]:
    """Count children by two values at once, each under its label, with totals both ways.

    *same_as* has the places of the figures equal to its totals, by row and column. Raises KeyError
    if a value has no label.
    """
    counted = {column: dict.fromkeys(rows.values(), 0) for column in (*columns.values(), TOTAL)}
    for (row, column), number in Counter(pairs).items():
        for place in (columns[column], TOTAL):
            counted[place][rows[row]] += number
    ties = same_as or {}
    return [one | {"same_as": ties.get((str(one["row"]), column))}
            for column, of_each in counted.items()
            for one in counts(table, of_each, column=column)]


def stock(table: str, frame: pandas.DataFrame, began: str, ended: str, period: ReportingPeriod,
          labels: Sequence[str], *, describes: str = "child") -> list[FigureRow]:
    """Count running at the start, begun, ended and running at the end of *period*, in this order.

    Start + begun = ended + end, so that each follows from the other three.
    """
    numbers = (len(running(frame, began, ended, period.start - timedelta(days=1))),
               len(within(frame, began, period)), len(within(frame, ended, period)),
               len(running(frame, began, ended, period.end)))
    places = [(table, label, "") for label in labels]
    rows = [count(*place[:2], number, describes=describes)
            for place, number in zip(places, numbers, strict=True)]
    return [*rows, balance(table, places[:2], places[2:], numbers)]


def balance(table: str, before: Sequence[Place], after: Sequence[Place], numbers: Sequence[int]
            ) -> FigureRow:
    """Tie the figures at *before* to those at *after*; the *numbers* of each have the same sum.

    Raises ValueError if the sums differ.
    """
    if 2 * sum(numbers[:len(before)]) != sum(numbers):
        raise ValueError(f"the two sides of {table} do not add up to the same")
    return relation(f"balance of {table}", {(place, CASES): 1 for place in before}
                    | {(place, CASES): -1 for place in after})


def at_most(whole: Place, part: Place) -> FigureRow:
    """Declare that the count at *part* is never more than that at *whole*."""
    return relation(f"{' '.join(part)} at most {' '.join(whole)}",
                    {(whole, CASES): 1, (part, CASES): -1}, 0, None)


def weighted(total: Place, times: Mapping[Place, tuple[int, int | None]]) -> list[FigureRow]:
    """Declare that *total* is a weighted sum: of how many went, by how often each of them went.

    *times* has the least and the most times of those counted at each place; None is no limit.
    Where all went once, twice and so on, total = once + 2 x twice + 3 x three times.
    """
    ends = [{(place, CASES): end for place, end in zip(times, those, strict=True)}
            for those in zip(*times.values(), strict=True)]
    return [relation(f"{' '.join(total)} {name}", {(total, CASES): sign} | {
                place: -sign * by for place, by in factors.items()}, 0, None)
            for name, sign, factors in zip(("at least", "at most"), (1, -1), ends, strict=True)
            if None not in factors.values()]


def steps(table: str, reached: Mapping[str, int], column: str = "", *, describes: str = "agency",
          first_describes: str = "agency", **about: Mapping[str, object]) -> list[FigureRow]:
    """Count how many reached each step: the first is a count, the others are shares of the first.

    Each step is part of the step before it; those that stopped between two steps are not printed.
    Whom the first count is about, *first_describes* says: a child where it counts children.
    *about* has further columns by label of step, such as ``part_of``. Raises ValueError if more
    reached a step than the one before.
    """
    (first, whole), *later = reached.items()
    rows = [count(table, first, whole, column, describes=first_describes) | _of(about, first)]
    for label, number in later:
        rows.append(share((table, label, column), number, whole, of=(table, first, column),
                          describes=describes) | _of(about, label))
    for (before, came), (label, number) in pairwise(reached.items()):
        if number > came:
            raise ValueError(f"more {label} than {before}: {number} of {came}")
    for (before, came), (label, number) in pairwise(later):  # a share is already tied to the first
        rows += part_of_step((table, before, column), (table, label, column), came, number,
                             describes=describes)
    return rows


def part_of_step(before: Place, after: Place, came: int, number: int, *,
                 describes: str = "child") -> list[FigureRow]:
    """Declare that the *number* at *after* is part of those who *came* to the step *before*."""
    return parts_of(before, came, {after: number}, describes=describes)


def parts_of(whole: Place, number: int, parts: Mapping[Place, int], *, describes: str = "child"
             ) -> list[FigureRow]:
    """Declare that the figures at *parts*, by their numbers, are parts of the *number* at *whole*.

    Parts do not overlap; those in none of them are a count that is not printed. Raises ValueError
    if the parts add up to more than the whole.
    """
    tie = " and ".join(f"{table} {row}" for table, row, _ in parts) + f", of {whole[0]} {whole[1]}"
    left = number - sum(parts.values())
    if left < 0:
        raise ValueError(f"more {tie}: {number - left} of {number}")
    rest = (tie, "None of these", whole[2])
    return [count(*rest[:2], left, rest[2], readers=NOBODY, describes=describes),
            relation(tie, {(whole, CASES): 1} | {(place, CASES): -1 for place in (*parts, rest)})]


def share(place: Place, numerator: int, denominator: int, *, of: Place | None,
          counted: Place | None = None, describes: str = "agency", **about: object) -> FigureRow:
    """Return a percentage at *place*, whose denominator is the count at *of*.

    *counted* is the place of the count that is its numerator, if a paper prints that too.
    """
    table, row, column = place
    return proportion(table, row, numerator, denominator, column, describes=describes, whole=of,
                      same_as=counted, **about)


def _of(about: Mapping[str, Mapping[str, object]], label: str) -> dict[str, object]:
    return {name: by_label[label] for name, by_label in about.items() if label in by_label}
