"""One figure compared with those of other areas: the median, the rank and the quartile band.

Bands follow the rule of the Office for Health Improvement and Disparities: of N figures in k
bands, ranked so that equal figures share the smallest rank,

    band = floor((k + 1) - ceiling(((N + 1) - rank) / (N / k)))

Missing figures are left out, and there is no band where N < k. Band A is the best quarter, so
there are no bands where neither way is better. In whole numbers the formula never gives band 0,
which the published code corrects after dividing.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from pscb_lib.framework.rag import Polarity

Number = int | Decimal | Fraction
FEWEST = 5
BANDS = "ABCD"
ONE_WAY = (Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER)


def median(values: Iterable[Number | None]) -> Fraction | None:
    """The median of the known figures, or None if fewer than five are known.

    "Average of fewer than 5, minimum/maximum [...] are also disclosive."
    """
    known = [Fraction(value) for value in values if value is not None]
    return statistics.median(known) if len(known) >= FEWEST else None


def rank(value: Number, values: Iterable[Number | None], highest_first: bool = True) -> int:
    """The rank of *value* in *values*, which include it, from 1; equal figures share a rank."""
    known = [other for other in values if other is not None]
    return 1 + sum(other > value if highest_first else other < value for other in known)


def quantile(place: int, number: int, parts: int) -> int | None:
    """The band, 1 to *parts*, of rank *place* of *number* figures; None if fewer than *parts*."""
    if number < parts:
        return None
    return parts + 1 - -(-(number + 1 - place) * parts // number)


def band(value: Number, values: Iterable[Number | None], polarity: Polarity) -> str | None:
    """The quartile band of *value* among *values*, A (best) to D.

    None where neither way is better, where the target is a band, and for fewer than four figures.
    """
    known = [other for other in values if other is not None]
    if polarity not in ONE_WAY:
        return None
    best_first = rank(value, known, highest_first=polarity is Polarity.HIGHER_IS_BETTER)
    quarter = quantile(best_first, len(known), len(BANDS))
    return BANDS[quarter - 1] if quarter else None
