"""Load a return for an analyst: a typed frame with its findings beside it."""

from __future__ import annotations

from contextlib import chdir
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas

from pscb_lib.board.context import Context, find_project, open_context
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
MOST_ROWS = 10  # shown in a notebook


@dataclass(frozen=True, eq=False, repr=False)
class Loaded:
    """A return as it was known on the day ``as_of``, for the report on ``period``.

    ``frame`` has one row a record that is used: whole numbers are Int64, other numbers float64,
    days and times datetime64, yes and no boolean, text string, the words of a choice a category
    in the order of the form, and a period is text, such as 2014-15 Q3. A day without a time
    stands at midnight; a column of its name and ``_has_time`` says so. ``file`` and ``row`` are
    where a record came from. ``findings`` has one row for each thing found in the files.
    ``checked`` has the same with Python's own objects, as the framework's functions take them.
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
        """How many rows were read, used, rejected and left out: read is the sum of the others."""
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
    """Load the return called *name* as a report on *period* reads it; ``find_returns`` has them.

    A report compares, so the frame also has the earlier periods that it needs, and a figure that
    was sent again has a row for each time. Nothing sent, decided or learnt after the day *as_of*
    is in it. What is not given is taken from the paper of the project's cycle that reads this
    return (the setting ``cycle``). *project* is the folder that holds ``params``, by default the
    first one from the working folder upwards; a relative *returns_folder* starts there.

    Raises InputError, one line, for a name that is no return, a parameter that is wrong or
    missing, and files that cannot be used.
    """
    kind = _find(name)
    root = find_project(Path(project or ".").resolve())
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
    """Those of the cycle's last paper that reads the return; the period is that paper's own."""
    cycle = read_settings(root / "params" / "settings.yaml").cycle
    jobs = plan_jobs(root, cycle, (), RESTRICTED, {})
    own = next((job.parameters for job in reversed(jobs) if name in returns_of(job.notebook)), {})
    if own or not jobs:
        return own
    latest = max(jobs, key=lambda job: job.parameters["as_of"])
    return {key: latest.parameters[key] for key in ("as_of", "returns_folder")}
