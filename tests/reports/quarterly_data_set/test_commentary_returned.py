"""The leads' commentary as a return: what is known on the day, refused and awaited."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bad_returns import as_csv, context_of

from pscb_lib.board.commentary import ClearedFor, Commentary, make_commentaries
from pscb_lib.reading.findings import Reaction
from pscb_lib.reports.quarterly_data_set.commentary.returned import RETURN
from pscb_lib.reports.quarterly_data_set.commentary.returned import RETURN as COMMENTARY

SOUND = dict(RETURN.example)
CLEARING = ("cleared_for", "cleared_by", "cleared_on")


@pytest.fixture
def read(tmp_path):
    """Write each lead's rows into a file of its own and read them as a report does."""
    def read_files(**files):
        (tmp_path / "commentary").mkdir(exist_ok=True)
        for lead, rows in files.items():
            lines = [list(SOUND), *([*(SOUND | row).values()] for row in rows)]
            (tmp_path / "commentary" / f"{lead}.csv").write_text(as_csv(lines), encoding="utf-8")
        return COMMENTARY.read_for(replace(context_of("data_set"), returns=tmp_path))

    return read_files


def said(checked, reaction):
    return [str(finding) for finding in checked.findings if finding.reaction is reaction]


def test_a_missing_folder_is_not_an_error(read):
    checked = read()
    assert (checked.rows["read"], checked.findings, make_commentaries(checked)) == (0, (), {})


def test_a_row_is_a_commentary(read):
    checked = read(lead=[{"cleared_for": "Board and public"}])
    one = make_commentaries(checked)["MS10"]
    assert (one.cleared_for, one.by_when.isoformat()) == (ClearedFor.BOARD_AND_PUBLIC, "2015-03-31")
    assert checked.sources[0].file == "commentary/lead.csv"


def test_a_row_with_empty_boxes_is_valid_and_has_no_commentary(read):
    blank = dict.fromkeys((*CLEARING, "what_happened", "what_is_being_done", "by_when"), "")
    checked = read(lead=[blank])
    assert checked.rows == {"read": 1, "used": 1, "rejected": 0, "left_out": 0}
    assert not make_commentaries(checked)["MS10"].is_written


def test_a_clearance_after_the_day_of_the_report_is_not_known_yet(read):
    checked = read(lead=[{"cleared_on": "01/02/2015"}])
    assert make_commentaries(checked)["MS10"].cleared_for is None
    assert said(checked, Reaction.NOTED) == [
        "lead.csv, row 2, column cleared_on, value '01/02/2015': was cleared after the day of the "
        "report, 31/01/2015: it is read as not cleared yet; correct the day, or nothing if it is "
        "so"]


def test_two_files_on_one_figure_are_both_rejected(read):
    checked = read(first=[{}], second=[{"what_happened": "Another cause"}])
    assert checked.rows == {"read": 2, "used": 0, "rejected": 2, "left_out": 0}
    assert said(checked, Reaction.REJECTED) == [
        f"{name}.csv, row 2, column indicator, value 'row 2 of first.csv and row 2 of second.csv': "
        "two files have a commentary on one indicator and quarter; take one of the two out"
        for name in ("first", "second")]


def test_two_rows_of_one_file_on_one_figure_are_rejected(read):
    checked = read(lead=[{}, {"what_happened": "Another cause"}])
    assert checked.rows["rejected"] == 2
    assert said(checked, Reaction.REJECTED)[0] == (
        "lead.csv, row 2, column what_happened, value 'The commissioned interviewer left in "
        "October': rows 2 and 3 are of one indicator and quarter and are not the same; write one "
        "commentary for each")


@pytest.mark.parametrize(("row", "reason"), [
    pytest.param({"period": "2014-15 Q2", "by_when": "", "cleared_on": "01/10/2014"},
                 "about another quarter", id="an earlier quarter"),
    pytest.param({"indicator": "FD5", "period": "2014-15 Q3"}, None, id="this year's indicator"),
])
def test_a_commentary_on_another_quarter_is_left_out(read, row, reason):
    assert read(lead=[row]).reasons == ({reason: 1} if reason else {})


@pytest.mark.parametrize(("cleared_for", "audiences"), [
    pytest.param(None, {"restricted"}, id="not cleared: the restricted set alone"),
    pytest.param(ClearedFor.BOARD, {"restricted", "board"}, id="cleared for the Board"),
    pytest.param(ClearedFor.BOARD_AND_PUBLIC, {"restricted", "board", "public"},
                 id="cleared for all"),
])
def test_a_commentary_is_open_to_those_it_is_cleared_for(cleared_for, audiences):
    one = Commentary("MS10", "A cause", None, None, cleared_for)
    assert {name for name in ("restricted", "board", "public") if one.is_open_to(name)} == audiences
