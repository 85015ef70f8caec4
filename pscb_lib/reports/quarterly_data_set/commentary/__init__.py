"""The leads' commentary on their indicators, which is a return of its own."""

from pscb_lib.board.commentary import read_facts
from pscb_lib.reports.quarterly_data_set.commentary.facts import list_facts
from pscb_lib.reports.quarterly_data_set.commentary.measures import measure, measure_commented
from pscb_lib.reports.quarterly_data_set.commentary.page import say_commentaries
from pscb_lib.reports.quarterly_data_set.commentary.returned import RETURN

__all__ = ["RETURN", "list_facts", "measure", "measure_commented", "read_facts",
           "say_commentaries"]
