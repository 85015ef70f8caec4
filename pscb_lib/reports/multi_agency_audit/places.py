"""The places of the figures: what the tables and their rows are called."""

from __future__ import annotations

from pscb_lib.framework.english import capital
from pscb_lib.reports.multi_agency_audit.returned_audits import Domain, Grade

CASES = ("cases", "Cases audited", "")
COULD, ONE_AGENCY, REPLACED = (("draw", row, "") for row in (
    "Cases that could be drawn", "Left out: one agency alone knew the case", "Replaced"))
REPLACED_FOR = "replaced_for"
GRADES, BEFORE, WORK = "grades", "grades_before", "work"
NOT_MODERATED = "Not yet moderated"
LABELS = {grade: capital(grade.value) for grade in Grade}
DOMAINS = {domain: capital(domain.value) for domain in Domain}
GOOD, NOT_YET = "Good or better", "Not yet good"
WELL = ("good", "Worked together well", "")
BETTER = ("good", "Good for the child", "")
PAIRS, SAME, NEAR = (("agreement", row, "") for row in (
    "Grades given by two auditors", "The same grade", "At most one grade apart"))
OWN_AGENCY, OF_AGENCIES = (("own_agency", row, "") for row in (
    "Given by an auditor of the same agency", "Grades of agencies' own work"))
MODERATED = "moderated"
TOOK_PART = "took_part"
IN_CASES, FILE_READ, MET, BOTH = (
    "Cases it was in", "File read", "Came to the meeting", "Both")
VOICES = "voices"
AREAS, AGAIN = (("findings", row, "") for row in ("Areas of the findings", "Found before"))
REPORTED = ("year", "Audits received in the financial year", "")
PLANNED = 3  # Appendix 1, item 20: three times a year
