"""Read a file into rows of text with their true row numbers, one way for every format.

Nothing is guessed and nothing is dropped: a cell is text until a parser of
:mod:`pscb_lib.reading.cells` gives it a type, and what had to be said of the file (its encoding,
its hidden rows, the notes under its table) stands in the notes of the table.
"""

from pscb_lib.reading.files.files import FORMATS, read_table
from pscb_lib.reading.files.table import Row, Table

__all__ = ["FORMATS", "Row", "Table", "read_table"]
