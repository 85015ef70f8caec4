"""The period and day for which a file is checked: those of the report that reads it.

A report names its returns in its notebook's metadata, and the cycle's YAML gives its period
and day. A period in the file's name (2013-14-h1.csv) overrides that of the cycle, and a period
given as an option overrides both, if it has the length of the report's period.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pscb_lib.board.context import Context
from pscb_lib.board.cycle_files import files_of
from pscb_lib.board.notebooks import find_notebooks, returns_of
from pscb_lib.board.settings import read_settings
from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.framework.folding import tidy
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.kinds import Return

PART = r"(?:quarter|qtr|q|half|h)[ _-]*[1-4]"
YEAR = r"20\d\d[ _-](?:20)?\d\d(?!\d)"
IN_A_NAME = re.compile(rf"(?:(?<![a-z]){PART}[ _-]+)?{YEAR}(?:[ _-]*{PART}(?!\d))?", re.IGNORECASE)
TO_SEND = 3  # months after a period in which its returns are sent


@dataclass(frozen=True)
class Run:
    """The report that reads a return in the cycle, and its parameters."""

    report: str
    period: ReportingPeriod
    as_of: date
    returns_folder: str  # from the project's folder


def find_runs(project: Path) -> dict[str, Run]:
    """Return the run of each return in the cycle of ``settings.yaml``, by the return's name.

    If a report has several papers, it is the run of the last key; of several reports, the first by
    name. The empty name has the run for
    returns that no report of the cycle reads. Raises InputError if the cycle has no report.
    """
    cycle = read_settings(project / "params" / "settings.yaml").cycle
    runs: dict[str, Run] = {}
    for report, notebook in find_notebooks(project).items():
        for path in files_of(project, cycle, report):
            run = _read_run(report, path)
            runs |= {name: run for name in returns_of(notebook)
                     if runs.get(name, run).report == report}
            runs.setdefault("", run)
    if not runs:
        raise InputError.at("params", f"no report belongs to the cycle {cycle}",
                            "write the cycle with pscb new-cycle, or correct it in settings.yaml")
    return runs


def run_of(runs: Mapping[str, Run], kind: Return) -> Run:
    """The run that reads a return; without one, a run of the return's own length.

    Then its period is the last that is over with that of the cycle: a half-yearly return in a cycle
    of Quarter 3 is of April to September.
    """
    run = runs.get(kind.name, runs[""])
    if kind.name in runs or kind.months in (None, run.period.months):
        return run
    last = ReportingPeriod(run.period.year.first, kind.months)
    while last.back(-kind.months).end <= run.period.end:
        last = last.back(-kind.months)
    return replace(run, period=last if last.end <= run.period.end else last.previous)


def make_context(project: Path, run: Run, file: Path | None = None,
                 period: ReportingPeriod | None = None, as_of: date | None = None) -> Context:
    """Return the context in which *file* is checked; *period* and *as_of* override the run's."""
    named = period_in(file.stem) if file else None
    fitting = [one for one in (period, named) if one and one.months == run.period.months]
    chosen = fitting[0] if fitting else run.period
    known = run.as_of if run.as_of >= chosen.end else chosen.back(-TO_SEND).end
    settings = read_settings(project / "params" / "settings.yaml")
    return Context(project, settings, chosen, as_of or known, project, "restricted")


def period_in(name: str) -> ReportingPeriod | None:
    """Return the period in the name of a file, or None."""
    found = IN_A_NAME.search(tidy(name))
    try:
        return parse_period(found[0]) if found else None
    except ValueError:
        return None


def _read_run(report: str, path: Path) -> Run:
    written: Mapping[str, str] = read_yaml(path)
    try:
        return Run(report, parse_period(written.get("period", "")),
                   cells.day(written.get("as_of", "")), written.get("returns_folder", ""))
    except ValueError as fault:
        raise InputError.at(path.name, f"its period or as_of {fault}", "correct it") from None
