"""The sub-groups' reports: in time, and whether they say what changed."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, listed, part_of, spell
from pscb_lib.page import charts, style
from pscb_lib.page.blocks import (
    LEFT,
    RIGHT,
    Chart,
    Column,
    Data,
    Group,
    Prose,
    Question,
    Table,
    cell,
)
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.board_effectiveness import places
from pscb_lib.reports.board_effectiveness.known import Known, Report
from pscb_lib.reports.board_effectiveness.page.words import day_of
from pscb_lib.reports.board_effectiveness.rows import REPORTS

ROW = 18.0  # points, from bar to bar
NOT_SUPPLIED = "The reports of the sub-groups were not supplied."
NONE_DUE = "No report of a sub-group was due in the year."
FILLS = {places.IN_TIME: style.LINE, places.LATE: style.SOFT, places.NOT_GIVEN: style.GREY}


def plot_reports(shown: Shown, known: Known) -> Chart | Prose | None:
    """Plot the reports that each sub-group owed: in time, late, and not given."""
    require_shown(shown)
    if not known.supplied[REPORTS] or not known.reports:
        return Prose(NONE_DUE if known.supplied[REPORTS] else NOT_SUPPLIED)
    bars = {group: {row: shown.get(places.BY_GROUP, row, group)
                    for row in shown.rows(places.BY_GROUP) if row != TOTAL}
            for group in shown.columns(places.BY_GROUP)}
    number, whole = shown.get(*places.ON_TIME).counts
    headline = (f"The one report was {'' if number else 'not '}given in time" if whole == 1 else
                f"{capital(part_of(number, whole, 'reports'))} "
                f"{'was' if number == 1 else 'were'} given in time")
    return charts.plot_stacks(bars, id="reports", headline=headline, fills=FILLS, row=ROW,
                              subtitle="Reports due in the year, by sub-group", place=LEFT,
                              label="Sub-group")


def ask_reports(shown: Shown, known: Known) -> Question | None:
    """Ask the sub-groups that owe a report, and those whose reports say nothing of an outcome."""
    require_shown(shown)
    owing = [*dict.fromkeys(one.sub_group for one in known.reports if not one.given_on)]
    groups = dict.fromkeys(one.sub_group for one in known.reports if one.given_on)
    told = {one.sub_group for one in known.reports if one.outcome}
    proven = {one.sub_group for one in known.reports if one.outcome and one.has_evidence}
    bare = [name for name in groups if name not in told]
    unproven = [name for name in groups if name in told - proven]
    asked = joined(
        _ask_missing({name: shown.get(places.BY_GROUP, places.NOT_GIVEN, name).count
                      for name in owing}),
        f"What did the work of {listed(bare)} change for children, and how is that known?"
        if bare else None,
        f"How is it known what the work of {listed(unproven)} changed for children?"
        if unproven else None)
    chairs = [*dict.fromkeys((*owing, *bare, *unproven))]
    who = f"Chair{'s' if len(chairs) > 1 else ''} of {listed(chairs)}"
    return Question("reports_asked", asked, who, place=RIGHT) if asked else None


def _ask_missing(missing: dict[str, int]) -> str | None:
    """Ask for the reports that were not given, so many of each sub-group; None if none is."""
    if not missing:
        return None
    if sum(missing.values()) == 1:
        return f"When will the one missing report of {listed([*missing])} come?"
    named = [f"{spell(number)} of {name}" for name, number in missing.items()]
    return f"When will the missing reports come: {listed(named)}?"


def tabulate_outcomes(shown: Shown, known: Known) -> Table | None:
    """Tabulate what the reports say has changed, and whether they say how that is known."""
    require_shown(shown)
    told: list[Report] = [one for one in known.reports if one.outcome]
    if not any(one.given_on for one in known.reports):
        return None
    rows = [[one.sub_group, one.outcome, "Yes" if one.has_evidence else "No",
             day_of(one.to_chairs_on) if one.to_chairs_on else "not yet"] for one in told]
    return Table("outcomes", _say_told(shown), [
        Column("Sub-group", width=2), Column("What changed for children", width=4),
        Column("Says how it is known", width=1.3), Column("To the operational chairs", width=1.4)],
        [Group(None, [[cell(text) for text in row] for row in rows])],
        Data(["sub_group", "outcome", "says_how_it_is_known", "to_chairs_on"], rows),
        empty="No report says what changed for children.")


def _say_told(shown: Shown) -> str:
    number, given = shown.get(*places.TELLS_OUTCOME).counts
    if given < 2:
        return "What the sub-groups say has changed"
    return (f"{capital(part_of(number, given, 'reports'))} given "
            f"{'says' if number == 1 else 'say'} what changed and how that is known")
