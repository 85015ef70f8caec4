"""Write a ledger for tests."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from pscb_lib.board.ledger import NAME
from pscb_lib.board.ledger.lines import NAMES

ASKED = {"on": "2014-09-10", "event": "asked", "by": "Q&E", "report": "small", "id": "MA1",
         "indicator": "CP9", "question": "What would have to change?", "owner": "Team Manager",
         "due_on": "2014-11-05"}
ANSWERED = {"on": "2014-10-30", "event": "answered", "by": "Team Manager", "id": "MA1",
            "answer": "Most turned on neglect.", "action": "A second manager reviews."}


def write_ledger(params: Path, *lines: Mapping[str, str]) -> Path:
    """Write a ledger with these lines; cells that are not named are blank."""
    path = params / NAME
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, NAMES, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
    return path
