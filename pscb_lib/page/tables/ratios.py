"""Children of each ethnic group against the residents of that group, as ratios of two rates.

The reference is White British, or White where the return does not tell the two apart. A ratio is
calculated from shown counts alone; there is none where a count is hidden or zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from pscb_lib.board.context import Context
from pscb_lib.board.published.ethnic_groups import WHITE, WHITE_BRITISH, Census, known_census
from pscb_lib.disclosure.showing import ShownFigure, rounded
from pscb_lib.framework.english import capital, spell
from pscb_lib.framework.months import say_day
from pscb_lib.framework.statistics.ratios import Ratio, rate_ratio
from pscb_lib.page.blocks import Column, Data, Group, Place, Prose, Table, cell

NO_RATIO = "No calculation"
NOTE = ("Residents are of {ages}; children are more mixed than adults, and a ratio above 1 may "
        "come from that alone. A ratio asks a question and finds no fault.")


def compare_with_residents(context: Context, children: Mapping[str, ShownFigure], noun: str,
                           place: Place | None = None, area: str = "") -> Table | Prose:
    """Tabulate the ratios of the *children* of each group; one sentence where none can be made.

    The residents are those of *area*, by default the Board's own.
    """
    area, day = area or context.settings.area, context.as_of
    census = known_census(area, day)
    if census is None:
        return Prose(f"No census of {area} by ethnic group that was published by {say_day(day)} is "
                     f"held, so {noun} are not set against the population.", place=place)
    reference = WHITE_BRITISH if WHITE_BRITISH in children else WHITE
    if reference not in children or not children[reference].value:
        return Prose(f"{capital(noun)} are not set against the population: the number of "
                     f"{reference} children is zero or not shown.", place=place)
    return _table(children, reference, census, noun, place)


def _table(children: Mapping[str, ShownFigure], reference: str, census: Census, noun: str,
           place: Place | None) -> Table:
    rows, data = [], []
    for group, figure in children.items():
        people = census.of(group)
        if people is None:
            continue
        ratio = _ratio(figure, people, children[reference], census.of(reference) or 0)
        said = "1 (the reference)" if group == reference else say_ratio(ratio)
        rows.append([cell(group), cell(figure.text), cell(say_share(people, census)), cell(said)])
        data.append([group, figure.value if figure.value is None else int(figure.value), people,
                     *(ratio_cells(None if group == reference else ratio))])
    columns = [Column("Ethnic group", width=2), Column(capital(noun), "end", 1),
               Column("Of residents", "end", 1), Column(f"Rate against {reference}", "end", 2)]
    return Table("ratios", f"{capital(noun)} against residents of the census of {census.year}",
                 columns, [Group(None, rows)],
                 Data(["group", "number", "residents", "ratio", "from", "to"], data),
                 note=NOTE.format(ages=census.ages), place=place)


def _ratio(figure: ShownFigure, people: int, reference: ShownFigure, of_reference: int
           ) -> Ratio | None:
    if figure.value is None or reference.value is None:
        return None
    return rate_ratio(int(figure.value), people, int(reference.value), of_reference)


def say_share(people: int, census: Census) -> str:
    """The share of all residents that some *people* are: 14.3%."""
    return f"{rounded(Fraction(100 * people, census.people))}%"


def say_ratio(ratio: Ratio | None) -> str:
    """A ratio with its interval: 1.82 (1.43 to 2.31)."""
    if ratio is None:
        return NO_RATIO
    low, high = ratio.interval.lower, ratio.interval.upper
    return f"{say_times(ratio).removesuffix(' times')} ({_figure(low)} to {_figure(high)})"


def say_times(ratio: Ratio) -> str:
    """A ratio in words: 1.82 times; twice, where it is whole, so that it is taken for no count."""
    said = _figure(ratio.value)
    if not said.endswith(".00"):
        return f"{said} times"
    whole = int(said.removesuffix(".00").replace(",", ""))
    return {1: "once", 2: "twice"}.get(whole, f"{spell(whole)} times")


def _figure(value: Fraction | float) -> str:
    """To two places, half up; less than 0.01 where that would print none."""
    said = rounded(Fraction(value), 2)
    return "less than 0.01" if said == "0.00" else said


def ratio_cells(ratio: Ratio | None) -> list[float | None]:
    """A ratio and its interval for a spreadsheet."""
    if ratio is None:
        return [None, None, None]
    return [round(float(one), 4) for one in (
        ratio.value, ratio.interval.lower, ratio.interval.upper)]
