"""Bind the papers of a meeting into its pack, beside the sets of its audience."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pscb_lib.board.settings import Limits
from pscb_lib.framework.scheduling.meetings import Meeting
from pscb_lib.reading.findings import InputError
from pscb_lib.running.failures import failure_of
from pscb_lib.running.meeting_papers import Project, Taken, papers_in, papers_of
from pscb_lib.running.packs import gather, is_same, refuse_leaks, write_pack
from pscb_lib.running.portal import write_portals
from pscb_lib.running.processes.workers import Died, run_each
from pscb_lib.running.publishing.publish import private_folder
from pscb_lib.running.publishing.replacing import replace_set
from pscb_lib.running.sent_names import sent_names
from pscb_lib.running.shelf import year_of
from pscb_lib.writing.locks import Locked, locked


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


def bind_pack(project: Project, audience: str, meeting: Meeting, patience: float = 0) -> Bound:
    """Make the pack of a *meeting* for an *audience*, unless the same is there.

    Waits up to *patience* seconds for another process at work in its cycle. Raises InputError if
    there is no paper of it, or if the pack told what one of them hides, and
    :class:`~pscb_lib.writing.locks.Locked` if the other process is at work still.
    """
    folder = _folder_of(papers_of(project, audience, meeting), audience, meeting)
    with locked(folder.parents[1], patience):
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
    _remove_earlier(folder, patience)
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


def _remove_earlier(folder: Path, patience: float) -> None:
    """Remove the pack of the same meeting that was made before papers of a later cycle came."""
    outputs = folder.parents[2]
    for other in outputs.glob(f"*/{folder.parent.name}/{folder.name}"):
        if other != folder:
            with locked(other.parents[1], patience):
                shutil.rmtree(other)


def show_packs(project: Project, bound: Iterable[Bound]) -> None:
    """Write the pages of the cycles that have the packs, new or not: a run may have been stopped
    between a pack and its page.
    """
    for cycle in sorted({one.folder.parents[1] for one in bound if not one.failure}):
        with locked(cycle):
            write_portals(project, cycle.name)


@dataclass(frozen=True)
class ToBind:
    """A pack to make: the project, the audience and the meeting."""

    project: Project
    audience: str
    meeting: Meeting


def packs_of_year(project: Project, year: str) -> list[ToBind]:
    """Return the pack of each meeting that takes a paper made in the cycles of a *year*."""
    cycles = sorted(one.name for one in project.params.iterdir() if year_of(one.name) == year)
    return [ToBind(project, audience, meeting) for audience in project.settings.sets
            for meeting in _meetings(project, cycles, audience)]


def _meetings(project: Project, cycles: Iterable[str], audience: str) -> list[Meeting]:
    papers = [one for cycle in cycles for one in papers_in(project, cycle, audience)]
    return sorted({one.meeting for one in papers if one.meeting and not one.lacking},
                  key=lambda one: one.on)


def bind_each(packs: Iterable[ToBind], workers: int, limits: Limits) -> Iterator[Bound]:
    """Make each of the *packs* in a process of its own, and yield it as it is made.

    A typesetter keeps what it has set until its process ends. A pack that cannot be made stops no
    other, and has its ``failure``.
    """
    for pack, bound in run_each(_bind, packs, workers, limits):
        yield _failed(pack, bound.why) if isinstance(bound, Died) else bound


def _bind(pack: ToBind) -> Bound:
    patience = pack.project.settings.limits.seconds  # others of the cycle are made meanwhile
    try:
        return bind_pack(pack.project, pack.audience, pack.meeting, patience)
    except Locked as fault:
        return _failed(pack, str(fault))
    except MemoryError:
        raise
    except Exception as fault:  # no fault may stop the other packs
        return _failed(pack, failure_of(fault).shown)


def _failed(pack: ToBind, why: str) -> Bound:
    folder = pack.project.outputs / f"{pack.audience} pack of {pack.meeting.on}"
    return Bound(folder, (), failure=why)


def say_bound(bound: Bound) -> tuple[str, str]:
    """The name of a pack, and how its making ended."""
    name = "/".join(bound.folder.parts[-3 if bound.taken else -1:])
    return name, "failed" if bound.failure else "unchanged" if bound.is_unchanged else "made"
