"""The blocks that an officer chooses for the annual report, in ``params/<cycle>/<paper>.yaml``.

The parameter ``blocks`` is a text with one block a line, and ``|`` between its columns: the part
of the report (:mod:`.contents`), the paper, its period, and the block: ``lead`` for what the paper
answers first, ``question`` for the first that it asks, if it asks anything, otherwise the id of a
figure, table or question. Questions go into the list of what is weak, who acts and by when. A block
that is evidence about one of the Board's priorities names the priority and the kind of evidence;
``impact`` after them says that it shows a change for children, which an officer judges and nothing
here works out.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from pscb_lib.board.annual_report.contents import CONTENTS
from pscb_lib.board.names import name_of, split_name
from pscb_lib.framework.audit_summary.evidence import Evidence
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError, nearest

COLUMN, LEAD, QUESTION, IMPACT = "blocks", "lead", "question", "impact"
LEAST, MOST = 4, 7  # columns of a line
YEAR = 12  # months
SHAPE = "write part | paper | period | block, and then priority | kind of evidence | impact"


@dataclass(frozen=True)
class Choice:
    """One block that is carried from a paper; *evidence* and *priority* go together, or neither."""

    part: str
    paper: str
    period: ReportingPeriod
    block: str
    priority: str = ""
    evidence: Evidence | None = None
    shows_impact: bool = False


def read_choices(text: str, file: str, priorities: Collection[str]) -> tuple[Choice, ...]:
    """The blocks of the parameter ``blocks`` of *file*; an empty line and a # line are none.

    Raises InputError for a line that is wrong; a priority must be one of *priorities*.
    """
    chosen: dict[tuple[object, ...], Choice] = {}
    for line in map(str.strip, text.splitlines()):
        if not line or line.startswith("#"):
            continue
        one = _choice(line, file, priorities)
        if (key := (one.paper, one.period, one.block)) in chosen:
            raise InputError.at(file, "chooses a block for the second time", "take the line out",
                                column=COLUMN, value=line)
        chosen[key] = one
    return tuple(chosen.values())


def a_year_later(text: str) -> str:
    """The lines of *text* with each period a year later, and so the key of a paper that has it.

    A line that is not one block stays as it is: it is refused when the report is made.
    """
    return "\n".join(map(_later, text.splitlines()))


def _later(line: str) -> str:
    cells = line.split("|")
    try:
        period = parse_period(cells[2].strip())
    except (IndexError, ValueError):
        return line
    later = period.back(-YEAR)
    paper, key = split_name(cells[1].strip())
    if key == period.label:
        cells[1] = f" {name_of(paper, later.label)} "
    cells[2] = f" {later.label} "
    return "|".join(cells)


def _choice(line: str, file: str, priorities: Collection[str]) -> Choice:
    def refused(rule: str, remedy: str) -> InputError:
        return InputError.at(file, rule, remedy, column=COLUMN, value=line)

    cells = [cell.strip() for cell in line.split("|")]
    if not LEAST <= len(cells) <= MOST or not all(cells[:LEAST]):
        raise refused("is not one block", SHAPE)
    part, paper, period, block, priority, kind, impact = [*cells, *[""] * (MOST - len(cells))]
    parts = [one.key for one in CONTENTS if not one.is_written]
    if part not in parts:
        raise refused(f"there is no part {part}{nearest(part, parts)}", f"use {', '.join(parts)}")
    if priority and priority not in priorities:
        raise refused(f"{priority} is no priority of the year{nearest(priority, priorities)}",
                      "write one of params/indicators.csv")
    kinds = {one.value: one for one in Evidence}
    if bool(priority) != bool(kind) or kind and kind not in kinds:
        raise refused("evidence needs a priority and its kind", f"use {', '.join(kinds)}")
    if impact not in ("", IMPACT) or impact and not kind:
        raise refused(f"{impact} is not {IMPACT}", f"write {IMPACT} after the kind, or nothing")
    try:
        covered = parse_period(period)
    except ValueError:
        raise refused(f"{period} is no period", "write it as the paper's own file does") from None
    return Choice(part, paper, covered, block, priority, kinds.get(kind), bool(impact))
