"""Make one set from beginning to end, in a process that may die without harm to other sets."""

from __future__ import annotations

import json
import multiprocessing
import os
from dataclasses import replace
from pathlib import Path

import nbformat

from pscb_lib.board.jobs import is_masked, published_parameters
from pscb_lib.board.parameters import carries
from pscb_lib.disclosure.figures import Place
from pscb_lib.disclosure.handing_over import mask_block, write_masked
from pscb_lib.disclosure.mime import blocks_in
from pscb_lib.disclosure.outsider.finished import read_finished
from pscb_lib.disclosure.outsider.sets import audit_finished
from pscb_lib.disclosure.paper import Paper
from pscb_lib.disclosure.summaries import OPEN_TO
from pscb_lib.reading.closed import Closed
from pscb_lib.running.awaited import with_statement
from pscb_lib.running.carrying import read_all_inputs, write_carried
from pscb_lib.running.evidence import write_evidence
from pscb_lib.running.execution import run_report
from pscb_lib.running.failures import Failure, ReportFailed, failure_of
from pscb_lib.running.group_warnings import warn_of_groups
from pscb_lib.running.inputs import changed, describe_inputs, seal_for
from pscb_lib.running.issues import NOTEBOOK, keep_issues
from pscb_lib.running.publishing.manifest import write_manifest
from pscb_lib.running.publishing.publish import without_traces, write_files
from pscb_lib.running.publishing.replacing import replace_set
from pscb_lib.running.release import as_signed_off
from pscb_lib.running.sent_names import sent_names
from pscb_lib.running.tasks import Task
from pscb_lib.writing.locks import is_held
from pscb_lib.writing.whole import draft_text


def make_set(task: Task) -> dict | Failure:
    """Run, print and publish a set; return its end block. Never raises: returns a Failure."""
    try:
        os.chdir(task.root)
        return _publish(task, _execute(task))
    except Exception as fault:  # the parent gets any fault as one line
        return failure_of(fault)


def draft_set(task: Task) -> Path | Failure:
    """Run a restricted set and keep its issues; return where its notebook is drafted.

    From the draft other sets can be masked. Never raises: returns a Failure.
    """
    try:
        os.chdir(task.root)
        executed = _execute(task)
        _refuse_lost(task)
        task.drafted.mkdir()
        draft_text(task.drafted / NOTEBOOK, nbformat.writes(executed) + "\n")
        keep_issues(task.folder, task.drafted, task.profile)
        return task.drafted
    except Exception as fault:  # the parent gets any fault as one line
        return failure_of(fault)


def publish_set(task: Task) -> dict | Failure:
    """Print and publish a set that is drafted; return its end block. Never raises, as make_set."""
    try:
        os.chdir(task.root)
        return _publish(task, nbformat.read(task.drafted / NOTEBOOK, as_version=4))
    except Exception as fault:  # the parent gets any fault as one line
        return failure_of(fault)


def _publish(task: Task, clean: nbformat.NotebookNode) -> dict:
    finished = task.work / "set"
    finished.mkdir()
    write_files(clean, finished, task.formats)
    inputs = describe_inputs(task.job, task.root, task.formats, task.inputs, task.masked_with)
    write_manifest(finished, inputs, task.job.audience, task.sources,
                   seal_for(task.job, task.root))
    finished = as_signed_off(finished, task.root / "params", task.job)
    _refuse_changed(task)
    warnings = _refuse_leaks(task, finished)
    _refuse_lost(task)
    keep_issues(task.folder, finished, task.profile)
    if task.plan is not None:
        write_evidence(task.folder.parents[1], task.job.audience, task.job.name,
                       task.plan.evidence)
    replace_set(finished, task.folder)
    return [*blocks_in(clean)][-1] | {"warnings": warnings}


def _execute(task: Task) -> nbformat.NotebookNode:
    """Run the notebook; return it without traces.

    A masked set gets its figures masked, and may read no return of children.
    """
    job = with_statement(task.job)
    masked, carried = task.work / "masked.json", task.work / "carried.json"
    if task.plan is not None:
        write_masked(_mask(task, task.plan.hidden), masked)
        job = replace(job, parameters={**job.parameters, "masked": str(masked)})
    if carries(job.notebook):
        write_carried(carried, task.folder.parents[2], task.job, task.root)
        job = replace(job, parameters={**job.parameters, "carried": str(carried)})
    try:
        executed = run_report(job, task.root, task.work / "executed.ipynb", task.limits,
                              _closed(task) if is_masked(job) else None, task.handed)
    finally:
        for handed in (masked, carried):
            handed.unlink(missing_ok=True)
    return without_traces(executed, published_parameters(task.job, task.root))


def _mask(task: Task, hidden: frozenset[Place]) -> Paper:
    """Mask the figures of the restricted set for this one."""
    notebook = json.loads((_restricted(task) / "report.ipynb").read_text(encoding="utf-8"))
    block = next(one for one in blocks_in(notebook) if one["kind"] == "figures")
    return mask_block(block, task.job.audience, task.profile, hidden)


def _closed(task: Task) -> Closed:
    """The folders with what the set hides: the returns, restricted sets and what failed.

    A folder of returns that holds the whole project cannot be closed: its code is read too.
    """
    outputs = task.folder.parents[2]
    folders = (task.root / task.job.parameters["returns_folder"], outputs / ".failed",
               *outputs.glob("*/restricted"),
               *(one for one in outputs.glob(".work/*") if one != task.work))
    return Closed(tuple(folder for folder in folders if not task.root.is_relative_to(folder)),
                  OPEN_TO[task.job.audience])


def _restricted(task: Task) -> Path:
    return task.folder.parents[1] / "restricted" / task.folder.name


def _refuse_changed(task: Task) -> None:
    names = changed(task.inputs, read_all_inputs(task.folder.parents[2], task.job, task.root))
    if names:
        raise ReportFailed(f"input changed during the run: {', '.join(names)}; run again")


def _refuse_leaks(task: Task, finished: Path) -> list[str]:
    """Read the finished files of a masked set as an outsider would; refuse a set with a leak.

    Return its warnings.
    """
    if not is_masked(task.job):
        return []
    names = sent_names(task.root / task.job.parameters["returns_folder"], task.root / "params")
    found = read_finished(finished)
    leaks = audit_finished(found, _restricted(task), task.profile, names)
    if leaks:
        more = f" and {len(leaks) - 1} more; see pscb audit" if len(leaks) > 1 else ""
        raise ReportFailed(f"not published, it reveals what it hides: {leaks[0]}{more}")
    return warn_of_groups(found, task.profile)


def _refuse_lost(task: Task) -> None:
    """Refuse to publish without the lock: after a lease another machine may have taken it."""
    cycle = task.folder.parents[1]
    starter = multiprocessing.parent_process()
    if starter is None or starter.pid is None or not is_held(cycle, starter.pid):
        raise ReportFailed(f"another run has taken over the lock of {cycle.name}; run again")
