"""Read a census into tables of rows, one table for each module of the census.

A row has the columns that its module needs and those of its child and case. Pupil numbers and all
else that no return needs are not kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pscb_lib.reading import cells
from pscb_lib.reading.digest import sha256
from pscb_lib.reading.files import Table
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.national.census_xml import Element, stream

ABOVE = ("LAchildID", "CINreferralDate", "CINclosureDate", "CPPstartDate")
CASE = ABOVE[:3]
ALSO = {"Sex": "GenderCurrent"}  # from the census of 2024/25
MODULES: Mapping[str, tuple[str, ...]] = {
    "Child": ("LAchildID", "PersonBirthDate", "ExpectedPersonBirthDate", "GenderCurrent",
              "Ethnicity"),
    "CINdetails": (*CASE, "ReferralNFA"),
    "Assessments": (*CASE, "AssessmentActualStartDate", "AssessmentAuthorisationDate"),
    "Section47": (*CASE, "S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC"),
    "ChildProtectionPlans": (*CASE, "CPPstartDate", "CPPendDate", "NumberOfPreviousCPP",
                             "InitialCategoryOfAbuse", "LatestCategoryOfAbuse"),
    "CPPreviewDate": (*CASE, "CPPstartDate", "CPPreviewDate"),
}
COUNTED = "counted, since the file has several on one line"


@dataclass(frozen=True)
class Census:
    """One year's census as rows of text: its owner, the days it covers, a table for each module.

    ``owner`` is the authority's code as the header has it; ``odd`` is what is odd in the header.
    """

    file: str
    year: tuple[date, date]
    owner: str
    odd: tuple[str, ...]
    tables: Mapping[str, Table]


def read_census(path: Path) -> Census:
    """Read a census. Raises InputError if the file is not a census or cannot be used."""
    lines: dict[str, list[tuple[int, tuple[str, ...]]]] = {module: [] for module in MODULES}
    header = None
    for element in stream(path, ("Header", "Child")):
        if element.name == "Header":
            header = element
            continue
        for module, line, found in _rows(element, {}):
            lines[module].append((line, tuple(found.get(name, "") for name in MODULES[module])))
    own = _own(header) if header else {}
    year = _year(path.name, own)
    digest = sha256(path)
    return Census(path.name, year, own.get("LEA", ""), tuple(_odd(path.name, own, year[1])), {
        module: _table(path.name, module, digest, rows) for module, rows in lines.items()})


def _rows(element: Element, above: Mapping[str, str]) -> Iterator[tuple[str, int, dict]]:
    own = {**above, **_own(element)}
    if element.name in MODULES:
        yield element.name, element.line, own
    inherited = {name: own[name] for name in ABOVE if name in own}
    for part in _within(element):
        yield from _rows(part, inherited)


def _within(element: Element) -> Iterator[Element]:
    """Yield the modules within an element, whatever group elements are between them."""
    for part in element.parts:
        if part.name in MODULES:
            yield part
        else:
            yield from _within(part)


def _own(element: Element) -> dict[str, str]:
    """Return the values in an element and its groups; two of the same name are joined by "and"."""
    name = ALSO.get(element.name, element.name)
    found = {} if element.parts else {name: element.text.strip()}
    for part in element.parts:
        if part.name not in MODULES:
            for name, text in _own(part).items():
                found[name] = f"{found[name]} and {text}" if name in found else text
    return found


def _table(file: str, module: str, sha256: str, rows: list) -> Table:
    is_by_line = len({line for line, _ in rows}) == len(rows)
    sheet = module if is_by_line else f"{module}, {COUNTED}"
    if not is_by_line:
        rows = [(number, found) for number, (_, found) in enumerate(rows, 1)]
    return Table(file, sheet, sha256, MODULES[module], header_row=0,
                 numbers=array("l", (number for number, _ in rows)),
                 cells=[found for _, found in rows])


def _odd(file: str, header: Mapping[str, str], last: date) -> Iterator[str]:
    """Yield what is odd about the header's days (rule 100 of the census)."""
    if (last.month, last.day) != (3, 31):
        yield (f"{file}: its reference date, {last:%d/%m/%Y}, is not a 31 March; it is read as "
               "known on that day")
    if header.get("Year", str(last.year)) != str(last.year):
        yield (f"{file}: its Year is {header['Year']} and its reference date {last:%d/%m/%Y}; the "
               "reference date is taken")


def _year(file: str, header: Mapping[str, str]) -> tuple[date, date]:
    if header.get("Collection") != "CIN":
        raise InputError.at(file, "is not a children in need census",
                            "its header must say <Collection>CIN</Collection>",
                            value=header.get("Collection"))
    try:
        last = cells.day(header.get("ReferenceDate", ""))
    except ValueError:
        raise InputError.at(file, "the census does not say its reference date",
                            "give <ReferenceDate> as 2015-03-31",
                            value=header.get("ReferenceDate")) from None
    return date(last.year - (last.month < 4), 4, 1), last
