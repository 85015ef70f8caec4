"""Comparison with others: the Board's area beside its neighbours, region and England."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from pscb_lib.board.comparators.register import ENGLAND, Mark, Printed
from pscb_lib.board.indicators import Unit
from pscb_lib.disclosure.showing import ShownFigure, rounded
from pscb_lib.framework.months import month_of
from pscb_lib.page import blocks
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Cell, Column, Data, Group, Table
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.quarterly_data_set.measures.comparison import Comparison

MARKS = {Mark.SUPPRESSED: "not published (small numbers)", Mark.NOT_AVAILABLE: "not available",
         Mark.NOT_APPLICABLE: "not applicable", Mark.LOW: "close to zero",
         Mark.UNRELIABLE: "not published (unreliable)"}


def hide_own(comparison: Comparison, figure: ShownFigure) -> Comparison:
    """Remove the authority's own figure, rank and band where *figure* is hidden."""
    if not figure.hidden:
        return comparison
    others = {area: value for area, value in comparison.figures.items()
              if area != comparison.area}
    return replace(comparison, figures=others, rank=None, band=None)


def say_release(comparison: Comparison) -> str:
    """Say which release it is: released October 2014; for a later one, both days."""
    if comparison.is_later_edition:
        return (f"first released {_month(comparison.first_released_on)}; figures as in the "
                f"release of {_month(comparison.released_on)}")
    return f"released {_month(comparison.released_on)}"


def say_value(value: Printed | Fraction, comparison: Comparison) -> str:
    """Return a published figure as printed, or why there is none."""
    if isinstance(value, Mark):
        return MARKS[value]
    is_whole = comparison.measure.unit is Unit.COUNT
    return rounded(value, 0 if is_whole else 1) + (
        "%" if comparison.measure.unit is Unit.PERCENT else "")


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(
        number % 10, "th")
    return f"{number}{ending}"


def _month(on: date) -> str:
    return f"{month_of(on)} {on.year}"


NO_SET = ("Statistical neighbours are left out: no set that is held was in force on the day of "
          "this report.")
HEADS = ("Neighbours' median", "Place", "Band")
FIRST = ("indicator", "year", "released_on")
LAST = ("neighbours' median", "rank", "ranked", "band")


def tabulate_comparisons(assessments: Sequence[Assessment], found: Mapping[str, Comparison]
                         ) -> Table:
    """Tabulate indicators that others publish too, in the latest year known, with the release.

    Without a set of neighbours for any of them there are no columns of neighbours.
    """
    shown = {one.indicator.title: hide_own(found[one.indicator.id], one.figure)
             for one in assessments if one.indicator.id in found}
    releases = {title: f"{one.year.title}, {say_release(one)}" for title, one in shown.items()}
    is_one = len({*releases.values()}) == 1
    areas = list(dict.fromkeys(area for one in shown.values()
                               for area in (one.area, ENGLAND, one.region)))
    with_sets = any(one.neighbours for one in shown.values())
    heads, last = (HEADS, LAST) if with_sets else ((), ())
    rows = [[blocks.cell(title, None if is_one else releases[title]),
             *(_value(one.figures.get(area), one) for area in areas),
             *(_among(one) if with_sets else ())]
            for title, one in shown.items()]
    columns = [Column("Indicator", width=2.8), *(Column(name, "end") for name in (*areas, *heads))]
    data = [[title, one.year.label, str(one.released_on),
             *(_plain(one.figures.get(area), one) for area in areas),
             *(_plain_among(one) if with_sets else ())]
            for title, one in shown.items()]
    return Table("comparisons", "The same year and release for all", columns,
                 [Group(None, rows)], Data([*FIRST, *areas, *last], data),
                 note=_note(shown.values(), [*releases.values()][:is_one]),
                 empty="Nothing that others publish was known on the day of the report.")


def _value(value: Printed | Fraction | None, one: Comparison) -> Cell:
    return blocks.cell("–" if value is None else say_value(value, one))


def _plain(value: Printed | Fraction | None, one: Comparison) -> float | str | None:
    if value is None:
        return None
    return say_value(value, one) if isinstance(value, Mark) else round(float(value), 6)


def _among(one: Comparison) -> tuple[Cell, ...]:
    place = "–" if one.rank is None else f"{ordinal(one.rank)} of {one.ranked}"
    return _value(one.median, one), blocks.cell(place), blocks.cell(one.band or "–")


def _plain_among(one: Comparison) -> tuple[float | int | str | None, ...]:
    return _plain(one.median, one), one.rank, one.ranked, one.band


def _note(shown: Collection[Comparison], release: Sequence[str]) -> str:
    sets = "; ".join(dict.fromkeys(one.neighbours.name for one in shown if one.neighbours))
    among = ("Place (the highest first) and quartile band (A is best) are among this authority and "
             f"its statistical neighbours ({sets})." if sets else NO_SET if shown else None)
    return joined(*(f"For {one}." for one in release),
                  "Rates are per 10,000 residents aged 0 to 17.", among)
