"""The linear programme of a part: most of its answers are whole, and it is solved fast again."""

from __future__ import annotations

import highspy
import numpy
from scipy.sparse import csr_array

NEAR = 1e-6  # of a whole number


class Linear:
    """Counts from *least* to *most* whose weighted sums, the *rows*, are from *low* to *high*."""

    def __init__(self, rows: csr_array, low: numpy.ndarray, high: numpy.ndarray,
                 least: numpy.ndarray, most: float) -> None:
        self._rows, self._low, self._high, self._least = rows, low, high, least
        self._most, self._highs = numpy.full(len(least), float(most)), highspy.Highs()
        self._highs.setOptionValue("output_flag", False)
        self._highs.setOptionValue("threads", 1)
        model = highspy.HighsLp()
        model.num_row_, model.num_col_ = rows.shape
        model.col_cost_ = numpy.zeros(len(least))
        model.col_lower_, model.col_upper_ = least, self._most
        model.row_lower_, model.row_upper_ = low, high
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_, model.a_matrix_.index_ = rows.indptr, rows.indices
        model.a_matrix_.value_ = rows.data.astype(float)
        self._highs.passModel(model)

    def end(self, at: int, sign: int, limits: tuple[int, int] | None = None
            ) -> numpy.ndarray | None:
        """Counts of which that *at* a place, times *sign*, is the least; None if none are whole.

        That count lies within *limits* as well.
        """
        least, most = self._least[at], self._most[at]
        low, high = limits or (least, most)
        if max(least, low) > min(most, high):
            return None
        self._highs.changeColCost(at, sign)
        self._highs.changeColBounds(at, max(least, low), min(most, high))
        self._highs.run()
        is_solved = self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        found = numpy.array(self._highs.getSolution().col_value)
        self._highs.changeColCost(at, 0)
        self._highs.changeColBounds(at, least, most)
        return found.round() if is_solved and self._fits(found) else None

    def lower(self, least: numpy.ndarray) -> None:
        """Set how small each count can be."""
        self._least = least
        self._highs.changeColsBounds(len(least), numpy.arange(len(least), dtype=numpy.int32), least,
                                     self._most)

    def _fits(self, found: numpy.ndarray) -> bool:
        whole = found.round()
        sums = self._rows @ whole
        return bool((abs(found - whole) <= NEAR).all() and (self._least <= whole).all()
                    and (self._low <= sums).all() and (sums <= self._high).all())
