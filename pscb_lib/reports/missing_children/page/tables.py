"""The tables of the report on children missing from home and care, from shown figures only.

Each group of rows counts one unit: episodes, children or return interviews.
"""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import by_role
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import blocks
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Cell, Column, Data, Group, Prose, Table
from pscb_lib.page.margins import rating_of
from pscb_lib.page.tables.counts import figure_cell, plain_value, tabulate_counts
from pscb_lib.page.tables.groups import columns_of, grouped
from pscb_lib.page.tables.ratios import compare_with_residents
from pscb_lib.page.tables.tidy import ACTUAL, TARGET, actual_cells, target_cells
from pscb_lib.page.words.indicators import say_target
from pscb_lib.page.words.roles import say_unheld
from pscb_lib.page.words.shown import joined
from pscb_lib.page.words.targets import say_set_by, say_sources
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.indicators import RATED
from pscb_lib.reports.missing_children.measures.small import NOT_WHITE
from pscb_lib.reports.missing_children.page.since import since
from pscb_lib.reports.missing_children.page.words import TO_WHOM, brief

TOO_FEW_UNRECORDED = "Not recorded alone: too few to show."


def tabulate_rated(shown: Shown, assessments: Sequence[Assessment]) -> Table | Prose:
    """Tabulate the two indicators with a target: rating, actual, target, last year, and since.

    A sentence says which of the two the Board's register has not.
    """
    unheld = say_unheld(by_role(one.indicator for one in assessments), *RATED)
    if not assessments:
        return Prose(unheld)
    rows, data = [], []
    sources = say_sources([one.indicator for one in assessments])
    later = next((found[0] for one in assessments
                  if (found := since(shown, one.indicator.id))), None)
    for one in assessments:
        then = [one.points[0], *([_since(shown, one)] if later else [])]
        rows.append([blocks.strong(one.indicator.title, one.indicator.lead),
                     blocks.rating(one.rating), figure_cell(one.figure),
                     blocks.cell(say_target(one.indicator), say_set_by(
                         one.indicator.target_source)), *(_rated(one, each) for each in then)])
        data.append([one.indicator.id, one.indicator.title, one.rating.value,
                     *actual_cells(one.figure), *target_cells(one.indicator),
                     *map(plain_value, then)])
    since_ = [later.title] if later else []
    columns = [Column("Indicator", width=3), Column("Rating", width=1.1),
               *(Column(head, "end", width) for head, width in (
                   ("Actual", 1), ("Target", 0.8), ("Last year", 1.2),
                   *((head, 1.2) for head in since_)))]
    heads = ["id", "indicator", "rating", *ACTUAL, *TARGET, "same half last year", *since_]
    return Table("rated", "Agencies' work against target", columns, [Group(None, rows)],
                 Data(heads, data), note=joined(
                     f"Rated under section 7 of the Framework. {sources} How many children go "
                     "missing is not rated.", unheld))


def _since(shown: Shown, one: Assessment) -> ShownFigure | None:
    last = since(shown, one.indicator.id)
    return last[1] if last else None


def _rated(one: Assessment, figure: ShownFigure | None) -> Cell:
    """A figure with its rating and its counts: 85.7%, and below it Green, 54 of 63."""
    if figure is None or figure.value is None:
        return figure_cell(figure)
    numerator, denominator = figure.counts
    word = rating_of(one.indicator, figure, one.thresholds).value
    return blocks.cell(figure.text, f"{word}, {numerator:,} of {denominator:,}")


def tabulate_episodes(shown: Shown, period: ReportingPeriod) -> Table | Prose:
    """Tabulate episodes: the half-year before, this one by status, and the twelve months."""
    caption = f"Episodes by kind in {period.title}, and in twelve months"
    return _two_halves(shown, period, places.EPISODES, caption)


def tabulate_children(shown: Shown, period: ReportingPeriod) -> Table | Prose:
    """Tabulate children by group; the restricted set also has status and the year."""
    if require_shown(shown).audience == "restricted":
        return _two_halves(shown, period, places.CHILDREN,
                           "Children, each counted once in every cell")
    return tabulate_counts(shown, places.CHILDREN, "Children, each counted once",
                           "Where they lived at the last episode", value_label="Children")


def _two_halves(shown: Shown, period: ReportingPeriod, grain: str, caption: str) -> Table | Prose:
    half, year = {
        places.EPISODES: (places.EPISODES, places.YEAR_OF_EPISODES),
        places.CHILDREN: (places.BY_STATUS, places.YEAR_OF_CHILDREN)}[grain]
    before, statuses = period.previous.title, places.STATUSES.values()
    columns = [*((half, name) for name in (*statuses, TOTAL)), (year, before), (year, TOTAL)]
    spans = brief(period.title), "half-year before", places.TWELVE_MONTHS
    return grouped(shown, grain, caption, "Children", {None: columns},
                   [*statuses, *(f"All, {span}" for span in spans)])


def tabulate_groups(shown: Shown) -> Table | Prose:
    """Tabulate children by ethnic group and sex; by age they are a figure."""
    is_joined = NOT_WHITE in require_shown(shown).rows(places.ETHNICITY)
    return grouped(shown, "groups", "Children by ethnic group and sex", "Ethnic group",
                   {None: columns_of(shown, places.ETHNICITY)},
                   note=TOO_FEW_UNRECORDED if is_joined else None)


def compare_groups(context: Context, shown: Shown) -> Table | Prose:
    """Compare the ethnic groups of the children with residents."""
    children = {row: shown.get(places.ETHNICITY, row, TOTAL)
                for row in require_shown(shown).rows(places.ETHNICITY) if row != TOTAL}
    return compare_with_residents(context, children, "children")


def tabulate_repeats(shown: Shown) -> Table | Prose:
    """Tabulate children by how often they went."""
    return grouped(shown, places.REPEATS, "Children by how often they went",
                   "Missing, away or absent", {None: columns_of(shown, places.REPEATS)})


def tabulate_durations(shown: Shown) -> Table | Prose | None:
    """Tabulate episodes by how long they lasted; none where a sentence says all that is shown."""
    columns = columns_of(shown, places.DURATIONS)
    cells = [(table, row, column) for table, column in columns for row in shown.rows(table)]
    if any(shown.get(*place).hidden for place in cells if shown.has(*place)):
        return None
    return grouped(shown, places.DURATIONS, "Episodes by how long they lasted", "Duration",
                   {None: columns})


def tabulate_interviews(shown: Shown, period: ReportingPeriod) -> Table | Prose:
    """Tabulate the steps from return to interview, last year's beside them, and by group."""
    return tabulate_counts(shown, places.INTERVIEWS, "From a return to its interview", "Step",
                           order=[step for step in require_shown(shown).rows(places.INTERVIEWS)
                                  if step != places.DATE_ONLY],
                           heads={places.RETURNS: period.title},
                           note="Excludes children placed here by other authorities. The 72 hours "
                           "include weekends.")


def tabulate_still_missing(shown: Shown) -> Table | Prose:
    """Tabulate who was away when the period ended; in the restricted set only."""
    if require_shown(shown).audience != "restricted":
        return Prose(TO_WHOM)
    return tabulate_counts(shown, places.STILL_MISSING, "Away when the period ended", "Episodes")
