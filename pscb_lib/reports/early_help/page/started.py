"""Who starts assessments and who starts none, and how many are open."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, listed, spell
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.framework.statistics.intervals import wilson_interval
from pscb_lib.page import blocks, charts
from pscb_lib.page.blocks import Chart, Column, Data, Group, Prose, Table
from pscb_lib.page.tables.counts import figure_cell, plain_counts, tabulate_counts
from pscb_lib.page.tables.folded import is_mostly_hidden, not_shown
from pscb_lib.page.words.shown import amount, paragraph, require_told, say_count, told
from pscb_lib.reports.early_help import places

LEFT = (1, 2)
FEWEST = 10  # families, for a share with its interval


def starts(shown: Shown, half: ReportingPeriod) -> dict[str, ShownFigure]:
    """The starts of a half-year by agency; none where its file was not sent."""
    return {row: shown.get(places.STARTED_BY, row, half.label)
            for row in require_shown(shown).rows(places.STARTED_BY)
            if row != TOTAL and shown.has(places.STARTED_BY, row, half.label)}


def ever_started(shown: Shown) -> list[str]:
    """The agencies that may have started one in the half-years shown, those with most now first.
    """
    halves = require_shown(shown).columns(places.STARTED_BY)
    figures = {row: [shown.get(places.STARTED_BY, row, half) for half in halves]
               for row in shown.rows(places.STARTED_BY) if row != TOTAL}
    some = [row for row, line in figures.items() if any(one.hidden or one.value for one in line)]
    return sorted(some, key=lambda row: -_size(figures[row][-1]))


def plot_starters(shown: Shown, half: ReportingPeriod) -> Chart | Prose | None:
    """Plot starts by agency: full dots now, hollow ones a year before."""
    now, then = starts(shown, half), starts(shown, half.same_last_year)
    rows = ever_started(shown)
    if not rows:
        return None
    return charts.plot_dots(
        {row: now[row] for row in rows}, {row: then[row] for row in rows if row in then},
        id="starters", headline=_headline(shown, half),
        subtitle="Common assessments started by each agency that started any in two years",
        names=(capital(half.name), half.same_last_year.name), label="Agency")


def _size(figure: ShownFigure) -> float:
    return -1 if figure.value is None else figure.count


def _headline(shown: Shown, half: ReportingPeriod) -> str:
    now, then = (shown.get(places.STARTED_BY, TOTAL, one.label)
                 if shown.has(places.STARTED_BY, TOTAL, one.label) else None
                 for one in (half, half.same_last_year))
    if now is None or now.value is None or then is None or then.value is None:
        return "Who starts common assessments"
    return f"{now.text} started, {then.text} a year before"


@told
def _none(shown: Shown) -> str:
    rows, some = shown.rows(places.STARTED_BY), ever_started(shown)
    none = [row for row in rows if row != TOTAL and row not in some]
    years = len(shown.columns(places.STARTED_BY))
    if not none:
        return ""
    whole = f"the {spell(years)} half-years shown" if years > 1 else "the half-year"
    return f"Started none in {whole}: {listed(none)}."


def say_none(shown: Shown) -> Prose | None:
    """Name the agencies on the register that started none in any half-year."""
    return paragraph(_none(require_shown(shown)))


def tabulate_starters(shown: Shown) -> Table | Prose:
    """Tabulate starts by agency in up to four half-years; who started none stands in a sentence."""
    heads = {label: capital(parse_period(label).name)
             for label in require_shown(shown).columns(places.STARTED_BY)}
    return tabulate_counts(
        shown, places.STARTED_BY, "Common assessments started, by agency", "Agency",
        order=[*ever_started(shown), TOTAL], heads=heads,
        note="A half-year is never doubled into a year: schools start most, and not in August.")


def plot_flow(shown: Shown, half: ReportingPeriod) -> Chart | Prose | None:
    """Plot what was open or started, and how much of it was closed by the end."""
    opening, started, closed, still = (require_shown(shown).get(*place) for place in (
        places.OPENING, places.STARTED, places.CLOSED, places.OPEN))
    if any(one.hidden for one in (opening, started, closed, still)) or not (
            opening.count + started.count):
        return None
    return charts.plot_stacks(
        {"At work": {"Open at the start": opening, "Started": started},
         "At the end": {"Still open": still, "Closed": closed}},
        id="flow_drawn", place=LEFT, headline=f"{closed.text} closed, {still.text} still open",
        subtitle=f"Common assessments, {half.title}", label="When")


@told
def _open(shown: Shown, half: ReportingPeriod) -> str:
    still, rate = shown.get(*places.OPEN), shown.get(*places.OPEN_RATE)
    require_told(still, rate)
    said = "" if rate.value is None else f", {rate.text} for every 10,000 children"
    verb = "was" if still.value == 1 else "were"
    return (f"{capital(say_count(still, 'assessment'))} {verb} open on {say_day(half.end)}"
            f"{said}.")


@told
def _down(shown: Shown) -> str:
    down = shown.get(*places.STEPPED_DOWN)
    require_told(down)
    verb = "family was" if down.value == 1 else "families were"
    return f"{capital(amount(down)) if down.value else 'No'} {verb} started on leaving social care."


@told
def _children(shown: Shown) -> str:
    if not shown.has(*places.CHILDREN_STARTED):
        return ""
    families, children = shown.get(*places.STARTED), shown.get(*places.CHILDREN_STARTED)
    if families.value in (None, 0, 1):
        return ""
    return f"The {families.text} families had {amount(children)} children."


def say_flow(shown: Shown, half: ReportingPeriod) -> Prose | None:
    """Say how many are open, how many came from social care, and the children to Q&E."""
    return paragraph(_open(shown, half), _down(shown), _children(shown), place=LEFT)


def tabulate_groups(shown: Shown) -> Table | Prose:
    """Tabulate the first meeting in six weeks by ethnic group, with intervals where n allows."""
    figures = {row: shown.get("met", row) for row in require_shown(shown).rows("met")}
    caption = "First meeting within six weeks, by ethnic group"
    if is_mostly_hidden(figures.values()):
        return not_shown(caption)
    rows = [[blocks.strong(row) if row == TOTAL else blocks.cell(row), figure_cell(one)
             if _is_enough(one) else blocks.cell(_counts(one)), blocks.cell(_interval(one))]
            for row, one in figures.items()]
    data = [[row, *plain_counts(one), _interval(one)] for row, one in figures.items()]
    return Table("met", caption, [Column("Ethnic group", width=2), Column("Met in time", "end"),
                                  Column("95% interval", "end")], [Group(None, rows)],
                 Data(["group", "met", "families", "interval"], data), note=(
                     "Families whose six weeks (42 days) ended in the half-year. One closed within "
                     "them without a meeting was owed none. Where intervals overlap, groups may "
                     "differ by chance."))


def _is_enough(one: ShownFigure) -> bool:
    return one.denominator is not None and one.denominator >= FEWEST


def _counts(one: ShownFigure) -> str:
    return one.text if one.value is None else f"{one.numerator} of {one.denominator}"


def _interval(one: ShownFigure) -> str:
    if not _is_enough(one) or one.value is None:
        return "–"
    found = wilson_interval(*one.counts)
    return f"{100 * found.lower:.0f}% to {100 * found.upper:.0f}%"
