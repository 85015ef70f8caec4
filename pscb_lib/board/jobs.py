"""What there is to make: the reports of a cycle, each for its audiences, with their parameters.

A report is a notebook in ``notebooks/``; it belongs to a cycle where ``params/<cycle>/`` has
a YAML file of its name, or one for each of its keys. Nothing here reads a return or needs more
than the standard library and YAML, so that a batch with nothing to do ends at once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pscb_lib.board.cycle_files import check_files, choose_names
from pscb_lib.board.names import name_of, split_name
from pscb_lib.board.notebooks import (
    RESTRICTED,
    audiences_of,
    find_notebooks,
    quoted_by,
    returns_of,
)
from pscb_lib.board.settings import Limits
from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.framework.english import listed
from pscb_lib.reading.findings import InputError


@dataclass(frozen=True)
class Job:
    """One report to be made for one audience; ``key`` is that of one of several in the *cycle*."""

    report: str
    audience: str
    notebook: Path
    parameters: dict[str, str] = field(hash=False)
    key: str = ""
    cycle: str = ""

    @property
    def name(self) -> str:
        """The name of the paper: the report's, and its key if it has one."""
        return name_of(self.report, self.key)

    @property
    def label(self) -> str:
        """The set and the paper, as a log has them."""
        return f"{self.audience}: {self.name}"

    @property
    def statement(self) -> Path:
        """Where the statement in the paper is, if it has one, from the project's folder."""
        from pscb_lib.board.statements import statement_in

        return statement_in(self.cycle, self.name)


def usual_workers() -> int:
    """How many sets are made at once: three for two processors.

    While a set waits for its kernel, or the kernel for its set, another one has the processor.
    """
    here = (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity")
            else os.cpu_count() or 1)
    return here + (here + 1) // 2


@dataclass(frozen=True)
class Batch:
    """Where a cycle is run and how: *workers* sets at once, each within *limits*."""

    root: Path
    outputs: Path
    cycle: str
    formats: tuple[str, ...]
    limits: Limits
    workers: int = field(default_factory=usual_workers)

    @property
    def cycle_folder(self) -> Path:
        """Where all sets of the cycle are published, and who works on them is noted."""
        return self.outputs / self.cycle

    def folder(self, job: Job) -> Path:
        """Where the set of a job is published."""
        return self.cycle_folder / job.audience / job.name


def say_returns(root: Path, jobs: Iterable[Job]) -> str:
    """The folders that *jobs* read returns from, in a line for the start of a run.

    They are named from the project at *root*; of a folder elsewhere only the name is said, because
    a path may have somebody's name in it.
    """
    folders = dict.fromkeys(job.parameters.get("returns_folder", "") for job in jobs)
    named = dict.fromkeys(_named_from(root, Path(one)) for one in folders if one)
    return f"Returns are read from {listed([*named])}"


def _named_from(root: Path, folder: Path) -> str:
    whole = (root / folder).resolve()
    if whole.is_relative_to(root.resolve()):
        return whole.relative_to(root.resolve()).as_posix()
    return f"{whole.name}, outside the project"


def is_masked(job: Job) -> bool:
    """Whether a job's set is one that hides figures: it has those of returns, not for Q&E alone."""
    try:
        return job.audience != RESTRICTED and bool(
            returns_of(job.notebook) or quoted_by(job.notebook))
    except InputError:  # it fails when it is made, and stops no other
        return False


def plan_jobs(root: Path, cycle: str, reports: tuple[str, ...], audiences: tuple[str, ...],
              given: dict[str, str], is_asked: bool = False) -> list[Job]:
    """The jobs of a cycle, restricted set first; *given* parameters beat the YAML files'.

    A report is made for those of *audiences* that it declares. *reports* are names of reports,
    with all their keys, or of single papers. Raises InputError for an unknown report or cycle,
    for what is no parameter, and for a report named here that lacks a set that *is_asked* for.
    """
    notebooks, files, jobs = find_notebooks(root), check_files(root, cycle), []
    for name in choose_names(cycle, reports, files):
        (report, key), file = split_name(name), files[name]
        parameters = {**read_yaml(file), **given}
        _check_texts(file.name, parameters)
        for audience in _sets_of(notebooks[report], audiences, bool(reports), is_asked):
            own = {**parameters, "audience": audience, **({"key": key} if key else {})}
            jobs.append(Job(report, audience, notebooks[report], own, key, cycle))
    if is_asked and not jobs:
        raise InputError(f"{cycle}: no report has a {' or '.join(audiences)} set")
    return sorted(jobs, key=lambda job: audiences.index(job.audience))


def _sets_of(notebook: Path, wanted: tuple[str, ...], is_named: bool, is_asked: bool
             ) -> list[str]:
    """The *wanted* sets that a report declares."""
    try:
        declared = audiences_of(notebook)
    except InputError:  # it fails when it is made, and stops no other
        declared = wanted
    lacking = [each for each in wanted if each not in declared]
    chosen = [each for each in dict.fromkeys(wanted) if each in declared]
    if is_named and lacking and (is_asked or not chosen):
        raise InputError(f"{notebook.stem}: has no {lacking[0]} set; its sets are "
                         f"{', '.join(declared)}")
    return chosen


def _check_texts(file: str, parameters: dict[str, str]) -> None:
    for name, value in parameters.items():
        if name == "audience":
            raise InputError.at(file, "the sets to make are an option of the command",
                                f"remove it and use --audience {value}", column=name)
        if name == "key":
            raise InputError.at(file, "the key of a paper stands in the name of its file",
                                "remove it and name the file <report>--<key>.yaml", column=name)
        if not isinstance(value, str):
            raise InputError.at(file, "is not one value", "write one text", column=name)


def published_parameters(job: Job, root: Path) -> dict[str, str]:
    """A job's parameters as readers see them: without the path of a folder on this machine.

    A folder in the project is named from there, any other by its own name alone.
    """
    folder = (root / job.parameters["returns_folder"]).resolve()
    name = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.name
    return {**job.parameters, "returns_folder": name}
