"""The state of a project in one screen: what is set, missing and awaited, and what comes next.

Nothing is made or changed. A part that cannot be read says why in its place and stops no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pscb_lib.board.context import Context
from pscb_lib.board.decisions import find_registers
from pscb_lib.board.jobs import Batch, Job, plan_jobs
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.notebooks import RESTRICTED, returns_of
from pscb_lib.board.settings import Settings, read_settings
from pscb_lib.framework.english import count_of, listed
from pscb_lib.framework.months import say_day
from pscb_lib.framework.scheduling.meetings import Group, next_meeting
from pscb_lib.page.words.front import DRAFT
from pscb_lib.reading.findings import InputError, Missing, Reaction
from pscb_lib.reading.rows import Checked
from pscb_lib.reading.rows.display import say_rows
from pscb_lib.returns.kinds import find_returns
from pscb_lib.running.preflight import context_of
from pscb_lib.running.publishing.key import KEY, read_key
from pscb_lib.running.publishing.manifest import find_sets
from pscb_lib.running.signed_off import say_state
from pscb_lib.running.tonight import Tonight, plan_tonight


@dataclass(frozen=True)
class Part:
    """One part of the state: its heading, its lines, and the command that would mend it, if any."""

    heading: str
    lines: tuple[str, ...]
    command: str = ""


def diagnose(root: Path, outputs: Path, day: date) -> Iterator[Part]:
    """Yield the parts of a project's state on *day*, the settings first.

    Raises InputError if the settings cannot be read: nothing else can be said then.
    """
    settings = read_settings(root / "params" / "settings.yaml")
    batch = Batch(root, outputs, settings.cycle, settings.formats, settings.limits)
    yield _project(root, settings)
    yield _decisions(root / "params", day)
    try:
        tonight = plan_tonight(batch, plan_jobs(root, batch.cycle, (), settings.sets, {}), day)
    except InputError as fault:
        yield Part("Cycle", (str(fault),), f"pscb new-cycle {settings.cycle}")
        return
    returns, waiting = _returns(tonight.jobs)
    alone = plan_tonight(batch, [job for job in tonight.jobs if job.name not in waiting], day)
    made = _batch(tonight, alone, day, waiting)
    yield _after(made, returns)
    yield _meetings(root / "params", settings, day)
    yield made
    yield from _statements(tonight)
    yield from _drafts(batch)


def next_command(parts: Sequence[Part]) -> str:
    """The command of the first part that has one; by default the check of what is published."""
    return next((part.command for part in parts if part.command), "pscb verify outputs")


def _project(root: Path, settings: Settings) -> Part:
    code = f", authority {settings.authority}" if settings.authority else ", no authority code set"
    try:
        key = "is there" if read_key(root) else "is made at the first run"
    except InputError as fault:
        key = f"cannot be used: {fault}"
    return Part("Project", (f"{settings.board}; {settings.area}{code}",
                            f"Cycle {settings.cycle}; sets {listed(settings.sets)}; formats "
                            f"{listed(settings.formats)}", f"The project's key ({KEY}) {key}"))


def _decisions(params: Path, day: date) -> Part:
    faults, read = [], 0
    for register in find_registers():
        path = params / register.file
        if not path.exists() and register.may_be_missing:
            continue
        try:
            register.read(path)
            read += 1
        except Missing:
            faults.append(f"{register.file} is missing")
        except InputError as fault:
            faults.append(str(fault))
    good = (f"{count_of(read, 'register').capitalize()} can be read",)
    return Part("Decisions", (*faults, *good), f"pscb doctor --on {day}, once these are corrected"
                if faults else "")


def _returns(jobs: Sequence[Job]) -> tuple[Part, set[str]]:
    """What is held of each return that the cycle's papers read, and the papers that await one."""
    lines, is_awaited, waiting = list[str](), dict[tuple[str, str, str], bool](), set[str]()
    for job in jobs:
        if job.audience != RESTRICTED:
            continue
        try:
            names, context = returns_of(job.notebook), context_of(job)
        except InputError as fault:
            lines.append(f"{job.name}: {fault}")
            continue
        for name in names:
            place = (name, context.period.label, str(context.returns))
            if place not in is_awaited:
                said, is_awaited[place] = _held(name, context)
                lines += [f"{name}, {context.period.label}: {said[0]}",
                          *(f"  {one}" for one in said[1:])]
            if is_awaited[place]:
                waiting.add(job.name)
    missing = [*dict.fromkeys(name for (name, *_), awaited in is_awaited.items() if awaited)]
    command = (f"pscb accept FILE --from AGENCY --on DATE, for {listed(missing)}; pscb template "
               f"{missing[0]} writes the form" if missing else "")
    return (Part("Returns", tuple(lines) or ("No paper of the cycle reads a return",), command),
            waiting)


def _held(name: str, context: Context) -> tuple[list[str], bool]:
    """What is held of a return, and whether it is awaited."""
    try:
        return [*_say_return(find_returns()[name].read_for(context))], False
    except Missing:
        return ["awaited: nothing has been sent"], True
    except (InputError, KeyError) as fault:
        return [str(fault)], False


def _say_return(checked: Checked) -> Iterator[str]:
    files = {source.file for source in checked.sources}
    yield f"{count_of(len(files), 'file')}, {say_rows(checked.rows)}"
    yield from (one.rule for one in checked.findings
                if one.reaction is Reaction.NOTED and one.row is None)


def _meetings(params: Path, settings: Settings, day: date) -> Part:
    try:
        meetings = read_meetings(params / "meetings.csv")
    except InputError as fault:
        return Part("Meetings", (str(fault),))
    lines = []
    for group in Group:
        meeting = next_meeting(meetings, group, day)
        lines.append(f"{group.value}: {say_day(meeting.on)}, papers by "
                     f"{say_day(meeting.papers_by)}" if meeting else
                     f"{group.value}: no meeting is fixed from {say_day(day)}")
    return Part("Meetings ahead", tuple(lines))


def _after(made: Part, returns: Part) -> Part:
    """The returns, which wait while a paper can be made: how to take them is then a line."""
    if not (made.command and returns.command):
        return returns
    return Part(returns.heading, (*returns.lines, f"To take what is awaited: {returns.command}"))


def _batch(tonight: Tonight, alone: Tonight, day: date, waiting: set[str]) -> Part:
    """What a batch would make: nothing of the papers that are *waiting* for a return.

    Where some wait, the command names those of the others that are new or changed by themselves,
    *alone*: what is awaited stops no other.
    """
    later = [job for job in tonight.jobs if job not in tonight.due]
    made = [job.label for job in tonight.wanted if job.name not in waiting]
    awaiting = [job.label for job in tonight.wanted if job.name in waiting]
    lines = [f"{count_of(len(made), 'set').capitalize()} would be made"
             + (f": {listed(made)}" if made else ""),
             *([f"Awaiting returns: {listed(awaiting)}"] if awaiting else []),
             f"{len(tonight.same)} unchanged, {len(later)} not due yet"]
    names = " ".join(dict.fromkeys(job.name for job in alone.wanted))
    command = f"pscb run {names}" if awaiting else f"pscb batch --as-of {day}"
    return Part(f"A batch on {say_day(day)}", tuple(lines), command if names else "")


def _statements(tonight: Tonight) -> Iterator[Part]:
    said = dict.fromkeys(f"{one.job.name}: {one.awaited}" for one in tonight.awaited)
    if said:
        first = tonight.awaited[0].job.statement.as_posix()
        yield Part("Statements awaited", tuple(said), f"write {first}")


def _drafts(batch: Batch) -> Iterator[Part]:
    public = batch.cycle_folder / "public"
    states = {folder.name: state for folder in find_sets(public)
              if (state := say_state(folder))}
    drafts = [name for name, state in states.items() if state == DRAFT.lower()]
    if states:
        yield Part("Public sets", tuple(f"{name}: {state}" for name, state in states.items()),
                   f"pscb release {drafts[0]} --by POST --on DATE" if drafts else "")
