"""The tables that are in the spreadsheet alone; the paper says in a sentence what matters."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.page.blocks import Data, Several, Sheet
from pscb_lib.page.tables.counts import list_counts, plain_counts, plain_value
from pscb_lib.page.tables.folded import is_mostly_hidden
from pscb_lib.reports.cdop_annual import places

TITLES = {
    places.LEARNING: ("What came of recommendations: reviews completed, joint panel", "Theme"),
    places.OWNERS: ("Recommendations owed: reviews completed, joint panel", "Owner"),
    places.TIME: ("Time from death to completion: reviews completed, joint panel", "Time taken"),
    places.WAITING: ("What longer reviews had waited for: reviews completed, joint panel",
                     "Waited for"),
    places.CASE_REVIEWS: ("Referrals for case review: deaths notified, joint panel", "Outcome"),
    places.MATTERS: ("Matters of concern: reviews completed, joint panel", "Matter of concern"),
    places.WIDER: ("Wider concerns: reviews completed, joint panel", "Public health or safety"),
    places.TO_ASK: ("To ask the panel's co-ordinator about: deaths notified, joint panel",
                    "Record"),
    places.MODIFIABLE: ("Modifiable factors: reviews completed, joint panel", "Found"),
    places.RATES: ("Deaths notified per 10,000 residents aged 0 to 17 a year", "Area and years"),
}
FACTORS = "Factors that may have contributed: reviews completed, joint panel"


def list_sheets(shown: Shown, denominators: str | None = None) -> Several:
    """List the tables for the spreadsheet; one that is mostly hidden is left out.

    *denominators* says which populations the rates are of.
    """
    made = {name: list_sheet(shown, name) for name in TITLES}
    if rates := made[places.RATES]:
        made[places.RATES] = replace(rates, note=denominators)
    return Several([*made.values(), list_factors(shown)])


def list_factors(shown: Shown) -> Sheet | None:
    """List in how many of the reviews that scored them factors of each kind may have contributed.

    Their shares are alike, so that no figure is drawn of them.
    """
    figures = {row: shown.get(places.DOMAINS, row) for row in require_shown(shown).rows(
        places.DOMAINS)}
    if is_mostly_hidden(figures.values()):
        return None
    return Sheet(places.DOMAINS, FACTORS,
                 Data(["Factors in", "Reviews with such factors", "Reviews that scored them",
                       "Per cent"],
                      [[row, *plain_counts(one), plain_value(one)]
                       for row, one in figures.items()]))


def list_sheet(shown: Shown, table: str) -> Sheet | None:
    """List one table of figures, a column for each of its columns."""
    return list_counts(shown, table, *TITLES[table])
