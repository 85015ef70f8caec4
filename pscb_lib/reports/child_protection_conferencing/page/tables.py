"""The tables of the report, from shown figures only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pscb_lib.board.context import Context
from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import listed
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.statistics.intervals import wilson_interval
from pscb_lib.page import blocks
from pscb_lib.page.blocks import LEFT, RIGHT, Cell, Column, Data, Group, Prose, Several, Table
from pscb_lib.page.tables.counts import figure_at, plain_counts, plain_value, tabulate_counts
from pscb_lib.page.tables.folded import not_shown, say_folded
from pscb_lib.page.tables.rated import FEWEST_RATED, actual_cell
from pscb_lib.page.tables.ratios import compare_with_residents
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.child_protection_conferencing import places
from pscb_lib.reports.child_protection_conferencing.page.gap import (
    BY,
    FEWEST_IN_A_GROUP,
    is_large,
)
from pscb_lib.reports.child_protection_conferencing.page.measured import Measured


def tabulate_rated(shown: Shown, measures: Sequence[Measured], quarter: ReportingPeriod) -> Table:
    """Tabulate the measures of the quarter, the Red ones first, each with its target.

    A Green may have missed its target, so that it is said of each whether it met it; under the
    table, who leads, and whom probation was.
    """
    rows = [[blocks.cell(one.label), _rating(one), *_actual(one.figure),
             blocks.cell(_target(one)), blocks.cell(_met(one))] for one in measures]
    data = [[one.label, plain_value(one.figure), *plain_counts(one.figure), one.target]
            for one in measures]
    columns = [Column("Measure", width=4.6), Column("Rating", width=1.2),
               Column("Actual", "end", 1.6), Column("Number", "end", 1.2),
               Column("Target", "end", 1.7), Column("Met", "end", 0.7)]
    return Table("rated", "The quarter against target", columns, [Group(None, rows)],
                 Data(["measure", "actual", "numerator", "denominator", "target"], data),
                 note=joined("Rated as section 7 rules: Green is 95% of the target or more. Second "
                             "and long plans are of twelve months.", _say_lead(measures),
                             _say_probation(shown, quarter), "The returns of conferences do not "
                             "tell whether a core group met."))


def _rating(one: Measured) -> Cell:
    return blocks.cell("–") if one.rating is None else blocks.rating(one.rating)


def _actual(figure: ShownFigure) -> list[Cell]:
    """The share and its two counts in cells of their own; of few the counts alone."""
    if figure.value is None or figure.denominator is None:
        return [blocks.cell(figure.text), blocks.cell("–")]
    number, whole = figure.counts
    return [blocks.cell(figure.text if whole >= FEWEST_RATED else "–"),
            blocks.cell(f"{number:,} of {whole:,}")]


def _target(one: Measured) -> str:
    return f"{one.target} ({one.set_by.value})" if one.set_by else one.target


def _met(one: Measured) -> str:
    if one.set_by is None or one.figure.value is None:
        return "–"
    return "Yes" if one.is_met else "No"


def _say_lead(measures: Sequence[Measured]) -> str:
    """Name the lead of most measures; others stand under their questions."""
    leads = [one.lead for one in measures if one.lead]
    return f"Lead: {max(leads, key=leads.count)}." if leads else ""


def _say_probation(shown: Shown, quarter: ReportingPeriod) -> str:
    """Say of each provider of probation how often it came, or that only one was invited."""
    came = {row: shown.get(places.ATTENDED, row, quarter.label)
            for row in require_shown(shown).rows(places.ATTENDED)
            if places.is_probation(row) and shown.has(places.ATTENDED, row, quarter.label)}
    asked = {row: one.counts for row, one in came.items() if one.value is not None}
    if len(came) < 2 or not asked:
        return ""
    if len(asked) == 1:
        return f"Probation is {next(iter(asked))} alone: no other provider was invited."
    said = [f"{row} {number:,} of {whole:,}" for row, (number, whole) in asked.items()]
    return f"Probation: {listed(said)}."


def tabulate_late(shown: Shown) -> Table | Prose | None:
    """Tabulate why initial conferences and reviews were late, or not held."""
    columns = [(places.LATE, name) for name in (places.OF_INITIAL, places.OF_REVIEWS)]
    if not require_shown(shown).has(places.LATE, TOTAL, places.OF_INITIAL):
        return None
    every = [shown.get(places.LATE, TOTAL, name) for _, name in columns]
    if all(one.value == 0 for one in every):
        return None
    none = [row for row in shown.rows(places.LATE) if all(
        figure_at(shown, places.LATE, row, name) is None
        or shown.get(places.LATE, row, name).value == 0 for _, name in columns)]
    return replace(tabulate_counts(
        shown, places.LATE, "Why they were late, or not held", "Reason",
        order=[row for row in shown.rows(places.LATE) if row not in none],
        note="Children, at the conference or review; reasons of none are left out."), place=RIGHT)


def tabulate_timely(shown: Shown) -> Table | Prose:
    """Tabulate twelve months' timeliness by group of children, with intervals where n allows."""
    caption = "Initial conferences in 15 working days, in twelve months"
    groups, data, out = [], [], list[str]()
    for label, name in BY.items():
        table = places.TIMELY_BY[name]
        figures = {row: shown.get(table, row) for row in require_shown(shown).rows(table)}
        out += [row for row, one in figures.items() if one.hidden]
        told = {row: one for row, one in figures.items()
                if not one.hidden and one.state != "no cases"}
        groups += [Group(label, [_timely(blocks.cell(row), one) for row, one in told.items()])
                   ] if told else []
        data += [[label, row, plain_value(one), *plain_counts(one), _interval(one)]
                 for row, one in told.items()]
    if not data:
        return not_shown(caption)
    groups.insert(0, Group(None, [_timely(blocks.strong("All children"),
                                          shown.get(*places.ALL_TIMELY))]))
    return Table("timely", caption, [Column("Group", width=2), Column("Children", "end"),
                                     Column("In time", "end"),
                                     Column("95% interval", "end", 1.5)], groups,
                 Data(["by", "group", "actual", "numerator", "denominator", "interval"], data),
                 note=joined("Where the intervals of two groups overlap, the difference may be "
                             f"chance. None is given below {FEWEST_IN_A_GROUP} children.",
                             say_folded(out)), place=LEFT)


def _timely(label: Cell, figure: ShownFigure) -> list[Cell]:
    return [label, blocks.cell("–" if figure.denominator is None else f"{figure.denominator:,}"),
            blocks.cell(actual_cell(figure)[0]["text"]), blocks.cell(_interval(figure))]


def _interval(figure: ShownFigure) -> str:
    if not is_large(figure):
        return "–"
    ends = wilson_interval(*figure.counts)
    return f"{100 * ends.lower:.0f}% to {100 * ends.upper:.0f}%"


def tabulate_outcomes(shown: Shown) -> Table | Prose:
    """Tabulate what initial conferences and reviews decided, by child."""
    made = replace(tabulate_counts(
        shown, places.OUTCOME, "What conferences decided, by child", "Outcome",
        heads={places.ENDED_INITIAL: "Initial", places.ENDED_REVIEW: "Reviews"},
        note="Of all held in the quarter, whenever due; a review that ends in a plan lets it go "
        "on."),
        place=RIGHT)
    return _with_room(made, 1.6, 1.3)


def _with_room(made: Table | Prose, label: float, number: float) -> Table | Prose:
    """Give the columns of numbers of a narrow table room for one that is not shown."""
    if not isinstance(made, Table):
        return made
    return replace(made, columns=[replace(made.columns[0], width=label), *(
        replace(one, width=number) for one in made.columns[1:])])


def tabulate_open(shown: Shown) -> Several:
    """Tabulate the children on a plan at the end by age, sex and ethnic group."""
    return Several([replace(_with_room(tabulate_counts(
        shown, table, f"Children on a plan, by {group.lower()}", group, value_label="Children"),
        1, 1), place=(at, 3)) for at, (table, group) in enumerate((
            (places.AGES, "Age"), (places.SEX, "Sex"), (places.ETHNICITY, "Ethnic group")), 1)])


def compare_groups(context: Context, shown: Shown) -> Table | Prose:
    """Compare the ethnic groups of the children on a plan with residents."""
    children = {row: shown.get(places.ETHNICITY, row)
                for row in require_shown(shown).rows(places.ETHNICITY) if row != TOTAL}
    return compare_with_residents(context, children, "children on a plan")


def tabulate_ends(shown: Shown) -> Table | Prose | None:
    """Tabulate why plans ended in twelve months."""
    reasons = {*require_shown(shown).rows(places.ENDS)}
    if not reasons or all(shown.get(places.ENDS, one).value == 0
                          for one in reasons - {NOT_RECORDED, TOTAL}):
        return None
    return replace(tabulate_counts(shown, places.ENDS, "Why plans ended, in twelve months",
                                   "Reason", value_label="Plans"), place=RIGHT)


def tabulate_others(shown: Shown) -> Table | Prose | None:
    """Tabulate the categories that other sets have as one; in the restricted set alone."""
    if not require_shown(shown).rows(places.OTHER_CATEGORIES):
        return None
    return tabulate_counts(shown, places.OTHER_CATEGORIES, "The other categories", "Category",
                           value_label="Children")

