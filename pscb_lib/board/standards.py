"""The standards of Section 11: ``params/section11_standards.csv``.

The framework has nine; a board that works by another set lists its own, from 1 on.
"""

from __future__ import annotations

from pathlib import Path

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.framework.audit_summary.section11 import Standard
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Field

FIELDS = (
    Field("standard", cells.whole_number, meaning="its number"),
    Field("label", cells.text, meaning="its short name, in tables and charts"),
    Field("text", cells.text, meaning="its wording, in section 6 of the framework"),
    Field("applies_to_all", cells.optional(cells.yes_no), optional=True,
          meaning="whether no agency can say that it does not apply; blank is no"),
    Field("policy_suffices", cells.optional(cells.yes_no), optional=True,
          meaning="whether a policy alone can show that it is fully met; blank is yes"),
)


def read_standards(path: Path) -> tuple[Standard, ...]:
    """Read the standards. Raises InputError unless they are numbered from 1, each once."""
    rows = read_register(path, FIELDS)
    standards = tuple(Standard(row["standard"], row["label"], row["text"],
                               row["applies_to_all"] is True, row["policy_suffices"] is not False)
                      for row in rows)
    if not standards or [one.number for one in standards] != [*range(1, len(standards) + 1)]:
        raise InputError.at(path.name, "the standards are not numbered 1, 2, 3 and so on",
                            "list each once, in order", column="standard")
    return standards


REGISTER = Register(
    "section11_standards.csv", read_standards, "The standards of Section 11", FIELDS,
    key=("standard",), used_by="audit_programme, section11, the form of the section 11 self-audit",
    example={"standard": "1", "label": "Senior commitment", "text": "Senior Management commitment "
             "to the importance of safeguarding & promoting the welfare of children"})
