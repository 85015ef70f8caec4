"""The tables of the report on children missing from home and care, from shown figures only.

Each group of rows counts one unit: episodes, children or return interviews.
"""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import blocks
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Column, Data, Group, Prose, Table
from pscb_lib.page.tables.counts import figure_cell, plain_value, tabulate_counts
from pscb_lib.page.tables.folded import fold, not_shown
from pscb_lib.page.tables.groups import bar_row, bars, columns_of, grouped
from pscb_lib.page.words.indicators import say_actual, say_target
from pscb_lib.page.words.shown import joined
from pscb_lib.page.words.targets import say_set_by, say_sources
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.page.words import TO_WHOM


def tabulate_rated(assessments: Sequence[Assessment]) -> Table:
    """Tabulate the two indicators with a target: rating, actual, target and last year's actual."""
    rows, data = [], []
    sources = say_sources([one.indicator for one in assessments])
    for one in assessments:
        last_year = one.points[0]
        rows.append([blocks.strong(one.indicator.title, one.indicator.lead),
                     blocks.rating(one.rating), figure_cell(one.figure),
                     blocks.cell(say_target(one.indicator), say_set_by(
                         one.indicator.target_source)), figure_cell(last_year),
                     blocks.ask(one.indicator.question)])
        data.append([one.indicator.id, one.indicator.title, one.rating.value, say_actual(one),
                     say_target(one.indicator), plain_value(last_year)])
    columns = [Column("Indicator", width=2.4), Column("Rating", width=1.1),
               Column("Actual", "end"), Column("Target", "end", 0.8),
               Column("Last year", "end"), Column("Question", width=3)]
    heads = ["id", "indicator", "rating", "actual", "target", "same half last year"]
    return Table("rated", "Agencies' work against target", columns, [Group(None, rows)],
                 Data(heads, data), note=f"Rated as section 7 rules. {sources} How many children "
                 "go missing is not rated. Later quarters are in the quarterly data set.")


def tabulate_episodes(shown: Shown, period: ReportingPeriod) -> Table | Prose:
    """Tabulate episodes: the half-year by status, and the twelve months to its end."""
    caption = f"Episodes in the half-year and the {period.rolling_year.name}"
    return _two_halves(shown, period, places.EPISODES, caption)


def tabulate_children(shown: Shown, period: ReportingPeriod) -> Table | Prose:
    """Tabulate children by group; the restricted set also has status and the year."""
    if require_shown(shown).audience == "restricted":
        return _two_halves(shown, period, places.CHILDREN,
                           "Children, each counted once in every cell")
    return bars(shown, places.CHILDREN, "Each child once: missing, away or absent in the half-year",
                "Whose at the last episode", "Children", {None: places.CHILDREN})


def _two_halves(shown: Shown, period: ReportingPeriod, grain: str, caption: str) -> Table | Prose:
    half, year = {
        places.EPISODES: (places.EPISODES, places.YEAR_OF_EPISODES),
        places.CHILDREN: (places.BY_STATUS, places.YEAR_OF_CHILDREN)}[grain]
    before, statuses = period.previous.title, places.STATUSES.values()
    columns = [*((half, name) for name in (*statuses, TOTAL)), (year, before), (year, TOTAL)]
    return grouped(shown, grain, caption, "Children", {None: columns},
                   [*statuses, period.title, before, places.TWELVE_MONTHS])


def tabulate_who(shown: Shown) -> Table | Prose:
    """Tabulate children by age, sex and ethnic group."""
    return grouped(shown, "who", "Who the children are", "Children",
                   {"Age at the last episode": columns_of(shown, places.AGES),
                    "Ethnic group": columns_of(shown, places.ETHNICITY)})


def tabulate_repeats(shown: Shown) -> Table | Prose:
    """Tabulate children by how often they went."""
    return grouped(shown, places.REPEATS, "Children by how often they went",
                   "Missing, away or absent", {None: columns_of(shown, places.REPEATS)})


def tabulate_durations(shown: Shown) -> Table | Prose:
    """Tabulate episodes by how long they lasted."""
    return grouped(shown, places.DURATIONS, "Episodes by how long they lasted", "Duration",
                   {None: columns_of(shown, places.DURATIONS)},
                   note="By the hours that passed, the change of the clocks included.")


def tabulate_times(shown: Shown) -> Table | Prose:
    """Tabulate episodes by day and by hour of going."""
    return bars(shown, "times", "Episodes by day and hour of going", "Day, hour", "Episodes",
                {"Day": places.WEEKDAYS, "Hour": places.HOURS})


def tabulate_exploitation(shown: Shown) -> Table | Prose:
    """Tabulate missing children whose risk was assessed, by risk."""
    return bars(shown, places.EXPLOITATION, "Missing children assessed, by risk", "Risk",
                "Children", {None: places.EXPLOITATION},
                "As last assessed. Those not assessed are counted against the target above.",
                _has_total(shown, places.EXPLOITATION))


def tabulate_learning(shown: Shown) -> Table | Prose:
    """Tabulate what children said in the interviews, and what was done."""
    return bars(shown, "learning", "What children said, and what was done", "Main answer",
                "Interviews", {"Main reason given": places.SAID, "What changed": places.CHANGED},
                say_total=_has_total(shown, places.SAID))


def _has_total(shown: Shown, table: str) -> bool:
    return require_shown(shown).get(table, TOTAL).value is not None


def tabulate_interviews(shown: Shown) -> Table | Prose:
    """Tabulate the steps from return to interview, with bars, last year's shares, and groups."""
    caption = "From a return to its interview"
    names = require_shown(shown).columns(places.INTERVIEWS)
    kept, folded = fold({None: {
        step: [shown.get(places.INTERVIEWS, step, name) for name in names]
        for step in shown.rows(places.INTERVIEWS)}})
    if not kept:
        return not_shown(caption)
    rows, data = [], []
    for step, figures in kept[None].items():
        whole = 100 if figures[0].unit == "percent" else float(figures[0].value or 1)
        rows.append([*bar_row(step, figures[0], whole), *map(figure_cell, figures[1:])])
        data.append([step, *map(plain_value, figures)])
    columns = [Column("Step", width=2.2), Column(names[0], "end", 1.2), Column("Bar", width=1.8),
               *(Column(name, "end", 1.2) for name in names[1:])]
    note = "Without children placed here by others. The 72 hours run by the clock."
    return Table(places.INTERVIEWS, caption, columns, [Group(None, rows)],
                 Data(["Step", *names], data), note=joined(note, folded))


def tabulate_recording(shown: Shown) -> Table | Prose:
    """Tabulate missing episodes by who recorded them."""
    return tabulate_counts(shown, places.RECORDED, "Missing episodes by who recorded them",
                           "Recorded", value_label="Episodes")


def tabulate_still_missing(shown: Shown) -> Table | Prose:
    """Tabulate who was away when the period ended; in the restricted set only."""
    if require_shown(shown).audience != "restricted":
        return Prose(TO_WHOM)
    return tabulate_counts(shown, places.STILL_MISSING, "Away when the period ended", "Episodes")
