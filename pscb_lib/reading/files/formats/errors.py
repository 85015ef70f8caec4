"""The names of errors, for files whose cells have no types.

A csv file has what a spreadsheet showed. Workbooks say by a cell's type that it is an error;
the same text, typed or pasted as text, means the same to a reader.
"""

from __future__ import annotations

import re

NAMES = {"#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
         "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#PYTHON!", "#EXTERNAL!",
         "#GETTING_DATA"}
OF_LIBREOFFICE = re.compile(r"Err:\d{3}")
TOO_NARROW = re.compile("#{3,}")


def is_error(text: str) -> bool:
    """Whether a cell's text is the name of an error."""
    folded = text.strip()
    return folded in NAMES or folded[:4] == "Err:" and bool(OF_LIBREOFFICE.fullmatch(folded))


def is_too_narrow(text: str) -> bool:
    """Whether a cell shows what a spreadsheet shows where a column is too narrow."""
    return text[:1] in "# " and bool(TOO_NARROW.fullmatch(text.strip()))
