"""TR1 to TR8: who came, what they learnt and kept, whether practice changed, and who is in date.

A score or a share of fewer than ten people is not told in any set, and how many answered is masked
like a count of children: a few who came to a course are known to each other.
"""

from __future__ import annotations

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import frame, proportion
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.training import places
from pscb_lib.reports.training.measures.agencies import measure_agencies
from pscb_lib.reports.training.measures.answers import (
    measure_both,
    measure_change,
    measure_practice,
)
from pscb_lib.reports.training.measures.courses import measure_courses
from pscb_lib.reports.training.measures.parts import AGENCY
from pscb_lib.reports.training.measures.taken import measure_balance, measure_places
from pscb_lib.reports.training.returned_agencies import RETURN as AGENCIES
from pscb_lib.reports.training.returned_events import RETURN as EVENTS
from pscb_lib.reports.training.returned_feedback import RETURN as FEEDBACK
from pscb_lib.reports.training.returned_places import RETURN as PLACES

RETURNS = EVENTS, PLACES, FEEDBACK, AGENCIES


def measure(context: Context, events: Checked, booked: Checked, asked: Checked, single: Checked
            ) -> pandas.DataFrame:
    """Work out every figure of the year."""
    held = counting.within(events.frame, "held_on", context.period)
    ids = {*held["event_id"]}
    of_year = [row for row in events.records if row["event_id"] in ids]
    taken, forms = ([row for row in one.records if row["event_id"] in ids]
                    for one in (booked, asked))
    return frame([
        *measure_places(of_year, taken, is_supplied=bool(booked.sources)),
        *measure_balance(taken, single.records),
        *measure_change(forms), *measure_practice(forms, is_supplied=bool(asked.sources)),
        *measure_both(forms),
        *measure_courses(of_year, taken, forms),
        *measure_agencies(context, single),
        proportion(*places.FROM_REVIEWS[:2], sum(one["from_review"] is not None
                                                 for one in of_year), len(of_year),
                   describes=AGENCY),
    ])
