"""Find the reports, and check what they are given before one of them is run.

A report is a notebook in ``notebooks/``; it belongs to a cycle where ``params/<cycle>/`` has
a YAML file of its name. All that can be checked is checked before a kernel starts: the
parameters against the notebook's own, every register of ``params/``, and every return the
notebook names in its metadata.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path

import nbformat

from pscb_lib.agencies import nearest, read_agencies
from pscb_lib.comparators import mapping, neighbours, register
from pscb_lib.context import Context, open_context
from pscb_lib.findings import InputError
from pscb_lib.indicators import read_indicators
from pscb_lib.ledger import read_ledger
from pscb_lib.measures.cdop_rates import NATIONAL
from pscb_lib.measures.data_set import read_populations
from pscb_lib.meetings import read_meetings
from pscb_lib.programme import read_programme
from pscb_lib.rebases import read_rebases
from pscb_lib.records import Checked
from pscb_lib.registers import read_register
from pscb_lib.section11 import read_standards
from pscb_lib.settings import read_yaml


@dataclass(frozen=True)
class Job:
    """One report to be made for one audience."""

    report: str
    audience: str
    notebook: Path
    parameters: dict[str, str] = field(hash=False)


def find_notebooks(root: Path) -> dict[str, Path]:
    """Every report there is, by name: the folder ``notebooks/`` is the registry."""
    return {path.stem: path for path in sorted((root / "notebooks").glob("*.ipynb"))}


def plan_jobs(root: Path, cycle: str, reports: tuple[str, ...], audiences: tuple[str, ...],
              given: dict[str, str]) -> list[Job]:
    """The jobs of a cycle, restricted set first; *given* parameters beat the YAML files'.

    Raises InputError for an unknown report or cycle and for an unknown parameter.
    """
    notebooks, folder = find_notebooks(root), root / "params" / cycle
    if not folder.is_dir():
        raise InputError.at("params", "there is no such cycle", "make the folder or name another",
                            column="cycle", value=cycle)
    files = {path.stem: path for path in sorted(folder.glob("*.yaml"))}
    for name in (*reports, *files):
        if name not in notebooks or name not in files:
            raise InputError(f"{name}: is not a report of {cycle}{nearest(name, files)}; "
                             f"the reports are {', '.join(sorted({*files} & {*notebooks}))}")
    jobs = []
    for name in dict.fromkeys(reports or files):
        parameters = {**read_yaml(files[name]), **given}
        check_parameters(files[name].name, notebooks[name], parameters)
        jobs += [Job(name, audience, notebooks[name], {**parameters, "audience": audience})
                 for audience in dict.fromkeys(audiences)]
    return sorted(jobs, key=lambda job: audiences.index(job.audience))


def check_parameters(file: str, notebook: Path, parameters: dict[str, str]) -> None:
    """See that every parameter is one the notebook has, one text, and that none is missing."""
    known = [name for name in parameters_of(notebook) if name not in ("audience", "plan")]
    for name, value in parameters.items():
        if name == "audience":
            raise InputError.at(file, "the sets to make are an option of the command",
                                f"remove it and use --audience {value}", column=name)
        if not isinstance(value, str):
            raise InputError.at(file, "is not one value", "write one text", column=name)
        if name not in known:
            rule = f"{notebook.stem} has no such parameter{nearest(name, known)}"
            raise InputError.at(file, rule, f"use {', '.join(known)}", column=name,
                                value=value)
    for name in known:
        if name not in parameters:
            raise InputError.at(file, "the parameter is missing", f"add {name}: and its value",
                                column=name)


def parameters_of(notebook: Path) -> dict[str, dict]:
    """The parameters of a notebook as papermill infers them: name, type, default, help."""
    from papermill import inspect_notebook

    return inspect_notebook(str(notebook))


def check_params(root: Path) -> None:
    """Read every register of the Board's decisions, so that an unsound one stops the run here."""
    params = root / "params"
    read_indicators(params / "indicators.csv")
    read_agencies(params / "agencies.csv")
    read_meetings(params / "meetings.csv")
    read_programme(params / "audit_programme.csv")
    read_standards(params / "section11_standards.csv")
    read_ledger(params, date.max)
    read_rebases(params / "rebases.csv", date.max)
    read_populations(params / "populations.csv", area="")
    read_register(params / "cdop_national.csv", NATIONAL)
    register.read_benchmarks(params / register.FILE)
    neighbours.read_neighbours(params / neighbours.FILE)
    mapping.read_measures(params / mapping.FILE)


def check_returns(job: Job) -> list[Checked]:
    """Read every return the notebook names, so that an unusable one stops the run here."""
    context = context_of(job)
    metadata = nbformat.read(job.notebook, as_version=4).metadata.get("pscb", {})
    return [_reader(name)(context) for name in metadata.get("returns", [])]


def context_of(job: Job) -> Context:
    """What a job's report is about, from the four parameters that every report has."""
    names = ("period", "as_of", "returns_folder", "audience")
    return open_context(**{name: job.parameters[name] for name in names})


def published_parameters(job: Job, root: Path) -> dict[str, str]:
    """A job's parameters as readers see them: without the path of a folder on this machine.

    A folder in the project is named from there, any other by its own name alone.
    """
    folder = (root / job.parameters["returns_folder"]).resolve()
    name = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.name
    return {**job.parameters, "returns_folder": name}


def _reader(name: str):
    return getattr(import_module(f"pscb_lib.returns.{name}"), f"read_{name}")
