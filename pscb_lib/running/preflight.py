"""Check what a report is given before it is run.

All that can be checked is checked before a kernel starts: the parameters against the
notebook's own, every register of ``params/``, and every return the notebook names in its
metadata.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pscb_lib.board.context import Context, open_context
from pscb_lib.board.decisions import find_registers
from pscb_lib.board.jobs import Job
from pscb_lib.board.notebooks import returns_of
from pscb_lib.reading.findings import InputError, nearest
from pscb_lib.reading.rows import Checked
from pscb_lib.returns.kinds import Return, find_returns

RUNNERS = ("audience", "plan", "key")  # parameters that the runner sets, not the cycle


def check_parameters(job: Job) -> None:
    """See that every parameter is one the notebook has, and that none is missing."""
    file = f"{job.name}.yaml"
    known = [name for name in parameters_of(job.notebook) if name not in RUNNERS]
    given = {name: value for name, value in job.parameters.items()
             if name not in ("audience", "key")}
    if job.key and not has_key(job.notebook):
        raise InputError.at(job.notebook.name, "has no parameter by which its papers of one cycle "
                            "know themselves", 'add key: str = "" and give it to open_context',
                            column="key", value=job.key)
    for name, value in given.items():
        if name not in known:
            rule = f"{job.report} has no such parameter{nearest(name, known)}"
            raise InputError.at(file, rule, f"use {', '.join(known)}", column=name,
                                value=value)
    for name in known:
        if name not in given:
            raise InputError.at(file, "the parameter is missing", f"add {name}: and its value",
                                column=name)


def parameters_of(notebook: Path) -> dict[str, dict]:
    """The parameters of a notebook as papermill infers them: name, type, default, help.

    Raises InputError where papermill, which says so in many ways, cannot read it.
    """
    from papermill import inspect_notebook

    try:
        return inspect_notebook(str(notebook))
    except Exception as fault:
        raise InputError.at(notebook.name, f"is not a notebook ({type(fault).__name__})",
                            "take it anew from where it is kept") from None


def has_key(notebook: Path) -> bool:
    """Whether a report may have several papers in a cycle: its notebook takes their key."""
    return "key" in parameters_of(notebook)


def check_params(root: Path) -> None:
    """Read every register of the Board's decisions, so that an unsound one stops the run here."""
    for register in find_registers():
        register.read(root / "params" / register.file)


def check_returns(job: Job) -> list[Checked]:
    """Read every return the notebook names, so that an unusable one stops the run here."""
    context, kinds = context_of(job), find_returns()
    return [_named(name, kinds).read_for(context) for name in returns_of(job.notebook)]


def context_of(job: Job) -> Context:
    """What a job's report is about, from the four parameters that every report has."""
    names = ("period", "as_of", "returns_folder", "audience")
    return open_context(**{name: job.parameters[name] for name in names}, key=job.key)


def _named(name: str, kinds: Mapping[str, Return]) -> Return:
    if name not in kinds:
        raise InputError.at("notebooks", f"there is no such return{nearest(name, kinds)}",
                            "correct the returns in the notebook's metadata", column="returns",
                            value=str(name))
    return kinds[name]
