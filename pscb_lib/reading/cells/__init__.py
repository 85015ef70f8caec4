"""Parse one cell of a return: turn its text into a value, or say which rule it breaks.

Each parser raises ValueError with the rule as its message. Nothing is guessed: a day is
written dd/mm/yyyy or in ISO form and never month first, an id is text, and an absent figure
is one of :class:`pscb_lib.framework.rag.Absence`. If a cell is not written in the usual form of
its value, the parser returns a :class:`Noted`: the value, and a note of how the cell was read.
"""

from pscb_lib.reading.cells.days import Since1904, clock, dated, day, moment
from pscb_lib.reading.cells.noted import (
    Noted,
    Parser,
    Shape,
    none_for,
    noting,
    optional,
    shape_of,
    shaped,
    value_of,
)
from pscb_lib.reading.cells.numbers import (
    figure,
    number,
    percentage,
    pounds,
    unless_absent,
    whole_number,
)
from pscb_lib.reading.cells.words import (
    code,
    coded,
    identifier,
    labelled,
    member_of,
    one_of,
    text,
    yes_no,
)

__all__ = [
    "Noted", "Parser", "Shape", "Since1904", "clock", "code", "coded", "dated", "day", "figure",
    "identifier", "labelled", "member_of", "moment", "none_for", "noting", "number", "one_of",
    "optional", "percentage", "pounds", "shape_of", "shaped", "text", "unless_absent", "value_of",
    "whole_number", "yes_no",
]
