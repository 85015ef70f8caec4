"""Who starts assessments and who starts none, and how many are open."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, listed, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import charts
from pscb_lib.page.blocks import LEFT, RIGHT, Chart, Prose, Sheet
from pscb_lib.page.tables.counts import list_counts
from pscb_lib.page.words.shown import amount, moved, paragraph, require_told, told
from pscb_lib.reports.early_help import places


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


def never_started(shown: Shown) -> list[str]:
    """The agencies on the register that started none in any of the half-years shown."""
    some = ever_started(shown)
    return [row for row in shown.rows(places.STARTED_BY) if row != TOTAL and row not in some]


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
    never, halves = never_started(shown), len(shown.columns(places.STARTED_BY))
    if not never:
        return ""
    whole = f"the last {spell(halves)} half-years" if halves > 1 else "the half-year"
    return f"Started none in {whole}: {listed(never)}."


def _none_now(shown: Shown, half: ReportingPeriod) -> str:
    """Name those that started none in the half-year, and some in those before."""
    lapsed = [one for one in started_none(shown, half) if one not in never_started(shown)]
    return f"None in this half-year, but some before: {listed(lapsed)}." if lapsed else ""


def started_none(shown: Shown, half: ReportingPeriod) -> list[str]:
    """The agencies on the register of which it is shown that they started none in the half-year."""
    return [row for row, one in starts(shown, half).items() if one.value == 0]


def say_none(shown: Shown, half: ReportingPeriod) -> Prose | None:
    """Name the agencies on the register that started none in any half-year, or in this one."""
    return paragraph(_none(require_shown(shown)), _none_now(shown, half))


def list_starters(shown: Shown) -> Sheet | None:
    """List starts by agency in up to four half-years, in the spreadsheet."""
    return list_counts(
        shown, places.STARTED_BY, "Common assessments started, by agency and half-year", "Agency",
        "A half-year is never doubled into a year: schools start most, and not in August.")


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
        id="flow_drawn", place=LEFT, headline=f"Open {moved(opening, still)}",
        subtitle=f"Common assessments, {half.title}", label="When")


@told
def _down(shown: Shown) -> str:
    down = shown.get(*places.STEPPED_DOWN)
    require_told(down)
    if down.value == 0:
        return "No assessment was started on leaving social care."
    noun = "family" if down.value == 1 else "families"
    return f"For {amount(down)} {noun} an assessment was started on leaving social care."


@told
def _children(shown: Shown) -> str:
    if not shown.has(*places.CHILDREN_STARTED):
        return ""
    families, children = shown.get(*places.STARTED), shown.get(*places.CHILDREN_STARTED)
    if families.value in (None, 0, 1):
        return ""
    return f"The {families.text} families had {amount(children)} children."


def say_flow(shown: Shown) -> Prose | None:
    """Say how many came from social care, and the children to Q&E."""
    return paragraph(_down(require_shown(shown)), _children(shown), place=RIGHT)
