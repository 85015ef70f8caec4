"""The page: did agencies work together well, did the auditors agree, and is it different now?"""

from pscb_lib.reports.multi_agency_audit.page.asked import (
    ask_actions,
    ask_again,
    ask_child,
    ask_last,
    ask_part,
    ask_voices,
    asks,
)
from pscb_lib.reports.multi_agency_audit.page.drawn import plot_grades, plot_part, plot_work
from pscb_lib.reports.multi_agency_audit.page.lead import answer
from pscb_lib.reports.multi_agency_audit.page.since import (
    list_found,
    tabulate_actions,
    tabulate_again,
    tabulate_findings,
    tabulate_own,
)
from pscb_lib.reports.multi_agency_audit.page.tables import (
    say_draw,
    say_not_shown,
    tabulate_agreement,
    tabulate_voices,
)

__all__ = [
    "answer", "ask_actions", "ask_again", "ask_child", "ask_last", "ask_part", "ask_voices", "asks",
    "list_found", "plot_grades", "plot_part", "plot_work", "say_draw", "say_not_shown",
    "tabulate_actions", "tabulate_again", "tabulate_agreement", "tabulate_findings",
    "tabulate_own", "tabulate_voices",
]
