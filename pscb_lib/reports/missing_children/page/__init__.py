"""The page: who goes missing, who was seen within 72 hours, and what changed."""

from pscb_lib.reports.missing_children.page.tables import (
    tabulate_children,
    tabulate_durations,
    tabulate_episodes,
    tabulate_exploitation,
    tabulate_interviews,
    tabulate_learning,
    tabulate_rated,
    tabulate_recording,
    tabulate_repeats,
    tabulate_still_missing,
    tabulate_times,
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
    "answer", "say_interviews", "say_last_year", "say_owed", "say_provenance",
    "say_recording", "say_repeats", "say_times", "tabulate_children",
    "tabulate_durations", "tabulate_episodes",
    "tabulate_exploitation", "tabulate_interviews", "tabulate_learning", "tabulate_rated",
    "tabulate_recording", "tabulate_repeats", "tabulate_still_missing", "tabulate_times",
    "tabulate_who",
]
