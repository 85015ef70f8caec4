"""Counting that every report needs: each verb counts, and ties what it counts.

A figure that hangs together with another says so (:mod:`pscb_lib.disclosure.figures`), or a
reader could work out a hidden count from it. These verbs say it for the author: a breakdown's
total is the figure it breaks down, a stock's opening and new are its ended and closing, a step
is part of the step before, a share's counts are those it was made of.
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
)
from pscb_lib.framework.periods import ReportingPeriod

NOT_RECORDED = "Not recorded"
Bands = Mapping[str, tuple[int, int]]  # label to the lowest and highest number, both included


def within(frame: pandas.DataFrame, column: str, *periods: ReportingPeriod) -> pandas.DataFrame:
    """The rows whose day in *column* lies in one of the *periods*; a blank lies in none."""
    days = frame[column]
    if pandas.api.types.is_datetime64_any_dtype(days):
        inside = pandas.concat([days.between(pandas.Timestamp(one.start), pandas.Timestamp(one.end))
                                for one in periods], axis=1).any(axis=1)
    else:
        inside = pandas.Series([day is not None and any(one.contains(day) for one in periods)
                                for day in days], frame.index, dtype=bool)
    return frame[inside]


def running(frame: pandas.DataFrame, began: str, ended: str, on: date) -> pandas.DataFrame:
    """The rows that had begun by the end of the day *on* and had not ended by then."""
    is_open = [start is not None and start <= on and (end is None or end > on)
               for start, end in zip(frame[began], frame[ended], strict=True)]
    return frame[pandas.Series(is_open, frame.index, dtype=bool)]


def as_known(frame: pandas.DataFrame, as_of: date, *columns: str) -> pandas.DataFrame:
    """The frame without the days in *columns* that lie after the day of the report."""
    return frame.assign(**{name: pandas.Series(
        [day if day is not None and day <= as_of else None for day in frame[name]],
        frame.index, dtype=object) for name in columns})


def tally(values: Iterable[Hashable], labels: Mapping[Any, str],
          otherwise: str = NOT_RECORDED) -> dict[str, int]:
    """Count *values* under their *labels*, in the labels' order; several may share a label.

    What has no label is *otherwise*, which is there only where there is some.
    """
    counted = dict.fromkeys(labels.values(), 0)
    for value, number in Counter(values).items():
        label = labels.get(value, otherwise)
        counted[label] = counted.get(label, 0) + number
    return counted


def banded(numbers: Iterable[int], bands: Bands) -> dict[str, int]:
    """Count *numbers* by band. Raises ValueError where one lies in no band."""
    counted = dict.fromkeys(bands, 0)
    for number, times in Counter(numbers).items():
        counted[band_of(number, bands)] += times
    return counted


def band_of(number: int, bands: Bands) -> str:
    """The label of the band in which *number* lies. Raises ValueError where there is none."""
    for label, (low, high) in bands.items():
        if low <= number <= high:
            return label
    raise ValueError(f"{number} lies in no band of {', '.join(bands)}")


def breakdowns(total: Place, *, column: str = "", describes: str = "child",
               **tables: Mapping[str, int]) -> list[FigureRow]:
    """The children counted at *total*, counted again in several ways: one table for each.

    The total of every table is the figure at *total*. Raises ValueError where a table counts
    more or fewer than another.
    """
    if len({sum(counted.values()) for counted in tables.values()}) > 1:
        raise ValueError(f"the breakdowns of {total[1]} do not count the same: {', '.join(tables)}")
    return [row for table, counted in tables.items()
            for row in counts(table, counted, column=column, describes=describes, same_as=total)]


def crossed(table: str, pairs: Iterable[tuple[Hashable, Hashable]], rows: Mapping[Any, str],
            columns: Mapping[Any, str], *,
            same_as: Mapping[tuple[str, str], Place] | None = None) -> list[FigureRow]:
    """Count children by two values at once, each under its label, with totals both ways.

    *same_as* has the places of the figures that its totals are, by row and column. Raises
    KeyError where a value has no label.
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
          labels: Sequence[str], *, describes: Sequence[str] = ("child",) * 4) -> list[FigureRow]:
    """Running at the start, begun, ended and running at the end of *period*, in this order.

    Start + begun = ended + end. The sum of either side stands in no paper; masking knows it, so
    that none of the four can be worked out from the other three. One that is the denominator of
    an agency's share *describes* the agency: the share prints it.
    """
    numbers = (len(running(frame, began, ended, period.start - timedelta(days=1))),
               len(within(frame, began, period)), len(within(frame, ended, period)),
               len(running(frame, began, ended, period.end)))
    places = [(table, label, "") for label in labels]
    rows = [count(*place[:2], number, describes=whom)
            for place, number, whom in zip(places, numbers, describes, strict=True)]
    return [*rows, *balance(table, places[:2], places[2:], numbers,
                            describes="agency" if "agency" in describes else "child")]


def balance(table: str, before: Sequence[Place], after: Sequence[Place], numbers: Sequence[int],
            *, describes: str = "child") -> list[FigureRow]:
    """Tie the figures at *before* and at *after*, whose *numbers* add up to the same.

    Raises ValueError where they do not. Each row stands in no paper.
    """
    whole = (f"{table}_balance", "Either side", "")
    if 2 * sum(numbers[:len(before)]) != sum(numbers):
        raise ValueError(f"the two sides of {table} do not add up to the same")
    about = {"readers": NOBODY, "describes": describes}
    rows = [count(*whole[:2], sum(numbers[:len(before)]), **about)]
    sides = [("before", place) for place in before] + [("after", place) for place in after]
    return rows + [
        count(f"{table}_balance_{side}", f"{place[1]} {place[2]}".strip(), number, same_as=place,
              part_of=(whole,), **about)
        for (side, place), number in zip(sides, numbers, strict=True)]


def steps(table: str, reached: Mapping[str, int], column: str = "", *, describes: str = "agency",
          **about: Mapping[str, object]) -> list[FigureRow]:
    """How many came as far as each step: the first a count, the others shares of the first.

    Each step is part of the step before it; those that went no further stand in no paper.
    *about* has further columns by label of step, such as ``part_of``.
    Raises ValueError where more came to a step than to the one before.
    """
    (first, whole), *later = reached.items()
    rows = [count(table, first, whole, column, describes=describes) | _of(about, first)]
    for label, number in later:
        rows.append(share((table, label, column), number, whole, of=(table, first, column),
                          describes=describes) | _of(about, label))
    for (before, came), (label, number) in pairwise(reached.items()):
        if number > came:
            raise ValueError(f"more {label} than {before}: {number} of {came}")
    for (before, came), (label, number) in pairwise(later):  # shares say it of the first
        rows += part_of_step((table, before, column), (table, label, column), came, number,
                             describes=describes)
    return rows


def part_of_step(before: Place, after: Place, came: int, number: int, *,
                 describes: str = "child") -> list[FigureRow]:
    """Say that the *number* at *after* is part of those who *came* to the step *before*."""
    return parts_of(before, came, {after: number}, describes=describes)


def parts_of(whole: Place, number: int, parts: Mapping[Place, int], *, describes: str = "child"
             ) -> list[FigureRow]:
    """Say that the figures at *parts*, by their numbers, are parts of the *number* at *whole*.

    Nobody is in two of them; those in none are a count that stands in no paper. Raises
    ValueError where the parts are more than the whole.
    """
    tie = " and ".join(f"{table} {row}" for table, row, _ in parts) + f", of {whole[0]} {whole[1]}"
    rest = number - sum(parts.values())
    if rest < 0:
        raise ValueError(f"more {tie}: {number - rest} of {number}")
    ties: FigureRow = {"readers": NOBODY, "describes": describes, "part_of": (whole,)}
    return [*(count(tie, f"{place[0]} {place[1]}", part, whole[2], same_as=place) | ties
              for place, part in parts.items()),
            count(tie, "None of these", rest, whole[2]) | ties]


def share(place: Place, numerator: int, denominator: int, *, of: Place | None,
          counted: Place | None = None, describes: str = "agency", **about: object) -> FigureRow:
    """A percentage at *place*: its denominator is the count at *of*.

    *counted* is the place of the count that is its numerator, where a paper prints that too.
    """
    table, row, column = place
    return proportion(table, row, numerator, denominator, column, describes=describes, whole=of,
                      same_as=counted, **about)


def _of(about: Mapping[str, Mapping[str, object]], label: str) -> dict[str, object]:
    return {name: by_label[label] for name, by_label in about.items() if label in by_label}
