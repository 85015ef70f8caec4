"""Indicators as tidy data for spreadsheets: one row an indicator, or one row a quarter of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from pscb_lib.board.indicators import Indicator, Source
from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.framework.rag import Polarity
from pscb_lib.framework.statistics.intervals import Interval
from pscb_lib.framework.statistics.limits import Limits
from pscb_lib.framework.statistics.variation import Stretch
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Data, Plain, Sheet
from pscb_lib.page.tables.counts import plain_counts, plain_value

ACTUAL = ["actual", "unit", "numerator", "denominator"]
TARGET = ["target", "target to", "target is"]
TIDY_COLUMNS = ["id", "indicator", "agency", "rating", *ACTUAL, *TARGET,
                "target set by", "target source", "time set by", "time source",
                "per cent of target", "since last quarter", "since last year",
                "variation", "usual range from", "usual range to", "95% interval from",
                "95% interval to"]
SERIES_COLUMNS = ["id", "indicator", "quarter", *ACTUAL, *TARGET, "usual range from",
                  "usual range to", "provisional", "variation", "state"]
UNITS = {"count": "number", "percent": "per cent", "rate": "per 10,000 residents aged 0 to 17",
         "pounds": "pounds", "score": "mean score"}
MET_BY = {Polarity.HIGHER_IS_BETTER: "this or more", Polarity.LOWER_IS_BETTER: "this or less",
          Polarity.BAND: "within this range"}
SERIES = "Every quarter that is drawn in this paper, of every indicator"
SERIES_NOTE = ("The target and the usual range are those drawn for this paper's quarter. A usual "
               "range is given only where every quarter can be shown.")


def tidy_row(one: Assessment) -> list[Plain]:
    """The row of an indicator, in the order of ``TIDY_COLUMNS``."""
    indicator, verdict = one.indicator, one.variation.verdict
    return [indicator.id, indicator.title, indicator.agency, one.rating.value,
            *actual_cells(one.figure), *target_cells(indicator),
            *_source(indicator.target_source), *_source(indicator.timescale_source),
            _plain(one.percent_of_target), one.change_since(1), one.change_since(4),
            verdict and verdict.value, *_two_ends(one.variation.limits), *_two_ends(one.interval)]


def list_series(assessments: Sequence[Assessment]) -> Sheet:
    """Every point that the paper draws, for a sheet of the spreadsheet: a row for each quarter."""
    rows = [row for one in assessments for row in _series_rows(one)]
    return Sheet("series", SERIES, Data(SERIES_COLUMNS, rows), SERIES_NOTE)


def _series_rows(one: Assessment) -> Iterator[list[Plain]]:
    """The rows of an indicator; a hidden point has no value, and then there is no usual range."""
    places = [(stretch, point) for stretch in one.variation.stretches for point in stretch.points]
    for quarter, figure, (stretch, point) in zip(one.quarters, one.points, places, strict=True):
        yield [one.indicator.id, one.indicator.title, quarter.label, *actual_cells(figure),
               *target_cells(one.indicator), *_range(stretch, figure.unit),
               point.kind and point.kind.value, _state(figure)]


def actual_cells(figure: ShownFigure) -> list[Plain]:
    """A figure in the columns of ``ACTUAL``."""
    return [plain_value(figure), UNITS[figure.unit], *plain_counts(figure)]


def target_cells(indicator: Indicator) -> list[Plain]:
    """A target in the columns of ``TARGET``, in numbers."""
    if indicator.target is None:
        return [None, None, None]
    is_band = indicator.polarity is Polarity.BAND
    return [_number(indicator.target), _number(indicator.target_upper) if is_band else None,
            MET_BY[indicator.polarity]]


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _range(stretch: Stretch, unit: str) -> list[Plain]:
    """The usual range as it is drawn, from 0 upwards and up to 100 for a percentage."""
    limits = stretch.limits
    if limits is None:
        return [None, None, None]
    return [*map(_plain, _ends(limits, unit)), "yes" if limits.are_trial else "no"]


def _ends(limits: Limits, unit: str) -> tuple[Fraction, Fraction]:
    most = Fraction(100) if unit == "percent" else limits.upper
    return max(limits.lower, Fraction(0)), min(limits.upper, most)


def _state(figure: ShownFigure) -> str:
    return "shown" if figure.value is not None else figure.why_none


def _source(source: Source | None) -> list[Plain]:
    return [source.set_by.value, source.cites] if source else [None, None]


def _two_ends(between: Limits | Interval | None) -> list[Plain]:
    return [None, None] if between is None else [_plain(between.lower), _plain(between.upper)]


def _plain(value: Fraction | float | None) -> float | None:
    return None if value is None else round(float(value), 6)
