"""EH6, EH7, EH10 and EH11: why assessments were closed, and whether scores rose."""

from __future__ import annotations

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import NOT_SUPPLIED, FigureRow, count, counts, proportion
from pscb_lib.framework.audit_summary.audits import AuditGrade
from pscb_lib.reports.early_help import places
from pscb_lib.reports.early_help.returned import record

WELL = (AuditGrade.GOOD, AuditGrade.OUTSTANDING)


def measure_closed(context: Context, own: pandas.DataFrame) -> list[FigureRow]:
    """Count what was closed in the half-year by reason, with both shares of needs met."""
    closed = counting.within(own, "closed_on", context.period)
    because = counting.tally(closed["closed_because"], places.REASONS)
    remained_rows = [places.REASONS[reason] for reason in places.REMAINED_REASONS]
    met = because[places.REASONS[record.NEEDS_MET]]
    remained = sum(because[row] for row in remained_rows)
    return [
        *(row | {"part_of": (places.REMAINED,) if row["row"] in remained_rows else (),
                 "quantity": places.closed_in(context.period, row["row"])}
          for row in counts(places.BECAUSE, because, same_as=places.CLOSED)),
        count(*places.REMAINED[:2], remained),
        counting.share(places.MET_OF_CLOSED, met, len(closed), of=places.CLOSED,
                       counted=places.NEEDS_MET, describes="child"),
        counting.share(places.MET_OF_REMAINED, met, remained, of=places.REMAINED,
                       counted=places.NEEDS_MET, describes="child"),
        *_scores(closed), *_graded(own),
    ]


def _scores(closed: pandas.DataFrame) -> list[FigureRow]:
    """Count who was scored twice, and whose score rose: who was scored once tells no change."""
    scored = closed[closed["score_start"].notna() & closed["score_end"].notna()]
    rose = int((scored["score_end"] > scored["score_start"]).sum())
    return [
        *counting.steps(places.SCORES, {places.SCORED_OF[1]: len(closed),
                                        places.SCORED[1]: len(scored)},
                        describes="child", first_describes="child",
                        same_as={places.SCORED_OF[1]: places.CLOSED}),
        counting.share(places.ROSE, rose, len(scored), of=places.SCORED, describes="child"),
    ]


def _graded(own: pandas.DataFrame) -> list[FigureRow]:
    """Count the grades that an audit of quality gave; without one there is no figure."""
    grades = own["audit_grade"].dropna()
    if grades.empty:
        return [count(*places.GOOD[:2], None, state=NOT_SUPPLIED, describes="agency")]
    return [count(*places.GRADED[:2], len(grades), describes="agency"),
            proportion(*places.GOOD[:2], int(grades.isin(WELL).sum()), len(grades),
                       describes="agency", whole=places.GRADED)]
