"""Open the audit planner for commands that read it without running a report."""

from __future__ import annotations

from contextlib import chdir, suppress
from datetime import date, timedelta
from pathlib import Path

from pscb_lib.board.context import Context, open_context
from pscb_lib.board.cycle_files import files_of
from pscb_lib.board.cycles import quarter_of
from pscb_lib.board.notebooks import RESTRICTED, find_notebooks, returns_of
from pscb_lib.board.settings import read_settings
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.planner import Log
from pscb_lib.reading.findings import InputError, Missing
from pscb_lib.returns.registers.programme_log import RETURN as PLANNER
from pscb_lib.returns.registers.programme_log import make_log
from pscb_lib.running.cycle_plans import OWN, parameter_of

NOTHING_LOGGED = ("programme_log: nothing has been sent yet; every report is taken as not "
                  "received: pscb template programme_log writes the form")


def open_planner(project: Path, on: date, given: dict[str, str]) -> Context:
    """Return the planner's context *on* a day; a *given* returns folder overrides the cycle's."""
    folder = given.get("returns_folder") or _parameter(project, "returns_folder")
    month_before = ReportingPeriod(on.replace(day=1), 1).previous
    with chdir(project):
        return open_context(month_before.label, on.isoformat(), folder, RESTRICTED)


def read_log(context: Context) -> tuple[Log, list[str]]:
    """Read the planner's log, and what is to be said of it.

    A new board has none: then the log is empty, and that is said. Raises InputError if the file
    cannot be used.
    """
    try:
        logged = PLANNER.read_for(context)
    except Missing:
        return {}, [NOTHING_LOGGED]
    return make_log(logged), [str(finding) for finding in logged.findings]


def day_of_cycle(project: Path) -> date:
    """Return the ``as_of`` of the planner's paper in the cycle of ``settings.yaml``."""
    return date.fromisoformat(_parameter(project, "as_of"))


def _parameter(project: Path, name: str) -> str:
    """A parameter of the planner's paper; of a cycle that is not written yet, what it would be.

    The notebook's own defaults are the sample's, which is no other board's.
    """
    cycle = read_settings(project / "params" / "settings.yaml").cycle
    report = _report_of(project, cycle)
    if files_of(project, cycle, report):
        return parameter_of(project, cycle, report, name)[0]
    month_after = ReportingPeriod(quarter_of(cycle).end + timedelta(days=1), 1)
    return {"as_of": month_after.end.isoformat(), "returns_folder": OWN}[name]


def _report_of(project: Path, cycle: str) -> str:
    """Return the report that reads the audit planner, first looking in the *cycle*."""
    notebooks = find_notebooks(project)
    in_cycle = [report for report in notebooks if files_of(project, cycle, report)]
    for report in dict.fromkeys([*in_cycle, *notebooks]):
        with suppress(InputError):  # a wrong notebook fails when its report is run
            if PLANNER.name in returns_of(notebooks[report]):
                return report
    raise Missing.at("notebooks", "no report takes the audit planner",
                        "name it in the returns of a notebook's metadata", column="returns",
                        value=PLANNER.name)
