"""The page: who goes missing, who was seen within 72 hours, and what changed."""

from pscb_lib.reports.missing_children.page.asked import (
    ask_assessed,
    ask_changes,
    ask_interviews,
    ask_meetings,
    ask_records,
    asks,
    list_waiting,
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
from pscb_lib.reports.missing_children.page.tables import (
    tabulate_children,
    tabulate_durations,
    tabulate_episodes,
    tabulate_interviews,
    tabulate_learning,
    tabulate_rated,
    tabulate_repeats,
    tabulate_still_missing,
    tabulate_who,
)
from pscb_lib.reports.missing_children.page.words import (
    answer,
    say_interviews,
    say_last_year,
    say_owed,
    say_provenance,
    say_recording,
    say_repeats,
    say_times,
)

__all__ = [
    "answer", "ask_assessed", "ask_changes", "ask_interviews", "ask_meetings", "ask_records",
    "asks", "list_waiting", "plot_changed", "plot_half_years", "plot_interviews",
    "plot_recorded", "plot_repeats", "plot_risks", "plot_times", "plot_who", "say_interviews",
    "say_last_year", "say_owed", "say_provenance", "say_recording", "say_repeats", "say_times",
    "tabulate_children", "tabulate_durations", "tabulate_episodes", "tabulate_interviews",
    "tabulate_learning", "tabulate_rated", "tabulate_repeats", "tabulate_still_missing",
    "tabulate_who",
]
