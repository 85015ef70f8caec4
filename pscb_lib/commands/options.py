"""Options that several commands share."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from pscb_lib import cells
from pscb_lib.context import find_project
from pscb_lib.findings import InputError, nearest
from pscb_lib.periods import ReportingPeriod
from pscb_lib.spellings import parse_period, parse_span

WIDE, NARROW = 110, 60

Kind = TypeVar("Kind")


def _project(context, parameter, value: Path | None) -> Path:
    return find_project((value or Path.cwd()).resolve())


def _returns(context, parameter, value: Path | None) -> dict[str, str]:
    return {"returns_folder": str(value.resolve())} if value else {}


project = click.option(
    "--project", type=click.Path(path_type=Path), callback=_project,
    help="The project's folder; by default the first from here upwards that holds "
         "params/indicators.csv.")

returns = click.option(
    "--returns", type=click.Path(path_type=Path), callback=_returns,
    help="The folder of the agencies' returns; by default the one that the cycle names.")


def kind_of(option: str, name: str, kinds: Mapping[str, Kind]) -> Kind:
    """The return an option names; InputError in one line where it names none."""
    if name not in kinds:
        raise InputError.at(option, f"is not a return{nearest(name, kinds)}",
                            f"use one of {', '.join(kinds)}", value=name)
    return kinds[name]


def day_of(option: str, text: str) -> date:
    """The day an option names; InputError in one line where it names none."""
    try:
        return cells.day(text)
    except ValueError as fault:
        raise InputError.at(option, str(fault), "write it like 2015-01-31", value=text) from None


def span_of(option: str, text: str) -> ReportingPeriod:
    """The period or whole months an option names, such as 2014-04 to 2014-07."""
    return _period(option, text, parse_span)


def period_of(option: str, text: str) -> ReportingPeriod:
    """The period an option names; InputError in one line where it names none."""
    return _period(option, text, parse_period)


def _period(option: str, text: str, parse: cells.Parser) -> ReportingPeriod:
    try:
        return cells.value_of(parse(text))
    except ValueError as fault:
        raise InputError.at(option, str(fault), "correct it", value=text) from None


def console_width() -> int:
    """How many letters a line may have on this console."""
    return max(NARROW, min(shutil.get_terminal_size((WIDE, 24)).columns, WIDE))
