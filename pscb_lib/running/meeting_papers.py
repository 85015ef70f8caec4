"""The papers of one meeting for one audience: what is there, and what is missing and why.

A paper belongs to the meeting that its day, ``as_of``, leads to, as its own front sheet says. The
order is that of the agenda items which an officer has set, then that of Appendix 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pscb_lib.board.agenda_numbers import NONE, WHOSE, Numbers, meeting_for, read_numbers
from pscb_lib.board.cycle_files import find_files
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.names import split_name
from pscb_lib.board.notebooks import audiences_of, find_notebooks, title_of
from pscb_lib.board.programme import read_programme
from pscb_lib.board.settings import Settings
from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.framework.scheduling.deadlines import financial_year
from pscb_lib.framework.scheduling.meetings import Meeting
from pscb_lib.framework.scheduling.programme import Audit, AuditProgramme
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.running.publishing.manifest import NAME, find_sets, read_manifest, verify_set
from pscb_lib.running.signed_off import PUBLIC, sign_off_of
from pscb_lib.running.withdrawn import LEFT, WITHDRAWN, has_left

LAST = 10**6  # after every number of an agenda or of Appendix 1
NOT_MADE = "not made yet"


@dataclass(frozen=True)
class Taken:
    """One paper of a cycle; ``lacking`` says why it cannot be read, or is blank.

    ``meeting`` takes it; it is None if none is fixed or the paper goes to no meeting.
    """

    name: str
    folder: Path
    as_of: date
    meeting: Meeting | None
    title: str
    numbers: Numbers
    audit: Audit | None
    lacking: str = ""
    is_draft: bool = False

    @property
    def place(self) -> str:
        """The set, as commands name it."""
        return "/".join(self.folder.parts[-3:])


@dataclass(frozen=True)
class Project:
    """A board's project: its folder, where its sets are, and its settings."""

    root: Path
    outputs: Path
    settings: Settings

    @property
    def params(self) -> Path:
        """The folder of the Board's decisions."""
        return self.root / "params"


def find_meeting(project: Project, audience: str, on: date) -> Meeting:
    """The meeting of a day. Raises InputError if that audience's group does not meet then."""
    own = [one for one in read_meetings(project.params / "meetings.csv")
           if one.group is WHOSE[audience]]
    for meeting in own:
        if meeting.on == on:
            return meeting
    near = min(own, key=lambda one: abs(one.on - on), default=None)
    asked = f"; the nearest is {near.on}" if near else ""
    raise InputError.at("--meeting", f"is no day on which {WHOSE[audience].value} meets{asked}",
                        "name a day of params/meetings.csv", value=on.isoformat())


def papers_of(project: Project, audience: str, meeting: Meeting) -> list[Taken]:
    """The papers that the *meeting* takes in the set of the *audience*, in its order."""
    cycles = sorted(path.name for path in project.params.iterdir() if path.is_dir())
    found = [one for cycle in cycles for one in papers_in(project, cycle, audience)
             if one.meeting == meeting]
    return sorted(found, key=lambda one: _order(one, project.settings.every_cycle))


def papers_in(project: Project, cycle: str, audience: str) -> list[Taken]:
    """The papers of a *cycle* for an *audience*: those to be made, and those that once were."""
    folder = project.params / cycle
    found = [*_planned(project, folder, audience), *_left(project, folder, audience)]
    return sorted(found, key=lambda one: _order(one, project.settings.every_cycle))


def _order(one: Taken, every_cycle: tuple[str, ...]) -> tuple[int, int, int, str]:
    return (one.numbers.agenda_item or LAST, one.audit.item if one.audit else LAST,
            every_cycle.index(one.name) if one.name in every_cycle else LAST, one.name)


def _planned(project: Project, cycle: Path, audience: str) -> Iterator[Taken]:
    """The papers of a cycle that are to be made for an audience, or once were."""
    meetings = read_meetings(project.params / "meetings.csv")
    programme = read_programme(project.params / "audit_programme.csv")
    notebooks, numbers = find_notebooks(project.root), read_numbers(cycle)
    for name, file in find_files(project.root, cycle.name).items():
        report, _ = split_name(name)
        folder = project.outputs / cycle.name / audience / name
        is_declared = report in notebooks and _declares(notebooks[report], audience)
        if not is_declared and not (folder / NAME).is_file():
            continue
        as_of = day_of_file(file)
        audit = _audit_of(programme, report, as_of)
        meeting = (None if audit and not audit.route.is_scrutinised
                   else meeting_for(audience, as_of, meetings))
        title = title_of(notebooks[report]) if report in notebooks else report
        yield Taken(name, folder, as_of, meeting, title,
                    numbers.get((WHOSE[audience], name), NONE), audit,
                    _lacking(folder) if is_declared else WITHDRAWN,
                    audience == PUBLIC and sign_off_of(folder, project.params) is None)


def _declares(notebook: Path, audience: str) -> bool:
    try:
        return audience in audiences_of(notebook)
    except InputError:  # it fails when it is made, and stops no other
        return True


def _left(project: Project, cycle: Path, audience: str) -> Iterator[Taken]:
    """The published sets whose paper has left its cycle."""
    meetings = read_meetings(project.params / "meetings.csv")
    for folder in find_sets(project.outputs / cycle.name / audience):
        if has_left(folder, project.root):
            as_of = cells.day(read_manifest(folder)["parameters"]["as_of"])
            yield Taken(folder.name, folder, as_of, meeting_for(audience, as_of, meetings),
                        title_of(folder / "report.ipynb"), NONE, None, LEFT)


def _lacking(folder: Path) -> str:
    if not (folder / NAME).is_file():
        return NOT_MADE
    faults = verify_set(folder)
    return f"not as it was made ({faults[0]})" if faults else ""


def day_of_file(file: Path) -> date:
    """The day of the paper whose parameters are in *file*. Raises InputError if it is none."""
    try:
        return cells.day(str(read_yaml(file).get("as_of", "")))
    except ValueError as fault:
        raise InputError.at(file.name, str(fault), "correct it", column="as_of") from None


def _audit_of(programme: AuditProgramme, report: str, as_of: date) -> Audit | None:
    audits = programme.for_year(financial_year(as_of)).audits
    return next((audit for audit in audits if audit.report == report), None)
