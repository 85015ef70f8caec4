"""The figure of the half-year beside the same one a year earlier."""

from __future__ import annotations

from collections.abc import Mapping

from pscb_lib.disclosure.figures import RESTRICTED
from pscb_lib.disclosure.showing import Shown, ShownFigure
from pscb_lib.framework.english import capital, count_of
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import charts
from pscb_lib.page.blocks import LEFT, Chart, Prose
from pscb_lib.page.words.shown import moved
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.page.words import FIRST_YEAR, brief, is_recorded_anew

SMALL = range(1, 6)  # counts that only the restricted set may have beside their sum


def plot_half_years(shown: Shown, period: ReportingPeriod) -> Chart | Prose | None:
    """Plot episodes in the half-year and in the same one a year earlier: missing, and others.

    Only where one of the numbers is not shown are there no two parts of a bar. The children are in
    the answer.
    """
    heads = {places.THEN: period.same_last_year.title, places.NOW: period.title}
    every = {heads[places.THEN]: _all_then(shown),
             heads[places.NOW]: shown.get(*places.ALL_EPISODES)}
    missing = {heads[when]: shown.get(places.LAST_YEAR, places.MISSING, when) for when in heads}
    if any(one.value is None for one in every.values()):
        every = {}
    headline = _trend(every, period) or "Missing episodes"
    note = FIRST_YEAR if is_recorded_anew(period) else None
    bars = _parts(shown, every, missing)
    if bars:
        return charts.plot_stacks(
            bars, id="half_years", place=LEFT, label="Half-year", headline=headline, note=note,
            subtitle="Episodes: missing, and away from placement or absent")
    known = [figures for figures in (every, missing) if figures and not any(
        one.value is None for one in figures.values())]
    if not known:
        return None
    return charts.plot_bars(
        known[0], id="half_years", place=LEFT, headline=headline, note=note,
        subtitle="All episodes" if known[0] is every else "Missing episodes",
        columns=("Half-year", "Episodes"))


def _parts(shown: Shown, every: Mapping[str, ShownFigure], missing: Mapping[str, ShownFigure]
           ) -> dict[str, dict[str, ShownFigure]]:
    """The parts of each bar; nothing where one is not shown, or too small for these readers."""
    if not every or any(one.value is None for one in missing.values()):
        return {}
    others = {title: ShownFigure(one.count - missing[title].count, None, None, "count", "", False)
              for title, one in every.items()}
    if shown.audience != RESTRICTED and any(one.count in SMALL for one in others.values()):
        return {}
    return {brief(title): {"Missing": missing[title], "Away or absent": others[title]}
            for title in every}


def _all_then(shown: Shown) -> ShownFigure:
    """All episodes a year earlier: the sum of those of each status, hidden if one is."""
    parts = [shown.get(places.LAST_YEAR, status, places.THEN)
             for status in places.STATUSES.values()]
    is_hidden = any(one.hidden for one in parts)
    known = [one.count for one in parts if one.value is not None]
    whole = sum(known) if len(known) == len(parts) else None
    state = next((one.state for one in parts if one.value is None), "")
    return ShownFigure(whole, None, None, "count", state, is_hidden)


def _trend(episodes: Mapping[str, ShownFigure], period: ReportingPeriod) -> str:
    """Say how many episodes there were, and a year earlier; nothing of a rise if recorded anew."""
    if not episodes:
        return ""
    then, now = episodes.values()
    if not is_recorded_anew(period):
        return f"Episodes {moved(then, now)}"
    return f"{capital(count_of(now.count, 'episode'))}; {then.count:,} a year earlier"
