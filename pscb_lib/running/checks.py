"""Check the inputs of each report of a cycle, within limits, before any report is made.

A return may be large, odd or hostile. Each report is checked in a process with the limits of a
set, so that no return keeps the other reports waiting.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pscb_lib.board.jobs import Batch, Job
from pscb_lib.board.notebooks import audiences_of
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.watched import DECISIONS, took_too_much
from pscb_lib.running.inputs import agenda_of, read_inputs
from pscb_lib.running.processes.workers import Died, run_each

if TYPE_CHECKING:
    from pscb_lib.reading.rows import Source


@dataclass(frozen=True)
class Inputs:
    """A report's files, each with its SHA-256 when checked, and the row counts of its returns."""

    files: dict[str, str]
    sources: tuple[Source, ...]


def check_jobs(batch: Batch, jobs: Iterable[Job]) -> dict[str, Inputs | Exception]:
    """Check each report's parameters and returns once; return its inputs, or the error.

    Raises InputError if a register of ``params/`` is wrong, because no report can be made then.
    """
    tasks = [ToCheck(batch.root), *{job.name: ToCheck(batch.root, job) for job in jobs}.values()]
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
    """A project, and the report to check; without one the registers are checked."""

    root: Path
    job: Job | None = None


def check(task: ToCheck) -> Inputs | Exception:
    """Check a report, or the registers. Never raises, but for want of memory: returns the error."""
    from pscb_lib.running.sets import failure_of

    os.chdir(task.root)
    try:
        return _check_job(task.job, task.root) if task.job else _check_registers(task.root)
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


def _check_job(job: Job, root: Path) -> Inputs:
    from pscb_lib.running.preflight import check_parameters, check_returns, check_statement

    audiences_of(job.notebook)
    check_parameters(job)
    check_statement(job, root)
    files = read_inputs(job, root)
    if agenda := agenda_of(job, root):
        from pscb_lib.board.agenda_numbers import read_numbers

        read_numbers(agenda.parent)
    returns = check_returns(job)
    return Inputs(files, tuple(source for each in returns for source in each.sources))
