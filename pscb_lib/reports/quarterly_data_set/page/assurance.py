"""Variation and assurance on one page: does it really change, and can it meet its target?

As NHS Making Data Count: the usual range is compared with the target. It tells what to expect if
nothing changes, and is no comfort: how often the target was met and how many are late stand beside.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum
from fractions import Fraction

from pscb_lib.framework.english import capital, count_of, spell
from pscb_lib.framework.statistics.assurance import Assurance, measure_assurance
from pscb_lib.framework.statistics.signals import Rule
from pscb_lib.page import blocks
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Cell, Column, Data, Group, Table
from pscb_lib.page.charts.icons import draw_icons
from pscb_lib.page.charts.usual_range import say_usual_range
from pscb_lib.page.words.indicators import say_missed, short_target
from pscb_lib.page.words.shown import joined
from pscb_lib.page.words.standing import (
    MANY,
    quarters_met,
    say_extreme,
    say_met,
    say_since,
    way_of,
)
from pscb_lib.page.words.targets import ONE_TARGET, say_sources


class Expected(Enum):
    """What to expect of a target if nothing changes; the value is what is said of it in a row."""

    MISSED = "never met"
    SHIFTED = "no forecast"
    NOT_YET = "not met so far"
    CHANCE = "hit and miss"
    MET = "always met"


LABELS = {
    Expected.MISSED: "Will miss its target unless something changes: all of the usual range "
                     "misses it",
    Expected.SHIFTED: "No forecast: its level has shifted; the usual range mixes old and new",
    Expected.NOT_YET: f"Has not met its target in {spell(MANY)} quarters or more, though its usual "
                      "range reaches it",
    Expected.CHANCE: "Meets or misses its target by chance: it lies within the usual range",
    Expected.MET: "Can be expected to meet its target: all of the usual range meets it",
}
SAID = {Expected.MISSED: "all of it misses the target", Expected.SHIFTED: "no forecast",
        Expected.NOT_YET: "some of it meets the target", Expected.MET: "all of it meets the target",
        Expected.CHANCE: "some of it meets the target"}  # of the usual range, beside its icon
KINDS = {Expected.MISSED: Assurance.NEVER_MET, Expected.NOT_YET: Assurance.HIT_AND_MISS,
         Expected.CHANCE: Assurance.HIT_AND_MISS, Expected.MET: Assurance.ALWAYS_MET}
NOTE = ("Triangle: a real change, for the worse (red) or the better; wave: usual. "
        "Second icon: the usual range, the target dashed. Lowest or highest so far: not proven. "
        f"{ONE_TARGET} * Provisional: fewer than 12 quarters.")


def tabulate_assurance(assessments: Sequence[Assessment]) -> Table:
    """Tabulate the indicators with a target and a usual range, those that will miss it first."""
    found = {one.indicator.id: expect(one) for one in assessments}
    members = {kind: [one for one in assessments if found[one.indicator.id] is kind]
               for kind in LABELS}
    groups = [Group(LABELS[kind], [_row(one, kind) for one in ones])
              for kind, ones in members.items() if ones]
    data = [[one.indicator.id, one.indicator.title, say_way(one), kind.value, say_met(one),
             one.outside] for kind, ones in members.items() for one in ones]
    columns = [Column("Indicator", width=4.1), Column("Icons", width=0.65),
               Column("Change", width=1.65), Column("Usual range", width=1.7),
               Column("Target", width=0.9), Column("Quarters on target; missed", width=2.45)]
    return Table("assurance", "What to expect of each target if nothing changes", columns, groups,
                 Data(["id", "indicator", "change", "assurance", "target met", "missed now"], data),
                 note=joined(NOTE, _say_left_out(assessments), say_targets(assessments)),
                 empty="No indicator with a target has enough quarters for a usual range.")


def expect(one: Assessment) -> Expected | None:
    """What to expect of the target; None if the usual range or the target is not known.

    A level that has shifted has no forecast, because its usual range is of two levels.
    """
    kind = assurance_of(one)
    if kind is None:
        return None
    if _has_shifted(one):
        return Expected.SHIFTED
    if kind is Assurance.HIT_AND_MISS:
        met = quarters_met(one)
        return Expected.NOT_YET if met and not met[0] and met[1] >= MANY else Expected.CHANCE
    return Expected.MISSED if kind is Assurance.NEVER_MET else Expected.MET


def _has_shifted(one: Assessment) -> bool:
    """Whether the last seven points run on one side of the average, or one way."""
    latest = one.variation.latest
    return latest is not None and bool({Rule.SHIFT, Rule.TREND}.intersection(latest.rules))


def assurance_of(one: Assessment) -> Assurance | None:
    """Whether all, none or part of the usual range meets the target; None if it is not known."""
    if one.figure.value is None:
        return None
    return measure_assurance(one.variation.limits, one.indicator.required, one.indicator.polarity)


def say_way(one: Assessment) -> str:
    """Whether the figure really changed, and since when: really worse since Quarter 3."""
    way = way_of(one)
    return f"really {way} since {say_since(one)}" if way else "as usual"


def _say_change(one: Assessment) -> str:
    """The change if it is real; that it is the lowest or highest so far, if it is not."""
    extreme = say_extreme(one)
    if way_of(one) or not extreme:
        return capital(say_way(one).removeprefix("really ")).replace("Quarter ", "Q")
    return f"{capital(extreme.partition(' ')[0])} so far"


def _row(one: Assessment, kind: Expected) -> list[Cell]:
    change = _say_change(one)
    limits = one.variation.limits
    trial = "*" if limits and limits.are_trial else ""
    missed = say_missed(one, short=True)
    return [blocks.cell(one.indicator.title),
            blocks.picture(draw_icons(one.variation, KINDS.get(kind)),
                           f"{change}; usual range: {SAID[kind]}"),
            blocks.strong(change) if way_of(one) else blocks.cell(change),
            blocks.cell(f"{_say_range(one)}{trial}"),
            blocks.cell(short_target(one.indicator)),
            blocks.cell(joined(_say_met(one), missed, between="; "))]


def _say_met(one: Assessment) -> str:
    """In how many of the quarters the target was met: 3 of 11."""
    met, known = quarters_met(one) or (0, 0)
    return f"{met} of {known}" if known > 1 else "one quarter only"


def _say_range(one: Assessment) -> str | None:
    """The usual range, with decimals where rounding would put it at another side of the target."""
    return say_usual_range(one.variation, one.figure.unit, _stands_alike(one))


def _stands_alike(one: Assessment) -> Callable[[Fraction, Fraction], bool]:
    """Return whether a usual range with these ends stands to the target as the true one does."""
    def is_alike(low: Fraction, high: Fraction) -> bool:
        limits = one.variation.limits
        printed = limits and replace(limits, lower=low, upper=high)
        return measure_assurance(printed, one.indicator.required,
                                 one.indicator.polarity) is assurance_of(one)

    return is_alike


def say_targets(assessments: Sequence[Assessment]) -> str | None:
    """Say who set the targets and the timescales; the spreadsheet cites each."""
    said = say_sources([one.indicator for one in assessments])
    return f"{said} The spreadsheet cites each." if said else None


def _say_left_out(assessments: Sequence[Assessment]) -> str | None:
    """How many indicators with a target have no usual range here."""
    out = sum(one.indicator.required is not None and assurance_of(one) is None
              for one in assessments)
    return (f"{capital(count_of(out, 'more indicator'))} with a target: no figure, too few "
            "quarters, or quarters not shown.") if out else None
