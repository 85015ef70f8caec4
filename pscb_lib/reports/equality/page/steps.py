"""Who is over- or under-represented once referred: ratios, the counts, and what is not recorded."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.board.context import Context
from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, listed, small
from pscb_lib.page import charts
from pscb_lib.page.blocks import Chart, Prose, Question, Several, Table
from pscb_lib.page.tables.groups import grouped
from pscb_lib.page.tables.ratios import compare_with_residents
from pscb_lib.page.words.shown import joined, share
from pscb_lib.reports.equality import places
from pscb_lib.reports.equality.known import Known
from pscb_lib.reports.equality.page.ratios import (
    clear,
    figures_at,
    lacking,
    names_of,
    ratios_at,
)

HEADS = {places.ENQUIRY: "Section 47 enquiries", places.LOOKED_AFTER: "Becoming looked after"}
NOTE = ("Same: as likely as White British children, boys, or children not disabled. Full dot: "
        "chance alone is a poor explanation. A difference is a question, not a fault.")
PLACES = {places.ETHNIC: None, places.SEX: (1, 2), places.DISABILITY: (2, 2)}
ELSEWHERE = ("Conferences and plans, children missing, early help and child deaths are by group in "
             "their own papers, from the records of each child.")


def plot_steps(shown: Shown, known: Known) -> Several | None:
    """Plot the ratios at each later step beside each other; None if nothing was supplied."""
    if not known.is_counted or not ratios_at(shown, places.ENQUIRY):
        return None
    return Several([_plot(shown, step, (at, len(places.LATER)))
                    for at, step in enumerate(places.LATER, 1)])


def _plot(shown: Shown, step: str, place: tuple[int, int]) -> Chart:
    found = [(group, ratio) for at, group, _, ratio in clear(shown) if at == step]
    sides = {kind: [group for group, ratio in found if (ratio.value > 1) is more]
             for kind, more in (("more", True), ("fewer", False))}
    said = [f"{kind} of {names_of(those)}" for kind, those in sides.items() if those]
    headline = f"{HEADS[step]}: {', '.join(said) or 'no clear difference'}"
    return charts.plot_ratios(
        ratios_at(shown, step), figures_at(shown, step), place=place, headline=headline,
        id=f"ratios-{step.replace(' ', '-')}", note=NOTE if place[0] == 1 else None,
        beside=[one for at in places.LATER for one in ratios_at(shown, at).values() if one],
        subtitle="Rate of children referred, against the reference group; 95% interval")


def ask_steps(shown: Shown, known: Known) -> Question | None:
    """Ask the agency that counted why groups differ, and who records what often is not.

    None if no group clearly differs and no characteristic lacks for over a tenth.
    """
    found = [group for _, group, _, _ in clear(shown)]
    asked = joined(
        f"What explains the difference for {names_of(found)}: need, how they are referred, or what "
        "is decided about them?" if found else None, *(
            f"Who records {small(row)} where it is not recorded, and by when?"
            for row in lacking(shown)))
    if not asked or not known.counted_by:
        return None
    return Question("steps_asked", asked, listed([*known.counted_by]))


def say_recorded(shown: Shown, known: Known) -> Prose | None:
    """Say of how many children referred each characteristic is not recorded."""
    rows = require_shown(shown).rows(places.RECORDED) if known.is_counted else []
    told = {row: one for row in rows
            if (one := shown.get(places.RECORDED, row)).value is not None}
    said = [f"{small(row)} of {share(one)}" for row, one in told.items()]
    return Prose(f"**Not recorded**, of children referred: {'; '.join(said)}.") if said else None


def tabulate_steps(shown: Shown, known: Known) -> Several | None:
    """Tabulate the children at each step by group; None if nothing was supplied."""
    found = [name for name in places.GROUPS if known.is_counted
             and require_shown(shown).rows(places.table_of(name, places.REFERRED))]
    return Several([replace(_table(shown, name), place=PLACES[name])
                    for name in found]) if found else None


def _table(shown: Shown, name: str) -> Table | Prose:
    return grouped(shown, f"counts-{name.replace(' ', '-')}", f"Children at each step, by {name}",
                   capital(name),
                   {None: [(places.table_of(name, step), "") for step in places.STEPS]},
                   [capital(step) for step in places.STEPS])


def compare_groups(context: Context, shown: Shown, known: Known) -> Several | None:
    """Compare the children referred with residents, and say where other steps are counted."""
    table = places.table_of(places.ETHNIC, places.REFERRED)
    rows = require_shown(shown).rows(table) if known.is_counted else []
    children = {row: shown.get(table, row) for row in rows
                if row not in (TOTAL, NOT_RECORDED)}
    compared = [compare_with_residents(context, children, "children referred")] if rows else []
    return Several([*compared, Prose(ELSEWHERE)])
