"""Variation and assurance on one page: does it really change, and can it meet its target?

As NHS Making Data Count: the usual range is compared with the target. It tells what to expect if
nothing changes, and is no comfort: how often the target was met and how many are late stand beside.
"""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.framework.english import capital, count_of, listed, small
from pscb_lib.framework.statistics.assurance import Assurance, measure_assurance
from pscb_lib.page import blocks
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Cell, Column, Data, Group, Table
from pscb_lib.page.charts.icons import draw_icons
from pscb_lib.page.charts.usual_range import say_usual_range
from pscb_lib.page.words.indicators import names_of, say_missed, short_target
from pscb_lib.page.words.shown import joined
from pscb_lib.page.words.standing import say_met, way_of

LABELS = {
    Assurance.NEVER_MET: "Will miss its target unless something changes: all of the usual range "
                         "misses it",
    Assurance.HIT_AND_MISS: "May meet or miss its target by chance: the target lies within the "
                            "usual range",
    Assurance.ALWAYS_MET: "Can be expected to meet its target: all of the usual range meets it",
}
NOTE = ("A triangle is a real change and points its way: red for the worse, green and hollow for "
        "the better; a wave is usual variation. The dashes of the second icon are the target, its "
        "wave the usual range. The target is this year's, for all quarters. * Provisional: fewer "
        "than 12 quarters.")


def tabulate_assurance(assessments: Sequence[Assessment]) -> Table:
    """Tabulate the indicators with a target and a usual range, those that will miss it first."""
    found = {one.indicator.id: assurance_of(one) for one in assessments}
    members = {kind: [one for one in assessments if found[one.indicator.id] is kind]
               for kind in LABELS}
    groups = [Group(LABELS[kind], [_row(one, kind) for one in ones])
              for kind, ones in members.items() if ones]
    data = [[one.indicator.id, one.indicator.title, say_way(one), kind.value, say_met(one),
             one.outside] for kind, ones in members.items() for one in ones]
    columns = [Column("Indicator", width=3.8), Column("Icons", width=0.75),
               Column("Change", width=1.3), Column("Usual range", width=1.4),
               Column("Target", width=0.9), Column("Target met; missed now", width=2.7)]
    return Table("assurance", "What to expect of each target if nothing changes", columns, groups,
                 Data(["id", "indicator", "change", "assurance", "target met", "missed now"], data),
                 note=joined(NOTE, _say_without_target(assessments), _say_left_out(assessments)),
                 empty="No indicator with a target has enough quarters for a usual range.")


def assurance_of(one: Assessment) -> Assurance | None:
    """Whether all, none or part of the usual range meets the target; None if it is not known."""
    if one.figure.value is None:
        return None
    return measure_assurance(one.variation.limits, one.indicator.required, one.indicator.polarity)


def say_way(one: Assessment) -> str:
    """Whether the figure really changed: really worse, as usual."""
    way = way_of(one)
    return f"really {way}" if way else "as usual"


def _row(one: Assessment, kind: Assurance) -> list[Cell]:
    unit = one.figure.unit
    way, limits = say_way(one), one.variation.limits
    trial = "*" if limits and limits.are_trial else ""
    met = (say_met(one) or "one quarter only").replace("on target ", "")
    missed = say_missed(one, short=True)
    return [blocks.cell(one.indicator.title),
            blocks.picture(draw_icons(one.variation, kind),
                           f"{one.indicator.title}: {way}; target {kind.value}"),
            blocks.strong(capital(way)) if way != "as usual" else blocks.cell(capital(way)),
            blocks.cell(f"{say_usual_range(one.variation, unit)}{trial}"),
            blocks.cell(short_target(one.indicator)),
            blocks.cell(joined(capital(met), missed, between="; "))]


def _say_without_target(assessments: Sequence[Assessment]) -> str | None:
    """Name the indicators without a target that really changed, by their way."""
    plain = [one for one in assessments if one.indicator.required is None and way_of(one)]
    names, ways = names_of(assessments), dict[str, list[str]]()
    for one in plain:
        ways.setdefault(say_way(one), []).append(small(one.indicator.title, names))
    said = [f"{way}: {listed(titles)}" for way, titles in ways.items()]
    return f"Without a target, {'; '.join(said)}." if said else None


def _say_left_out(assessments: Sequence[Assessment]) -> str | None:
    """How many indicators with a target have no usual range here."""
    out = sum(one.indicator.required is not None and assurance_of(one) is None
              for one in assessments)
    return (f"{capital(count_of(out, 'more indicator'))} with a target: no figure, too few "
            "quarters, or quarters not shown.") if out else None
