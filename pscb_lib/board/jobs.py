"""What there is to make: the reports of a cycle, each for its audiences, with their parameters.

A report is a notebook in ``notebooks/``; it belongs to a cycle where ``params/<cycle>/`` has
a YAML file of its name. Nothing here reads a return or needs more than the standard library
and YAML, so that a batch with nothing to do ends at once.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from pscb_lib.board.settings import Limits, read_yaml
from pscb_lib.reading.findings import InputError, nearest

REPORT = re.compile(r"[a-z0-9][a-z0-9_]*")
CYCLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


RESTRICTED = "restricted"


@dataclass(frozen=True)
class Job:
    """One report to be made for one audience."""

    report: str
    audience: str
    notebook: Path
    parameters: dict[str, str] = field(hash=False)


@dataclass(frozen=True)
class Batch:
    """Where a cycle is run and how: *workers* sets at once, each within *limits*."""

    root: Path
    outputs: Path
    cycle: str
    formats: tuple[str, ...]
    limits: Limits
    workers: int = os.cpu_count() or 1

    @property
    def cycle_folder(self) -> Path:
        """Where all sets of the cycle are published, and who works on them is noted."""
        return self.outputs / self.cycle

    def folder(self, job: Job) -> Path:
        """Where the set of a job is published."""
        return self.cycle_folder / job.audience / job.report


def is_masked(job: Job) -> bool:
    """Whether a job's set is one that hides figures: a report of returns, not for Q&E alone."""
    try:
        return job.audience != RESTRICTED and bool(returns_of(job.notebook))
    except InputError:  # it fails when it is made, and stops no other
        return False


def returns_of(notebook: Path) -> list[str]:
    """The returns that a notebook names in its metadata; InputError where it is no notebook."""
    try:
        metadata = json.loads(notebook.read_text(encoding="utf-8"))["metadata"]
        return list(metadata.get("pscb", {}).get("returns", []))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as fault:
        raise InputError.at(notebook.name, f"is not a notebook ({type(fault).__name__})",
                            "take it anew from where it is kept") from None


def find_notebooks(root: Path) -> dict[str, Path]:
    """Every report there is, by name: the folder ``notebooks/`` is the registry.

    A board that has none of its own shares the one beside it with the other boards.
    """
    own, shared = root / "notebooks", root.parent / "notebooks"
    folder = own if own.is_dir() else shared
    return {path.stem: path for path in sorted(folder.glob("*.ipynb"))}


def plan_jobs(root: Path, cycle: str, reports: tuple[str, ...], audiences: tuple[str, ...],
              given: dict[str, str]) -> list[Job]:
    """The jobs of a cycle, restricted set first; *given* parameters beat the YAML files'.

    Raises InputError for an unknown report or cycle and for what is no parameter.
    """
    notebooks, folder = find_notebooks(root), root / "params" / cycle
    if not CYCLE.fullmatch(cycle) or not folder.is_dir():
        raise InputError.at("params", "there is no such cycle", "make the folder or name another",
                            column="cycle", value=cycle)
    files = {path.stem: path for path in sorted(folder.glob("*.yaml"))}
    for name in (*reports, *files):
        _check_name(files, name)
        if name not in notebooks or name not in files:
            raise InputError(f"{name}: is not a report of {cycle}{nearest(name, files)}; "
                             f"the reports are {', '.join(sorted({*files} & {*notebooks}))}")
    jobs = []
    for name in dict.fromkeys(reports or files):
        parameters = {**read_yaml(files[name]), **given}
        _check_texts(files[name].name, parameters)
        jobs += [Job(name, audience, notebooks[name], {**parameters, "audience": audience})
                 for audience in dict.fromkeys(audiences)]
    return sorted(jobs, key=lambda job: audiences.index(job.audience))


def _check_name(files: dict[str, Path], name: str) -> None:
    """A name becomes a folder's and a line of a log: letters, digits and underscores alone."""
    if name in files and not REPORT.fullmatch(name):
        raise InputError.at(f"params/{files[name].parent.name}", "a report's name has small "
                            "letters, digits and underscores", "rename the file and its notebook",
                            column="name", value=name)


def _check_texts(file: str, parameters: dict[str, str]) -> None:
    for name, value in parameters.items():
        if name == "audience":
            raise InputError.at(file, "the sets to make are an option of the command",
                                f"remove it and use --audience {value}", column=name)
        if not isinstance(value, str):
            raise InputError.at(file, "is not one value", "write one text", column=name)


def published_parameters(job: Job, root: Path) -> dict[str, str]:
    """A job's parameters as readers see them: without the path of a folder on this machine.

    A folder in the project is named from there, any other by its own name alone.
    """
    folder = (root / job.parameters["returns_folder"]).resolve()
    name = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.name
    return {**job.parameters, "returns_folder": name}
