"""The Board's ledger: what was received, scrutinised, presented, asked and answered.

``params/ledger.csv`` has one line for each event, in the order in which they were recorded. It is
kept with the Board's other decisions, not with the returns: agencies send returns again and a run
may read them from any folder, but the Board has one record of its decisions. A line is never
edited: an answer is a new line. The ledger names posts, agencies and papers, never a child.
"""

from pscb_lib.board.ledger.append import append
from pscb_lib.board.ledger.lines import Event, Line
from pscb_lib.board.ledger.reading import NAME, read_ledger

__all__ = ["NAME", "Event", "Line", "append", "read_ledger"]
