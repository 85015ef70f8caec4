"""The groups of children whose initial conferences were in time less or more often than others'.

Each group is compared with the largest of its kind. A gap is told where the 95% intervals of the
two do not overlap, so that chance alone would seldom make it. What is hidden, and groups of fewer
than ten, are not compared; nor is any group where a hidden one may be the largest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.statistics.intervals import wilson_interval
from pscb_lib.page.words.shown import share
from pscb_lib.reports.child_protection_conferencing import places

FEWEST_IN_A_GROUP = 10  # children, for an interval
BY = {"By ethnic group": "ethnicity", "By age": "age", "By sex": "sex"}
NO_GROUP = ("Other or not recorded", NOT_RECORDED)


@dataclass(frozen=True)
class Gap:
    """The kind of groups, and the name and figure of the one that is behind and of the other."""

    by: str
    behind: tuple[str, ShownFigure]
    ahead: tuple[str, ShownFigure]

    def say(self) -> str:
        """Say the gap with the counts of both groups."""
        (last, few), (first, most) = self.behind, self.ahead
        return (f"In twelve months {_of(few, 'children')} in the group “{last}” had theirs in time,"
                f" and {_of(most)} in “{first}”: chance alone seldom makes such a gap.")


def _of(figure: ShownFigure, noun: str = "") -> str:
    return share(figure, noun).partition(" (")[0]


def find_gaps(shown: Shown) -> Iterator[Gap]:
    """Yield the gaps between the largest group of a kind and each other one."""
    for by, name in BY.items():
        table = places.TIMELY_BY[name]
        groups = {row: one for row in require_shown(shown).rows(table) if is_large(
            one := shown.get(table, row))}
        largest = max(groups, key=lambda row: groups[row].counts[1], default="")
        if not largest or largest in NO_GROUP or not _is_largest(shown, groups, largest):
            continue
        for row in [one for one in groups if one not in (largest, *NO_GROUP)]:
            behind, ahead = sorted((row, largest), key=lambda one: groups[one].value or 0)
            if wilson_interval(*groups[behind].counts).upper < wilson_interval(
                    *groups[ahead].counts).lower:
                yield Gap(by, (behind, groups[behind]), (ahead, groups[ahead]))


def _is_largest(shown: Shown, groups: dict[str, ShownFigure], largest: str) -> bool:
    """Whether those who are not in the groups are no more than the largest has."""
    all_ = shown.get(*places.ALL_TIMELY)
    if all_.value is None:
        return False
    rest = all_.counts[1] - sum(one.counts[1] for one in groups.values())
    return rest <= groups[largest].counts[1]


def is_large(figure: ShownFigure) -> bool:
    """Whether a group has children enough for an interval, and is shown."""
    return figure.value is not None and figure.counts[1] >= FEWEST_IN_A_GROUP
