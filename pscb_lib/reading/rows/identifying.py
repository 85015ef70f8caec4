"""Refuse a file with columns that identify a child, before any row is checked.

The message has the names of the columns, never a value. A return that needs a date of birth has
it as a field of its own, marked as identifying, so that its values are never repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pscb_lib.reading.files import Table
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows.nouns import Field

WORDS = {
    "name", "names", "surname", "surnames", "forename", "forenames", "firstname", "lastname",
    "fullname", "childname", "nhs", "nhsno", "nhsnumber", "address", "addresses", "street",
    "postcode", "postcodes", "upn", "uln", "dob", "birthdate", "phone", "telephone", "mobile",
    "email", "nino", "passport",
}
PHRASES = ("post code", "date of birth", "birth date", "e mail", "unique pupil number",
           "national insurance")
NOT_OF_A_CHILD = re.compile(
    r"\b(agency|indicator|school|ward|team|service|file|report|organisation|board|authority|"
    r"area|standard|audit|column|sheet) names?\b")
REMEDY = "remove them from the file and delete the copy that was sent; no row was read"


def identifies(column: str) -> bool:
    """Whether the name of a column says that it identifies a child."""
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", column)
    words = " ".join(re.findall(r"[a-z]+", split.casefold()))
    words = NOT_OF_A_CHILD.sub("", words)
    return bool(WORDS & {*words.split()}) or any(phrase in words for phrase in PHRASES)


def refuse_identifying(table: Table, fields: Iterable[Field]) -> None:
    """Raise InputError if a column of *table* identifies a child and is not one of *fields*."""
    own = {field.name for field in fields}
    found = [name for name in table.columns if name not in own and identifies(name)]
    if found:
        raise InputError.at(
            table.file, f"columns that identify a child are not taken ({', '.join(found)})",
            REMEDY, row=table.header_row, sheet=table.sheet or None)
