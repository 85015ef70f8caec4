"""The parameters of the papers that a new cycle needs, and where each of them comes from.

The cycle of a quarter has what the audit programme makes due in it. The cycle of a year, which has
the year's own name, has the reports that are made from the published papers of the whole year.
"""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Collection
from datetime import date, timedelta
from pathlib import Path

from pscb_lib.board.annual_report.choices import COLUMN, SHAPE, a_year_later
from pscb_lib.board.context import Context
from pscb_lib.board.cycle_files import files_of, find_files
from pscb_lib.board.cycles import covered_by, known_on, meetings_around, reports_due
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.names import split_name
from pscb_lib.board.notebooks import find_notebooks
from pscb_lib.board.parameters import RUNNERS, carries, has_key, parameters_in
from pscb_lib.board.programme import read_programme
from pscb_lib.board.wording import named
from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.deadlines import Deadline
from pscb_lib.framework.scheduling.meetings import Group, Meeting, next_meeting
from pscb_lib.framework.scheduling.planner import Log
from pscb_lib.framework.scheduling.programme import AuditProgramme
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError

OWN, SAMPLE = "returns", Path("pscb_lib", "samples")
ENDS = {3: "the quarter of the cycle: made in every cycle",
        6: "the half-year that ends with the cycle", 12: "the year that ends with the cycle"}
QUARTER, YEAR = 3, 12  # months
Parameters = dict[str, tuple[str, str]]  # each value, and where it comes from


def plan_cycle(cycle: str, context: Context, log: Log) -> dict[str, Parameters]:
    """Return the parameters of every paper that *cycle* needs, by its name.

    A report whose notebook has the parameter ``key`` has a paper for each period that is due.
    *context* and *log* are those of the audit planner. Raises InputError if *cycle* is named by no
    quarter and no year, or if no meeting is fixed that takes its papers.
    """
    covered = covered_by(cycle)
    if covered.months == YEAR:
        return _plan_year(covered, context)
    return _plan_quarter(covered, context, log)


def _plan_quarter(quarter: ReportingPeriod, context: Context, log: Log) -> dict[str, Parameters]:
    settings, programme, meetings = context.settings, *_registers(context)
    typed = {key: one.due_on for key, one in log.items() if one.due_on}
    notebooks = find_notebooks(context.root)
    keyed = {audit.report for audit in programme.audits
             if audit.report in notebooks and has_key(notebooks[audit.report])}
    due = reports_due(quarter, programme, meetings, typed, settings.day_count, keyed)
    _, own = meetings_around(quarter, programme, meetings, settings.day_count)
    planned = {name: _by_programme(deadline) for name, deadline in due.items()}
    for report in settings.every_cycle:
        if period := _ending_with(quarter, _notebook(context.root, report)):
            planned[report] = {"period": (period.label, ENDS[period.months]),
                               "as_of": _as_of(own.papers_by, period, own)}
    return {name: values | _others(context.root, settings.cycle, split_name(name)[0])
            for name, values in planned.items()}


def _plan_year(year: ReportingPeriod, context: Context) -> dict[str, Parameters]:
    """The reports that are made from the year's papers, for the meeting after the last of them."""
    programme, meetings = _registers(context)
    quarter = year.split(QUARTER)[-1]
    _, last = meetings_around(quarter, programme, meetings, context.settings.day_count)
    own = next_meeting(meetings, Group.SCRUTINY, last.on + timedelta(days=1))
    if own is None:
        raise InputError.at("meetings.csv", f"no meeting of {named(Group.SCRUTINY.value)} is fixed "
                            f"after {say_day(last.on)}, which takes the papers of "
                            f"{quarter.label}", "add it", column="on")
    before, planned = year.previous.label, dict[str, Parameters]()
    for report, notebook in find_notebooks(context.root).items():
        if carries(notebook):
            values = _others(context.root, before, report)
            planned[report] = {
                "period": (year.label, "the year whose published papers it is made from"),
                "as_of": _as_of(own.papers_by, year, own), **values,
                COLUMN: _chosen_anew(*values[COLUMN])}
    return planned


def _chosen_anew(blocks: str, said: str) -> tuple[str, str]:
    """An earlier year's choice of blocks, each a year later; without one, how to write it."""
    if not blocks.strip():
        return f"# {SHAPE}", "one block a line"
    return f"# {SHAPE}\n{a_year_later(blocks)}", f"{said}, each period a year later"


def _registers(context: Context) -> tuple[AuditProgramme, tuple[Meeting, ...]]:
    return (read_programme(context.params / "audit_programme.csv"),
            read_meetings(context.params / "meetings.csv"))


def _ending_with(quarter: ReportingPeriod, notebook: Path) -> ReportingPeriod | None:
    """The period that ends with *quarter*, as long as the notebook's own; None if none does."""
    own = parse_period(literal_eval(parameters_in(notebook)["period"].default))
    return next((one for one in quarter.year.split(own.months) if one.end == quarter.end), None)


def left_out(root: Path, cycle: str, usual: str, planned: Collection[str]) -> list[str]:
    """Return the papers with a key in the *usual* cycle whose report is not planned again.

    The audit programme does not say when an audit or a special report is due again. None is left
    out of the *cycle* of a year.
    """
    again = {split_name(name)[0] for name in planned}
    return [name for name in find_files(root, usual) if covered_by(cycle).months != YEAR
            and split_name(name)[1] and split_name(name)[0] not in again]


def parameter_of(root: Path, cycle: str, report: str, name: str) -> tuple[str, str]:
    """Return a parameter of the *cycle*, else of the notebook, and which of the two it is from.

    If a report has several papers in the cycle, it is that of the last key.
    """
    files = files_of(root, cycle, report)
    written = read_yaml(files[-1]) if files else {}
    if name in written:
        return written[name], f"as in {cycle}"
    return literal_eval(parameters_in(_notebook(root, report))[name].default), \
        "as the notebook has it"


def _by_programme(deadline: Deadline) -> Parameters:
    audit, period, due_on = deadline.audit, deadline.period, deadline.due_on
    if due_on is None:
        raise ValueError(f"item {audit.item} waits for a meeting: no cycle needs it")
    said = f"{period.title}: item {audit.item} of Appendix 1, {audit.schedule.value}"
    return {"period": (period.label, said),
            "as_of": _as_of(due_on, period, deadline.scrutiny)}


def _as_of(due_on: date, period: ReportingPeriod, meeting: Meeting | None) -> tuple[str, str]:
    taken = f" for {named(meeting.group.value)} on {say_day(meeting.on)}" if meeting else ""
    return (known_on(due_on, period).isoformat(),
            f"the last month end before papers are due on {say_day(due_on)}{taken}")


def _others(root: Path, cycle: str, report: str) -> Parameters:
    names = parameters_in(_notebook(root, report))
    found = {name: parameter_of(root, cycle, report, name)
             for name in names if name not in ("period", "as_of", *RUNNERS)}
    if _is_sample(found.get("returns_folder", ("", ""))[0]):
        found["returns_folder"] = OWN, "what the agencies sent, from the project's folder"
    return found


def _is_sample(folder: str) -> bool:
    """Whether a folder is that of the sample, which the shipped cycle alone is made from."""
    return Path(folder).parts[-len(SAMPLE.parts):] == SAMPLE.parts


def _notebook(root: Path, report: str) -> Path:
    notebooks = find_notebooks(root)
    if report not in notebooks:
        raise InputError.at(f"{report}.ipynb", "there is no such notebook in notebooks",
                            "add it, or correct audit_programme.csv or settings.yaml")
    return notebooks[report]
