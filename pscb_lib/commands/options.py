"""Options that several commands share."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from pscb_lib.board.context import find_here, find_project
from pscb_lib.commands.targets import refuse_kept
from pscb_lib.framework.audit_summary.evidence import Evidence
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period, parse_span
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError, nearest

WIDE, NARROW = 110, 60

Kind = TypeVar("Kind")


def _project(context, parameter, value: Path | None) -> Path:
    return find_project(value.resolve()) if value else find_here()


def _returns(context, parameter, value: Path | None) -> dict[str, str]:
    return {"returns_folder": str(value.resolve())} if value else {}


project = click.option(
    "--project", type=click.Path(path_type=Path), callback=_project,
    help="The project's folder; by default the first from here upwards that holds "
         "params/indicators.csv, or else the one that PSCB_PROJECT names.")

returns = click.option(
    "--returns", type=click.Path(path_type=Path), callback=_returns,
    help="The folder of the agencies' returns; by default the cycle's.")

evidence = click.option(
    "--evidence", type=click.Choice([one.value for one in Evidence]),
    callback=lambda context, parameter, value: Evidence(value) if value else None,
    help="The kind of evidence that the outcome has.")


def outputs_of(project: Path, out: Path | None) -> Path:
    """Return the outputs' folder, without links.

    Raises InputError if they may not lie there.
    """
    outputs = out or project / "outputs"
    refuse_kept(outputs, "--out")
    if outputs.resolve() == project:
        raise InputError.at("--out", "is the project's own folder", "name another place",
                            value=str(out))
    return outputs.resolve()


def kind_of(option: str, name: str, kinds: Mapping[str, Kind]) -> Kind:
    """Return the kind of return that an option names. Raises InputError if there is none."""
    if name not in kinds:
        raise InputError.at(option, f"is not a return{nearest(name, kinds)}",
                            f"use one of {', '.join(kinds)}", value=name)
    return kinds[name]


def day_of(option: str, text: str) -> date:
    """Return the day that an option names. Raises InputError if it is not a day."""
    try:
        return cells.day(text)
    except ValueError as fault:
        raise InputError.at(option, str(fault), "write it like 2015-01-31", value=text) from None


def span_of(option: str, text: str) -> ReportingPeriod:
    """Return the period or months that an option names, such as 2014-04 to 2014-07.

    Raises InputError if it is neither.
    """
    return _period(option, text, parse_span)


def period_of(option: str, text: str) -> ReportingPeriod:
    """Return the period that an option names. Raises InputError if it is not a period."""
    return _period(option, text, parse_period)


def _period(option: str, text: str, parse: cells.Parser) -> ReportingPeriod:
    try:
        return cells.value_of(parse(text))
    except ValueError as fault:
        raise InputError.at(option, str(fault), "correct it", value=text) from None


def console_width() -> int:
    """Return the number of letters that fit a line of this console."""
    return max(NARROW, min(shutil.get_terminal_size((WIDE, 24)).columns, WIDE))
