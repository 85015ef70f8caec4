"""The groups of children whose initial conferences were in time least and most often.

A gap is told where the 95% intervals of two groups of one kind do not overlap, so that chance alone
would seldom make it. What is hidden, and groups of fewer than ten, are not compared.
"""

from __future__ import annotations

from dataclasses import dataclass

from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.statistics.intervals import wilson_interval
from pscb_lib.reports.child_protection_conferencing import places

FEWEST_IN_A_GROUP = 10  # children, for an interval
BY = {"By ethnic group": "ethnicity", "By age": "age", "By sex": "sex"}
NO_GROUP = ("Other or not recorded", NOT_RECORDED)


@dataclass(frozen=True)
class Gap:
    """The kind of groups, and the name and figure of the one that is last and of the first."""

    by: str
    last: tuple[str, ShownFigure]
    first: tuple[str, ShownFigure]

    def say(self) -> str:
        """Say the gap with the counts of both groups."""
        (last, few), (first, most) = self.last, self.first
        return (f"{self.by}, {_of(few)} ({last}) had theirs in time in twelve months, against "
                f"{_of(most)} ({first}): a gap that chance would seldom make.")


def _of(figure: ShownFigure) -> str:
    number, whole = figure.counts
    return f"{number:,} of {whole:,}"


def find_gap(shown: Shown) -> Gap | None:
    """Return the first gap: by ethnic group, by age or by sex; None where there is none."""
    for by, name in BY.items():
        table = places.TIMELY_BY[name]
        groups = {row: shown.get(table, row) for row in require_shown(shown).rows(table)
                  if row not in NO_GROUP}
        ends = {row: wilson_interval(*one.counts) for row, one in groups.items() if is_large(one)}
        if not ends:
            continue
        last = min(ends, key=lambda row: ends[row].upper)
        first = max(ends, key=lambda row: ends[row].lower)
        if ends[last].upper < ends[first].lower:
            return Gap(by, (last, groups[last]), (first, groups[first]))
    return None


def is_large(figure: ShownFigure) -> bool:
    """Whether a group has children enough for an interval, and is shown."""
    return figure.value is not None and figure.counts[1] >= FEWEST_IN_A_GROUP
