"""Boards of a tenth to a twentieth of the sample's size, with odd structure, to be attacked.

A board is a project: the shipped notebooks and decisions, its own returns drawn from the sample,
its own population, and its own published years, which are those of its quarters. All is made from
one seed, and every record is one of the sample's, so synthetic.
"""

from small_boards.board import CORRECTED, Board
from small_boards.corrections import correct
from small_boards.making import make_board
from small_boards.quarters import AREA
from small_boards.rows import read

__all__ = ["AREA", "CORRECTED", "Board", "correct", "make_board", "read"]
