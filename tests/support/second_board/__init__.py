"""A second board: another name, area, region, panel, group, agencies, ids, posts and year.

It is the sample with every word changed that is not any board's, a year later, and with nothing
illustrative. Each file of the sample and of ``params/`` is taken, so that a report that is added
has data here as soon as its sample is there.
"""

from second_board.making import CYCLE, make_second_board
from second_board.reading import Found, find_words, read_texts
from second_board.words import GONE, NAME

__all__ = ["CYCLE", "GONE", "NAME", "Found", "find_words", "make_second_board", "read_texts"]
