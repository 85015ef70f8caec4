"""Rate a whole frame at once: section 7 a second time, in whole numbers and without the first.

A figure reaches a share of its target where it is at least that share of the lower end, and
where the upper end is at least that share of it. Higher is better has a lower end alone, lower
is better an upper end alone, a band has both. Each comparison multiplies crosswise the integers
that make up the two fractions, so nothing is divided or rounded.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import numpy
import pandas

from pscb_lib.rag import (
    FRAMEWORK,
    Absence,
    LowerMethod,
    Number,
    Polarity,
    Rag,
    Thresholds,
    exact,
)


def rate_frame(
    frame: pandas.DataFrame, thresholds: Thresholds = FRAMEWORK
) -> list[Rag | Absence]:
    """Rate each row of *frame* (columns ``actual``, ``target``, ``polarity``).

    It agrees with :func:`pscb_lib.rag.rate` row by row. A target that pandas holds as NaN is a
    blank one: there is none. An actual of NaN beside a target raises ValueError, for a figure
    that is absent must say why.
    """
    absent = numpy.array([isinstance(actual, Absence) for actual in frame["actual"]], dtype=bool)
    said = numpy.where(absent, frame["actual"], Rag.NOT_APPLICABLE).astype(object)
    compared = ~absent & frame["target"].notna() & (frame["polarity"] != Polarity.NEUTRAL)
    rows = frame[compared.to_numpy(dtype=bool)]
    green, amber = (_reach(rows, share, thresholds.lower)
                    for share in (thresholds.green, thresholds.amber))
    said[compared.to_numpy(dtype=bool)] = numpy.where(
        green, Rag.GREEN, numpy.where(amber, Rag.AMBER, Rag.RED))
    return list(said)


def _reach(rows: pandas.DataFrame, share: Fraction, method: LowerMethod) -> numpy.ndarray:
    """Which of *rows* reach the *share* of their target."""
    higher, lower, band = (numpy.array(rows["polarity"] == polarity, dtype=bool) for polarity in (
        Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER, Polarity.BAND))
    ends = [target if is_band else (target, target)
            for target, is_band in zip(rows["target"], band, strict=True)]
    part, whole = share.as_integer_ratio()
    actual, unit = _integers(rows["actual"])
    (low, low_unit), (high, high_unit) = (_integers(end[place] for end in ends)
                                          for place in (0, 1))
    is_enough = actual * whole * low_unit >= part * low * unit
    is_little = high * whole * unit >= part * actual * high_unit
    if method is LowerMethod.LINEAR:
        is_linear = actual * whole * high_unit <= (2 * whole - part) * high * unit
        is_little = numpy.where(lower, is_linear, is_little)
    # Inside a band all of the target is achieved, and never more than all.
    return (lower | is_enough) & (higher | is_little) & (~band | (part <= whole))


def _integers(numbers: Iterable[Number]) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Numerators and denominators, exactly as written, as Python integers of any size."""
    ratios = [exact(number).as_integer_ratio() for number in numbers]
    return tuple(numpy.array([ratio[place] for ratio in ratios], dtype=object)
                 for place in (0, 1))
