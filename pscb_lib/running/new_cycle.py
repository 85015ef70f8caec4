"""Write the parameter files of the reports that a new cycle needs."""

from __future__ import annotations

import json
from ast import literal_eval
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from pscb_lib.board.agenda_file import AGENDA
from pscb_lib.board.agenda_numbers import write_blank
from pscb_lib.board.context import Context
from pscb_lib.board.cycle_files import files_of, find_files
from pscb_lib.board.cycles import known_on, meetings_around, quarter_of, reports_due
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.names import split_name
from pscb_lib.board.notebooks import find_notebooks, statement_by
from pscb_lib.board.parameters import RUNNERS, has_key, parameters_in
from pscb_lib.board.programme import read_programme
from pscb_lib.board.settings_text import with_values
from pscb_lib.board.statements import statement_in
from pscb_lib.board.wording import named
from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.deadlines import Deadline
from pscb_lib.framework.scheduling.meetings import Meeting
from pscb_lib.framework.scheduling.planner import Log
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError
from pscb_lib.writing.turns import in_turn
from pscb_lib.writing.whole import draft_text, refusing, whole_folder, write_text

OWN, SAMPLE = "returns", Path("pscb_lib", "samples")
ENDS = {3: "the quarter of the cycle: made in every cycle",
        6: "the half-year that ends with the cycle", 12: "the year that ends with the cycle"}
Parameters = dict[str, tuple[str, str]]  # each value, and where it comes from


def plan_cycle(cycle: str, context: Context, log: Log) -> dict[str, Parameters]:
    """Return the parameters of every paper that *cycle* needs, by its name.

    A report whose notebook has the parameter ``key`` has a paper for each period that is due.

    *context* and *log* are those of the audit planner.
    """
    quarter, settings = quarter_of(cycle), context.settings
    programme = read_programme(context.params / "audit_programme.csv")
    meetings = read_meetings(context.params / "meetings.csv")
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


def _ending_with(quarter: ReportingPeriod, notebook: Path) -> ReportingPeriod | None:
    """The period that ends with *quarter*, as long as the notebook's own; None if none does."""
    own = parse_period(literal_eval(parameters_in(notebook)["period"].default))
    return next((one for one in quarter.year.split(own.months) if one.end == quarter.end), None)


def left_out(root: Path, cycle: str, planned: Collection[str]) -> list[str]:
    """Return the papers with a key in *cycle* whose report is not planned again.

    The audit programme does not say when an audit or a special report is due again.
    """
    again = {split_name(name)[0] for name in planned}
    return [name for name in find_files(root, cycle)
            if split_name(name)[1] and split_name(name)[0] not in again]


def write_cycle(root: Path, cycle: str, planned: dict[str, Parameters]) -> list[Path]:
    """Write ``params/<cycle>/``, whole or not at all. Raises InputError if it exists."""
    folder = root / "params" / cycle
    if folder.exists():
        raise InputError.at(f"params/{cycle}", "the cycle is there already",
                            "edit its files, or remove the folder to write it again")
    with refusing(folder), whole_folder(folder, 0o755) as new:
        for paper, values in planned.items():
            lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}  # {said}\n"
                     for name, (value, said) in values.items()]
            draft_text(new / f"{paper}.yaml", "".join(lines))
        draft_text(new / AGENDA, write_blank(
            [name for name, values in planned.items() if not _is_monthly(name, values)]))
    return sorted(folder.iterdir())


def _is_monthly(name: str, values: Parameters) -> bool:
    """Whether a paper is one of each month, which goes to no meeting: it is on no agenda."""
    return bool(split_name(name)[1]) and parse_period(values["period"][0]).months == 1


def use_cycle(root: Path, cycle: str) -> None:
    """Set *cycle* in ``settings.yaml``, where all else stays as it is written.

    Raises InputError if the file cannot be written, or has the setting on more than one line.
    """
    path = root / "params" / "settings.yaml"
    with in_turn(path) as refuse_lost, refusing(path):
        try:
            text = with_values(path.read_text(encoding="utf-8"), {"cycle": cycle})
        except ValueError:
            raise InputError.at(path.name, "the setting cycle is not written on one line",
                                f"write cycle: {cycle}") from None
        refuse_lost()
        write_text(path, text)


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


def say_cycle(root: Path, cycle: str, planned: dict[str, Parameters]) -> Iterator[str]:
    """Yield a line for each paper that the cycle needs, and for each statement to be written."""
    notebooks = find_notebooks(root)
    for name, values in sorted(planned.items()):
        yield f"{name}  {values['period'][0]}  known on {values['as_of'][0]}"
        for writer in statement_by(notebooks[split_name(name)[0]]):
            yield (f"{name}  to be written by {writer}: {statement_in(cycle, name).as_posix()}; "
                   "without it only the restricted set is made")
