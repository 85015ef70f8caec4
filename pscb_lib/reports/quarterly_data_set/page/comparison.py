"""Comparison with others: the Board's area beside its neighbours, region and England."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from pscb_lib.board.comparators.register import ENGLAND, Mark, Printed
from pscb_lib.board.indicators import Unit
from pscb_lib.disclosure.showing import ShownFigure, rounded
from pscb_lib.framework.english import capital
from pscb_lib.framework.rag import Polarity
from pscb_lib.page.asking import Known, ask, ask_id
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Block, Chart, Data, Place, Prose, Several
from pscb_lib.page.charts.strip import plot_strip
from pscb_lib.page.charts.strip_lines import Line, Measure, farthest, say_apart
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.quarterly_data_set.measures.comparison import Comparison
from pscb_lib.reports.quarterly_data_set.page.releases import ALONE, say_later_editions

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


def say_value(value: Printed | Fraction, comparison: Comparison) -> str:
    """Return a published figure as printed, or why there is none."""
    if isinstance(value, Mark):
        return MARKS[value]
    is_whole = comparison.measure.unit is Unit.COUNT
    return rounded(value, 0 if is_whole else 1) + (
        "%" if comparison.measure.unit is Unit.PERCENT else "")


Member: TypeAlias = tuple[Assessment, Comparison]
FIRST = ("indicator", "year", "released_on")
LAST = ("neighbours' median", "rank", "ranked", "band")
KINDS = {"rates": Measure.SHARE, "percentages": Measure.POINTS}
NEUTRAL, HIGHER, LOWER = "Neither is better", "Higher is better", "Lower is better"
WHOLE: Place = (1, 1)  # one column


def plot_comparisons(assessments: Sequence[Assessment], found: Mapping[str, Comparison],
                     known: Known, asked: Sequence[Assessment] = (),
                     later: Mapping[str, Comparison] = ALONE) -> Several:
    """Plot indicators that others publish too as dot strips, in the latest year known.

    *later* is what a later edition would give, where nothing else is known. Rates and numbers are
    one figure, percentages a second. One of them ends with the question about its farthest line,
    or leads to it where it is among those *asked* already.
    """
    kinds = _by_kind(assessments, found)
    if not kinds:
        return Several([Prose(
            joined("Nothing that others publish was known on the day of the report.",
                   say_later_editions(later))
            if any(one.indicator.role for one in assessments) else
            "No indicator in the Board's register has a role; this part needs those of which "
            "figures are published, such as 'referrals'.")])
    far = list_far(assessments, found)
    return Several([block for kind, members in kinds.items() for block in (
        _strip(members, kind), *_ask(far, [one for one, _ in members], known, asked))])


def list_far(assessments: Sequence[Assessment], found: Mapping[str, Comparison]
             ) -> list[Assessment]:
    """The farthest line that is not better than England's, of the first figure that has one.

    It has a question: a paper has no room for one more.
    """
    return [one for kind, members in _by_kind(assessments, found).items()
            for one in _far_of(members, kind)][:1]


def _by_kind(assessments: Sequence[Assessment], found: Mapping[str, Comparison]
             ) -> dict[str, list[Member]]:
    shown = [(one, hide_own(found[one.indicator.id], one.figure)) for one in assessments
             if one.indicator.id in found]
    kinds = {kind: [each for each in shown if _kind_of(each[1]) == kind] for kind in KINDS}
    return {kind: members for kind, members in kinds.items() if members}


def _far_of(members: Sequence[Member], kind: str) -> list[Assessment]:
    """The one to be asked about; none where one is hidden, as that may be the farthest."""
    if any(one.figure.hidden for one, _ in members):
        return []
    measure, lines = KINDS[kind], [_line(*each) for each in members]
    far = farthest([line for line in lines if not _is_better(line, measure)], measure)
    return [one for (one, _), line in zip(members, lines, strict=True) if line is far]


def _is_better(line: Line, measure: Measure) -> bool:
    """Whether it is known to be better than England's: a rate may be either."""
    return measure is Measure.POINTS and not line.is_neutral and (
        line.apart(measure) > 0) is not line.is_reversed


def _ask(far: Sequence[Assessment], drawn: Sequence[Assessment], known: Known,
         asked: Sequence[Assessment]) -> list[Block]:
    return [block for one in far if known.is_asked and one in drawn for block in (
        [Prose(f"See [](#{ask_id(one)}).", place=WHOLE)] if one in asked else
        ask(one, known, WHOLE))]


def _strip(members: Sequence[Member], kind: str) -> Chart:
    first, measure = members[0][1], KINDS[kind]
    lines = sorted((_line(*each) for each in members),
                   key=lambda line: (line.is_neutral, line.is_reversed))
    far = farthest(lines, measure)
    return plot_strip(lines, first.area, f"comparisons-{kind}",
                      _headline(far, measure, first.area), _data(members),
                      joined(f"{capital(measure.value)}, {first.year.title}.", _say_way(lines)),
                      WHOLE, None, measure)


def _say_way(lines: Sequence[Line]) -> str | None:
    """Which way is better; None where the picture says it of each group of its lines."""
    groups = {line.group for line in lines}
    if all(line.is_neutral for line in lines):
        return f"{NEUTRAL}."
    if groups == {""}:
        return "Lower or higher may be better."
    return f"{groups.pop()}." if len(groups) == 1 else None


def _headline(far: Line | None, measure: Measure, area: str) -> str:
    """How far the farthest line that is drawn is from England."""
    if far is None or far.own is None or far.england is None:
        return f"{area} and its region"
    apart = say_apart(far, measure)
    than = {"same": "as England", "better": "than England", "worse": "than England"}.get(
        apart.split()[-1], "England")
    return f"{far.title}: {apart} {than}"


def _kind_of(comparison: Comparison) -> str:
    return "percentages" if comparison.measure.unit is Unit.PERCENT else "rates"


def _line(one: Assessment, comparison: Comparison) -> Line:
    names = comparison.neighbours.members if comparison.neighbours else ()
    others = [figure for name in names if (figure := _figure(name, comparison)) is not None]
    is_neutral = one.indicator.polarity in (Polarity.NEUTRAL, Polarity.BAND)
    is_reversed = one.indicator.polarity is Polarity.LOWER_IS_BETTER
    group = "" if _kind_of(comparison) == "rates" else (
        NEUTRAL if is_neutral else LOWER if is_reversed else HIGHER)
    return Line(one.indicator.title, _figure(comparison.area, comparison), others,
                _figure(ENGLAND, comparison), _figure(comparison.region, comparison),
                is_reversed, comparison.region, is_neutral, group)


def _figure(area: str, comparison: Comparison) -> tuple[float, str] | None:
    value = comparison.figures.get(area)
    if value is None or isinstance(value, Mark):
        return None
    return float(value), say_value(value, comparison)


def _data(members: Sequence[Member]) -> Data:
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
