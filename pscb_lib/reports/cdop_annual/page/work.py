"""The panel's work: deaths notified and reviews completed, by year, as columns side by side."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.page.blocks import Chart, Prose, Several
from pscb_lib.page.charts import plot_clusters
from pscb_lib.page.words.shown import joined, require_told, say_were, told
from pscb_lib.reports.cdop_annual.page.words import area_of, span_of, year_of
from pscb_lib.reports.cdop_annual.places import (
    BROUGHT_FORWARD,
    COMPLETED,
    DEATHS,
    NOTIFIED,
    OPEN,
    PANEL,
    REVIEWS_COMPLETED,
)

DIFFERENT = "Deaths notified and reviews completed are different children."


def plot_years(shown: Shown) -> Several:
    """Plot deaths notified and, beside them, reviews completed: the panel, and this Board's own."""
    return Several([_plot(shown, NOTIFIED, DEATHS, (1, 2)),
                    _plot(shown, COMPLETED, REVIEWS_COMPLETED, (2, 2))])


def _plot(shown: Shown, table: str, what: str, place: tuple[int, int]) -> Chart | Prose:
    names = [name for name in (PANEL, area_of(shown)) if _may_draw(shown, table, name)]
    series = {name: _by_year(shown, table, name) for name in names or [PANEL]}
    return plot_clusters(series, id=table, headline=_headline(shown, table, what) or what,
                         subtitle=f"{what} by year, {span_of(shown)}", place=place,
                         columns=("Year", *series))


def _by_year(shown: Shown, table: str, name: str) -> dict[str, ShownFigure]:
    return {row: shown.get(table, row, name) for row in require_shown(shown).rows(table)
            if row != TOTAL}


def _may_draw(shown: Shown, table: str, name: str) -> bool:
    return not any(one.hidden for one in _by_year(shown, table, name).values())


@told
def _headline(shown: Shown, table: str, what: str) -> str:
    """Say the range of the five years, between which one year's number means little."""
    figures = _by_year(shown, table, PANEL)
    require_told(*figures.values())
    least, most = (pick(one.count for one in figures.values()) for pick in (min, max))
    if least == most:
        return f"{most:,} {what.lower()} in each year"
    return f"{least:,} to {most:,} {what.lower()} a year"


def say_workload(shown: Shown) -> Prose:
    """Say that the two are different children, and how the open reviews came about."""
    return Prose(joined(DIFFERENT, _say_open(shown)))


@told
def _say_open(shown: Shown) -> str:
    """Say how many reviews were open, and how they came about if all that is shown."""
    left = shown.get(*OPEN)
    require_told(left)
    said = f"At the end of {year_of(shown)}, {say_were(left)} open"
    return f"{said}: {how}." if (how := explain_open(shown)) else f"{said}."


@told
def explain_open(shown: Shown) -> str:
    """Explain the open reviews, brought forward + notified - completed, if all are shown."""
    before, left = shown.get(*BROUGHT_FORWARD), shown.get(*OPEN)
    added, done = (shown.get(table, year_of(shown), PANEL) for table in (NOTIFIED, COMPLETED))
    require_told(before, left, added, done)
    return (f"{before.text} brought forward, plus {added.text} notified, less {done.text} "
            "completed")
