"""The page: what is different for children under each objective, and what is stuck."""

from pscb_lib.reports.business_plan.page.changed import (
    ask_chairs,
    tabulate_chairs,
    tabulate_changes,
)
from pscb_lib.reports.business_plan.page.lead import answer, front_sheet
from pscb_lib.reports.business_plan.page.objectives import (
    ask_bare,
    plot_objectives,
    tabulate_different,
)
from pscb_lib.reports.business_plan.page.procedures import ask_procedures, tabulate_procedures
from pscb_lib.reports.business_plan.page.stuck import ask_late, tabulate_stuck

__all__ = [
    "answer", "ask_bare", "ask_chairs", "ask_late", "ask_procedures", "front_sheet",
    "plot_objectives", "tabulate_chairs", "tabulate_changes", "tabulate_different",
    "tabulate_procedures", "tabulate_stuck",
]
