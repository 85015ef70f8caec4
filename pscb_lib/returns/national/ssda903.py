"""Read the SSDA903 return of looked-after children: its header, episodes and missing tables.

The files are CSV, with days as dd/mm/yyyy. A file is recognised by its columns, not its name, and
files of several years are combined.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from pscb_lib.framework.periods import APRIL
from pscb_lib.reading import cells
from pscb_lib.reading.files import Table, read_table
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Checked, Record
from pscb_lib.returns.national.source import National, renamed
from pscb_lib.returns.national.ssda903_tables import check_episodes, check_header, check_missing
from pscb_lib.returns.national.years import latest_only

TITLE = "SSDA903"
MARKS = {"header": "ETHNIC", "episodes": "DECOM", "missing": "MIS_START"}
LIMITS = (
    "The SSDA903 return has days without times: no hours away, and nothing on 72 hours.",
    "It has looked-after children only: no child missing from home, no return interview, no "
    "record of the police and no risk of exploitation.",
)
BEGUN = {"episodes": "DECOM", "missing": "MIS_START"}
EPISODE_NAMES = {
    "CHILD": "child_id", "DECOM": "began_on", "DEC": "ended_on", "RNE": "reason_new",
    "REC": "reason_ended", "LS": "legal_status", "PLACE": "placement",
}
CHILD_NAMES = {"CHILD": "child_id", "SEX": "sex", "DOB": "dob", "ETHNIC": "ethnicity"}
INCIDENT_NAMES = {"CHILD": "child_id", "DOB": "dob", "MISSING": "status", "MIS_START": "began_on",
                  "MIS_END": "ended_on"}


def read_ssda903(paths: Iterable[Path], as_of: date) -> National:
    """Read the header, episodes and missing files, in any order and under any name.

    Files of several years are combined. Without a missing table there are no figures on incidents;
    without a header there are no missing-episode rows. Raises InputError if a file
    is none of the three, or if there is no file of episodes.
    """
    tables = _by_kind([read_table(path, ("CHILD",)) for path in paths])
    if "episodes" not in tables:
        raise InputError("SSDA903: there is no file of episodes (column DECOM); name it too")
    day = cells.dated(as_of)
    headers = [check_header(table, day) for table in tables.get("header", ())]
    episodes = [check_episodes(table, day) for table in tables["episodes"]]
    parts = {"header": latest_only(headers, "CHILD")} if headers else {}
    parts["episodes"] = latest_only(_in_order(episodes, "DECOM"), "CHILD", "DECOM")
    children = {one["CHILD"]: one for one in parts["header"].records} if headers else {}
    if "missing" in tables:
        missing = [check_missing(table, day, children) for table in tables["missing"]]
        parts["missing"] = latest_only(_in_order(missing, "MIS_START"), "CHILD", "MIS_START")
    begun = _begun(parts)
    return National("ssda903", TITLE, _records(parts), parts, LIMITS, as_of,
                    _covers(parts["episodes"], begun, as_of), last_day=begun)


def _in_order(parts: Iterable[Checked], column: str) -> list[Checked]:
    return sorted(parts, key=lambda part: max(part.frame[column], default=date.min))


def _begun(parts: Mapping[str, Checked]) -> date | None:
    """Return the last day on which an episode or incident of the files began."""
    return max((on for part, column in BEGUN.items() if part in parts
                for on in parts[part].frame[column] if on), default=None)


def _covers(episodes: Checked, begun: date | None, as_of: date) -> tuple[date, date] | None:
    """Return the days covered: whole years, as far as *as_of*.

    A return has the episodes of its own year and those open on its first day, so it begins with the
    year of the first end of an episode. It ends with the year in which something last began: of a
    later year it knows nothing, though an end that was planned may lie there.
    """
    if begun is None:
        return None
    first = min((on for on in episodes.frame["DEC"] if on), default=begun)
    return (date(first.year - (first.month < APRIL), APRIL, 1),
            min(as_of, date(begun.year + (begun.month >= APRIL), 3, 31)))


def _records(parts: Mapping[str, Checked]) -> dict[str, list[Record]]:
    episodes = [{**own, "place": (one["PLACE"], one["PL_POST"], one["URN"])}
                for own, one in zip(renamed(parts["episodes"], EPISODE_NAMES),
                                    parts["episodes"].records, strict=True)]
    records = {"episodes": episodes}
    if "missing" in parts:
        records["incidents"] = renamed(parts["missing"], INCIDENT_NAMES)
    if "header" in parts:
        records["children"] = renamed(parts["header"], CHILD_NAMES)
    return records


def _by_kind(tables: Iterable[Table]) -> dict[str, list[Table]]:
    found: dict[str, list[Table]] = {}
    for table in tables:
        kinds = [kind for kind, mark in MARKS.items() if mark in table.columns]
        if not kinds:
            raise InputError.at(table.file, "is not an SSDA903 header, episodes or missing file",
                                f"one of the columns {', '.join(MARKS.values())} must be there",
                                row=table.header_row)
        found.setdefault(kinds[0], []).append(table)
    return found
