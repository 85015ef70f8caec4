"""Agencies by every name in use on a day; an unknown one is never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from pscb_lib.board.agencies import agency_parser, read_agencies, working_with_families
from pscb_lib.framework.audit_summary.section11 import Scope
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.cells import value_of
from pscb_lib.reading.findings import InputError, nearest

HEADER = "name,alias,valid_from,valid_to,section11"
REGISTER = f"""{HEADER}
Community Trust,Community Trust,,,yes
Community Trust,Peterborough PCT,,31/03/2013,yes
Community Trust,CPFT,01/04/2013,,yes
Cambridgeshire Constabulary,Cambridgeshire Constabulary,,,Yes
Cambridgeshire Constabulary,Cambs Police,,,yes
Children's social care,Children's social care,,,yes
Eastern Ambulance,Ambulance & Rescue Service (Eastern),,,yes
"""


def read(folder, content=REGISTER):
    path = folder / "agencies.csv"
    path.write_text(content, encoding="utf-8", newline="\n")
    return read_agencies(path)


@pytest.mark.parametrize(("cell", "on", "expected"), [
    pytest.param("Cambs Police", date(2014, 10, 1), "Cambridgeshire Constabulary", id="short form"),
    pytest.param("  cambs  POLICE ", date(2014, 10, 1), "Cambridgeshire Constabulary",
                 id="capitals and spaces do not matter"),
    *(pytest.param(cell, date(2014, 10, 1), "Children's social care", id=f"care {place}")
      for place, cell in enumerate((
          "Children\u2019s social care", "CHILDRENS SOCIAL CARE", "Children\u00b4s social care",
          "Children`s social care",
          "Children\u02bcs Social\u00a0Care", "\ufeffChildren's social care",
          "Children's\u2009social care\u200b", "Children's \u00adsocial care",
          "Children's Social-Care",
          "Children\u2032s social care."))),
    *(pytest.param(cell, date(2014, 10, 1), "Eastern Ambulance", id=f"trust {place}")
      for place, cell in enumerate((
          "Ambulance and Rescue Service (Eastern)", "Ambulance & Rescue Service - Eastern",
          "AMBULANCE AND RESCUE SERVICE \u2013 EASTERN",
          "Ambulance &  Rescue Service [Eastern]"))),
    pytest.param("Peterborough PCT", date(2013, 3, 31), "Community Trust", id="on its last day"),
    pytest.param("CPFT", date(2013, 4, 1), "Community Trust", id="the new name on its first day"),
])
def test_a_name_in_use_is_the_agency(tmp_path, cell, on, expected):
    assert value_of(agency_parser(read(tmp_path), on)(cell)) == expected


@pytest.mark.parametrize(("cell", "on", "message"), [
    pytest.param("Cambs Polcie", date(2014, 10, 1), "is not an agency on the register "
                 "(nearest: Cambs Police)", id="a slip of the pen: the nearest, as it is written"),
    pytest.param("Peterborough PCT", date(2013, 4, 1), "is not an agency on the register",
                 id="a name no longer in use"),
    pytest.param("CPFT", date(2013, 3, 31), "is not an agency on the register",
                 id="a name not yet in use"),
    pytest.param("Children\u2019s Service", date(2014, 10, 1), "is not an agency on the register "
                 "(nearest: Children's social care)", id="another name of theirs is not guessed"),
    pytest.param("Zoo", date(2014, 10, 1), "is not an agency on the register", id="nothing near"),
])
def test_an_unknown_name_is_refused(tmp_path, cell, on, message):
    with pytest.raises(ValueError) as refusal:
        agency_parser(read(tmp_path), on)(cell)
    assert str(refusal.value) == message


@pytest.mark.parametrize(("row", "message"), [
    pytest.param("A,A,April 2013,,yes", "agencies.csv, row 2, column valid_from, value "
                 "'April 2013': is not a date; correct the cell", id="not a date"),
    pytest.param("A,,,,yes", "agencies.csv, row 2, column alias, value '': must not be blank; "
                 "correct the cell", id="no name"),
    pytest.param("A,A,,,maybe", "agencies.csv, row 2, column section11, value 'maybe': is not one "
                 "of statutory, commissioned, voluntary, school or college, other; correct the "
                 "cell", id="not a scope"),
])
def test_an_invalid_register_is_refused(tmp_path, row, message):
    with pytest.raises(InputError) as refusal:
        read(tmp_path, f"{HEADER}\n{row}\n")
    assert str(refusal.value) == message


def test_open_ends_of_a_name_are_open(tmp_path):
    first = read(tmp_path)[0]
    assert (first.valid_from, first.valid_to) == (date.min, date.max)


@pytest.mark.parametrize(("word", "scope"), [
    pytest.param("statutory", Scope.STATUTORY, id="statutory"),
    pytest.param("Commissioned", Scope.COMMISSIONED, id="commissioned"),
    pytest.param("voluntary", Scope.VOLUNTARY, id="voluntary"),
    pytest.param("school or college", Scope.SCHOOL, id="a school"),
    pytest.param("other", Scope.OTHER, id="other"),
    pytest.param("yes", Scope.STATUTORY, id="statutory, in an earlier register"),
    pytest.param("no", Scope.OTHER, id="other, in an earlier register"),
])
def test_what_an_agency_is_to_section_11(tmp_path, word, scope):
    first, *_ = read(tmp_path, f"{HEADER}\nA,A,,,{word}\n")
    assert first.section11 is scope


@pytest.mark.parametrize(("name", "expected"), [
    pytest.param("cp8", " (nearest: CP9)", id="the nearest, capitals aside"),
    pytest.param("zzzzz", "", id="none is near"),
])
def test_nearest(name, expected):
    assert nearest(name, ["FD1", "CP9", "HO1"]) == expected


@pytest.mark.parametrize(("cell", "works"), [("", True), ("yes", True), ("no", False)])
def test_an_agency_works_with_families_unless_the_register_says_no(tmp_path, cell, works):
    register = read(tmp_path, f"{HEADER},works_with_families\nHealth,Health,,,statutory,{cell}\n")
    assert working_with_families(register, parse_period("2014-15 Q3")) == ["Health"] * works


def test_who_works_with_families_is_asked_of_agencies_in_use_that_answer_for_themselves(tmp_path):
    register = read(tmp_path, f"{HEADER}\nOld,Old,,2014-09-30,statutory\nTeam,Team,,,other\n"
                    "New,New,2014-12-31,,voluntary\nNew,Newer,2014-12-31,,voluntary\n")
    assert working_with_families(register, parse_period("2014-15 Q3")) == ["New"]
