"""Read a case system's database by the contract: the rules and figures are the census's own.

What is known is what was known on the day of the import: what happened later is left out, and a
case, assessment or plan that ended later is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from pscb_lib.reading import cells
from pscb_lib.reading.files import Table
from pscb_lib.reading.findings import InputError, Reaction
from pscb_lib.reading.rows import Checked, Field, FileRule, Record, Rule, check_table
from pscb_lib.returns.across import kept_once, same_ids
from pscb_lib.returns.national.case_rows import as_text, modules
from pscb_lib.returns.national.cin import records_of
from pscb_lib.returns.national.cin_rules import DAY, FIELDS, FILE_RULES, RULES
from pscb_lib.returns.national.contract import CASES, MODULES
from pscb_lib.returns.national.database import ASK, DATABASE, read_tables
from pscb_lib.returns.national.source import National, renamed

TITLE = "Case system (Standard Safeguarding Dataset)"
LIMITS = (
    "The dataset has no day of a strategy discussion: only the target day of the conference that "
    "the authority set from it.",
    "It has no count of earlier plans: a second plan is known only by the plans that it holds.",
    "A conference led to a plan if a plan of the child starts on its day, as in the census.",
)
LATER = "after the day of the import"
ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
QUIET = timedelta(days=31)  # an authority has no month without any event
CONTACT = {"LAchildID": "child_id", "ContactDate": "received_on"}


def read_sql(address: str, password: str, as_of: date, schema: str = "",
             complete_from: date | None = None) -> National:
    """Read the database at *address* as it was on the day *as_of*.

    *complete_from* is the first day from which it has every case; without it that day is found
    (see :func:`_covers`). Raises InputError if the database cannot be used; a row that breaks a
    rule is a finding.
    """
    extract = as_text(read_tables(address, password, schema))
    if not extract.rows[CASES]:
        raise InputError.at(DATABASE, "the account sees no row, and every figure would be zero",
                            ASK, sheet=CASES)
    parts = {name: _check(name, table, as_of) for name, table in modules(extract)}
    begins = _begins(parts)
    last = _last_day(parts)
    covers = _covers(begins, last, as_of, complete_from)
    records = _records(parts, covers[0] if covers else None)
    limits = (*_said(parts, begins, complete_from), *LIMITS)
    return National("sql", TITLE, records, parts, limits, as_of, covers, last_day=last)


def _check(name: str, table: Table, as_of: date) -> Checked:
    module = MODULES[name]
    table = _as_known(table, module.ends, as_of)

    def later(record: Record) -> str | None:
        return LATER if record[module.event] > as_of else None

    checked = check_table(table, _fields(name), _rules(name), later, _file_rules(name))
    findings = tuple(replace(one, column=_own_names(one.column, module.columns))
                     for one in checked.findings)
    return replace(checked, findings=findings)


def _as_known(table: Table, ends: tuple[str, ...], as_of: date) -> Table:
    """Return the table with no end that is later than *as_of*: it was open then."""
    places = {table.columns.index(name) for name in ends}

    def is_later(place: int, text: str) -> bool:
        return place in places and bool(ISO.fullmatch(text)) and text > as_of.isoformat()

    return replace(table, cells=[tuple("" if is_later(place, text) else text
                                       for place, text in enumerate(row)) for row in table.cells])


def _fields(name: str) -> tuple[Field, ...]:
    """The census's fields, of which a row without a referral has no days of the case."""
    if name == "Contacts":
        return (Field("LAchildID", cells.identifier, "give the child's local id"),
                Field("ContactDate", cells.day, DAY))
    return tuple(replace(one, parse=cells.optional(cells.day))
                 if one.name == "CINreferralDate" and name != "CINdetails" else one
                 for one in FIELDS[name])


def _rules(name: str) -> tuple[Rule, ...]:
    if name in ("Contacts", "CINdetails"):
        return RULES.get(name, ())
    says = "the row names no referral of its child that the database has: used without it"
    return (*RULES[name], Rule(("CINreferralDate",), says, "see that this is right",
                               lambda row: row["CINreferralDate"] is None, Reaction.NOTED))


def _file_rules(name: str) -> tuple[FileRule, ...]:
    if name == "Contacts":  # a child may be the subject of two on one day; each has its own key
        return (same_ids("LAchildID"),)
    return FILE_RULES.get(name, (same_ids("LAchildID"), kept_once()))


def _own_names(column: str | None, names: Mapping[str, str]) -> str | None:
    """The database's names of the columns in a finding, for who keeps the database."""
    return column and " and ".join(names.get(one, one) for one in column.split(" and "))


def _records(parts: Mapping[str, Checked], known_from: date | None) -> dict[str, list[Record]]:
    found = records_of(parts, known_from)
    if "Contacts" in parts:
        found["contacts"] = renamed(parts["Contacts"], CONTACT)
    return found


def _days(parts: Mapping[str, Checked]) -> Iterator[tuple[str, list[date]]]:
    """Yield the days of each kind of event, with its column in the database."""
    for name, checked in parts.items():
        module = MODULES[name]
        yield f"{module.table}.{module.columns[module.event]}", [
            row[module.event] for row in checked.records]
        if name == "CINdetails":
            yield f"{CASES}.cine_close_date", [
                row["CINclosureDate"] for row in checked.records if row["CINclosureDate"]]


def _begins(parts: Mapping[str, Checked]) -> tuple[date, str] | None:
    """Return the day on which the last kind of event begins, and its column.

    An extract of the last years has old referrals of cases that are still open. Its first closure
    tells better from when it has all, and a table that begins later is not known before.
    """
    return max(((min(days), column) for column, days in _days(parts) if days), default=None)


def _last_day(parts: Mapping[str, Checked]) -> date | None:
    return max((max(days) for _, days in _days(parts) if days), default=None)


def _covers(begins: tuple[date, str] | None, last: date | None, as_of: date,
            complete_from: date | None) -> tuple[date, date] | None:
    """Return the first and last day of which every event is taken to be known.

    They are the first 1 April from which every kind of event has begun, or *complete_from*; and
    *as_of*, or the last event if a month without any follows: the extract is then older.
    """
    if not begins or not last:
        return None
    day = begins[0]
    first = date(day.year + ((day.month, day.day) > (4, 1)), 4, 1)
    return complete_from or first, as_of if last >= as_of - QUIET else last


def _said(parts: Mapping[str, Checked], begins: tuple[date, str] | None,
          complete_from: date | None) -> Iterator[str]:
    """Yield what is not worked out, and how it was found from when the database is complete."""
    for name, module in MODULES.items():
        if name not in parts:
            needed = " and ".join((module.table, *module.beside))
            yield f"No figure is made of {name}: there is no row in {needed}."
    if begins and not complete_from:
        yield (f"Taken as complete from the first 1 April on or after {begins[0]:%d/%m/%Y}, on "
               f"which {begins[1]} begins; --complete-from says otherwise.")
