"""Which release the figures of others are of, and who the neighbours are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from pscb_lib.framework.english import listed
from pscb_lib.framework.months import month_of
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.quarterly_data_set.measures.comparison import Comparison

ALONE: Mapping[str, Comparison] = MappingProxyType({})  # nothing is known of others
NO_SET = "Statistical neighbours of that time: none held."


def say_releases(assessments: Sequence[Assessment], found: Mapping[str, Comparison]) -> str | None:
    """The years and releases of what is compared, and who the neighbours are; None if nothing is.
    """
    shown = [found[one.indicator.id] for one in assessments if one.indicator.id in found]
    return _note(shown) if shown else None


def say_release(comparison: Comparison) -> str:
    """Say when a figure was first published; where only a later edition is held, that it is used.

    Its month is in the data of the figure.
    """
    first = f"first published {_month(comparison.first_released_on)}"
    if comparison.is_later_edition:
        return f"{first}; the values are as revised since"
    return f"published {_month(comparison.released_on)}"


def say_later_editions(later: Mapping[str, Comparison]) -> str | None:
    """That figures are held of later editions alone, and which setting lets a paper use them."""
    if not later:
        return None
    years = dict.fromkeys(one.year.title for one in later.values())
    editions = dict.fromkeys(_month(one.released_on) for one in later.values())
    return (f"Figures of {listed([*years])} had been published, but those held are of later "
            f"editions ({listed([*editions])}). The setting later_editions lets a paper use them, "
            "and say so.")


def _month(on: date) -> str:
    return f"{month_of(on)} {on.year}"


def _note(shown: Collection[Comparison]) -> str:
    sets = "; ".join(dict.fromkeys(one.neighbours.name for one in shown if one.neighbours))
    among = f"Neighbours are the statistical neighbours ({sets})." if sets else NO_SET
    releases = dict.fromkeys(f"{one.year.title}, {say_release(one)}" for one in shown)
    return joined(f"Figures of others: {'; '.join(releases)}.",
                  "Rates are per 10,000 residents aged 0 to 17.", among)
