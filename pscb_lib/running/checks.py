"""Check the inputs of each report of a cycle, within limits, before any report is made.

A return may be large, odd or hostile. Each report is checked in a process with the limits of a
set, so that no return keeps the other reports waiting.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pscb_lib.board.jobs import Batch, Job
from pscb_lib.board.notebooks import RESTRICTED, audiences_of
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.watched import DECISIONS, took_too_much
from pscb_lib.running.failures import failure_of
from pscb_lib.running.inputs import agenda_of, read_inputs
from pscb_lib.running.processes.workers import Died, run_each
from pscb_lib.running.publishing.publish import make_private

if TYPE_CHECKING:
    from pscb_lib.reading.rows import Checked, Source


@dataclass(frozen=True)
class Inputs:
    """A report's files, each with its SHA-256 when checked, and the row counts of its returns.

    ``handed`` is the file of the checked returns for its restricted set, if that is to be made.
    """

    files: dict[str, str]
    sources: tuple[Source, ...]
    handed: Path | None = None


def check_jobs(batch: Batch, jobs: Iterable[Job], folder: Path | None = None
               ) -> dict[str, Inputs | Exception]:
    """Check each report's parameters and returns once; return its inputs, or the error.

    What it has read for restricted sets is handed on in the private *folder*, if that is given.
    Raises InputError if a register of ``params/`` is wrong, because no report can be made then.
    """
    jobs = list(jobs)
    restricted = {job.name for job in jobs if job.audience == RESTRICTED}
    tasks = [ToCheck(batch.root), *{
        job.name: ToCheck(batch.root, job, folder if job.name in restricted else None)
        for job in jobs}.values()]
    checked: dict[str, Inputs | Exception] = {}
    for task, result in run_each(check, tasks, batch.workers, batch.limits, tells=True):
        found = fault_of(task, result) if isinstance(result, Died) else result
        if task.job:
            checked[task.job.name] = found
        elif isinstance(found, Exception):
            raise found
    return checked


@dataclass(frozen=True)
class ToCheck:
    """A project, and the report to check; without one the registers are checked.

    The checked returns are handed on in the private *folder*, if that is given.
    """

    root: Path
    job: Job | None = None
    folder: Path | None = None


def check(task: ToCheck) -> Inputs | Exception:
    """Check a report, or the registers. Never raises, but for want of memory: returns the error."""
    os.chdir(task.root)
    try:
        return _check_job(task) if task.job else _check_registers(task.root)
    except InputError as fault:
        return fault
    except MemoryError:
        raise
    except Exception as fault:  # no fault may stop the other reports
        return InputError(failure_of(fault).shown)


def fault_of(task: ToCheck, died: Died) -> InputError:
    """The error of a check that took more than its limits, or whose process died."""
    if died.file:
        return took_too_much(died.file, died.ended)
    return InputError.at(task.job.name if task.job else DECISIONS, f"cannot be checked: {died.why}",
                         "see the setting limits in params/settings.yaml")


def _check_registers(root: Path) -> Inputs:
    from pscb_lib.running.preflight import check_params

    check_params(root)
    return Inputs({}, ())


def _check_job(task: ToCheck) -> Inputs:
    from pscb_lib.running.carrying import chosen_by
    from pscb_lib.running.preflight import check_parameters, check_returns, check_statement

    job, root = cast("Job", task.job), task.root
    audiences_of(job.notebook)
    check_parameters(job)
    check_statement(job, root)
    chosen_by(job, root)
    files = read_inputs(job, root)
    if agenda := agenda_of(job, root):
        from pscb_lib.board.agenda_numbers import read_numbers

        read_numbers(agenda.parent)
    returns = check_returns(job)
    handed = _hand_on(job, task.folder, files, returns) if task.folder and returns else None
    sources = tuple(source for each in returns.values() for source in each.sources)
    return Inputs(files, sources, handed)


def _hand_on(job: Job, folder: Path, files: dict[str, str], returns: dict[str, Checked]
             ) -> Path | None:
    """Write the checked returns for the kernel; None if that cannot be done: it reads them again.
    """
    from pscb_lib.returns.handed import hand_on
    from pscb_lib.running.preflight import context_of

    context, file = context_of(job), folder / f"{job.name}.pickle"
    digests = {context.returns / name.removeprefix("returns/"): digest
               for name, digest in files.items() if name.startswith("returns/")}
    try:
        make_private(folder)
        hand_on(file, context, returns, digests)
    except (OSError, InputError, MemoryError):
        with suppress(OSError):
            file.unlink()
        return None
    return file
