"""The leads' commentary on their indicators, which is a return of its own."""

from pscb_lib.reports.quarterly_data_set.commentary.measures import measure_commented
from pscb_lib.reports.quarterly_data_set.commentary.page import say_commentaries
from pscb_lib.reports.quarterly_data_set.commentary.returned import RETURN, make_commentaries

__all__ = ["RETURN", "make_commentaries", "measure_commented", "say_commentaries"]
