"""The tables: what each meeting had before it, who was not represented, each group's year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import listed, part_of
from pscb_lib.framework.rag import Thresholds, rate
from pscb_lib.framework.scheduling.meetings import Group
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Cell, Column, Data, Table, cell
from pscb_lib.page.tables.counts import figure_cell, plain_counts
from pscb_lib.page.tables.days import short_day
from pscb_lib.page.words.ratings import percent
from pscb_lib.page.words.shown import share
from pscb_lib.reports.attendance import places
from pscb_lib.reports.attendance.decided import AUDIT, PAPER, QUESTION
from pscb_lib.reports.attendance.known import Known, Meeting

FEWEST_MEETINGS = 6  # one absence of four is 75%: nothing is rated on fewer
TARGETS = {places.QUORATE: 100, places.IN_PERSON: 75, places.REPRESENTED: 80}
HOW_RATED = (f"Local targets: quorate {TARGETS[places.QUORATE]}%, member in person "
             f"{TARGETS[places.IN_PERSON]}%, represented {TARGETS[places.REPRESENTED]}%. Rated "
             "where six meetings or more were held: Green from {} of the target.")
CALLED = {Group.BOARD.name: "Board", Group.SCRUTINY.name: "Q&E"}
SCRUTINY = places.NAMES[Group.SCRUTINY]
NONE = "Neither the planner nor the ledger says what a meeting decided."


def tabulate_decided(shown: Shown, known: Known) -> Table:
    """Tabulate the meetings of the Board and of Q&E: what was before them, and who was missing."""
    require_shown(shown)
    held = [one for one in known.meetings if one.is_held and one.group in CALLED]
    meetings = sorted((one for one in held if one.decided), key=lambda one: (one.on, one.group))
    rows = [[cell(short_day(one.on), CALLED[one.group]), _before(one),
             cell(listed([*map(known.short, one.missing)]) or "None")] for one in meetings]
    data = [[one.on.isoformat(), CALLED[one.group], each.kind, each.text,
             ", ".join(one.missing) or None]
            for one in meetings for each in one.decided]
    return Table("decided", _headline(meetings, known), [
        Column("Meeting", width=1.25), Column("Before it", width=6.6),
        Column("Not represented", width=2.6)], [blocks.Group(None, rows)],
        Data(["meeting_on", "group", "kind", "before_it", "not_represented"], data),
        empty=NONE if held else "No meeting was held." if known.is_supplied else
        "Attendance was not supplied.")


def _headline(meetings: Sequence[Meeting], known: Known) -> str:
    """Who was absent most often where something is recorded of a meeting, if that is one agency."""
    times = Counter(agency for one in meetings for agency in one.missing_agencies)
    often = [agency for agency, number in times.items() if number == max(times.values())]
    if len(often) != 1 or len(meetings) == 1:
        return "What is recorded of meetings, and who was not represented"
    return (f"{known.short(often[0])} was not represented at "
            f"{part_of(times[often[0]], len(meetings), 'meetings')} with something before them")


def _before(one: Meeting) -> Cell:
    """Papers to discuss, then those for information, questions and audits asked for."""
    papers = [each for each in one.decided if each.kind == PAPER]
    said = [("For information", [each.text for each in papers if each.for_information]),
            *((head, [each.text for each in one.decided if each.kind == kind])
              for head, kind in (("Asked", QUESTION), ("Audit asked for", AUDIT)))]
    first = "; ".join(dict.fromkeys(each.text for each in papers if not each.for_information))
    lines = [f"{head}: {'; '.join(dict.fromkeys(texts)).replace('?;', '?')}"
             for head, texts in said if texts]
    return cell(first or lines.pop(0), *lines)


def tabulate_groups(shown: Shown, thresholds: Thresholds) -> Table:
    """Tabulate each group's meetings: how many, quorate, in person and represented."""
    names = require_shown(shown).rows(places.GROUPS)
    rows = [[cell("Q&E" if name == SCRUTINY else name), figure_cell(
        shown.get(places.GROUPS, name, places.HELD)),
        *(_rated(shown, name, column, thresholds) for column in TARGETS)] for name in names]
    data = [[name, shown.get(places.GROUPS, name, places.HELD).count,
             *(value for column in TARGETS
               for value in plain_counts(shown.get(places.GROUPS, name, column)))]
            for name in names]
    return Table("groups", "The year's meetings, by group", [
        Column("Group", width=2.4), Column(places.HELD, "end", 0.9),
        *(Column(column, "end", 1.4) for column in TARGETS)], [blocks.Group(None, rows)],
        Data(["group", "held", *(f"{column.lower().replace(' ', '_')}{part}" for column in TARGETS
                                 for part in ("", "_of"))], data),
        note=HOW_RATED.format(percent(thresholds.green)) if names else None,
        empty=f"Attendance was {NOT_SUPPLIED}.")


def _rated(shown: Shown, name: str, column: str, thresholds: Thresholds) -> Cell:
    """A share and whether it met its target; with its rating, where enough meetings were held."""
    figure: ShownFigure = shown.get(places.GROUPS, name, column)
    if figure.value is None:
        return cell(figure.text)
    is_met = meets(figure, column)
    if shown.get(places.GROUPS, name, places.HELD).count < FEWEST_MEETINGS:
        return cell(share(figure), f"target {'met' if is_met else 'missed'}")
    rating = rate(figure.value, TARGETS[column], thresholds=thresholds)
    return blocks.join(cell(share(figure)), blocks.rating(
        rating, None if is_met else "target missed"))


def meets(figure: ShownFigure, column: str) -> bool:
    """Whether a share meets the target of its column in full."""
    number, whole = figure.counts
    return 100 * number >= TARGETS[column] * whole
