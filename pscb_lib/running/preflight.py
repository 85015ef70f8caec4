"""Check the inputs of a report before it is run.

Before a kernel starts, the parameters are checked against the notebook's own, and every register
of ``params/`` and every return named in the notebook's metadata is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pscb_lib.board.context import Context, open_context
from pscb_lib.board.decisions import find_registers
from pscb_lib.board.jobs import Job
from pscb_lib.board.notebooks import no_notebook, returns_of, statement_by
from pscb_lib.board.parameters import RUNNERS, has_key
from pscb_lib.board.settings import read_settings
from pscb_lib.board.statements import read_statement
from pscb_lib.page.logo import read_look
from pscb_lib.reading.findings import InputError, Missing, all_missing, nearest
from pscb_lib.reading.rows import Checked
from pscb_lib.returns.kinds import Return, find_returns

IN_ITS_PLACE = "put there what was sent, as csv, xlsx, xls or ods, or keep {them} with pscb accept"


def check_parameters(job: Job) -> None:
    """Check that every parameter is one of the notebook, and that none is missing.

    Raises InputError at the first that is not.
    """
    file = f"{job.name}.yaml"
    known = [name for name in parameters_of(job.notebook) if name not in RUNNERS]
    if "plan" in known and returns_of(job.notebook):
        raise InputError.at(job.notebook.name, "is of an earlier release: sets are now handed "
                            "their figures masked", "rename it masked and read the returns by "
                            "open_paper; CONTRIBUTING.md shows how", column="plan")
    given = {name: value for name, value in job.parameters.items()
             if name not in ("audience", "key")}
    if job.key and not has_key(job.notebook):
        raise InputError.at(job.notebook.name, "needs a parameter to have several papers in one "
                            "cycle", 'add key: str = "" and give it to open_context',
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
    """Return the parameters of a notebook as papermill infers them: name, type, default, help.

    Raises InputError if papermill cannot read the notebook.
    """
    from papermill import inspect_notebook

    try:
        return inspect_notebook(str(notebook))
    except Exception as fault:
        raise no_notebook(notebook, fault) from None


def check_statement(job: Job, root: Path) -> None:
    """Read the statement in the paper, if it has one. Raises InputError if it cannot be printed."""
    if statement_by(job.notebook):
        read_statement(root, job.statement)


def check_params(root: Path) -> None:
    """Read every register of the Board's decisions and its logo. Raises InputError if one is wrong.
    """
    params = root / "params"
    for register in find_registers():
        register.read(params / register.file)
    read_look(params, read_settings(params / "settings.yaml"))


def check_returns(job: Job) -> dict[str, Checked]:
    """Read every return that the notebook names. Raises InputError if one cannot be used.

    All that are missing are named together, in one Missing.
    """
    context, kinds, missing = context_of(job), find_returns(), []
    checked = {}
    for name in returns_of(job.notebook):
        try:
            checked[name] = _named(name, kinds).read_for(context)
        except Missing as fault:
            missing.append(fault.finding.file if fault.finding else name)
    if missing:
        raise all_missing(context.returns.name, missing, IN_ITS_PLACE)
    return checked


def context_of(job: Job) -> Context:
    """Return the context of a job, from the four parameters that every report has."""
    names = ("period", "as_of", "returns_folder", "audience")
    return open_context(**{name: job.parameters[name] for name in names}, key=job.key)


def _named(name: str, kinds: Mapping[str, Return]) -> Return:
    if name not in kinds:
        raise InputError.at("notebooks", f"there is no such return{nearest(name, kinds)}",
                            "correct the returns in the notebook's metadata", column="returns",
                            value=str(name))
    return kinds[name]
