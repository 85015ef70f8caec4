"""The place of every figure of the report: its tables, and the printed labels of their lines.

Measures, tables, sentences and tests look figures up by these names only.
"""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL, Place
from pscb_lib.framework.english import capital
from pscb_lib.reports.allegations.returned import record

CONTACTS, YEARS, REFERRALS = "contacts", "years", "referrals"
SECTORS, SECTORS_BY_HALF, ALL_SECTORS = "sectors", "sectors_by_half", "all_sectors"
CATEGORIES, OUTCOMES, LEARNING = "categories", "outcomes", "learning"
CLOSED, SCHOOLS, OTHERS, MONTHS = "closed", "closed_schools", "closed_others", "closed_in_months"
CLOSED_BY_HALF = "closed_by_half"  # not printed
STOCK, OPEN, MEANWHILE = "stock", "open", "meanwhile"
TOLD, MEETINGS, BARRING = "told", "meetings", "barring"

NOW, TWELVE, TWO_YEARS, THREE_YEARS = "half-year", "12 months", "two years", "three years"

ADVICE, NOT_MET, MET = KIND_LABELS = tuple(map(capital, record.KINDS))
KINDS = dict(zip(record.KINDS, KIND_LABELS, strict=True))
REFERRED = "Referred"
GROUPS = record.GROUP_OF
SECTOR_LABELS = {sector: capital(sector) for sector in record.GROUP_OF}
CATEGORY_LABELS = {one: capital(one) for one in record.CATEGORIES}
OUTCOME_LABELS = {one: capital(one) for one in record.OUTCOMES}
LEARNING_LABELS = {one: capital(one) for one in record.LEARNING}
ALL_CLOSED, IN_ONE, IN_THREE, IN_TWELVE = STEPS = (
    "Closed", "In one calendar month", "In three calendar months", "In 12 calendar months")
AGES = ("One month or less", "Over one month, up to three", "Over three months, up to 12",
        "Over 12 months")
SOON, LATER, LATE, LATEST = LASTED = (
    "in one month", "in one to three months", "in three to 12 months", "in over 12 months")
STOCK_LABELS = ("Open at the start", "Met the threshold", "Closed, or transferred to another LADO",
                "Open at the end")
KEPT_AWAY = {"yes": "Suspended", "moved": "Moved to other work", "not employed": "Not employed",
             "no": "At work"}

STILL, GONE = "still_open", "Transferred to another LADO"
STILL_OPEN: Place = (STILL, "Open at the end", "")
ALL_OPEN: Place = (OPEN, TOTAL, "")
LONG_OPEN: Place = (OPEN, AGES[-1], "")
AT_WORK: Place = (MEANWHILE, KEPT_AWAY["no"], "")
WITH_POLICE: Place = ("police", "Open, and the police are involved", "")
SILENT: Place = ("silent", "Sectors without a referral in 12 months", "")
BY_EMPLOYERS: Place = (TOLD, "Referred by employers", "")
TOLD_IN_TIME: Place = (TOLD, "The LADO told in time", "")
DUE: Place = (MEETINGS, "Met the threshold, and five working days are over", "")
HELD: Place = (MEETINGS, "First meeting held", "")
HELD_IN_TIME: Place = (MEETINGS, "First meeting in five working days", "")
DUTY: Place = (BARRING, "The employer's duty to refer arose", "")
REFERRED_ON: Place = (BARRING, "Referred to the Disclosure and Barring Service", "")
SUBSTANTIATED: Place = ("substantiated", "Substantiated, of all that were closed", "")
