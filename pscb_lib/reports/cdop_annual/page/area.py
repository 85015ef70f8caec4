"""This Board's own children within the joint panel, and England's figures beside the panel's."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed
from pscb_lib.page.blocks import Cell, Column, Data, Group, Prose, Several, Table, cell
from pscb_lib.page.tables.counts import figure_cell, plain_value
from pscb_lib.page.tables.folded import fold, not_shown
from pscb_lib.reports.cdop_annual import places
from pscb_lib.reports.cdop_annual.page.found import (
    ask_of_factors,
    england_text,
    found_span_of,
    plot_found,
    plot_groups,
    say_rates,
)
from pscb_lib.reports.cdop_annual.page.words import area_of, span_of
from pscb_lib.reports.cdop_annual.places import (
    ALL_REVIEWS,
    DEATHS,
    NATIONAL,
    REVIEWS,
    REVIEWS_COMPLETED,
    SHARE,
    WITH,
)

OWN = {places.AREA_AGE: DEATHS, places.AREA_EXPECTED: DEATHS,
       places.AREA_MODIFIABLE: REVIEWS_COMPLETED}


def show_found(shown: Shown) -> Several:
    """Show what the panel found and England's figures, and beside them this Board's children."""
    return Several([plot_found(shown), tabulate_national(shown), plot_groups(shown),
                    ask_of_factors(shown), tabulate_area(shown), say_rates(shown)])


def tabulate_area(shown: Shown) -> Table | Prose:
    """Tabulate the few broad rows of this Board's own area."""
    years = {DEATHS: span_of(shown), REVIEWS_COMPLETED: found_span_of(shown)}
    caption = f"{area_of(shown)}'s children within the joint panel"
    kept, folded = fold({f"{cohort}, {years[cohort]}": {
        row: [shown.get(table, row)] for table, of in OWN.items() if of == cohort
        for row in require_shown(shown).rows(table) if row != TOTAL} for cohort in years})
    if not kept:
        return not_shown(caption)
    groups = [Group(label, [[cell(row), figure_cell(line[0])] for row, line in rows.items()])
              for label, rows in kept.items()]
    return Table("area", caption, [Column("Children", width=2.4), Column("Number", "end")], groups,
                 Data(["Group", "Children", "Number"],
                      [[label, row, plain_value(line[0])] for label, rows in kept.items()
                       for row, line in rows.items()]), folded, place=(2, 2))


def tabulate_national(shown: Shown) -> Table:
    """Tabulate the panel above England as published, all reviews, with the counts where known.

    England's shares of single categories are in the spreadsheet.
    """
    every = require_shown(shown).rows(NATIONAL)
    rows = [row for row in every if row.endswith(ALL_REVIEWS)]
    return Table(
        NATIONAL, "Modifiable factors: the panel and England",
        [Column(f"All {REVIEWS_COMPLETED.lower()}", width=2.4), Column(WITH, "end")],
        [Group(None, [[cell(row.removesuffix(f": {ALL_REVIEWS}")), _share(shown, row)]
                      for row in rows])],
        Data([REVIEWS_COMPLETED, "Per cent with modifiable factors"],
             [[row, plain_value(shown.get(NATIONAL, row, SHARE))] for row in every]),
        note="England: Department for Education, as published (whole per cent where it gave no "
             f"numbers){_not_held(shown, rows)}.",
        place=(1, 2))


def _not_held(shown: Shown, rows: list[str]) -> str:
    """Name the years of the span without a figure for England, and say why there is none."""
    first = found_span_of(shown).partition(" to ")[0]
    years = [row for row in shown.rows(places.NOTIFIED) if row != TOTAL and row >= first]
    missing = [year for year in years if not any(year in row for row in rows[1:])]
    verb = "is" if len(missing) == 1 else "are"
    return (f"; {listed(missing)} {verb} not held"
            if 0 < len(missing) < len(years) else "")


def _share(shown: Shown, row: str) -> Cell:
    figure = shown.get(NATIONAL, row, SHARE)
    if figure.unit == "percent":
        return figure_cell(figure)
    known = [shown.get(NATIONAL, row, name) for name in (WITH, REVIEWS)
             if shown.has(NATIONAL, row, name)]
    return cell(f"{england_text(shown, row)}%", " of ".join(one.text for one in known))
