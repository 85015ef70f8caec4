"""The half-yearly return of allegations: one row for each adult and allegation that was referred.

Item 12 of Appendix 1. The return of a half-year has what was received in it, and the cases that
were still open at its start, so that each case is followed to its end. Adults accused are masked
as children are. A nil return says that nobody contacted the LADO in six months, for advice or with
an allegation, which is not credible: the paper says so and asks.
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Record, Rule, find_rules, rule
from pscb_lib.reports.allegations.returned.awaited import WAITING
from pscb_lib.reports.allegations.returned.record import APPLIES, MET, make_fields
from pscb_lib.reports.allegations.returned.rules import OPEN_ENDED, RULES_OF_A_ROW
from pscb_lib.reports.allegations.returned.sequence import keep_latest, make_across
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by, known_days

FOLDER = "allegations"
YEARS, HALVES = 3, 6  # outcomes are pooled over three years


def half_years(period: ReportingPeriod) -> list[ReportingPeriod]:
    """Return the half-years that a report needs, the oldest first: three years to its end."""
    return [period.back(period.months * back) for back in reversed(range(HALVES))]


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for one row of the half-year of a file."""
    half = context.period

    @rule("received_on", says=f"was received after {half.words}",
          remedy="move the row to the return of its half-year",
          example={"received_on": "14/10/2014", "known_to_employer_on": "14/10/2014",
                   "first_meeting_on": "", **OPEN_ENDED})
    def is_received_after(row: Record) -> bool:
        """A half-year's return has what was received by its end."""
        return row["received_on"] > half.end

    @rule("received_on", "closed_on", says=f"was over before {say_day(half.start)}: the return has "
          "what was received in the half-year, and what was still open at its start",
          remedy="take the row out", example={"received_on": "13/01/2014",
                                              "known_to_employer_on": "13/01/2014",
                                              "first_meeting_on": "15/01/2014",
                                              "closed_on": "31/03/2014"})
    def is_over(row: Record) -> bool:
        """A case stands in the return of each half-year in which it was open."""
        ends = [row[name] for name in ("closed_on", "transferred_on") if row[name] is not None]
        is_ended = row["kind"] != MET or any(end < half.start for end in ends)
        return row["received_on"] < half.start and is_ended

    @rule("closed_on", says=f"was closed after {say_day(half.end)}: it is counted in the half-year "
          "in which it was closed", remedy="nothing to do if that is so",
          example={"closed_on": "01/10/2014"}, reaction=Reaction.NOTED)
    def is_closed_after(row: Record) -> bool:
        """Shares in time are of the cases closed in a half-year."""
        return row["closed_on"] is not None and row["closed_on"] > half.end

    return *RULES_OF_A_ROW, *find_rules(locals())


RETURN = Return(
    "allegations", "Allegations against staff and volunteers",
    lambda context: make_fields(context.as_of), make_rules,
    once("case_id", says="have one case reference and are not the same",
         remedy="correct the reference, or take the wrong row out"),
    FOLDER,
    {"case_id": "LADO-0001", "received_on": "14/05/2014", "known_to_employer_on": "13/05/2014",
     "kind": "referred, threshold met", "limb": "risk of harm", "sector": "academy",
     "employed_by": "other statutory", "role_group": "support staff", "referred_by": "employer",
     "category": "conduct or boundaries", "setting_of_concern": "at work",
     "first_meeting_on": "16/05/2014", "suspended": "no", "section_47": "no", "police": "no",
     "disciplinary": "yes", "regulator": "no", "dbs_duty": "no", "closed_on": "11/06/2014",
     "outcome": "unsubstantiated", "employment_outcome": "training or warning",
     "learning": "conduct and boundaries", "source": "case system"},
    known_by("received_on", "received"), is_folder=True, months=6, one_file_each=half_years,
    learnt=known_days("first_meeting_on", "dbs_referred_on", "transferred_on", "closed_on"),
    together=make_across, derive=keep_latest, awaited=WAITING, applies=APPLIES,
)
