"""What moved since the last round, of the agencies that Q&E scrutinised in both."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.section11 import Grade
from pscb_lib.framework.english import listed, small, spell
from pscb_lib.page import charts, style
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.words.readers import only_members
from pscb_lib.page.words.shown import joined, say
from pscb_lib.reports.section11 import places
from pscb_lib.reports.section11.known import Known
from pscb_lib.reports.section11.page.lead import FULL, head_least_met

FILLS = dict(zip((one.value for one in Grade),
                 (style.BAND, style.SOFT, style.LINE, style.INK), strict=True))
ROW = 16.0  # points from bar to bar


def plot_counts(shown: Shown, known: Known) -> Chart | Prose | None:
    """Plot how many agencies have each grade, by standard, for the public, who has no names."""
    if require_shown(shown).audience != "public" or not shown.get(*places.GRADED).count:
        return None
    bars = {one.label: {grade.value: shown.get(places.STANDARDS, one.label, grade.value)
                        for grade in Grade}
            for one in known.standards if shown.get(places.STANDARDS, one.label, TOTAL).count}
    return charts.plot_stacks(
        bars, id="counts", headline=head_least_met(shown, 1), fills=FILLS, row=ROW,
        label="Standard", subtitle="Agencies scrutinised in this round, by the grade that stands")


def plot_rounds(shown: Shown, known: Known) -> Chart | Prose | None:
    """Plot how many agencies fully meet each standard, in this round and in the last.

    Only grades of agencies scrutinised in both rounds are compared; None if there is none.
    """
    rounds = {table: str(one.start.year) for table, one in (
        (places.SAME_NOW, known.now), (places.SAME_BEFORE, known.before))}
    if not require_shown(shown).get(places.SAME_NOW, TOTAL, TOTAL).count:
        return None
    now, before = ({one.label: shown.get(table, one.label, FULL) for one in known.standards
                    if shown.get(table, one.label, TOTAL).count} for table in rounds)
    return charts.plot_dots(
        now, before, id="rounds", headline=_head_rounds(shown, rounds), label="Standard",
        names=(f"Fully met in {rounds[places.SAME_NOW]}",
               f"Fully met in {rounds[places.SAME_BEFORE]}"),
        subtitle="Agencies scrutinised in both rounds whose grade that stands is fully met")


def _head_rounds(shown: Shown, rounds: dict[str, str]) -> str:
    counts = {table: (shown.get(table, TOTAL, FULL).count, shown.get(table, TOTAL, TOTAL).count)
              for table in rounds}
    said = [f"{full} of {graded} in {rounds[table]}" for table, (full, graded) in counts.items()]
    return f"The same agencies' grades of fully met: {', '.join(said)}"


@only_members
def say_moved(shown: Shown, known: Known) -> Prose:
    """Say how grades moved since the last round, of the agencies scrutinised in both alone."""
    both, every = require_shown(shown).get(*places.IN_BOTH).count, _compared(shown)
    if not every:
        return Prose("No agency was scrutinised on one standard in both rounds, so no movement can "
                     "be told.")
    moves = {word: shown.get(places.MOVED, TOTAL, column) for word, column in zip(
        ("rose", "stayed", "fell"), places.MOVES, strict=True)}
    agencies = "the one agency" if both == 1 else f"the {spell(both)} agencies"
    if every == 1:
        verb = next(word for word, one in moves.items() if one.count)
        said = f"The one grade of {agencies} scrutinised in both rounds {verb}."
    else:
        said = (f"Of {every} grades of {agencies} scrutinised in both rounds, "
                f"{listed([f'{say(one)} {word}' for word, one in moves.items()])}.")
    return Prose(joined(said, _rose(shown), _fell(shown), "An agency that has ended, or that is "
                        "new, is in one round alone and not compared."))


def _compared(shown: Shown) -> int:
    """How many grades have one to compare with."""
    return sum(shown.get(places.MOVED, TOTAL, column).count for column in places.MOVES)


def _rose(shown: Shown) -> str:
    named = _more(shown, places.BETTER, places.WORSE)
    return f"More rose than fell on {listed(named)}." if named else (
        "On no standard did more rise than fall.")


def _fell(shown: Shown) -> str:
    named = _more(shown, places.WORSE, places.BETTER)
    return f"More fell than rose on {listed(named)}." if named else (
        "On no standard did more fall than rise.")


def _more(shown: Shown, way: str, other: str) -> list[str]:
    """The standards on which more grades moved one way than the other."""
    return [small(row) for row in shown.rows(places.MOVED) if row != TOTAL
            and shown.get(places.MOVED, row, way).count
            > shown.get(places.MOVED, row, other).count]
