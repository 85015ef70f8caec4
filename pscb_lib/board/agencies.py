"""The agencies that work with children here, their names, and when each name was in use.

Agencies change their names and clerks write short forms; ``params/agencies.csv`` has one row for
each name, with the dates between which it was in use. An unknown name is never guessed: the
nearest one is only suggested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.board.wording import named
from pscb_lib.framework.audit_summary.section11 import Scope
from pscb_lib.framework.folding import bare, tidy
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading import cells
from pscb_lib.reading.findings import nearest
from pscb_lib.reading.rows import Field, Record, Rule

OFFICE = "the Board's office"  # a sender too: it keeps registers, attendance and the budget


@dataclass(frozen=True)
class Alias:
    """One name of an agency, in use from one day to another."""

    name: str
    alias: str
    valid_from: date
    valid_to: date
    section11: Scope
    works_with_families: bool = True

    @property
    def is_dated(self) -> bool:
        """Whether the name has a first or a last day of use."""
        return self.valid_from > date.min or self.valid_to < date.max


FAMILIES = "works_with_families"
EARLIER = {Scope.STATUTORY: ("yes",), Scope.OTHER: ("no",)}  # in registers of earlier releases
SCOPE = cells.coded({scope.value: EARLIER.get(scope, ()) for scope in Scope})


def _scope(cell: str) -> Scope:
    return Scope(SCOPE(cell))


cells.shaped(_scope, cells.shape_of(SCOPE))
FIELDS = (
    Field("name", cells.text, meaning="the agency's own name, as papers print it"),
    Field("alias", cells.text, meaning="a name by which returns may call it; one row has its own "
          "name here too"),
    Field("valid_from", cells.optional(cells.day), meaning="the first day of this name; blank if "
          "it was always in use"),
    Field("valid_to", cells.optional(cells.day), meaning="the last day of this name; blank while "
          "it is in use"),
    Field("section11", _scope, meaning="what the agency is to section 11 of the Children Act 2004: "
          "the statutory and the commissioned answer the self-audit"),
    Field(FAMILIES, cells.optional(cells.yes_no), optional=True, meaning="whether its staff work "
          "with families, and so may start a common assessment and be invited to a child "
          "protection conference; blank is yes"),
)


def read_agencies(path: Path) -> list[Alias]:
    """Read ``params/agencies.csv``. Raises InputError at the first cell that is wrong."""
    return [Alias(row["name"], row["alias"], row["valid_from"] or date.min,
                  row["valid_to"] or date.max, row["section11"], row[FAMILIES] is not False)
            for row in read_register(path, FIELDS)]


def working_with_families(aliases: Iterable[Alias], period: ReportingPeriod) -> list[str]:
    """The agencies of a period whose staff work with families, by their own names.

    A team that does not answer for itself is not among them.
    """
    return list(dict.fromkeys(
        one.name for one in aliases if one.works_with_families
        and one.section11 is not Scope.OTHER
        and one.valid_from <= period.end and period.start <= one.valid_to))


def short_names(aliases: Iterable[Alias], on: date) -> dict[str, str]:
    """The shortest name in use on a day of each agency, by its own name: CPFT."""
    names: dict[str, str] = {}
    for one in aliases:
        if one.valid_from <= on <= one.valid_to:
            names[one.name] = min(names.get(one.name, one.name), one.alias, key=len)
    return names


class Agency(str):
    """An agency's own name; ``called`` has the dated names that the cell may have meant."""

    called: tuple[Alias, ...] = ()
    is_dated: bool = True

    @property
    def scope(self) -> Scope:
        """What it is to section 11."""
        return self.called[0].section11


def agency_parser(aliases: Iterable[Alias], on: date | None = None) -> cells.Parser:
    """Make a parser that turns any name of an agency into its own name, with a note.

    With *on*, only the names in use on that day are accepted; without it :func:`in_use` checks
    each row at its own date.
    """
    taken = [one for one in aliases if on is None or one.valid_from <= on <= one.valid_to]
    names = [one.alias for one in taken]
    known: dict[str, list[Alias]] = {}
    for one in taken:
        known.setdefault(bare(one.alias), []).append(one)

    def parse(cell: str) -> object:
        called = known.get(bare(cell))
        if not called:
            raise ValueError(f"is not an agency on the register{nearest(tidy(cell), names)}")
        agency = Agency(called[0].name)
        agency.called = tuple(called)
        agency.is_dated = all(one.is_dated for one in agency.called)
        return cells.noting(agency, cell)

    return cells.shaped(parse, cells.Shape("choice", tuple(dict.fromkeys(
        one.name for one in taken))))


def sender_parser(aliases: Iterable[Alias], on: date, board: str) -> cells.Parser:
    """Make a parser of whoever may send a return: an agency in use on a day, or the Board's office.

    The office is also called by the name of the *board*, unless an agency of the register is.
    """
    agency = agency_parser(aliases, on)
    own = named(OFFICE)
    offices = {bare(name) for name in (
        OFFICE, OFFICE.removeprefix("the "), own, own.removeprefix("the "), board)}

    def parse(cell: str) -> object:
        try:
            return agency(cell)
        except ValueError:
            if bare(cell) in offices:
                return OFFICE
            raise

    return parse


def in_use(field: str, over: Callable[[Record], tuple[date, date] | None]) -> Rule:
    """Make the rule that a name was in use at some time between the two dates *over* returns."""
    def broken(record: Record) -> bool:
        agency = record[field]
        span = over(record) if agency and agency.is_dated else None
        if span is None:
            return False
        first, last = span
        return not any(one.valid_from <= last and first <= one.valid_to for one in agency.called)

    return Rule((field,), "is a name that was not in use at the date of the row",
                "use the name of that time, or correct the date", broken,
                guidance="Agencies change their names: the register has the dates of each.")


REGISTER = Register(
    "agencies.csv", read_agencies, "Agencies and their names", FIELDS, key=("alias", "valid_from"),
    used_by="every return and form, quarterly_data_set, audit_programme",
    example={"name": "Cambridgeshire Constabulary", "alias": "Police",
             "section11": Scope.STATUTORY.value})
