"""The page: what was asked and answered, what children and families said, which policy changes."""

from pscb_lib.reports.themed_reviews.page.evidence import (
    ask_awaited,
    ask_children,
    tabulate_evidence,
)
from pscb_lib.reports.themed_reviews.page.lead import answer, front_sheet
from pscb_lib.reports.themed_reviews.page.policy import (
    ask_equality,
    ask_policy,
    list_equality,
    tabulate_policies,
)
from pscb_lib.reports.themed_reviews.page.recommended import (
    ask_accepted,
    ask_late,
    ask_recommended,
    tabulate_recommended,
)

__all__ = ["answer", "ask_accepted", "ask_awaited", "ask_children", "ask_equality", "ask_late",
           "ask_policy", "ask_recommended", "front_sheet", "list_equality", "tabulate_evidence",
           "tabulate_policies", "tabulate_recommended"]
