"""The codes of groups in a board's files: its own by its settings, or the framework's."""

from __future__ import annotations

from datetime import date

import pytest
from papers import ROOT

from pscb_lib.board.agenda_numbers import read_numbers
from pscb_lib.board.groups import codes_of, in_own_codes
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.programme import read_programme
from pscb_lib.board.settings import read_settings
from pscb_lib.framework.scheduling.meetings import Group
from pscb_lib.framework.scheduling.programme import Route
from pscb_lib.reading.findings import InputError

HEAD = "group,on,papers_by,source\n"
OURS = "groups:\n  scrutiny: S&L\n  board: NSCB\n  case_review: Case Panel\n"


@pytest.fixture
def params(tmp_path):
    """A folder of decisions with codes of its own in the settings, unless they are taken out."""
    def write(groups=OURS):
        settings = (ROOT / "params" / "settings.yaml").read_text(encoding="utf-8")
        (tmp_path / "settings.yaml").write_text(settings + groups, encoding="utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize(("groups", "written", "expected"), [
    pytest.param(OURS, "S&L", Group.SCRUTINY, id="its own code"),
    pytest.param(OURS, "NSCB", Group.BOARD, id="of the Board"),
    pytest.param(OURS, "case panel", Group.CASE_REVIEW, id="of the case review group"),
    pytest.param(OURS, "Q&E", Group.SCRUTINY, id="the framework's code is taken by every board"),
    pytest.param("", "PSCB", Group.BOARD, id="and is the default"),
    pytest.param("", "SCR group", Group.CASE_REVIEW, id="for each group"),
])
def test_a_meeting_is_of_the_group_that_a_board_calls_so(params, groups, written, expected):
    path = params(groups) / "meetings.csv"
    path.write_text(f"{HEAD}{written},2015-02-11,2015-02-04,minutes\n", encoding="utf-8")
    [one] = read_meetings(path)
    assert (one.group, one.on) == (expected, date(2015, 2, 11))


def test_another_code_is_refused_with_those_of_the_board(params):
    path = params() / "meetings.csv"
    path.write_text(f"{HEAD}QA,2015-02-11,2015-02-04,minutes\n", encoding="utf-8")
    with pytest.raises(InputError) as refusal:
        read_meetings(path)
    assert str(refusal.value) == ("meetings.csv, row 2, column group, value 'QA': is not one of "
                                  "S&L, NSCB, Case Panel; correct the cell")


def test_routes_and_agendas_are_written_in_the_codes_of_the_board(params):
    folder = params()
    programme = (ROOT / "params" / "audit_programme.csv").read_text(encoding="utf-8")
    theirs = programme.replace("Q&E,", "S&L,").replace("then PSCB", "then NSCB")
    (folder / "audit_programme.csv").write_text(theirs, encoding="utf-8")
    shipped = read_programme(ROOT / "params" / "audit_programme.csv")
    read = read_programme(folder / "audit_programme.csv")
    assert "S&L, then NSCB" in theirs and read == shipped
    assert Route.QE_THEN_BOARD in {one.route for one in read.audits}
    (folder / "2015-16-q3").mkdir()
    (folder / "2015-16-q3" / "agenda.csv").write_text(
        "group,report,agenda_item,paper\nS&L,method,4,\n", encoding="utf-8")
    [(group, report)] = read_numbers(folder / "2015-16-q3")
    assert (group, report) == (Group.SCRUTINY, "method")


@pytest.mark.parametrize("groups", [
    pytest.param({"scrutiny": "QA", "board": "QA"}, id="two groups"),
    pytest.param({"scrutiny": "PSCB"}, id="the framework's code of another"),
])
def test_one_code_is_of_one_group(groups):
    with pytest.raises(InputError) as refusal:
        codes_of(groups)
    assert str(refusal.value).startswith("settings.yaml, value '") and str(refusal.value).endswith(
        "': the setting groups has one code for two groups; give each group a code of its own")


def test_a_role_of_no_group_is_refused(params):
    with pytest.raises(InputError) as refusal:
        read_settings(params("groups:\n  scrutny: S&L\n") / "settings.yaml")
    assert str(refusal.value) == ("settings.yaml: there is no setting groups.scrutny; correct its "
                                  "name or remove it")


def test_a_text_in_the_framework_s_words_is_put_into_the_board_s():
    codes = codes_of({"scrutiny": "S&L", "board": "NSCB"})
    assert in_own_codes("Q&E, then Board if required", codes) == "S&L, then NSCB if required"
