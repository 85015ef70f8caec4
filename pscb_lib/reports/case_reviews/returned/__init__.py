"""The return of reviews: one row for each case that was notified or considered, with its steps.

Items 21 and 22 of Appendix 1. Regulation 5 of the Local Safeguarding Children Boards Regulations
2006 says when there is a serious case review; by section 11 of the framework the group reviews
other cases too. A nil return says that no case was notified or considered.
"""

from __future__ import annotations

from datetime import date

import pandas

from pscb_lib.board.context import Context
from pscb_lib.reading.rows import Record, awaits, find_awaited
from pscb_lib.reports.case_reviews.returned.record import (
    APPLIES,
    NEITHER,
    OF_THE_DECISION,
    OF_THE_END,
    OF_THE_EVENT,
    REVIEWED_HERE,
    STEPS,
    make_fields,
)
from pscb_lib.reports.case_reviews.returned.rules import KNOWN_REVIEWS, RULES
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by, known_days
from pscb_lib.returns.waiting import Waiting

PANEL_FROM = date(2013, 6, 1)  # the national panel of independent experts
KNOWN_WITH = {"decided_on": OF_THE_DECISION, "begun_on": ("due_on",), "completed_on": OF_THE_END,
              "published_on": ("published_where",), "learning_event_on": OF_THE_EVENT}
_without_later_days = known_days(*STEPS[1:], "learning_event_on")


def is_arguable(row: Record) -> bool:
    """Whether a criterion is met and no serious case review was decided, since there is a panel."""
    return (row["serious_case"] is False and row["criterion"] != NEITHER
            and row["decided_on"] is not None and row["decided_on"] >= PANEL_FROM)


def is_unaccounted(row: Record) -> bool:
    """Whether a completed review is neither published nor withheld for a reason."""
    return (row["kind"] in REVIEWED_HERE and row["completed_on"] is not None
            and row["published_on"] is None and row["withheld_because"] is None)


@awaits("panel_asked", "whether the national panel was asked, and what it advised",
        {"panel_asked": "", "panel_because": ""})
def lacks_the_panel(row: Record) -> bool:
    """Working Together 2013, chapter 4: the panel advises where no serious case review is arguable.
    """
    return is_arguable(row) and row["panel_asked"] is None


@awaits("published_where", "where it is published, or who withholds it and why",
        {"withheld_by": "", "withheld_because": ""})
def lacks_its_place(row: Record) -> bool:
    """Section 3: "sharing the final reports of Serious Case Reviews with the public"."""
    return is_unaccounted(row)


@awaits("completed_on", "the day on which the review was completed",
        {"completed_on": "", "withheld_by": "", "withheld_because": "", "standards_tested": "",
         "standards_met": "", "standards_not_met": "", "family_took_part": ""})
def lacks_its_end(row: Record) -> bool:
    """Working Together 2013, chapter 4: the aim is six months from the beginning."""
    return row["begun_on"] is not None and row["completed_on"] is None


def learn(frame: pandas.DataFrame, context: Context) -> pandas.DataFrame:
    """Blank the days after that of the report, and what was known only from those days on."""
    known = _without_later_days(frame, context)
    for day, columns in KNOWN_WITH.items():
        is_later = pandas.Series([one is not None and one > context.as_of for one in frame[day]],
                                 frame.index, dtype=bool)
        for name in columns:
            known[name] = known[name].astype(object).where(~is_later, None)
    return known


AWAITED = find_awaited(globals())
RETURN = Return(
    "reviews", "Reviews of cases", make_fields, RULES,
    (*once("review_id", says="have one id and are not the same",
           remedy="correct the id, or take the wrong row out"), KNOWN_REVIEWS),
    "reviews.csv",
    {"review_id": "MR-B", "title": "Management review B", "kind": "management review",
     "notified_on": "20/01/2014", "considered_on": "05/02/2014", "decided_on": "18/02/2014",
     "begun_on": "03/03/2014", "due_on": "03/09/2014", "completed_on": "15/07/2014",
     "withheld_by": "Independent Chair", "withheld_because": "not a serious case review",
     "criterion": "seriously harmed", "serious_case": "no",
     "decision_because": "agencies worked together; their own practice is the question",
     "panel_asked": "yes", "panel_because": "it agreed", "standards_tested": "12",
     "standards_met": "8", "standards_not_met": "3", "practitioners_invited_n": "29",
     "practitioners_took_part_n": "23", "family_took_part": "yes",
     "learning_event_on": "11/06/2014", "source": "case review group"},
    known_by("notified_on", "notified"), months=6, may_be_empty=True, kept_by_office=True,
    learnt=learn, applies=APPLIES,
    awaited=Waiting(("review_id",), lambda context, row: "Case review group",
                    lambda context, records: AWAITED),
)
