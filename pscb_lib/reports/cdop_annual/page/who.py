"""Who died: deaths notified in five years, by age, sex, ethnic group, place and contact."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, listed, small
from pscb_lib.page.blocks import Chart, Prose, Several, Table
from pscb_lib.page.charts import plot_bars
from pscb_lib.page.tables.folded import Alike
from pscb_lib.page.tables.ratios import compare_with_residents
from pscb_lib.page.words.shown import most, paragraph, require_told, say, say_count, told
from pscb_lib.reports.cdop_annual import places
from pscb_lib.reports.cdop_annual.measures import bands
from pscb_lib.reports.cdop_annual.page.words import span_of
from pscb_lib.reports.cdop_annual.places import UNEXPECTED

WHAT = {places.AGE: "Age at death", places.ETHNICITY: "Ethnic group",
        places.PLACE: "Place of death", places.KNOWN: "Known to social care"}
SAYS = {places.AGE: "{part} of {whole} died at {label}",
        places.ETHNICITY: "{label}: {part} of {whole}",
        places.PLACE: "{label}: {part} of {whole} died there",
        places.KNOWN: "{label}: {part} of {whole}"}
NONE_KNOWN = "No plan, order or care: {part} of {whole}"
NONE_OF_THESE = "None of these"
ALIKE: dict[str, Alike] = {  # not recorded is like nothing else
    places.AGE: {"Under one year": bands.AGE_BANDS[:2], "One to nine years": bands.AGE_BANDS[2:4],
                 "10 to 17 years": bands.AGE_BANDS[4:]},
    places.ETHNICITY: {"All other groups": [one for one in bands.ETHNIC_GROUPS if one != "White"]},
    places.PLACE: {"Public place, school or elsewhere": ("Public place or school", "Elsewhere")},
    places.KNOWN: {"Known at death or earlier": (bands.IN_CARE, bands.PLAN_EARLIER)}}
PAIRS = ((places.AGE, places.ETHNICITY), (places.PLACE, places.KNOWN))


def plot_who_died(shown: Shown) -> Several:
    """Plot who died, two figures beside each other on one scale, and say what needs no picture."""
    total = require_shown(shown).get(places.AGE, TOTAL)
    whole = None if total.value is None else max(total.count, 1)
    return Several([paragraph(_sexes(shown), _expected(shown)),
                    *(_plot(shown, table, (column, 2), whole) for pair in PAIRS
                      for column, table in enumerate(pair, 1))])


def compare_groups(context: Context, shown: Shown) -> Table | Prose:
    """Compare the ethnic groups of the children who died with residents of the panel's area."""
    return compare_with_residents(context, rows_of(require_shown(shown), places.ETHNICITY),
                                  "children who died", area=context.settings.panel)


@told
def _sexes(shown: Shown) -> str:
    """Say how many were of each sex: Of 243 children, 148 were male and 95 female."""
    total, *each = (shown.get(places.SEX, row) for row in (TOTAL, *rows_of(shown, places.SEX)))
    require_told(total, *each)
    if not total.value:
        return ""
    named = [f"{one.text} {'was' if one.value == 1 else 'were'} {small(row)}"
             if row != NOT_RECORDED else f"for {one.text} it is not recorded"
             for row, one in zip(rows_of(shown, places.SEX), each, strict=True) if one.value]
    children = say_count(total, "child", "children")
    died = "death was" if total.value == 1 else "deaths were"
    return f"Of {children} whose {died} notified in five years, {listed(named)}."


@told
def _expected(shown: Shown) -> str:
    """Say how many deaths were unexpected in the 24 hours before, as the national form asks."""
    unexpected, total = shown.get(*UNEXPECTED), shown.get(places.EXPECTED, TOTAL)
    require_told(unexpected, total)
    if not total.value:
        return ""
    verb = "death was" if unexpected.value == 1 else "deaths were"
    return f"{capital(say(unexpected))} {verb} unexpected in the 24 hours before."


def _plot(shown: Shown, table: str, place: tuple[int, int], whole: float | None
          ) -> Chart | Prose:
    what = WHAT[table]
    cohort = f"{places.DEATHS}, {span_of(shown)}"
    every = rows_of(shown, table)
    some = {row: one for row, one in every.items() if one.value != 0}
    drawn = every if table == places.AGE else some or every  # ages are a scale
    return plot_bars(drawn, id=table, headline=_headline(shown, table) or what,
                     subtitle=f"{what}: {small(cohort)}", place=place,
                     columns=(what, places.DEATHS), whole=whole, total=shown.total_of(table),
                     alike=ALIKE[table])


def rows_of(shown: Shown, table: str, column: str = "") -> dict[str, ShownFigure]:
    """Return the figures of a table by row, without the total."""
    return {row: shown.get(table, row, column) for row in require_shown(shown).rows(table)
            if row != TOTAL}


@told
def _headline(shown: Shown, table: str) -> str:
    """Say of how many children what is most often so; nothing is called normal or rare."""
    total = shown.get(table, TOTAL)
    label = most(shown, table, NOT_RECORDED)
    if label is None or not shown.has(table, label):
        return ""
    require_told(total, shown.get(table, label))
    says = NONE_KNOWN if (table, label) == (places.KNOWN, NONE_OF_THESE) else SAYS[table]
    return says.format(label=label, part=shown.get(table, label).text, whole=total.text)
