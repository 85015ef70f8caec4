"""Turn the rows of a case system into the census's modules: joined, and every cell as text.

A day is the text 2014-04-30. A time of day that is not midnight is dropped, and that is noted; a
time that has a zone is first turned into local time. A value of another kind stays as it is, so
that the rule of its column finds it.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from pscb_lib.reading.cells.local_time import LONDON
from pscb_lib.reading.files import Table
from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.returns.national.contract import (
    ASSESSMENTS,
    CASES,
    CONFERENCES,
    ENQUIRIES,
    MODULES,
    PLANS,
    REVIEWS,
    TABLES,
)
from pscb_lib.returns.national.database import DATABASE, Row

Cells = dict[str, str]  # the text of each column of a row
TIMED = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)", re.ASCII)
MIDNIGHT = re.compile(r"[0:.]+", re.ASCII)
DAYS = re.compile(r"_date$")
FLAGS = {"y": "true", "yes": "true", "n": "false", "no": "false"}
FLAGGED = ("cine_referral_nfa",)


@dataclass(frozen=True)
class Extract:
    """The tables of a database as text, and what was noted of their cells."""

    rows: Mapping[str, list[Cells]]
    notes: Mapping[str, list[Finding]]


def as_text(tables: Mapping[str, Iterable[Row]]) -> Extract:
    """Return the cells of every table as text."""
    rows: dict[str, list[Cells]] = {}
    notes: dict[str, list[Finding]] = {}
    for table, found in tables.items():
        timed = dict.fromkeys(TABLES[table], 0)
        rows[table] = [{name: _text(name, value, timed) for name, value in
                        zip(TABLES[table], row, strict=True)} for row in found]
        notes[table] = [_note(table, f"has a time of day in {count:,} rows; its day is taken",
                              "see that a day is what is meant", name)
                        for name, count in timed.items() if count]
    return Extract(rows, notes)


def modules(extract: Extract) -> Iterator[tuple[str, Table]]:
    """Yield each module of the census that the extract has rows for, as a table.

    A module is left out if one of its tables is missing or empty: nothing is known of it.
    """
    notes: list[Finding] = []
    joined = _joined(extract, notes)
    for name, module in MODULES.items():
        if all(extract.rows.get(one) for one in (module.table, *module.beside)):
            beside = joined.get(module.table, lambda row: {})
            table = _table(module.table, module.columns, (
                {**beside(row), **row} for row in extract.rows[module.table]))
            own = [*extract.notes.get(module.table, ()),
                   *((*notes, *extract.notes[CONFERENCES]) if name == "Section47" else ())]
            yield name, replace(table, notes=tuple(own))


def _joined(extract: Extract, notes: list[Finding]) -> dict[str, Callable[[Cells], Cells]]:
    """For each table, what gives a row the cells of the rows that it names in other tables."""
    cases = {(row["cine_person_id"], row["cine_referral_id"]): row for row in extract.rows[CASES]}
    plans = {row["cppl_cp_plan_id"]: row for row in extract.rows.get(PLANS, ())}
    conferences = _conferences(extract, notes)

    def case_of(row: Cells, child: str, referral: str) -> Cells:
        return cases.get((row.get(child, ""), row.get(referral, "")), {})

    def of_review(row: Cells) -> Cells:
        plan = plans.get(row["cppr_cp_plan_id"], {})
        return {**plan, **case_of(plan, "cppl_person_id", "cppl_referral_id")}

    return {
        ASSESSMENTS: lambda row: case_of(row, "cina_person_id", "cina_referral_id"),
        ENQUIRIES: lambda row: {**case_of(row, "s47e_person_id", "s47e_referral_id"),
                                **conferences.get(row["s47e_s47_enquiry_id"], {})},
        PLANS: lambda row: case_of(row, "cppl_person_id", "cppl_referral_id"),
        REVIEWS: of_review,
    }


def _table(name: str, columns: Mapping[str, str], rows: Iterable[Cells]) -> Table:
    cells = [tuple(row.get(own, "") for own in columns.values()) for row in rows]
    return Table(DATABASE, name, "", tuple(columns), header_row=0,
                 numbers=array("l", range(1, len(cells) + 1)), cells=cells)


def _conferences(extract: Extract, notes: list[Finding]) -> dict[str, Cells]:
    """The initial conference of each enquiry; a transfer from another authority is none.

    The census has one conference of an enquiry: of several, the first is taken, and that is noted.
    """
    found: dict[str, Cells] = {}
    known = {row["s47e_s47_enquiry_id"] for row in extract.rows.get(ENQUIRIES, ())}
    again = alone = 0
    for row in sorted(extract.rows.get(CONFERENCES, ()),
                      key=lambda row: row["icpc_icpc_date"] or "9999"):
        enquiry = row["icpc_s47_enquiry_id"]
        if row["icpc_icpc_transfer_in"].casefold() in ("y", "yes", "true", "1"):
            continue
        if enquiry not in known:
            alone += 1
        elif enquiry in found:
            again += 1
        else:
            found[enquiry] = row
    for count, says in ((again, "are a second conference of an enquiry: its first is counted"),
                        (alone, "name no enquiry of the extract: not counted, as in the census")):
        if count:
            notes.append(_note(CONFERENCES, f"{count:,} rows {says}", "see that this is right",
                               "icpc_s47_enquiry_id"))
    return found


def _text(name: str, value: object, timed: dict[str, int]) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.astimezone(LONDON).replace(tzinfo=None) if value.tzinfo else value
        text = value.isoformat(" ")
    elif isinstance(value, date):
        text = value.isoformat()
    else:
        text = str(value).strip()
    if DAYS.search(name) and (found := TIMED.fullmatch(text)):
        timed[name] += not MIDNIGHT.fullmatch(found[2])
        return found[1]
    return FLAGS.get(text.casefold(), text.casefold()) if name in FLAGGED else text


def _note(table: str, says: str, remedy: str, column: str) -> Finding:
    return Finding(DATABASE, says, remedy, column=column, sheet=table, reaction=Reaction.NOTED)
