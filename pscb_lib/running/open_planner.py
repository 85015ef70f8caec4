"""Open the audit planner on a day, for the commands that read it without running a report."""

from __future__ import annotations

from contextlib import chdir
from datetime import date
from pathlib import Path

from pscb_lib.board.context import Context, open_context
from pscb_lib.board.settings import read_settings
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.running.new_cycle import parameter_of

PLANNER = "audit_programme"  # the report whose returns folder holds the audit planner


def open_planner(project: Path, on: date, given: dict[str, str]) -> Context:
    """The planner's context on the day *on*; a *given* returns folder beats the cycle's."""
    settings = read_settings(project / "params" / "settings.yaml")
    folder = given.get("returns_folder") or parameter_of(
        project, settings.cycle, PLANNER, "returns_folder")[0]
    month_before = ReportingPeriod(on.replace(day=1), 1).previous
    with chdir(project):
        return open_context(month_before.label, on.isoformat(), folder, settings.sets[0])


def day_of_cycle(project: Path) -> date:
    """The day of the planner's paper in the cycle of ``settings.yaml``."""
    settings = read_settings(project / "params" / "settings.yaml")
    return date.fromisoformat(parameter_of(project, settings.cycle, PLANNER, "as_of")[0])
