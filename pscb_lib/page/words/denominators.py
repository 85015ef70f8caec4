"""What the rates of a page divide by: provisional estimates, and those of a later edition."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from pscb_lib.board.context import Context
from pscb_lib.board.populations import Estimate, known_estimates
from pscb_lib.framework.english import listed
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.words.shown import joined

REVISED = "Denominators are estimates as revised since."  # the register has the release of each


def say_denominators(context: Context, years: Collection[ReportingPeriod]) -> str | None:
    """Say which rates of *years* divide by an estimate that is provisional, or of a later edition.

    Also why the paper's own year has none, if one of a later edition is held. Returns None if there
    is nothing to say.
    """
    known = known_estimates(context, context.settings.area)
    used = {year: known[year.year_start] for year in years if year.year_start in known}
    later = any(one.is_later_edition(context.as_of) for one in used.values())
    return joined(_say_provisional(used),
                  REVISED if later else None,
                  _say_held(context) if context.period.year in {*years} - {*used} else None) or None


def _say_held(context: Context) -> str | None:
    """That the estimate for the paper's own year is held in a later edition alone."""
    settings = replace(context.settings, later_editions=True)
    held = known_estimates(replace(context, settings=settings), context.settings.area)
    found = held.get(context.period.year_start)
    return (f"No rate for {context.period.year.title}: the estimate of residents that is held is "
            f"of a later edition, the {found.edition.text}. The setting later_editions lets a "
            "paper use it, and say so.") if found else None


def _say_provisional(used: dict[ReportingPeriod, Estimate]) -> str | None:
    years = [year for year, one in used.items() if one.mid_year < year.year_start]
    if not years:
        return None
    stand_ins = list(dict.fromkeys(f"mid-{used[year].mid_year}" for year in years))
    named = listed([year.title for year in years])
    return f"Provisional denominator of rates for {named}: {listed(stand_ins)}, the newest known."
