"""The tables of the Child Death Overview Panel's annual report, all made from shown figures.

Every caption says which of the two cohorts it is about: deaths notified, or reviews completed.
"""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.statistics.pooling import is_unreliable
from pscb_lib.page.blocks import Chart, Prose, Table
from pscb_lib.page.charts.drawn import plot_bars
from pscb_lib.page.tables.counts import tabulate_counts
from pscb_lib.page.tables.groups import bars, grouped
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.cdop_annual import places
from pscb_lib.reports.cdop_annual.page.found import found_span_of
from pscb_lib.reports.cdop_annual.page.words import area_of, explain_open, span_of
from pscb_lib.reports.cdop_annual.places import (
    DEATHS,
    LOWER,
    PANEL,
    RATE,
    RATES,
    REVIEWS_COMPLETED,
    UPPER,
)

UNRELIABLE = "A rate of fewer than twenty deaths is unreliable: read its limits, not the rate."
NOTIFIED, COMPLETED = DEATHS, REVIEWS_COMPLETED
WHO = {"Age": places.AGE, "Sex": places.SEX, "Ethnic group": places.ETHNICITY,
       "Place of death": places.PLACE, "Expected 24 hours before": places.EXPECTED,
       "Known to social care": places.KNOWN}
FOUND = {"Category of death": places.CATEGORY, "Modifiable factors": places.MODIFIABLE}
OWN = {(NOTIFIED, "age"): places.AREA_AGE, (NOTIFIED, "expected or not"): places.AREA_EXPECTED,
       (COMPLETED, "what was found"): places.AREA_MODIFIABLE}
SIMPLE = {
    places.LEARNING: ("What came of recommendations: reviews completed, joint panel", "Theme"),
    places.TO_ASK: ("To ask the panel's co-ordinator about: deaths notified, joint panel",
                    "Record"),
    places.MATTERS: ("Matters of concern: reviews completed, joint panel", "Matter of concern"),
    places.WIDER: ("Wider concerns: reviews completed, joint panel", "Public health or safety"),
    places.TIME: ("Time from death to completion: reviews completed, joint panel", "Time taken"),
    places.WAITING: ("What longer reviews had waited for: reviews completed, joint panel",
                     "Waited for"),
    places.CASE_REVIEWS: ("Referrals for case review: deaths notified, joint panel", "Outcome"),
    places.BY_GROUP: ("Groups of categories: reviews completed, joint panel", "Categories"),
    places.DOMAINS: ("Factors that may have contributed: reviews completed, joint panel",
                     "Factors in"),
}
FOUND_ONLY = (places.BY_GROUP, places.DOMAINS)
VALUES = {places.DOMAINS: "Reviews with such a factor"}


def tabulate(shown: Shown, table: str) -> Table | Prose:
    """Tabulate one of the panel's plain tables, with its years in the caption."""
    caption, row_label = SIMPLE[table]
    years = found_span_of(shown) if table in FOUND_ONLY else span_of(shown)
    return tabulate_counts(shown, table, f"{caption}, {years}", row_label,
                           value_label=VALUES.get(table, "Number"))


def tabulate_workload(shown: Shown) -> Table | Prose:
    """Tabulate both cohorts by year, side by side and never added."""
    cohorts = ((NOTIFIED, places.NOTIFIED), (COMPLETED, places.COMPLETED))
    columns = [(cohort, table, name) for cohort, table in cohorts
              for name in (PANEL, area_of(shown))]
    heads = [f"{cohort}: {name.lower() if name == PANEL else name}" for cohort, _, name in columns]
    return grouped(shown, "workload", f"Deaths notified and reviews completed, {span_of(shown)}",
                   "Year", {None: [(table, name) for _, table, name in columns]}, heads,
                   joined("Two groups of children: many reviews are about deaths of an earlier "
                          "year.", explain_open(shown)))


def plot_notified(shown: Shown) -> Chart | Prose:
    """Draw the deaths notified to the joint panel by year; too few each year for a trend."""
    return plot_bars(shown, places.NOTIFIED, "Deaths notified to the joint panel, by year",
                     "by_year", PANEL)


def tabulate_who_died(shown: Shown) -> Table | Prose:
    """Tabulate who died among the deaths notified, joint panel, in one table."""
    caption = f"Who died: deaths notified, joint panel, {span_of(shown)}"
    return bars(shown, "who_died", caption, "Child and place", NOTIFIED, WHO)


def tabulate_findings(shown: Shown) -> Table | Prose:
    """Tabulate categories and modifiable factors of the reviews completed, joint panel."""
    caption = f"What was found: reviews completed, joint panel, {found_span_of(shown)}"
    return bars(shown, "findings", caption, "Finding", COMPLETED, FOUND)


def tabulate_area(shown: Shown) -> Table | Prose:
    """Tabulate the few broad rows of this Board's own area."""
    years = {NOTIFIED: span_of(shown), COMPLETED: found_span_of(shown)}
    parts = {f"{cohort}, {years[cohort]}: {what}": table
             for (cohort, what), table in OWN.items()}
    caption = f"{area_of(shown)} within the joint panel"
    return bars(shown, "area", caption, "Group", "Number", parts, say_total=False)


def tabulate_rates(shown: Shown, denominators: str | None = None) -> Table | Prose:
    """Tabulate rates with their limits, for the years with a known population."""
    rates = [shown.get(RATES, row, RATE) for row in require_shown(shown).rows(RATES)]
    few = any(one.value is not None and is_unreliable(one.counts[0]) for one in rates)
    return grouped(shown, RATES, "Deaths notified per 10,000 residents aged 0 to 17 a year",
                   "Area and years", {None: [(RATES, name)
                                             for name in (DEATHS, RATE, LOWER, UPPER)]},
                   note=joined(UNRELIABLE if few else None, denominators) or None)
