"""The tables of the annual report, beside the one of the indicators."""

from pscb_lib.board.indicators import Role

PARTS = "year_parts"  # not printed: the quarters that a year's figure is the sum of
RATES = "year_rates"  # counts of the year per 10,000 residents, as they are published
EVIDENCE = "evidence"  # priorities by kind of evidence
IMPACT = "Impact shown"  # the column of the findings that show a change for children
DOTS = "All dots"  # of a priority
SAMPLE = "sample"  # the fact whether figures of the data set are invented
# What is compared with England over five years: the first six of these that are published.
ROLES = (Role.REFERRALS, Role.RE_REFERRALS, Role.CHILDREN_IN_NEED, Role.LOOKED_AFTER,
         Role.CHILDREN_ON_PLAN, Role.CONFERENCES_IN_TIME, Role.ENQUIRIES, Role.SECOND_PLANS)
YEARS, MOST = 5, 6
