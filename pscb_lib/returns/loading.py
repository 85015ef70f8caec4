"""Load a return for an analyst: a typed frame, and its findings."""

from __future__ import annotations

from contextlib import chdir
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas

from pscb_lib.board.context import (
    IN_A_NOTEBOOK,
    Context,
    find_here,
    find_project,
    open_context,
)
from pscb_lib.board.jobs import plan_jobs
from pscb_lib.board.notebooks import returns_of
from pscb_lib.board.settings import read_settings
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.findings import InputError, nearest
from pscb_lib.reading.rows import Checked
from pscb_lib.reading.rows.display import say_rows
from pscb_lib.reading.rows.typed import findings_frame, typed_frame
from pscb_lib.returns.kinds import Return, find_returns

RESTRICTED = ("restricted",)
MOST_ROWS = 10  # in a notebook


@dataclass(frozen=True, eq=False, repr=False)
class Loaded:
    """A return as it was known on the day ``as_of``, for the report on ``period``.

    ``frame`` has one row for each record used. Whole numbers are Int64, other numbers float64, days
    and times datetime64, yes or no boolean, text string, choices a category in the order of the
    form, and a period is text, such as 2014-15 Q3. A day without a time is midnight; the column
    with its name and ``_has_time`` says whether a time was given. ``file`` and ``row`` say where a
    record came from. ``findings`` has one row for each finding. ``checked`` has the same records as
    Python objects, as the framework's functions take them.
    """

    name: str
    title: str
    period: ReportingPeriod
    as_of: date
    frame: pandas.DataFrame
    findings: pandas.DataFrame
    checked: Checked

    def __repr__(self) -> str:
        return f"{self._caption}\n{self.frame!r}"

    def _repr_html_(self) -> str:
        return f"<p>{self._caption}</p>{self.frame.to_html(max_rows=MOST_ROWS, border=0)}"

    @property
    def rows(self) -> dict[str, int]:
        """The number of rows read, used, rejected and left out; read is the sum of the others."""
        return self.checked.rows

    @property
    def _caption(self) -> str:
        return (f"{self.title} ({self.name}), {self.period}, as known on "
                f"{self.as_of:%d/%m/%Y}: {say_rows(self.rows)}; {len(self.findings):,} findings")


def load(
    name: str,
    period: str | ReportingPeriod | None = None,
    *,
    as_of: str | date | None = None,
    returns_folder: str | Path | None = None,
    project: str | Path | None = None,
) -> Loaded:
    """Load the return *name* (see ``find_returns``) as a report on *period* reads it.

    The frame also has the earlier periods with which the report compares, and a figure that was
    sent again has a row for each time it was sent. It has nothing that was sent, decided or known
    only after the day *as_of*. Defaults come from the paper that reads this return in the project's
    cycle (the setting ``cycle``). *project* is the folder that holds ``params``, by default the
    first one from the working folder upwards; a relative *returns_folder* starts there.

    Raises InputError, with a message of one line, if there is no such return, if a parameter is
    wrong or missing, or if the files cannot be used.
    """
    kind = _find(name)
    root = find_project(Path(project).resolve()) if project else find_here(IN_A_NOTEBOOK)
    given = {"period": period, "as_of": as_of, "returns_folder": returns_folder}
    context = _open(root, name, {key: str(value) for key, value in given.items()
                                 if value is not None})
    checked = kind.read_for(context)
    return Loaded(name, kind.title, context.period, context.as_of,
                  typed_frame(checked, kind.fields(context)), findings_frame(checked.findings),
                  checked)


def _find(name: str) -> Return:
    kinds = find_returns()
    if name not in kinds:
        raise InputError(f"{name}: is not a return{nearest(name, kinds)}; the returns are "
                         f"{', '.join(kinds)}")
    return kinds[name]


def _open(root: Path, name: str, given: dict[str, str]) -> Context:
    parameters = {**_cycle_parameters(root, name), **given}
    for missing in ("period", "as_of", "returns_folder"):
        if missing not in parameters:
            raise InputError.at("parameters", f"no paper of the project's cycle reads {name}",
                                f"give the {missing}", column=missing)
    with chdir(root):
        return open_context(parameters["period"], parameters["as_of"],
                            parameters["returns_folder"], *RESTRICTED)


def _cycle_parameters(root: Path, name: str) -> dict[str, str]:
    """Return the parameters of the cycle's paper that reads the return, of the last key it has.

    Of several reports it is the first by name.

    If none reads it: the newest ``as_of`` of the cycle and its returns folder, without a period.
    """
    cycle = read_settings(root / "params" / "settings.yaml").cycle
    jobs = plan_jobs(root, cycle, (), RESTRICTED, {})
    reading = [job for job in jobs if name in returns_of(job.notebook)]
    own = next((job.parameters for job in reversed(reading) if job.report == reading[0].report), {})
    if own or not jobs:
        return own
    latest = max(jobs, key=lambda job: job.parameters["as_of"])
    return {key: latest.parameters[key] for key in ("as_of", "returns_folder")}
