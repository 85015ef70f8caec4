"""The leads' commentary on their indicators: a return of its own."""

from pscb_lib.reports.quarterly_data_set.commentary.measures import measure_commented
from pscb_lib.reports.quarterly_data_set.commentary.page import say_commentaries
from pscb_lib.reports.quarterly_data_set.commentary.returned import (
    make_commentaries,
    read_commentary,
)

__all__ = ["make_commentaries", "measure_commented", "read_commentary", "say_commentaries"]
