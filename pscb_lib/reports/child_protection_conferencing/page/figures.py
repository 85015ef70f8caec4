"""The charts of the report, from shown figures only."""

from __future__ import annotations

from collections.abc import Mapping

from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.figures import NOT_SUPPLIED, TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, small, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page import charts
from pscb_lib.page.blocks import LEFT, RIGHT, Chart, Prose
from pscb_lib.page.charts.kept import Figures
from pscb_lib.page.tables.folded import say_folded
from pscb_lib.page.tables.rated import FEWEST_RATED
from pscb_lib.page.words.shown import require_told, told
from pscb_lib.reports.child_protection_conferencing import places
from pscb_lib.reports.child_protection_conferencing.page.came import (
    ATTENDANCE,
    absent,
    invited,
    often,
)


def _rows(shown: Shown, table: str, column: str = "") -> dict[str, ShownFigure]:
    return {row: shown.get(table, row, column) for row in require_shown(shown).rows(table)
            if row != TOTAL and shown.has(table, row, column)}


def plot_bands(shown: Shown) -> Chart | Prose | None:
    """Plot children by how many working days they waited for their initial conference."""
    figures = _rows(shown, places.BANDS)
    if not _has_bands(shown):
        return None
    return charts.plot_columns(
        figures, id="bands", place=LEFT, picked=places.IN_TIME_BANDS,
        headline=_late(shown) or "How long children waited for their initial conference",
        subtitle="Children, by working days to their initial conference",
        columns=("Working days", "Children"))


def _has_bands(shown: Shown) -> bool:
    """Whether children's waits are drawn; what follows them stands beside them then."""
    return bool(_rows(shown, places.BANDS) and shown.get(*places.ALL_INITIAL).value)


@told
def _late(shown: Shown) -> str:
    late, reasons = shown.get(*places.WAITED), _rows(shown, places.LATE, places.OF_INITIAL)
    require_told(late, *reasons.values())
    if not late.value:
        return "No child waited longer than 15 working days"
    known = {one: figure for one, figure in reasons.items() if one != NOT_RECORDED}
    most = max(known, key=lambda one: reasons[one].count)
    of = known[most].count
    if 2 * of <= late.count or late.value == 1:
        return f"{capital(spell(late.count))} waited longer than 15 working days"
    return f"{capital(spell(late.count))} waited longer: {small(most)} kept {spell(of)} of them"


def plot_agencies(shown: Shown, quarter: ReportingPeriod) -> Chart | Prose | None:
    """Plot each agency's attendance as a dot, with the last quarter's; not for the public."""
    now = dict(often(invited(shown, places.ATTENDED, quarter)))
    before = dict(often(invited(shown, places.ATTENDED, quarter.previous)))
    if not now:
        return None
    fewer = len(absent(shown, quarter))
    said = (f"{capital(spell(fewer))} {'agency' if fewer == 1 else 'agencies'} came to less than "
            f"{ATTENDANCE}%" if fewer else "Who came to conferences")
    return charts.plot_dots(
        now, {one: before[one] for one in now if one in before}, id="agencies",
        headline=said, whole=100, target=ATTENDANCE, label="Agency",
        names=(quarter.title, quarter.previous.title),
        subtitle="Conferences attended, per cent of invitations (if invited "
        f"{spell(FEWEST_RATED)} times or more; a deputy counts). Line: local target")


def plot_parts(shown: Shown) -> Chart | Prose | None:
    """Plot how children of eight and over took part, once for each conference."""
    figures = {row: one for row, one in _rows(shown, places.PARTS).items() if one.value != 0}
    if not figures or shown.get(*places.OLD_ENOUGH).value is None:
        return None
    ordered = dict(sorted(figures.items(), key=lambda item: -float(item[1].value or 0)))
    took = [row for row in ordered if row in _took(shown)]
    return charts.plot_bars(ordered, id="child_parts", picked=took,
                            place=RIGHT if _has_bands(shown) else None,
                            headline=_not_asked(shown) or "How children took part",
                            subtitle="Children of eight and over, each conference. Dark: took part",
                            columns=("Part", "Children"))


def _took(shown: Shown) -> set[str]:
    return {label for part, label in places.HOW.items()
            if part not in ("too young", "declined", "not asked", None)}


@told
def _not_asked(shown: Shown) -> str:
    one = shown.get(places.PARTS, places.HOW["not asked"])
    all_ = shown.get(*places.OLD_ENOUGH)
    require_told(one, all_)
    if not one.value or all_.count < 2:
        return ""
    were = "was" if one.count == 1 else "were"
    return f"{one.count:,} of {all_.count:,} children {were} not asked"


def plot_plans(shown: Shown) -> Chart | Prose | None:
    """Plot plans started, ended and open at the end of eight quarters.

    A line with a hidden quarter is not drawn, and is named under the picture.
    """
    quarters = [parse_period(one) for one in require_shown(shown).columns(places.PLANS)]
    series: dict[str, Figures] = {
        label: {one.title: shown.get(places.PLANS, label, one.label) for one in quarters
                if shown.get(places.PLANS, label, one.label).state != NOT_SUPPLIED}
        for label in (places.AT_END, places.STARTED, places.ENDED)}
    drawn = {label: line for label, line in series.items()
             if all(one.value is not None for one in line.values())}
    if not drawn:
        return None
    points = [one.title for one in quarters]
    return charts.plot_slope(
        drawn, id="plans", headline=_plans(shown, quarters) or "Plans of eight quarters",
        subtitle=f"Child protection plans, {points[0]} to {points[-1]}",
        note=say_folded([label for label in series if label not in drawn]),
        points=[one for one in points if any(one in line for line in drawn.values())],
        short={one.title: f"Q{one.number} {one.year.name[2:]}" for one in quarters}, high=72)


@told
def _plans(shown: Shown, quarters: list[ReportingPeriod]) -> str:
    last = quarters[-1].label
    now, start, end = (shown.get(places.PLANS, label, last) for label in (
        places.AT_END, places.STARTED, places.ENDED))
    then = shown.get(places.PLANS, places.AT_END, quarters[-2].label)
    require_told(now, start, end, then)
    if then.value is None or now.count == then.count:
        return (f"{capital(count_of(now.count, 'plan'))} at the end, {spell(start.count, 'none')} "
                f"started and {spell(end.count, 'none')} ended")
    verb = "More" if now.count > then.count else "Fewer"
    return (f"{verb} plans than at the last quarter's end: {now.count:,}, with {start.count:,} "
            f"started and {end.count:,} ended")


def plot_lengths(shown: Shown) -> Chart | Prose | None:
    """Plot how long the plans had lasted that ended in twelve months."""
    figures = _rows(shown, places.LENGTHS)
    if not figures or not any(one.value for one in figures.values()):
        return None
    return charts.plot_columns(
        figures, id="lengths", place=LEFT, picked=[places.UNDER_3, places.LONG],
        headline=_short(shown) or "How long plans lasted",
        subtitle="Plans that ended in twelve months, by how long they had lasted",
        columns=("Length", "Plans"))


@told
def _short(shown: Shown) -> str:
    figures: Mapping[str, ShownFigure] = _rows(shown, places.LENGTHS)
    require_told(*figures.values())
    short, long = figures[places.UNDER_3].count, figures[places.LONG].count
    return (f"{capital(spell(short, 'none'))} ended within three months, "
            f"{spell(long, 'none')} after two years or more")


def plot_category(shown: Shown) -> Chart | Prose | None:
    """Plot the children on a plan at the end by category."""
    figures = _rows(shown, places.CATEGORY)
    if not any(one.value for one in figures.values()):
        return None
    return charts.plot_bars(
        figures, id="category", place=RIGHT, headline=_most(shown, figures),
        subtitle="Children on a plan at the quarter's end, by category",
        columns=("Category", "Children"), total=shown.total_of(places.CATEGORY))


def _most(shown: Shown, figures: Mapping[str, ShownFigure]) -> str:
    """Say what most plans are for; where one is hidden, or none is the most, name the topic."""
    all_ = shown.get(places.CATEGORY, TOTAL)
    often = [row for row, one in figures.items() if row not in (places.OTHERS, NOT_RECORDED)
             and one.value and all_.value and 2 * one.count > all_.count]
    if not often:
        return "Children on a plan, by category"
    return f"Most plans are for {small(often[0])}: {figures[often[0]].count:,} of {all_.count:,}"
