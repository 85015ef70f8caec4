"""Bind the papers of a meeting into its pack, beside the sets of its audience."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pscb_lib.framework.scheduling.meetings import Meeting
from pscb_lib.reading.findings import InputError
from pscb_lib.running.failures import failure_of
from pscb_lib.running.meeting_papers import Project, Taken, papers_in, papers_of
from pscb_lib.running.packs import gather, is_same, refuse_leaks, write_pack
from pscb_lib.running.portal import write_portals
from pscb_lib.running.publishing.publish import private_folder
from pscb_lib.running.publishing.replacing import replace_set
from pscb_lib.running.sent_names import sent_names
from pscb_lib.running.shelf import year_of
from pscb_lib.writing.locks import locked


@dataclass(frozen=True)
class Bound:
    """A pack: its folder, the papers that the meeting takes, and whether it was there already.

    ``failure`` says why it could not be made; it is blank if it was.
    """

    folder: Path
    taken: tuple[Taken, ...]
    is_unchanged: bool = False
    failure: str = ""

    @property
    def lacking(self) -> tuple[Taken, ...]:
        """The papers that are not in it."""
        return tuple(one for one in self.taken if one.lacking)

    @property
    def said(self) -> str:
        """How many of the papers are in which file."""
        pack = next(self.folder.glob("*.pdf"))
        place = "/".join([*self.folder.parts[-3:], pack.name])
        return f"{len(self.taken) - len(self.lacking)} of {len(self.taken)} papers, {place}"


def bind_pack(project: Project, audience: str, meeting: Meeting) -> Bound:
    """Make the pack of a *meeting* for an *audience*, unless the same is there.

    Raises InputError if there is no paper of it, or if the pack told what one of them hides.
    """
    folder = _folder_of(papers_of(project, audience, meeting), audience, meeting)
    with locked(folder.parents[1]):
        taken = tuple(papers_of(project, audience, meeting))
        gathered = gather(project, audience, meeting, taken)
        if is_same(folder, gathered):
            return Bound(folder, taken, is_unchanged=True)
        work = private_folder(project.outputs, folder.parents[1].name)
        try:
            made = work / folder.name
            write_pack(gathered, taken, audience, meeting, made)
            refuse_leaks(made, taken, audience,
                         sent_names(project.root / "returns", project.params))
            replace_set(made, folder)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    _remove_earlier(folder)
    return Bound(folder, taken)


def _folder_of(taken: Iterable[Taken], audience: str, meeting: Meeting) -> Path:
    """Where the pack of a meeting is: beside the papers of the last cycle that it takes.

    Raises InputError if none of them is there.
    """
    made = [one.folder for one in taken if not one.lacking]
    if not made:
        raise InputError.at("--meeting", f"has no paper in the {audience} set", "make them with "
                            "pscb run, or name another meeting", value=meeting.on.isoformat())
    return max(made).with_name(f"pack-{meeting.on}")


def _remove_earlier(folder: Path) -> None:
    """Remove the pack of the same meeting that was made before papers of a later cycle came."""
    outputs = folder.parents[2]
    for other in outputs.glob(f"*/{folder.parent.name}/{folder.name}"):
        if other != folder:
            with locked(other.parents[1]):
                shutil.rmtree(other)


def show_packs(project: Project, bound: Iterable[Bound]) -> None:
    """Write the pages of the cycles that have the packs, new or not: a run may have been stopped
    between a pack and its page.
    """
    for cycle in sorted({one.folder.parents[1] for one in bound if not one.failure}):
        with locked(cycle):
            write_portals(project, cycle.name)


def bind_year(project: Project, year: str) -> Iterator[Bound]:
    """Make the pack of each meeting that takes a paper made in the cycles of a *year*.

    One that cannot be made stops no other, and has its ``failure``.
    """
    cycles = sorted(one.name for one in project.params.iterdir() if year_of(one.name) == year)
    for audience in project.settings.sets:
        papers = [one for cycle in cycles for one in papers_in(project, cycle, audience)]
        meetings = {one.meeting for one in papers if one.meeting and not one.lacking}
        for meeting in sorted(meetings, key=lambda one: one.on):
            try:
                yield bind_pack(project, audience, meeting)
            except (OSError, InputError) as fault:
                yield Bound(project.outputs / f"{audience} pack of {meeting.on}", (),
                            failure=failure_of(fault).shown)
