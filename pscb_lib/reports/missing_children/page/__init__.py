"""The page: who goes missing, who was seen within 72 hours, and what changed."""

from pscb_lib.reports.missing_children.page.asked import (
    ask_assessed,
    ask_changes,
    ask_elsewhere,
    ask_interviews,
    ask_meetings,
    ask_not_owed,
    ask_records,
    asks,
)
from pscb_lib.reports.missing_children.page.found import (
    plot_changed,
    plot_reasons,
    plot_recorded,
    plot_repeats,
    plot_risks,
)
from pscb_lib.reports.missing_children.page.half_years import plot_half_years
from pscb_lib.reports.missing_children.page.lead import answer
from pscb_lib.reports.missing_children.page.sections import (
    show_children,
    show_interviews,
    show_lengths,
    show_often,
    show_still_missing,
)
from pscb_lib.reports.missing_children.page.since import know
from pscb_lib.reports.missing_children.page.tables import compare_groups
from pscb_lib.reports.missing_children.page.times import say_times
from pscb_lib.reports.missing_children.page.undone import say_undone
from pscb_lib.reports.missing_children.page.who import (
    plot_days,
    plot_hours,
    plot_when,
    plot_who,
)
from pscb_lib.reports.missing_children.page.words import say_days, say_provenance
from pscb_lib.reports.missing_children.page.work import plot_interviews

__all__ = [
    "answer", "ask_assessed", "ask_changes", "ask_elsewhere", "ask_interviews", "ask_meetings",
    "ask_not_owed", "ask_records", "asks", "compare_groups", "know", "plot_changed", "plot_days",
    "plot_half_years",
    "plot_hours", "plot_interviews", "plot_reasons", "plot_recorded", "plot_repeats", "plot_risks",
    "plot_when", "plot_who", "say_days", "say_provenance", "say_times", "say_undone",
    "show_children", "show_interviews", "show_lengths", "show_often", "show_still_missing",
]
