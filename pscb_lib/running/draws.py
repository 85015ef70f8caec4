"""Draw the cases of an audit from the list in the returns folder, and write the log there."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from datetime import date
from io import StringIO
from pathlib import Path

from pscb_lib.framework.sampling import Draw, Reason, draw, replace_case
from pscb_lib.reading.findings import InputError, Missing
from pscb_lib.returns.draw_log import Method, digest_of, log_rows
from pscb_lib.returns.registers.case_draws import FOLDER, REPLACED
from pscb_lib.returns.registers.case_list import RETURN as CASE_LIST
from pscb_lib.returns.registers.case_list import make_cases
from pscb_lib.running.open_planner import open_planner
from pscb_lib.running.publishing.key import make_key, read_key
from pscb_lib.writing.csv_files import ONLY_OWNER, Content, as_text
from pscb_lib.writing.whole import refusing, write_text

PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")  # an id that is a file's name everywhere
OF_A_CASE = ("case_ref", "stratum", "stratum_n", "fate", "because", "replaced_by")


def draw_cases(root: Path, returns: Path, on: date, seed: str, number: int,
               spread: Mapping[str, int] | None, replaced: Iterable[tuple[str, Reason]]
               ) -> tuple[Draw, str]:
    """Return the draw and the digest of its list, with the project's key.

    Raises InputError if there is no list, if a row of it cannot be used, or if the cases cannot be
    drawn or replaced.
    """
    listed = CASE_LIST.read_for(open_planner(root, on, {"returns_folder": str(returns)}))
    if not listed.sources:
        raise Missing.at(CASE_LIST.folder_or_file, "there is no list to draw from",
                         "put it into the returns folder")
    if listed.rows["rejected"]:
        raise InputError.at(CASE_LIST.folder_or_file, "a row cannot be used, and a case that is "
                            "lacking cannot be drawn", "pscb check says which; correct it")
    cases = make_cases(listed)
    try:
        drawn = draw(cases, seed, number, spread)
        for ref, reason in replaced:
            drawn = replace_case(drawn, ref, reason)
    except ValueError as fault:
        raise InputError.at(CASE_LIST.folder_or_file, str(fault), "correct the options") from None
    return drawn, digest_of(cases, read_key(root) or make_key(root))


def write_log(returns: Path, method: Method, drawn: Draw, on: date, digest: str) -> Path:
    """Write the log of a draw, readable by this user only, and return its path.

    Raises InputError if the audit's id names no file, if the log there is of another draw, or if it
    cannot be written.
    """
    if not PLAIN.fullmatch(method.audit_id):
        raise InputError.at("--audit", "cannot name a file", "write letters, digits and hyphens, "
                            "such as MA-02", value=method.audit_id)
    rows = [*log_rows(drawn, method, on, digest)]
    text = as_text(Content(tuple(rows[0]), tuple(tuple(row.values()) for row in rows), None))
    path = returns / FOLDER / f"{method.audit_id}.csv"
    with refusing(path):
        path.parent.mkdir(mode=ONLY_OWNER, exist_ok=True)
        if path.exists():
            _refuse_another(path.read_text(encoding="utf-8-sig"), text)
        write_text(path, text, 0o600)
    return path


def _refuse_another(before: str, now: str) -> None:
    """Raise InputError if a log is not of the same draw, with the same cases replaced or more.

    Section 9: cases are "selected randomly". Drawn again until they please they would not be.
    """
    old, new = (list(csv.DictReader(StringIO(text))) for text in (before, now))
    if [_of_draw(row) for row in old[:1]] != [_of_draw(row) for row in new[:1]]:
        raise InputError.at("--audit", "was drawn already, otherwise", "give the same options as "
                            "then; the log has them", value=new[0]["audit_id"])
    replaced, again = ({row["case_ref"] for row in rows if row["fate"] == REPLACED}
                       for rows in (old, new))
    if lost := sorted(replaced - again):
        raise InputError.at("--replace", "leaves out a case that was replaced before",
                            "name every case replaced", value=lost[0])


def _of_draw(row: Mapping[str, str]) -> dict[str, str]:
    """What a row of a log says of the whole draw."""
    return {name: text for name, text in row.items() if name not in OF_A_CASE}
