"""Section 11 self-audits: how many agencies returned them, and how many grades Q&E lowered.

The report on Section 11 has the grades by agency and standard.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pscb_lib.disclosure.counting import part_of_step, share
from pscb_lib.disclosure.figures import NOBODY, count
from pscb_lib.framework.audit_summary.section11 import SelfAudit
from pscb_lib.framework.audit_summary.summary import summarise_section11
from pscb_lib.reports.audit_programme.places import ASKED, GRADED, IN_TIME, LOWERED, RETURNED


def measure_section11(self_audits: Sequence[SelfAudit], on: date) -> list[dict]:
    """Count returns and scrutinised grades as known on the day *on*.

    Tables: ``section11_return`` (proportions) and ``section11_grades``.
    """
    found = summarise_section11(self_audits, on)
    graded = sum(found.grades.values())
    return [
        *(share(place, number, found.agencies, of=ASKED)
          for place, number in ((RETURNED, found.returned), (IN_TIME, found.in_time))),
        count(*ASKED[:2], found.agencies, readers=NOBODY, describes=NOBODY),
        count(*GRADED[:2], graded, describes="agency"),
        count(*LOWERED[:2], found.lowered, describes="agency"),
        *part_of_step(RETURNED, IN_TIME, found.returned, found.in_time, describes=NOBODY),
        *part_of_step(GRADED, LOWERED, graded, found.lowered, describes=NOBODY),
    ]
