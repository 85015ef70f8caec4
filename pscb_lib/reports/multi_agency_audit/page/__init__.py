"""The page: did agencies work together well, did the auditors agree, and is it different now?"""

from pscb_lib.reports.multi_agency_audit.page.asked import (
    ask_actions,
    ask_again,
    ask_child,
    ask_part,
    ask_voices,
    asks,
)
from pscb_lib.reports.multi_agency_audit.page.drawn import plot_grades, plot_part, plot_work
from pscb_lib.reports.multi_agency_audit.page.lead import answer
from pscb_lib.reports.multi_agency_audit.page.since import (
    say_practice,
    tabulate_actions,
    tabulate_again,
    tabulate_findings,
    tabulate_own,
)
from pscb_lib.reports.multi_agency_audit.page.tables import (
    say_draw,
    tabulate_agreement,
    tabulate_voices,
)

__all__ = [
    "answer", "ask_actions", "ask_again", "ask_child", "ask_part", "ask_voices", "asks",
    "plot_grades", "plot_part", "plot_work", "say_draw", "say_practice", "tabulate_actions",
    "tabulate_again", "tabulate_agreement", "tabulate_findings", "tabulate_own",
    "tabulate_voices",
]
