"""How others do: yearly figures of England, the region and the statistical neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pscb_lib import blocks
from pscb_lib.assessment import Assessment
from pscb_lib.blocks import Cell, Column, Data, Group, Table
from pscb_lib.comparators.register import ENGLAND
from pscb_lib.measures.comparison import Comparison
from pscb_lib.words.comparison import hide_own, ordinal, say_release, say_value

HEADS = ("Neighbours' median", "Place", "Band")
FIRST = ("indicator", "year", "released_on")
LAST = ("neighbours' median", "rank", "ranked", "band")


def tabulate_comparisons(assessments: Sequence[Assessment], found: Mapping[str, Comparison]
                         ) -> Table:
    """Each indicator that others publish too, in the latest year known, with whose release."""
    shown = {one.indicator.title: hide_own(found[one.indicator.id], one.figure)
             for one in assessments if one.indicator.id in found}
    releases = {title: f"{one.year.label}, {say_release(one)}" for title, one in shown.items()}
    is_one = len({*releases.values()}) == 1
    areas = list(dict.fromkeys(area for one in shown.values()
                               for area in (one.area, ENGLAND, one.region)))
    rows = [[blocks.cell(title, None if is_one else releases[title]),
             *(_value(one.figures.get(area), one) for area in areas),
             _value(one.median, one), _place(one), blocks.cell(one.band or "–")]
            for title, one in shown.items()]
    columns = [Column("Indicator", width=2.8), *(Column(name, "end") for name in (*areas, *HEADS))]
    data = [[title, one.year.label, str(one.released_on),
             *(_plain(one.figures.get(area), one) for area in areas),
             _plain(one.median, one), one.rank, one.ranked, one.band]
            for title, one in shown.items()]
    return Table("comparisons", "The same year and release for all", columns,
                 [Group(None, rows)], Data([*FIRST, *areas, *LAST], data),
                 note=_note(shown.values(), [*releases.values()][:is_one]),
                 empty="Nothing that others publish was known on the day of the report.")


def _value(value: object, one: Comparison) -> Cell:
    return blocks.cell("–" if value is None else say_value(value, one))


def _plain(value: object, one: Comparison) -> float | str | None:
    is_number = value is not None and not hasattr(value, "name")
    return round(float(value), 6) if is_number else value and say_value(value, one)


def _place(one: Comparison) -> Cell:
    return blocks.cell("–" if one.rank is None else f"{ordinal(one.rank)} of {one.ranked}")


def _note(shown: Iterable[Comparison], release: Sequence[str]) -> str:
    sets = "; ".join(dict.fromkeys(one.neighbours.name for one in shown if one.neighbours))
    return " ".join([*(f"Year {one}." for one in release),
                     "Rates are per 10,000 residents aged 0 to 17. Place (the highest first) "
                     "and quartile band (A is best) are among this authority and its statistical "
                     f"neighbours ({sets})."])
