"""Agencies' own training: staff in date by level and agency, and whose training was validated."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed
from pscb_lib.page import charts
from pscb_lib.page.blocks import LEFT, RIGHT, Chart, Prose, Question
from pscb_lib.reports.training import places
from pscb_lib.reports.training.page.lead import names_of
from pscb_lib.reports.training.returned_agencies import who_owe

TARGET, ALL = 95, 100  # per cent of staff in date (local); the end of the line
NOT_SUPPLIED = "Agencies' own training was not supplied."
NONE_NEED = "No agency has staff who need training."


def plot_levels(context: Context, shown: Shown) -> Chart | Prose:
    """Plot the share of each agency's staff that is in date, as a bar with its two counts."""
    agencies = _needing(shown, places.BY_AGENCY)
    if not agencies:
        return Prose(NONE_NEED if shown.rows(places.BY_AGENCY) else NOT_SUPPLIED, place=LEFT)
    names = names_of(context)
    figures = {names.get(row, row): shown.get(places.BY_AGENCY, row) for row in agencies}
    below = [names.get(row, row) for row in _below(shown)]
    return charts.plot_bars(
        figures, id="in_date", place=LEFT, whole=ALL, picked=below, has_counts=True,
        target=TARGET,
        headline=_say_reached(len(agencies) - len(below), len(agencies)),
        subtitle=f"Staff in date, of those who need training; local target {TARGET}%",
        columns=("Agency", "Per cent", "In date", "Staff"))


def _say_reached(number: int, whole: int) -> str:
    if whole == 1:
        return f"The one agency with staff to train {'reaches' if number else 'is below'} {TARGET}%"
    return f"{number} of {whole} agencies {'reaches' if number == 1 else 'reach'} {TARGET}%"


def _needing(shown: Shown, table: str) -> list[str]:
    """The rows with staff who need training."""
    return [row for row in require_shown(shown).rows(table)
            if shown.get(table, row).value is not None]


def _below(shown: Shown) -> list[str]:
    return [row for row in _needing(shown, places.BY_AGENCY)
            if (shown.get(places.BY_AGENCY, row).value or 0) < TARGET]


def ask_agencies(context: Context, shown: Shown) -> Question | None:
    """Ask the agencies below the target by when their staff will be in date. None if none is."""
    below = _below(shown)
    if not below:
        return None
    names = names_of(context)
    named = [f"{names.get(row, row)} ({shown.get(places.BY_AGENCY, row).text})" for row in below]
    return Question("agencies_asked", f"By when will {TARGET}% of staff be in date: "
                    f"{listed(named)}?", listed([names.get(row, row) for row in below]),
                    place=RIGHT)


def ask_silent(context: Context, shown: Shown) -> Question | None:
    """Ask the agencies that sent no figures of their own training for them. None if all did."""
    silent = [one for one in who_owe(context) if one not in shown.rows(places.BY_AGENCY)]
    if not silent or not shown.rows(places.BY_AGENCY):
        return None
    names = names_of(context)
    return Question("silent_asked", "You sent no figures of your own training: how many staff need "
                    "it and are in date, and did somebody other than the trainer check it?",
                    listed([names.get(one, one) for one in silent]), place=RIGHT)


def say_agencies(shown: Shown) -> Prose | None:
    """Say how many staff of each level are in date. None if nothing was supplied."""
    levels = [row for row in _needing(shown, places.IN_DATE) if row != TOTAL]
    if not levels:
        return None
    named = [f"{shown.get(places.IN_DATE, row).text} at {row}" for row in levels]
    return Prose(f"Of all agencies' staff in date (local target {TARGET}%): {listed(named)}.",
                 place=RIGHT)
