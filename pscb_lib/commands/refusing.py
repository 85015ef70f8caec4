"""What ``pscb ask`` refuses: options that do not go together, and names that nobody knows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pscb_lib.framework.audit_summary.audits import Kind
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError, nearest


def refuse(with_what: str, **others: str | None) -> None:
    """Raise InputError for an option that is given and cannot be used with this."""
    for name, value in others.items():
        if value:
            option = name if name.isupper() else f"--{name}"
            raise InputError.at(option, f"cannot be used with {with_what}", "leave one out",
                                value=value)


def require(what: str, **needed: str | None) -> None:
    """Raise InputError for an option that is needed and not given."""
    for name, value in needed.items():
        if not value:
            option = name if name.isupper() else f"--{name}"
            raise InputError.at(option, f"is needed for {what}", f"add {option}")


def check_names(project: Path, report: str | None, indicator: str | None) -> None:
    """Raise InputError for a report or an indicator that the project does not have."""
    from pscb_lib.board.cycle_files import find_keyed
    from pscb_lib.board.notebooks import find_notebooks

    reports = [*find_notebooks(project), *find_keyed(project)]
    known = {"--report": (report, reports, "name one that pscb list shows, or a paper of a cycle"),
             "--indicator": (indicator, _indicators(project), "use an id of indicators.csv")}
    for option, (value, names, remedy) in known.items():
        if value and value not in names:
            raise InputError.at(option, f"is not known{nearest(value, names)}", remedy,
                                value=value)


def _indicators(project: Path) -> list[str]:
    from pscb_lib.board.indicators import read_indicators

    return [one.id for one in read_indicators(project / "params" / "indicators.csv")]


def agency_named(params: Path, kind: str, agency: str | None, on: date) -> str | None:
    """The own name of the agency that is to audit; None of another kind that names none.

    Raises InputError if it is needed, or not on the register on the day.
    """
    from pscb_lib.board.agencies import agency_parser, read_agencies

    if agency is None and Kind(kind) is not Kind.SINGLE_AGENCY:
        return None
    if agency is None:
        raise InputError.at("--agency", "a single-agency audit names its agency", "add --agency")
    parse = agency_parser(read_agencies(params / "agencies.csv"), on)
    try:
        return str(cells.value_of(parse(agency)))
    except ValueError as fault:
        raise InputError.at("--agency", str(fault), "use a name from params/agencies.csv",
                            value=agency) from None
