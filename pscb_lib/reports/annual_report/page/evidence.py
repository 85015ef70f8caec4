"""What evidence there is for each of the Board's priorities, and for which there is none."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.annual_report import Choice, priorities_of, unproven
from pscb_lib.board.context import Context
from pscb_lib.board.statements import NO_IMPACT, part_beside, read_statement
from pscb_lib.disclosure.showing import Shown
from pscb_lib.framework.audit_summary.evidence import Evidence
from pscb_lib.framework.english import listed, part_of, spell
from pscb_lib.page.blocks import Chart, Prose, Several
from pscb_lib.page.charts.matrix import plot_matrix
from pscb_lib.reports.annual_report import places
from pscb_lib.reports.annual_report.page.first import place_of


def plot_evidence(context: Context, shown: Shown) -> Chart | Prose:
    """How we know: the pieces of evidence by priority and kind, and those that show impact."""
    kinds = [kind.value.capitalize() for kind in Evidence]
    cells = {priority: {column: shown.get(places.EVIDENCE, priority, column)
                        for column in (*kinds, places.IMPACT)}
             for priority in priorities_of(context.params, context.period)}
    known = sum(any(line[kind].count for kind in kinds) for line in cells.values())
    proven = sum(bool(line[places.IMPACT].count) for line in cells.values())
    headline = (f"Evidence for {part_of(known, len(cells), 'priorities')}; of impact for "
                f"{spell(proven, 'none')}")
    return plot_matrix(cells, id="evidence", headline=headline, label="Priority",
                       subtitle="A dot is a finding that was chosen for this report, or the "
                       "full-year indicators of a priority; the last column has those findings "
                       "that show a change for children")


def say_no_impact(context: Context, choices: Sequence[Choice], statement: str) -> Several:
    """For which priorities no evidence of impact was found, and what the chair says of that."""
    priorities = priorities_of(context.params, context.period)
    lacking = unproven(choices, priorities)
    if not lacking:
        return Several([Prose("For every priority there is evidence that something changed for "
                              "children.")])
    named = listed([f"“{one}”" for one in lacking], "or")
    written = read_statement(context.root, part_beside(place_of(context, statement), NO_IMPACT))
    said = written or ("The chair has not acknowledged this yet. Until then, this draft is the "
                       "only set of the report.",)
    return Several([Prose(f"**No evidence of impact was found for {named}.** {said[0]}"),
                    *map(Prose, said[1:])])
