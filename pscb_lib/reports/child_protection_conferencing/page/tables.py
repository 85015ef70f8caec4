"""The tables of the report, from shown figures only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from pscb_lib.board.indicators import SetBy
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Thresholds, rate
from pscb_lib.framework.statistics.intervals import wilson_interval
from pscb_lib.page import blocks
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Cell, Column, Data, Group, Prose, Several, Table
from pscb_lib.page.tables.counts import figure_cell, plain_counts, plain_value, tabulate_counts
from pscb_lib.page.tables.folded import not_shown
from pscb_lib.page.tables.groups import grouped
from pscb_lib.page.tables.rated import FEWEST_RATED
from pscb_lib.page.words.indicators import say_target
from pscb_lib.page.words.shown import joined
from pscb_lib.page.words.targets import say_set_by
from pscb_lib.reports.child_protection_conferencing import places
from pscb_lib.reports.child_protection_conferencing.page.figures import LEFT, RIGHT
from pscb_lib.reports.child_protection_conferencing.page.words import ATTENDANCE

ALL = 100  # per cent
LOCAL, GUIDANCE = SetBy.LOCAL, SetBy.GUIDANCE
FEWEST_IN_A_GROUP = 10  # children, for an interval
BY = {"By ethnic group": "ethnicity", "By age": "age", "By sex": "sex"}


def tabulate_rated(shown: Shown, rated: Sequence[Assessment], quarter: ReportingPeriod,
                   thresholds: Thresholds) -> Table:
    """Tabulate the register's indicators, then the Board's own measures, each with its target."""
    rows, data = [], []
    for one in rated:
        rows.append([blocks.cell(one.indicator.title, one.indicator.lead),
                     blocks.rating(one.rating), _figure(one.figure),
                     blocks.cell(say_target(one.indicator),
                                 say_set_by(one.indicator.target_source))])
        data.append([one.indicator.title, plain_value(one.figure), *plain_counts(one.figure),
                     say_target(one.indicator)])
    for label, figure, target, set_by in _own(shown, quarter):
        few = figure.value is None or figure.hidden or figure.counts[1] < FEWEST_RATED
        chip = blocks.cell("–") if few or target is None or figure.value is None else (
            blocks.rating(rate(figure.value, target, thresholds=thresholds)))
        rows.append([blocks.cell(label), chip, _figure(figure),
                     blocks.cell(f"{target}%", set_by.value) if target else blocks.cell("none")])
        data.append([label, plain_value(figure), *plain_counts(figure),
                     f"{target}%" if target else "none"])
    columns = [Column("Measure", width=3.4), Column("Rating", width=1.1), Column("Actual", "end"),
               Column("Target", "end", 0.9)]
    return Table("rated", "The quarter against target", columns, [Group(None, rows)],
                 Data(["measure", "actual", "numerator", "denominator", "target"], data),
                 note=f"Rated as section 7 rules. Of fewer than {FEWEST_RATED} only the two counts "
                 "are given. Second and long plans are of twelve months. The returns of "
                 "conferences do not tell whether a core group met.")


def _own(shown: Shown, quarter: ReportingPeriod
         ) -> list[tuple[str, ShownFigure, int | None, SetBy]]:
    due, soon = (require_shown(shown).get(*place) for place in (
        places.REVIEWS_DUE, (places.REVIEWED, places.HELD_IN_TIME, "")))
    took, all_ = shown.get(*places.TOOK_A_PART), shown.get(*places.OLD_ENOUGH)
    found: list[tuple[str, ShownFigure, int | None, SetBy]] = [
        ("Reviews due in the quarter, held in time", _share(soon, due), ALL, GUIDANCE),
        ("Conferences that were quorate", shown.get(*places.QUORATE), ALL, LOCAL)]
    if shown.has(places.ATTENDED, TOTAL, quarter.label):
        found += [("Invitations at which the agency came",
                   shown.get(places.ATTENDED, TOTAL, quarter.label), ATTENDANCE, LOCAL),
                  ("Invitations with a report in time",
                   shown.get(places.REPORTED, TOTAL, quarter.label), None, LOCAL)]
    return [*found, ("Children of eight and over who took part", _share(took, all_), None, LOCAL),
            ("Conferences for which a parent had the report in time",
             shown.get(*places.PARENT_READ), None, LOCAL)]


def _share(part: ShownFigure, whole: ShownFigure) -> ShownFigure:
    """The share of two counts that are shown, hidden if one is."""
    hidden = part.hidden or whole.hidden
    if hidden or part.value is None or not whole.value:
        return ShownFigure(None, None, None, "percent", "" if hidden else "no cases", hidden)
    return ShownFigure(Fraction(100 * part.count, whole.count), part.count, whole.count,
                       "percent", "", False)


def _figure(figure: ShownFigure) -> Cell:
    if figure.value is not None and figure.unit == "percent" and (
            figure.counts[1] < FEWEST_RATED):
        return blocks.cell(f"{figure.numerator} of {figure.denominator}")
    return figure_cell(figure)


def tabulate_late(shown: Shown) -> Table | Prose | None:
    """Tabulate why initial conferences and reviews were late, or not held."""
    columns = [(places.LATE, name) for name in (places.OF_INITIAL, places.OF_REVIEWS)]
    if not require_shown(shown).has(places.LATE, TOTAL, places.OF_INITIAL):
        return None
    every = [shown.get(places.LATE, TOTAL, name) for _, name in columns]
    if all(one.value == 0 for one in every):
        return None
    return grouped(shown, places.LATE, "Why they were late, or not held", "Reason",
                   {None: columns}, note="Children, at the conference or review.")


def tabulate_timely(shown: Shown) -> Table | Prose:
    """Tabulate twelve months' timeliness by group of children, with intervals where n allows."""
    caption = "Initial conferences in 15 working days, in twelve months"
    groups, data, hidden = [], [], 0
    for label, name in BY.items():
        table, rows = places.TIMELY_BY[name], []
        for row in require_shown(shown).rows(table):
            figure = shown.get(table, row)
            if figure.state == "no cases":
                continue
            hidden += figure.hidden
            rows.append([blocks.cell(row), _figure(figure), blocks.cell(_interval(figure))])
            data.append([label, row, plain_value(figure), *plain_counts(figure),
                         _interval(figure)])
        groups.append(Group(label, rows))
    if not data or hidden == len(data):
        return not_shown(caption)
    all_ = shown.get(*places.ALL_TIMELY)
    groups.insert(0, Group(None, [[blocks.strong("All children"), _figure(all_),
                                   blocks.cell(_interval(all_))]]))
    return Table("timely", caption, [Column("Children", width=2.4), Column("In time", "end"),
                                     Column("95% interval", "end", 1.4)], groups,
                 Data(["by", "group", "actual", "numerator", "denominator", "interval"], data),
                 note="Where the intervals of two groups overlap, the difference may be chance. "
                 f"None is given below {FEWEST_IN_A_GROUP} children.")


def _interval(figure: ShownFigure) -> str:
    if figure.value is None or figure.counts[1] < FEWEST_IN_A_GROUP:
        return "–"
    ends = wilson_interval(*figure.counts)
    return f"{100 * ends.lower:.0f}% to {100 * ends.upper:.0f}%"


def tabulate_agencies(shown: Shown, quarter: ReportingPeriod) -> Table | Prose | None:
    """Tabulate each agency's attendance and reports in time; not for the public."""
    if not require_shown(shown).has(places.ATTENDED, TOTAL, quarter.label):
        return None
    parts = [(table, column) for table in (places.ATTENDED, places.REPORTED)
             for column in (quarter.label, places.YEAR)]
    return grouped(shown, "attendance", "Who came, and whose report was in time, of the "
                   "invitations", "Agency", {None: parts},
                   ["Came, quarter", "Came, 12 months", "Report in time, quarter",
                    "Report in time, 12 months"], note=joined(
                        _unrecorded(shown), "Invited by the conference service; a deputy counts."))


def _unrecorded(shown: Shown) -> str:
    figure = shown.get(*places.UNCOUNTED)
    if figure.value is None or not figure.counts[0]:
        return ""
    number, of = figure.counts
    if of == 1:
        return "No record of who came was sent."
    return f"For {number:,} of {of:,} conferences no record of who came was sent."


def tabulate_outcomes(shown: Shown) -> Table | Prose:
    """Tabulate what initial conferences and reviews decided, by child."""
    return tabulate_counts(shown, places.OUTCOME, "What conferences decided", "Outcome",
                           note="Children; a review that ends in a plan lets it go on.")


def tabulate_open(shown: Shown) -> Several:
    """Tabulate the children on a plan at the end by age, sex and ethnic group."""
    return Several([replace(tabulate_counts(
        shown, table, f"Children on a plan, by {group.lower()}", group, value_label="Children"),
        place=place) for table, group, place in (
            (places.AGES, "Age", LEFT), (places.SEX, "Sex", LEFT),
            (places.ETHNICITY, "Ethnic group", RIGHT))])


def tabulate_ends(shown: Shown) -> Table | Prose | None:
    """Tabulate why plans ended in twelve months."""
    if not require_shown(shown).rows(places.ENDS):
        return None
    return tabulate_counts(shown, places.ENDS, "Why plans ended, in twelve months", "Reason",
                           value_label="Plans")


def tabulate_others(shown: Shown) -> Table | Prose | None:
    """Tabulate the categories that other sets have as one; in the restricted set alone."""
    if not require_shown(shown).rows(places.OTHER_CATEGORIES):
        return None
    return tabulate_counts(shown, places.OTHER_CATEGORIES, "The other categories", "Category",
                           value_label="Children")

