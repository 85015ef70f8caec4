"""The tables of the Child Death Overview Panel's annual report, all made from shown figures.

Every caption says which of the two cohorts it is of: deaths notified, or reviews completed.
"""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.statistics.pooling import is_unreliable
from pscb_lib.page.blocks import Chart, Table
from pscb_lib.page.charts import plot_bars
from pscb_lib.page.tables.counts import tabulate_counts
from pscb_lib.page.tables.groups import bars, grouped
from pscb_lib.reports.cdop_annual.measures.cohorts import PANEL
from pscb_lib.reports.cdop_annual.measures.rates import DEATHS, LOWER, RATE, UPPER
from pscb_lib.reports.cdop_annual.page.found import found_span_of
from pscb_lib.reports.cdop_annual.page.words import area_of, explain_open, span_of

UNRELIABLE = "A rate of fewer than twenty deaths is unreliable: read its limits, not the rate."
NOTIFIED, COMPLETED = "Deaths notified", "Reviews completed"
WHO = {"Age": "age", "Sex": "sex", "Ethnic group": "ethnicity", "Place of death": "place",
       "Expected 24 hours before": "expected", "Known to social care": "known"}
FOUND = {"Category of death": "category", "Modifiable factors": "modifiable"}
OWN = {(NOTIFIED, "age"): "area_age", (NOTIFIED, "expected or not"): "area_expected",
       (COMPLETED, "what was found"): "area_modifiable"}
SIMPLE = {
    "learning": ("What came of recommendations: reviews completed, joint panel", "Theme"),
    "response": ("The response to unexpected deaths: deaths notified, joint panel", "Response"),
    "time": ("Time from death to completion: reviews completed, joint panel", "Time taken"),
    "waiting": ("What longer reviews had waited for: reviews completed, joint panel", "Waited for"),
    "case_reviews": ("Referrals for case review: deaths notified, joint panel", "Outcome"),
    "by_group": ("Groups of categories: reviews completed, joint panel", "Categories"),
    "domains": ("Factors that may have contributed: reviews completed, joint panel", "Factors in"),
}
FOUND_ONLY = ("by_group", "domains")
VALUES = {"domains": "Reviews with such a factor", "response": "Done"}


def tabulate(shown: Shown, table: str) -> Table:
    """Tabulate one of the panel's plain tables, with its years in the caption."""
    caption, row_label = SIMPLE[table]
    years = found_span_of(shown) if table in FOUND_ONLY else span_of(shown)
    return tabulate_counts(shown, table, f"{caption}, {years}", row_label,
                           value_label=VALUES.get(table, "Number"))


def tabulate_workload(shown: Shown) -> Table:
    """Both cohorts by year, side by side and never added."""
    cohorts = ((NOTIFIED, "notified"), (COMPLETED, "completed"))
    places = [(cohort, table, name) for cohort, table in cohorts
              for name in (PANEL, area_of(shown))]
    heads = [f"{cohort}: {name.lower() if name == PANEL else name}" for cohort, _, name in places]
    return grouped(shown, "workload", f"Deaths notified and reviews completed, {span_of(shown)}",
                   "Year", {None: [(table, name) for _, table, name in places]}, heads,
                   "Two groups of children: many reviews are about deaths of an earlier year."
                   + explain_open(shown))


def plot_notified(shown: Shown) -> Chart:
    """The deaths notified to the joint panel by year: few each year, so no trend is drawn."""
    return plot_bars(shown, "notified", "Deaths notified to the joint panel, by year", "by_year",
                     PANEL)


def tabulate_who_died(shown: Shown) -> Table:
    """Everything told of the deaths notified, joint panel, in one table."""
    caption = f"Who died: deaths notified, joint panel, {span_of(shown)}"
    return bars(shown, "who_died", caption, "Child and place", NOTIFIED, WHO)


def tabulate_findings(shown: Shown) -> Table:
    """Categories and modifiable factors of the reviews completed, joint panel."""
    caption = f"What was found: reviews completed, joint panel, {found_span_of(shown)}"
    return bars(shown, "findings", caption, "Finding", COMPLETED, FOUND)


def tabulate_area(shown: Shown) -> Table:
    """The few broad rows of this Board's own area."""
    years = {NOTIFIED: span_of(shown), COMPLETED: found_span_of(shown)}
    parts = {f"{cohort}, {years[cohort]}: {what}": table
             for (cohort, what), table in OWN.items()}
    caption = f"{area_of(shown)} within the joint panel"
    return bars(shown, "area", caption, "Group", "Number", parts, say_total=False)


def tabulate_rates(shown: Shown) -> Table:
    """Rates with their limits, of the years for which a population is known."""
    rates = [shown.get("rates", row, RATE) for row in require_shown(shown).rows("rates")]
    few = any(one.value is not None and is_unreliable(one.counts[0]) for one in rates)
    return grouped(shown, "rates", "Deaths notified per 10,000 residents aged 0 to 17 a year",
                   "Area and years", {None: [("rates", name)
                                             for name in (DEATHS, RATE, LOWER, UPPER)]},
                   note=UNRELIABLE if few else None)
