"""The rows of a return in pandas types: days, numbers, words, and yes or no.

A checked frame has Python objects, which rules and measures use. An analyst needs columns that
pandas can group, sum and plot.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

import pandas

from pscb_lib.reading.cells import Shape, shape_of
from pscb_lib.reading.findings import Finding
from pscb_lib.reading.rows.nouns import Checked, Field, Values

BOOLEAN, WHOLE, NUMBER, DAY = "boolean", "Int64", "float64", "datetime64[s]"
PLACE = ("file", "row")
TEXT, CHOICE = "string", "category"
BY_TYPE: dict[Any, str] = {bool: BOOLEAN, int: WHOLE, (int, float, Decimal, Fraction): NUMBER,
                           date: DAY, Enum: CHOICE}
BY_SHAPE = {"yes or no": BOOLEAN, "whole number": WHOLE, "number": NUMBER, "percentage": NUMBER,
            "pounds": NUMBER,
            "day": DAY, "time": DAY, "day or time": DAY, "choice": CHOICE}


def typed_frame(checked: Checked, fields: Iterable[Field]) -> pandas.DataFrame:
    """One row for each record, and the return's columns in pandas types.

    The last columns are the file and row of the record and, for each column that may have a time,
    whether it has one: a day without a time is at midnight.
    """
    shapes = {field.name: shape_of(field.parse) for field in fields}
    names = sorted(checked.frame.columns, key=PLACE.__contains__)
    columns = {name: typed_column(checked.records.column(name), shapes.get(name, Shape()))
               for name in names}
    with_time = [name for name, shape in shapes.items()
                 if shape.kind == "day or time" and name in columns]
    for name in with_time:
        columns[f"{name}_has_time"] = _has_time(checked.records.column(name))
    return pandas.DataFrame(columns)


def findings_frame(findings: Sequence[Finding]) -> pandas.DataFrame:
    """One row for each finding: its place, value, rule, remedy and reaction."""
    names = ("file", "sheet", "row", "column", "value", "rule", "remedy", "reaction")
    shapes = {"row": Shape("whole number"), "reaction": Shape("choice")}
    return pandas.DataFrame({
        name: typed_column([getattr(one, name) for one in findings], shapes.get(name, Shape()))
        for name in names})


def typed_column(values: Values, shape: Shape) -> pandas.Series:
    """The values of one column, None for a missing one, in the narrowest type that fits them."""
    dtype = _dtype([value for value in values if value is not None], shape)
    if dtype == CHOICE:
        return _category(values, shape.choices)
    if dtype == NUMBER:
        return pandas.Series([None if value is None else float(value) for value in values],
                             dtype=NUMBER)
    if dtype == TEXT:
        values = [None if value is None else str(value) for value in values]
    return pandas.Series(values, dtype=dtype)


def _dtype(values: Sequence[Any], shape: Shape) -> str:
    """The type of the values; if there are none, the type that the form asks for."""
    if shape.kind == "choice" or not values:
        return BY_SHAPE.get(shape.kind, TEXT)
    types = {type(value) for value in values}
    return next((dtype for those, dtype in BY_TYPE.items()
                 if all(issubclass(each, those) for each in types)), TEXT)


def _category(values: Values, choices: Sequence[str]) -> pandas.Series:
    words = [value.value if isinstance(value, Enum) else value for value in values]
    used = {word for word in words if word is not None}
    in_order = [*(word for word in choices if word in used), *sorted(used - {*choices})]
    return pandas.Series(pandas.Categorical(words, in_order))


def _has_time(values: Values) -> pandas.Series:
    return pandas.Series([None if value is None else isinstance(value, datetime)
                          for value in values], dtype=BOOLEAN)
