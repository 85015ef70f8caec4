"""The name of a paper: its report's name, and a key if the report has several in one cycle.

The name ``<report>--<key>`` is used for its parameter file, the folders of its sets, its matters
arising and its lines in the ledger; the same name in an earlier cycle is its earlier release.
"""

from __future__ import annotations

import re

from pscb_lib.reading.findings import InputError

BETWEEN = "--"
REPORT = re.compile(r"[a-z0-9][a-z0-9_]*")
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def name_of(report: str, key: str = "") -> str:
    """The name of a report's paper; without a key it is the report's name."""
    return f"{report}{BETWEEN}{key}" if key else report


def split_name(name: str) -> tuple[str, str]:
    """The report and the key of a paper's name; the key is empty if there is none."""
    report, _, key = name.partition(BETWEEN)
    return (report, key) if KEY.fullmatch(key) else (name, "")


def check_name(folder: str, name: str) -> None:
    """Raise InputError if a paper's name, used for folders and logs, has other characters."""
    report, divided, key = name.partition(BETWEEN)
    if not REPORT.fullmatch(report):
        raise InputError.at(folder, "a report's name has small letters, digits and underscores",
                            "rename the file and its notebook", column="name", value=name)
    if divided and not KEY.fullmatch(key):
        raise InputError.at(folder, "a report's key has small letters, digits and hyphens between "
                            "them", "rename the file", column="name", value=name)


def refuse_divided(folder: str, report: str) -> None:
    """Raise InputError if a notebook's name has the divider between a report and its key."""
    if BETWEEN in report:
        raise InputError.at(folder, f"{BETWEEN} stands between a report and its key in the names "
                            "of parameter files", "rename the notebook", column="name",
                            value=report)
