"""How often the children of each group came to a later step, against the reference group.

A ratio is calculated from shown counts alone: there is none where a count is hidden or zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import listed
from pscb_lib.framework.statistics.ratios import Ratio, rate_ratio
from pscb_lib.reports.equality.places import GROUPS, LATER, RECORDED, REFERRED, table_of

NAMES = {"Boys": "boys", "Girls": "girls", "Disabled": "disabled children",
         "Not disabled": "children not disabled"}

MUCH = 10  # per cent not recorded that is told and asked about
MOST = 10  # the ratio from which it is said in whole figures
NEAR = Fraction(3, 100)  # how far words may be from the ratio, of the whole where it is above one
ABOUT = {Fraction(1, 10): "a tenth", Fraction(1, 5): "a fifth", Fraction(1, 4): "a quarter",
         Fraction(1, 3): "a third", Fraction(2, 5): "two fifths", Fraction(1, 2): "half",
         Fraction(3, 5): "three fifths", Fraction(2, 3): "two thirds",
         Fraction(3, 4): "three quarters", Fraction(4, 5): "four fifths",
         Fraction(9, 10): "nine tenths", Fraction(5, 4): "one and a quarter times",
         Fraction(3, 2): "one and a half times", Fraction(7, 4): "one and three quarter times",
         Fraction(2): "twice", Fraction(5, 2): "two and a half times", Fraction(3): "three times",
         Fraction(4): "four times", Fraction(5): "five times"}


def ratios_at(shown: Shown, step: str) -> dict[str, Ratio | None]:
    """The ratio of each group at a later step, by group; the reference groups have none."""
    found: dict[str, Ratio | None] = {}
    for name, (reference, *others) in GROUPS.items():
        if not require_shown(shown).has(table_of(name, step), reference):
            continue
        for group in others:
            if group != NOT_RECORDED:
                found[group] = _ratio(shown, name, group, reference, step)
    return found


def figures_at(shown: Shown, step: str) -> dict[str, ShownFigure]:
    """The counts that the ratios at a step are calculated from, by group."""
    return {group: shown.get(table_of(name, step), group) for name, groups in GROUPS.items()
            for group in groups if group != NOT_RECORDED
            and require_shown(shown).has(table_of(name, step), group)}


def clear(shown: Shown) -> Iterator[tuple[str, str, str, Ratio]]:
    """Yield the step, group, reference and ratio of those that chance alone explains poorly."""
    for step in LATER:
        for group, one in ratios_at(shown, step).items():
            if one and one.is_clear:
                yield step, group, reference_of(group), one


def lacking(shown: Shown) -> list[str]:
    """The characteristics that are not recorded for over a tenth of children referred."""
    return [row for row in require_shown(shown).rows(RECORDED)
            if (shown.get(RECORDED, row).value or 0) > MUCH]


def say_about(ratio: Ratio) -> str:
    """A ratio in round words if they are near it: about half; else in figures: 1.3 times."""
    value = ratio.value
    near = min(ABOUT, key=lambda one: abs(one - value))
    if abs(near - value) <= NEAR * max(Fraction(1), near):
        return f"about {ABOUT[near]}"
    return f"{float(value):{'.2g' if value < MOST else '.0f'}} times"


def names_of(groups: Iterable[str]) -> str:
    """Groups as a sentence has them: White other and Asian children; girls and disabled children.
    """
    groups = [*dict.fromkeys(groups)]
    ethnic = [one for one in groups if one not in NAMES]
    return listed([*([f"{listed(ethnic)} children"] if ethnic else []),
                   *(NAMES[one] for one in groups if one in NAMES)])


def reference_of(group: str) -> str:
    """The group that a group is compared with."""
    return next(groups[0] for groups in GROUPS.values() if group in groups)


def _ratio(shown: Shown, name: str, group: str, reference: str, step: str) -> Ratio | None:
    counts = [shown.get(table_of(name, at), one)
              for one in (group, reference) for at in (step, REFERRED)]
    if any(one.value is None for one in counts):
        return None
    reached, referred, reached_of_reference, of_reference = (one.count for one in counts)
    return rate_ratio(reached, referred, reached_of_reference, of_reference)
