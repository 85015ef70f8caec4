"""The agenda items and paper numbers that an officer has set: ``params/<cycle>/agenda.csv``.

The file is optional, and so is each number. ``pscb new-cycle`` writes it with the cycle's papers
and no numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pscb_lib.board.agenda_file import AGENDA
from pscb_lib.board.decisions import read_register
from pscb_lib.board.groups import codes_beside, with_codes
from pscb_lib.framework.scheduling.meetings import PSCB, Group, Meeting, next_meeting
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Field

FIELDS = (
    Field("group", cells.member_of(Group, PSCB)),
    Field("report", cells.text),
    Field("agenda_item", cells.optional(cells.whole_number)),
    Field("paper", cells.optional(cells.text)),
)
WHOSE = {"restricted": Group.SCRUTINY, "board": Group.BOARD, "public": Group.BOARD}


@dataclass(frozen=True)
class Numbers:
    """The number of a paper's agenda item and of the paper; None or blank if not set."""

    agenda_item: int | None = None
    paper: str = ""


NONE = Numbers()


def read_numbers(cycle: Path) -> dict[tuple[Group, str], Numbers]:
    """The numbers that the *cycle*'s folder has, by group and paper; empty without the file.

    Raises InputError at an invalid row, and at a paper that is there twice for one meeting.
    """
    path, found = cycle / AGENDA, dict[tuple[Group, str], Numbers]()
    if not path.is_file():
        return found
    for row in read_register(path, with_codes(FIELDS, "group", codes_beside(cycle.parent))):
        key = row["group"], row["report"]
        if key in found:
            raise InputError.at(f"{cycle.name}/{AGENDA}", f"is there twice for {key[0].value}",
                                "keep one of the two rows", column="report", value=key[1])
        found[key] = Numbers(row["agenda_item"], row["paper"] or "")
    return found


def meeting_for(audience: str, as_of: date, meetings: tuple[Meeting, ...]) -> Meeting | None:
    """The meeting that a set known on *as_of* is for; None if it is not fixed.

    The restricted set is for the next meeting of Q&E, the others for the Board's next after it.
    """
    scrutiny = next_meeting(meetings, Group.SCRUTINY, as_of)
    if scrutiny is None or WHOSE[audience] is Group.SCRUTINY:
        return scrutiny
    return next_meeting(meetings, Group.BOARD, scrutiny.on)


def write_blank(names: Iterable[str]) -> str:
    """The text of the file for the papers of a new cycle, without numbers."""
    rows = [f"{group.value},{name},,\n" for group in dict.fromkeys(WHOSE.values())
            for name in names]
    return "".join(["group,report,agenda_item,paper\n", *rows])
