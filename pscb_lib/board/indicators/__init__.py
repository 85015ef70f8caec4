"""The register of indicators: what is measured, by whom, against what, and what to ask.

Section 7: "PI's should be viewed as raising questions and issues requiring further
interrogation and rarely provide an explanation for what is observed." So every indicator
has its challenge question. The register is the Board's decision for a year, so it is data:
``params/indicators.csv``, each row valid from one financial year to another.
"""

from pscb_lib.board.indicators.nouns import INDICATORS, Indicator, Kind, Unit
from pscb_lib.board.indicators.register import FIELDS, by_role, indicators_for, read_indicators
from pscb_lib.board.indicators.roles import Role
from pscb_lib.board.indicators.sources import SetBy, Source

__all__ = ["FIELDS", "INDICATORS", "Indicator", "Kind", "Role", "SetBy", "Source", "Unit",
           "by_role", "indicators_for", "read_indicators"]
