"""Who died: deaths notified in five years, as bars by age, sex, ethnic group, place and contact."""

from __future__ import annotations

from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.page.blocks import Chart, Prose, Several
from pscb_lib.page.charts import plot_bars
from pscb_lib.page.words.shown import most, require_told, told
from pscb_lib.reports.cdop_annual import places
from pscb_lib.reports.cdop_annual.page.words import span_of
from pscb_lib.reports.cdop_annual.places import UNEXPECTED

WHAT = {places.AGE: "Age at death", places.SEX: "Sex", places.ETHNICITY: "Ethnic group",
        places.PLACE: "Place of death",
        places.EXPECTED: "Expected in the 24 hours before",
        places.KNOWN: "Known to social care"}
SAYS = {places.AGE: "{part} of {whole} died at {label}",
        places.SEX: "{label}: {part} of {whole} children",
        places.ETHNICITY: "{label}: {part} of {whole} children",
        places.PLACE: "{label}: {part} of {whole} died there",
        places.EXPECTED: "{label}: {part} of {whole} deaths"}
PAIRS = ((places.AGE, places.ETHNICITY), (places.PLACE, places.KNOWN),
         (places.SEX, places.EXPECTED))


def plot_who_died(shown: Shown) -> Several:
    """Plot who died, two figures beside each other."""
    return Several([_plot(shown, table, (column, 2)) for pair in PAIRS
                    for column, table in enumerate(pair, 1)])


def _plot(shown: Shown, table: str, place: tuple[int, int]) -> Chart | Prose:
    what = WHAT[table]
    return plot_bars(rows_of(shown, table), id=table, headline=_headline(shown, table) or what,
                     subtitle=f"{what}: deaths notified, {span_of(shown)}", place=place,
                     columns=(what, places.DEATHS))


def rows_of(shown: Shown, table: str, column: str = "") -> dict[str, ShownFigure]:
    """Return the figures of a table by row, without the total."""
    return {row: shown.get(table, row, column) for row in require_shown(shown).rows(table)
            if row != TOTAL}


@told
def _headline(shown: Shown, table: str) -> str:
    """Say of how many children what is most often so; nothing is called normal or rare."""
    total = shown.get(table, TOTAL)
    label = UNEXPECTED[1] if table == UNEXPECTED[0] else most(shown, table, NOT_RECORDED)
    if table not in SAYS or label is None or not shown.has(table, label):
        return ""
    require_told(total, shown.get(table, label))
    return SAYS[table].format(label=label, part=shown.get(table, label).text, whole=total.text)
