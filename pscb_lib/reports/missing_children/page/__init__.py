"""The page: who goes missing, who was seen within 72 hours, and what changed."""

from pscb_lib.reports.missing_children.page.asked import (
    ask_assessed,
    ask_changes,
    ask_interviews,
    ask_meetings,
    ask_records,
    asks,
    say_waiting,
)
from pscb_lib.reports.missing_children.page.pictures import (
    plot_changed,
    plot_half_years,
    plot_interviews,
    plot_recorded,
    plot_repeats,
    plot_risks,
    plot_times,
    plot_who,
)
from pscb_lib.reports.missing_children.page.sections import (
    show_children,
    show_interviews,
    show_reasons,
    show_repeats,
    tabulate_often,
)
from pscb_lib.reports.missing_children.page.words import answer, say_provenance

__all__ = [
    "answer", "ask_assessed", "ask_changes", "ask_interviews", "ask_meetings", "ask_records",
    "asks", "plot_changed", "plot_half_years", "plot_interviews", "plot_recorded", "plot_repeats",
    "plot_risks", "plot_times", "plot_who", "say_provenance", "say_waiting", "show_children",
    "show_interviews", "show_reasons", "show_repeats", "tabulate_often",
]
