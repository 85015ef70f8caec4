"""The Child Death Overview Panel's return: one row for each death notified to the panel.

Section 12 of the Performance Management Framework (May 2014): the Board is responsible for
"collecting and analysing information about each death". The panel may be joint with a
neighbour. A date of birth is turned into an age and dropped; a file that carries names,
NHS numbers or addresses is refused whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas

from pscb_lib.ages import complete_years
from pscb_lib.context import Context
from pscb_lib.findings import Finding, InputError, Reaction
from pscb_lib.periods import ReportingPeriod
from pscb_lib.reading import read_table
from pscb_lib.records import Checked, Record, Rule, read_checked
from pscb_lib.returns.death_record import FIELDS, OUT_OF_SCOPE, RULES
from pscb_lib.returns.repeats import reject_repeats

IDENTIFYING = re.compile(r"name|surname|forename|nhs|address|postcode|upn", re.IGNORECASE)


def read_deaths(context: Context) -> Checked:
    """Read ``deaths.csv`` (or ``.xlsx``) as it was known on the report's day.

    The frame has ``age_in_days`` and ``age_in_years`` in the place of the date of birth. A
    review completed after the report's day is still open. Stillbirths, lawful terminations,
    children of other areas and deaths notified later are left out with that reason. Raises
    InputError where a column identifies a child or the period is not a financial year.
    """
    require_year(context.period)
    path = find_return(context.returns)
    refuse_identifying(path)
    areas = panel_areas(context.settings.panel)
    left_out: list[Finding] = []

    def leave_out(record: Record) -> str | None:
        reason = _reason(record, areas, context.as_of)
        if reason in OUT_OF_SCOPE:
            left_out.append(_out_of_scope(record))
        return reason

    checked = read_checked(path, FIELDS, (*RULES, _known_by(context.as_of)), leave_out)
    single = reject_repeats(checked, "death_id")
    frame = _as_known(_with_ages(single.frame), context.as_of)
    findings = (*single.findings, *left_out, *_not_recorded(frame))
    return replace(single, frame=frame, findings=findings)


def require_year(period: ReportingPeriod) -> None:
    """Refuse a period for which the panel makes no report."""
    if period != period.year:
        raise InputError.at("parameters", "the panel reports on a financial year",
                            "write it like 2013-14", column="period", value=period.label)


def find_return(folder: Path) -> Path:
    """The panel's file: ``deaths.xlsx`` where there is no ``deaths.csv``."""
    workbook = folder / "deaths.xlsx"
    return workbook if workbook.is_file() else folder / "deaths.csv"


def panel_areas(panel: str) -> tuple[str, ...]:
    """The areas a panel covers: "Cambridgeshire and Peterborough" is two."""
    return tuple(re.split(r",\s*|\s+and\s+", panel))


def refuse_identifying(path: Path) -> None:
    """Refuse a file in which a column identifies a child; the message repeats no value."""
    columns = read_table(path, ()).columns
    found = [name for name in columns if IDENTIFYING.search(name)]
    if found:
        raise InputError.at(
            path.name, f"columns that identify a child are not taken ({', '.join(found)})",
            "remove them from the file and delete the copy that was sent; no row was read", row=1)


def _reason(record: Record, areas: tuple[str, ...], as_of: date) -> str | None:
    if record["kind"] in OUT_OF_SCOPE:
        return record["kind"]
    if record["lscb_of_residence"] not in areas:
        return "lived outside the panel's area"
    return "notified after the day of the report" if record["notified_on"] > as_of else None


def _known_by(as_of: date) -> Rule:
    return Rule(("date_of_death",), f"the death lies after the day of the report, {as_of:%d/%m/%Y}",
                "correct the date", lambda row: row["date_of_death"] > as_of)


def _with_ages(frame: pandas.DataFrame) -> pandas.DataFrame:
    dates = list(zip(frame["date_of_birth"], frame["date_of_death"]))
    days = [(died - born).days for born, died in dates]
    years = [complete_years(born, died) for born, died in dates]
    return frame.drop(columns="date_of_birth").assign(age_in_days=days, age_in_years=years)


def _as_known(frame: pandas.DataFrame, as_of: date) -> pandas.DataFrame:
    known = frame["panel_completed_on"].map(lambda day: day if day and day <= as_of else None)
    return frame.assign(panel_completed_on=known.astype(object).where(known.notna(), None))


def _not_recorded(frame: pandas.DataFrame) -> Iterator[Finding]:
    closed = frame[frame["panel_completed_on"].notna() & frame["modifiable"].isna()]
    if len(closed):
        numbers = ", ".join(str(number) for number in closed["row"])
        yield Finding(closed["file"].iloc[0], f"blank in complete reviews (rows {numbers})",
                      'counted as "not recorded", never as "no"', column="modifiable",
                      reaction=Reaction.NOTED)


def _out_of_scope(record: Record) -> Finding:
    return Finding(record["file"], f"a {record['kind']} is outside the panel's review",
                   "it is left out", record["row"], "kind", reaction=Reaction.NOTED)
