"""Read a file of any format into rows of text with their row numbers in the file.

Nothing is guessed and nothing is dropped: a cell is text until a parser of
:mod:`pscb_lib.reading.cells` gives it a type. The notes of the table say what was found in the
file: another encoding, hidden rows, notes under the table.
"""

from pscb_lib.reading.files.files import FORMATS, OpenFile, open_sheets, read_table
from pscb_lib.reading.files.table import Row, Table

__all__ = ["FORMATS", "OpenFile", "Row", "Table", "open_sheets", "read_table"]
