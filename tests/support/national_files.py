"""Small national files made by hand: a census of a few children, SSDA903 tables, Annex A lists."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest
from papers import ROOT

RECORDS = ROOT.parent / "shared" / "data" / "records"
HEADER = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
EPISODES = ("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
            "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN")
MISSING = ("CHILD", "DOB", "MISSING", "MIS_START", "MIS_END")


def shared_records() -> Path:
    """Return the folder of the synthetic national files; skip the test if it is missing."""
    if not RECORDS.is_dir():
        pytest.skip("the synthetic national files are not in ../shared/data/records")
    return RECORDS


def tags(**values: str) -> str:
    """Return elements by name; a value that starts with < is not escaped."""
    return "".join(f"<{name}>{value}</{name}>\n" for name, value in values.items())


def case(referred: str, closed: str = "", nfa: str = "false", inner: str = "") -> str:
    """Return one case: a referral, and the modules after it."""
    closure = tags(CINclosureDate=closed) if closed else ""
    return tags(CINdetails="\n" + tags(CINreferralDate=referred) + closure
                + tags(ReferralNFA=nfa) + inner)


def census(folder: Path, children: dict[str, str], last: str = "2015-03-31",
           name: str = "cin.xml", owner: str = "874", year: str = "") -> Path:
    """Return a census of *children*: by local id, the elements of their cases."""
    body = "".join(tags(Child="\n" + tags(ChildIdentifiers=tags(LAchildID=id)) + cases)
                   for id, cases in children.items())
    header = tags(CollectionDetails=tags(Collection="CIN", Year=year or last[:4],
                                         ReferenceDate=last))
    header += tags(Source=tags(LEA=owner)) if owner else ""
    path = folder / name
    path.write_text(tags(Message=tags(Header=header) + tags(Children="\n" + body)),
                    encoding="utf-8", newline="\n")
    return path


def table(path: Path, columns: tuple[str, ...], *rows: dict[str, str]) -> Path:
    """Return a CSV file; cells that a row does not have are blank."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\r\n", restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def ssda903(folder: Path, episodes: list[dict], missing: list[dict] = (),
            born: str = "01/05/2001") -> list[Path]:
    """The three files of SSDA903 for the children of *episodes* and *missing*."""
    ids = dict.fromkeys(row["CHILD"] for row in (*episodes, *missing))
    return [
        table(folder / "header.csv", HEADER, *(
            {"CHILD": id, "SEX": "2", "DOB": born, "ETHNIC": "WBRI", "UPN": "UN5"} for id in ids)),
        table(folder / "episodes.csv", EPISODES, *(
            {"LS": "C2", "PLACE": "U4", "RNE": "S", "CIN": "N1", **row} for row in episodes)),
        table(folder / "missing.csv", MISSING, *({"DOB": born, **row} for row in missing)),
    ]


def annex_a(path: Path, lists: dict[str, list[dict]]) -> Path:
    """A workbook of lists, each a number of rows by column."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in lists.items():
        sheet = book.create_sheet(name)
        sheet.append([*rows[0]])
        for row in rows:
            sheet.append([*row.values()])
    book.save(path)
    return path
