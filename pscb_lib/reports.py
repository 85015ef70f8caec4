"""Find the reports, check what they are given, and run one of them by papermill.

A report is a notebook in ``notebooks/``; it belongs to a cycle where ``params/<cycle>/`` has
a YAML file of its name. All that can be checked is checked before a kernel starts: the
parameters against the notebook's own, and every return the notebook names in its metadata.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat

from pscb_lib.agencies import nearest
from pscb_lib.context import Context, open_context
from pscb_lib.findings import InputError
from pscb_lib.records import Checked
from pscb_lib.rendering.paper import BLOCK
from pscb_lib.settings import read_yaml

SECONDS_A_CELL = 600


class ReportFailed(Exception):
    """A report did not run to its end; the message says in one line where it stopped."""


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
                             f"the reports are {', '.join(set(files) & set(notebooks))}")
    jobs = []
    for name in reports or files:
        parameters = {**read_yaml(files[name]), **given}
        check_parameters(files[name].name, notebooks[name], parameters)
        jobs += [Job(name, audience, notebooks[name], {**parameters, "audience": audience})
                 for audience in audiences]
    return sorted(jobs, key=lambda job: audiences.index(job.audience))


def check_parameters(file: str, notebook: Path, parameters: dict[str, str]) -> None:
    """See that every parameter is one the notebook has, and that none is missing."""
    known = parameters_of(notebook)
    for name, value in parameters.items():
        if name not in known:
            rule = f"{notebook.stem} has no such parameter{nearest(name, known)}"
            raise InputError.at(file, rule, f"use {', '.join(known)}", column=name,
                                value=str(value))
    for name in known:
        if name not in parameters and name != "audience":
            raise InputError.at(file, "the parameter is missing", f"add {name}: and its value",
                                column=name)


def parameters_of(notebook: Path) -> dict[str, dict]:
    """The parameters of a notebook as papermill infers them: name, type, default, help."""
    from papermill import inspect_notebook

    return inspect_notebook(str(notebook))


def check_returns(job: Job) -> tuple[Context, list[Checked]]:
    """Read every return the notebook names, so that an unusable one stops the run here."""
    names = ("period", "as_of", "returns_folder", "audience")
    context = open_context(**{name: job.parameters[name] for name in names})
    metadata = nbformat.read(job.notebook, as_version=4).metadata.get("pscb", {})
    return context, [_reader(name)(context) for name in metadata.get("returns", [])]


def _reader(name: str):
    return getattr(import_module(f"pscb_lib.returns.{name}"), f"read_{name}")


def run_report(job: Job, root: Path, output: Path) -> nbformat.NotebookNode:
    """Execute a report into *output* and return it, or raise ReportFailed.

    Success is a reply "ok" from every code cell, counted here, and the end block: the
    notebook's own metadata say "completed" even of a kernel that was killed.
    """
    import papermill

    replies = []

    def count(cell, cell_index, execute_reply):
        replies.append(execute_reply["content"]["status"])

    try:
        with TemporaryDirectory(prefix="pscb-") as private:
            papermill.execute_notebook(
                str(job.notebook), str(output), job.parameters, progress_bar=False,
                request_save_on_cell_execute=False, execution_timeout=SECONDS_A_CELL,
                kernel_name="python3", kernel_manager_class=_kernel_manager(private),
                resources={"metadata": {"path": str(root)}}, on_cell_executed=count,
                shutdown_kernel="immediate",
            )
    except papermill.PapermillExecutionError as fault:
        raise ReportFailed(f"cell {fault.cell_index}, {fault.ename}: {fault.evalue}"
                           ) from fault
    except Exception as fault:
        raise ReportFailed(f"{fault.__class__.__name__}: {fault}") from fault
    executed = nbformat.read(output, as_version=4)
    cells = [cell for cell in executed.cells if cell.cell_type == "code" and cell.source.strip()]
    if replies != ["ok"] * len(cells) or not has_end(executed):
        raise ReportFailed(f"{replies.count('ok')} of {len(cells)} cells ran and "
                           f"the end was {'' if has_end(executed) else 'not '}reached")
    return executed


def has_end(executed: nbformat.NotebookNode) -> bool:
    """Whether the report's last block is its end block."""
    return bool(blocks_of(executed)) and blocks_of(executed)[-1]["kind"] == "end"


def blocks_of(executed: nbformat.NotebookNode) -> list[dict]:
    """Every block an executed notebook displays, in order."""
    return [output.data[BLOCK] for cell in executed.cells for output in cell.get("outputs", [])
            if BLOCK in output.get("data", {})]


def _kernel_manager(private: str) -> type:
    """A kernel of this very interpreter, reached over IPC where the platform has it.

    Its sockets lie in the *private* folder: TCP traffic could be read by others on the host.
    """
    from jupyter_client import AsyncKernelManager
    from jupyter_client.kernelspec import KernelSpec

    command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]

    class OwnKernel(AsyncKernelManager):
        transport = "ipc" if os.name == "posix" else "tcp"
        connection_file = os.path.join(private, "kernel.json")
        kernel_spec = KernelSpec(argv=command, display_name="Python 3", language="python")

    return OwnKernel
