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
from pscb_lib.framework.rag import Polarity
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Chart, Data, Place, Prose, Several
from pscb_lib.page.charts.strip import Line, plot_strip
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.quarterly_data_set.measures.comparison import Comparison
from pscb_lib.reports.quarterly_data_set.page.lead import HERE

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


def _month(on: date) -> str:
    return f"{month_of(on)} {on.year}"


NO_SET = ("Statistical neighbours are left out: no set that is held was in force on the day of "
          "this report.")
FIRST = ("indicator", "year", "released_on")
LAST = ("neighbours' median", "rank", "ranked", "band")
KINDS = {"context": "Neither way is better", "performance": "Right is better"}


def plot_comparisons(assessments: Sequence[Assessment], found: Mapping[str, Comparison]
                     ) -> Several:
    """Plot indicators that others publish too as dot strips, in the latest year known.

    Those where neither way is better stand in one column, the others in the second.
    """
    shown = [(one, hide_own(found[one.indicator.id], one.figure)) for one in assessments
             if one.indicator.id in found]
    if not shown:
        return Several([Prose("Nothing that others publish was known on the day of the report.")])
    kinds = {kind: [each for each in shown if _kind_of(each[0]) == kind] for kind in KINDS}
    drawn = [_strip(members, kind, (number, len(KINDS)))
             for number, (kind, members) in enumerate(kinds.items(), 1) if members]
    note = _note([comparison for _, comparison in shown])
    return Several([*drawn[:-1], replace(drawn[-1], note=note)])


def _strip(members: Sequence[tuple[Assessment, Comparison]], kind: str, place: Place) -> Chart:
    first = members[0][1]
    lines = [_line(one, comparison) for one, comparison in members]
    subtitle = f"{KINDS[kind]}. {first.year.title}; each line has its own scale"
    here = HERE if any(one.figure.hidden for one, _ in members) else ""
    return plot_strip(lines, first.area, f"comparisons-{kind}",
                      _headline(lines, kind, first.area, here), _data(members), subtitle, place)


def _headline(lines: Sequence[Line], kind: str, area: str, here: str) -> str:
    """In how many of the lines the authority is higher than England, or does better.

    *here* limits that to the lines whose figure the reader has.
    """
    pairs = [(line.own[0], line.england[0], line.is_reversed) for line in lines
             if line.own and line.england]
    if not pairs:
        return f"{area} and its region"
    above = sum(own < england if is_reversed else own > england
                for own, england, is_reversed in pairs)
    verb = "does better" if kind == "performance" else "is higher"
    return f"{area} {verb} than England in {above} of {len(pairs)}{here}"


def _kind_of(one: Assessment) -> str:
    neutral = one.indicator.polarity in (Polarity.NEUTRAL, Polarity.BAND)
    return "context" if neutral else "performance"


def _line(one: Assessment, comparison: Comparison) -> Line:
    names = comparison.neighbours.members if comparison.neighbours else ()
    others = [figure for name in names if (figure := _figure(name, comparison)) is not None]
    return Line(one.indicator.title, _figure(comparison.area, comparison), others,
                _figure(ENGLAND, comparison), _figure(comparison.region, comparison),
                one.indicator.polarity is Polarity.LOWER_IS_BETTER, comparison.region)


def _figure(area: str, comparison: Comparison) -> tuple[float, str] | None:
    value = comparison.figures.get(area)
    if value is None or isinstance(value, Mark):
        return None
    return float(value), say_value(value, comparison)


def _data(members: Sequence[tuple[Assessment, Comparison]]) -> Data:
    """Every figure of a strip, with rank and band among the neighbours where there is a set."""
    areas = list(dict.fromkeys(area for _, one in members for area in (
        one.area, ENGLAND, one.region, *(one.neighbours.members if one.neighbours else ()))))
    with_sets = any(comparison.neighbours for _, comparison in members)
    rows = [[one.indicator.title, comparison.year.label, str(comparison.released_on),
             *(_plain(comparison.figures.get(area), comparison) for area in areas),
             *(_plain_among(comparison) if with_sets else ())] for one, comparison in members]
    return Data([*FIRST, *areas, *(LAST if with_sets else ())], rows)


def _plain(value: Printed | Fraction | None, one: Comparison) -> float | str | None:
    if value is None:
        return None
    return say_value(value, one) if isinstance(value, Mark) else round(float(value), 6)


def _plain_among(one: Comparison) -> tuple[float | int | str | None, ...]:
    return _plain(one.median, one), one.rank, one.ranked, one.band


def _note(shown: Collection[Comparison]) -> str:
    sets = "; ".join(dict.fromkeys(one.neighbours.name for one in shown if one.neighbours))
    among = (f"Neighbours are the statistical neighbours ({sets})." if sets else NO_SET)
    releases = dict.fromkeys(f"{one.year.title}, {say_release(one)}" for one in shown)
    return joined(*(f"For {release}." for release in releases),
                  "Rates are per 10,000 residents aged 0 to 17.", among)
