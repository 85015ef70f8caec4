"""The safeguarding standards of the voluntary and community sector: ``voluntary_standards.csv``.

Section 6 of the framework names the "Eastern Region Safeguarding Standards". Their text does not
come with the suite; a board that has it lists it here.
"""

from __future__ import annotations

from pathlib import Path

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field

FILE = "voluntary_standards.csv"
FIELDS = (Field("standard", cells.text, meaning="one of the sector's standards, in its own words"),)


def read_voluntary_standards(path: Path) -> tuple[str, ...]:
    """Read the standards in their order; none if the project has no such file."""
    return tuple(row["standard"] for row in read_register(path, FIELDS)) if path.exists() else ()


REGISTER = Register(
    FILE, read_voluntary_standards, "The voluntary sector's safeguarding standards", FIELDS,
    key=("standard",), may_be_missing=True, used_by="section11",
    example={"standard": "Staff and volunteers are recruited safely"})
