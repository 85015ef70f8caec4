"""The page: the exceptions, every indicator, and the comparison with others."""

from pscb_lib.page.tables.tidy import list_series
from pscb_lib.reports.quarterly_data_set.page.comparison import tabulate_comparisons
from pscb_lib.reports.quarterly_data_set.page.ratings import answer, say_moved, tally
from pscb_lib.reports.quarterly_data_set.page.tables import (
    tabulate_activity,
    tabulate_exceptions,
    tabulate_indicators,
)
from pscb_lib.reports.quarterly_data_set.page.words import (
    list_definitions,
    list_not_supplied,
    list_revisions,
    say_provenance,
    say_targets,
)

__all__ = [
    "answer", "list_definitions", "list_not_supplied", "list_revisions", "list_series", "say_moved",
    "say_provenance", "say_targets", "tabulate_activity", "tabulate_comparisons",
    "tabulate_exceptions", "tabulate_indicators", "tally",
]
