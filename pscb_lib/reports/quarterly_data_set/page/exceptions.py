"""The exceptions: the first as a chart that proves the answer, the others as small multiples.

Each has its headline, what the figures say, and the question to its lead with what the lead says.
The public is shown the charts and asked nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pscb_lib.framework.english import capital
from pscb_lib.page.asking import Known, ask
from pscb_lib.page.assessment import Assessment, needs_attention
from pscb_lib.page.blocks import Block, Heading, Place, Prose, Several
from pscb_lib.page.charts import plot_control, series_of, shared_scale
from pscb_lib.page.charts.control import MOST_TICKS
from pscb_lib.page.charts.scales import Scale
from pscb_lib.page.charts.usual_range import say_usual_range
from pscb_lib.page.words.indicators import say_absence, say_margin, say_missed
from pscb_lib.page.words.shown import joined
from pscb_lib.page.words.standing import headline, say_change_of, say_exception
from pscb_lib.page.words.variation import say_rebase

COLUMNS, FEWEST = 3, 3  # of the small multiples; points of a chart
FLAT = 1.5  # times its own scale: on a shared one that is higher, a chart is a flat line
HALF: Place = (1, 2)
UNITS = {"percent": "Per cent", "count": "Number", "rate": "Rate per 10,000"}


def show_proof(assessments: Sequence[Assessment]) -> list[Block]:
    """The chart of the first exception, in the first of two columns."""
    urgent = needs_attention(assessments)
    if not urgent:
        return []
    one = urgent[0]
    return [*_chart(one, HALF, _subtitle(one), None, say_margin(one))]


def show_chart(one: Assessment, place: Place) -> list[Block]:
    """The chart of one that is no exception."""
    return [*_chart(one, place, _short_subtitle(one), None, None)]


def show_others(assessments: Sequence[Assessment], known: Known, at_most: int | None = None
                ) -> Several:
    """The exceptions after the first, of at most *at_most* in all, three in a row."""
    chosen = needs_attention(assessments)[1:at_most]
    heading = [Heading("Other exceptions", 2)] if chosen else []
    scales = say_scales([one for one in chosen if _is_drawn(one)])
    return Several([*heading, *([Prose(scales)] if scales else []), *_rows(chosen, known)])


def say_scales(drawn: Sequence[Assessment]) -> str:
    """Say which of the charts that are *drawn* share a scale; nothing of one chart."""
    if len(drawn) < 2:
        return ""
    if _scale_of_shares(drawn) is None:
        return "Each chart has its own scale."
    return "Percentages share one scale."


def _rows(chosen: Sequence[Assessment], known: Known) -> Iterator[Block]:
    shared = _scale_of_shares([one for one in chosen if _is_drawn(one)])
    for start in range(0, len(chosen), COLUMNS):
        row = chosen[start:start + COLUMNS]
        for at, one in enumerate(row, 1):
            place = (at, COLUMNS)
            scale = shared if one.figure.unit == "percent" else None
            yield from _chart(one, place, _short_subtitle(one), scale, _note(one))
            yield from ask(one, known, place)


def _chart(one: Assessment, place: Place, subtitle: str, scale: Scale | None, note: str | None
           ) -> Iterator[Block]:
    """The chart with what the figures say; only words where there are too few figures to draw."""
    if not _is_drawn(one):
        words = say_exception(one, say_margin(one)) if one.figure.value is not None else (
            f"{capital(say_absence(one))}.")
        yield Prose(f"**{headline(one)}.** {words}", place=place)
        return
    yield plot_control(series_of(one), f"trend-{one.indicator.id.lower()}", headline(one), subtitle,
                       place, note, scale)


def _note(one: Assessment) -> str | None:
    """What the picture does not say itself: rating, change, how many were missed, next rating."""
    missed = say_missed(one)
    rated = None if one.indicator.required is None else one.rating.value
    said = joined(rated, say_change_of(one), between=", ")
    return joined(f"{capital(said)}." if said else None, f"{capital(missed)}." if missed else None,
                  _say_count(one), say_margin(one),
                  say_rebase(one.variation.stretches[-1], one.quarters)) or None


def _say_count(one: Assessment) -> str | None:
    """The number that a rate is made from: 345 children looked after at the quarter's end."""
    if one.figure.unit != "rate" or one.figure.numerator is None:
        return None
    return f"{one.figure.numerator:,} {one.indicator.numerator}."


def _is_drawn(one: Assessment) -> bool:
    known = sum(point.value is not None for point in one.points)
    return one.figure.value is not None and known >= FEWEST


def _scale_of_shares(drawn: Sequence[Assessment]) -> Scale | None:
    """One scale for all percentages; None if there are not several, or one would be a flat line."""
    alike = [series_of(one) for one in drawn if one.figure.unit == "percent"]
    if len(alike) < 2:
        return None
    most = MOST_TICKS[COLUMNS]
    shared, own = shared_scale(alike, most), [shared_scale([one], most) for one in alike]
    least = min(scale.high - scale.low for scale in own)
    return shared if shared.high - shared.low <= FLAT * least else None


def _subtitle(one: Assessment) -> str:
    """What is drawn, and of what; the picture has from when to when."""
    indicator = one.indicator
    of_all = f", % of {indicator.denominator}" if one.figure.unit == "percent" else (
        ", per 10,000 residents aged 0 to 17" if one.figure.unit == "rate" else "")
    return f"{capital(indicator.numerator)}{of_all}"


def _short_subtitle(one: Assessment) -> str:
    usual = say_usual_range(one.variation, one.figure.unit)
    return f"{UNITS[one.figure.unit]}{f'; usual range {usual}' if usual else ' by quarter'}"
