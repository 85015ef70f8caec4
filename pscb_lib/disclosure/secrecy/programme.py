"""Linear and integer programmes, solved by HiGHS: changed a little and solved again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy

Terms = Iterable[tuple[int, float]]  # the number of a column, and its coefficient
NEAR = 1e-6  # a value so near to a whole number is whole
WHOLE: dict[str, Any] = {"is_whole": True, "presolve": "on", "mip_rel_gap": 0.0}


class Programme:
    """The least sum of costs over all columns, while columns and rows keep their limits.

    *columns* and *rows* have two lines, the lower and the upper limits; *terms* are those of each
    row. HiGHS gets the model once. After a change of costs or limits it starts from where it
    ended, with one thread, so that the same calls give the same answers.
    """

    def __init__(self, columns: numpy.ndarray, rows: numpy.ndarray, terms: Sequence[Terms],
                 is_whole: bool = False, **options: Any) -> None:
        import highspy

        self._highs = highspy.Highs()  # type: ignore[no-untyped-call]
        self._status = highspy.HighsModelStatus
        silent = {"output_flag": False, "threads": 1, "presolve": "off"}
        for name, value in {**silent, **options}.items():
            self._highs.setOptionValue(name, value)
        model, self._matrix = highspy.HighsLp(), _by_rows(terms)
        model.num_col_, model.num_row_ = columns.shape[1], rows.shape[1]
        model.col_cost_ = numpy.zeros(columns.shape[1])
        model.col_lower_, model.col_upper_ = columns
        model.row_lower_, model.row_upper_ = rows
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_, model.a_matrix_.index_, model.a_matrix_.value_ = self._matrix
        if is_whole:
            model.integrality_ = [highspy.HighsVarType.kInteger] * columns.shape[1]
        self._highs.passModel(model)
        self._costs: list[int] = []

    def aim(self, costs: Mapping[int, float]) -> None:
        """Set the *costs*; all other columns cost nothing."""
        places = list(dict.fromkeys((*self._costs, *costs)))
        self._highs.changeColsCost(len(places), numpy.array(places, numpy.int32), numpy.array(
            [costs.get(place, 0.0) for place in places], float))
        self._costs = list(costs)

    def limit(self, places: Sequence[int] | numpy.ndarray, least: Sequence[float] | numpy.ndarray,
              most: Sequence[float] | numpy.ndarray) -> None:
        """Set the limits of the columns at *places*."""
        self._highs.changeColsBounds(len(places), numpy.array(places, numpy.int32),
                                     numpy.array(least, float), numpy.array(most, float))

    def solve(self) -> numpy.ndarray | None:
        """The values of the columns at the optimum; None where there is none."""
        self._highs.run()
        if self._highs.getModelStatus() == self._status.kUnknown:  # of no use: it starts afresh
            self._highs.clearSolver()
            self._highs.run()
        if self._highs.getModelStatus() != self._status.kOptimal:
            return None
        return numpy.array(self._highs.getSolution().col_value)

    @property
    def is_endless(self) -> bool:
        """Whether the last solution was none since the costs have no lower limit."""
        return bool(self._highs.getModelStatus() == self._status.kUnbounded)

    def prices(self) -> numpy.ndarray:
        """How much each lower limit, and each upper one, holds the costs back."""
        duals = numpy.array(self._highs.getSolution().col_dual)
        return numpy.array([numpy.maximum(duals, 0), numpy.minimum(duals, 0)])

    def sums(self, values: numpy.ndarray) -> numpy.ndarray:
        """What each row adds up to for the *values* of the columns."""
        starts, columns, by = self._matrix
        row_of = numpy.repeat(numpy.arange(len(starts) - 1), numpy.diff(starts))
        return numpy.bincount(row_of, by * values[columns], len(starts) - 1)


def is_whole(values: numpy.ndarray) -> bool:
    """Whether all *values* are whole numbers, nearly."""
    return bool(abs(values - values.round()).max(initial=0) <= NEAR)


def _by_rows(terms: Sequence[Terms]) -> tuple[numpy.ndarray, numpy.ndarray, numpy.ndarray]:
    """The matrix of the *terms*, row by row: where each row starts, columns, coefficients."""
    rows = [_added(row) for row in terms]
    starts = numpy.cumsum([0, *map(len, rows)])
    columns = [place for row in rows for place in row]
    return (starts.astype(numpy.int32), numpy.array(columns, numpy.int32),
            numpy.array([by for row in rows for by in row.values()], float))


def _added(terms: Terms) -> dict[int, float]:
    """The coefficient of each column; one that is named twice has the sum of both."""
    found: dict[int, float] = {}
    for place, by in terms:
        found[place] = found.get(place, 0) + by
    return found
