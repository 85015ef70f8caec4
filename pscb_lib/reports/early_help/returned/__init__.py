"""The half-yearly return of common assessments: one row for each that was open in the half-year.

Item 15 of Appendix 1. No Act and no national return defines a common assessment, so the words on
the page are the Board's own. A row is an assessment of a family, and the file of a half-year has
each one that was open at its start or began in it, as it stood on its last day: no day in it is
later. A family's need, its ward and the children's ages are in no paper and are not asked for.
"""

from __future__ import annotations

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Record, awaits, find_awaited
from pscb_lib.reports.early_help.returned.record import APPLIES, NEEDS_MET, make_fields
from pscb_lib.reports.early_help.returned.rules import make_rules
from pscb_lib.reports.early_help.returned.sequence import SEQUENCE
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return
from pscb_lib.returns.waiting import Waiting


def half_years(period: ReportingPeriod) -> list[ReportingPeriod]:
    """Return the four half-years that a paper shows, its own last."""
    return [period.back(18), period.same_last_year, period.previous, period]


@awaits("consent_on", "the family's consent", {"consent_on": ""})
def has_no_consent(row: Record) -> bool:
    """A common assessment is made with the family's consent; blank is not recorded."""
    return row["consent_on"] is None


@awaits("score_end", "the second score", {"score_end": ""})
def has_no_second_score(row: Record) -> bool:
    """Without a second score nobody can tell whether a family's score rose."""
    return row["closed_on"] is not None and row["score_start"] is not None and (
        row["score_end"] is None)


AWAITED = find_awaited(globals())
RETURN = Return(
    "common_assessments", "Common assessments", make_fields, make_rules,
    once("assessment_id", says="have one id and are not the same",
         remedy="correct the id, or take the wrong row out"),
    "common_assessments",
    {"half_year": "2014-15 H1", "assessment_id": "CA-001", "children_n": "2",
     "ethnic_group": "White", "started_on": "12/05/2014",
     "started_by_agency": "Peterborough schools", "consent_on": "12/05/2014",
     "lead_agency": "Peterborough schools", "first_meeting_on": "09/06/2014",
     "closed_on": "15/09/2014", "closed_because": NEEDS_MET, "tool": "family scale",
     "score_start": "4", "score_end": "7", "source": "case system"},
    is_folder=True, months=6, one_file_each=half_years, together=lambda context, sources: SEQUENCE,
    awaited=Waiting(("assessment_id",), lambda context, row: "Common assessments",
                    lambda context, records: AWAITED),
    applies=APPLIES,
)
