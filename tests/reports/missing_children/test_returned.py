"""The missing children's return: every rule by its whole message, every row accounted for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from missing_rows import NO_INTERVIEW, PLACED_HERE, write_rows
from papers import ROOT

from pscb_lib.board.context import open_context
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError, Reaction
from pscb_lib.reports.missing_children.returned import FOLDER, as_known_on
from pscb_lib.reports.missing_children.returned import RETURN as MISSING_EPISODES

HALF = parse_period("2014-15 H1")
OTHER = {"child_id": "00777"}


@pytest.fixture
def context(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    opened = open_context("2014-15 H1", "2015-01-31", "pscb_lib/samples", "restricted")
    return replace(opened, returns=tmp_path)


def rejected(checked):
    """What was rejected, as a clerk reads it."""
    return [str(finding) for finding in checked.findings
            if finding.reaction is Reaction.REJECTED]


def read_half(path, half, context):
    checked = MISSING_EPISODES.read(path, replace(context, period=half))
    return replace(checked, frame=as_known_on(checked.frame, context))


def half_file(tmp_path, *rows, half="2014-15-h1"):
    return write_rows(tmp_path / FOLDER / f"{half}.csv", *rows)


@pytest.mark.parametrize(("different", "message"), [
    pytest.param(
        {"returned_at": "11/05/2014 07:00"},
        "column left_at and returned_at, value '12/05/2014 18:00 and 11/05/2014 07:00': the "
        "return is before the start (SSDA903 rule 567); correct one of the two",
        id="return before start"),
    pytest.param(
        {"left_at": ""},
        "column left_at, value '': must not be blank (SSDA903 rule 564); give the day, and the "
        "time where it is known", id="start blank"),
    pytest.param(
        {"dob": "13/05/2014"},
        "column dob and left_at: the start is before the child was born (SSDA903 rule 586); "
        "correct one of the two", id="start before birth, the birth not printed"),
    pytest.param(
        {"dob": "12/05/1996"},
        "column dob and left_at: the child was 18 or over at the start; correct one of the two, "
        "or take the row out", id="eighteen on the day"),
    pytest.param(
        {"status": "Q"}, "column status, value 'Q': is not one of M, A, P; write M, A or P "
        "(M and A: SSDA903 rule 1006)",
        id="neither missing nor away nor absent"),
    pytest.param(
        {"rhi_completed_at": "12/05/2014"},
        "column returned_at and rhi_completed_at, value '13/05/2014 07:00 and 12/05/2014': the "
        "interview is before the return; correct one of the two", id="interview before return"),
    pytest.param(
        {"returned_at": ""},
        "column returned_at and rhi_completed_at, value ' and 15/05/2014 10:00': there is an "
        "interview and no return; give the return, or take the interview out",
        id="interview without return"),
    pytest.param(
        {"rhi_offered": "no", "rhi_accepted": "no"},
        "column rhi_offered and rhi_accepted and rhi_completed_at, value 'no and no and "
        "15/05/2014 10:00': an interview that was not offered and accepted was held; correct the "
        "answers, or take the interview out", id="interview never offered"),
    pytest.param(
        {**NO_INTERVIEW, "rhi_accepted": "yes"},
        "column rhi_offered and rhi_accepted, value 'no and yes': an interview that was not "
        "offered was accepted; correct one of the two", id="accepted, never offered"),
    pytest.param(
        {"left_at": "01/10/2014 18:00", "returned_at": "", **NO_INTERVIEW},
        "column left_at, value '01/10/2014 18:00': the start is outside April to "
        "September 2014 (SSDA903 rule 570); move the row to the return of its half-year",
        id="start after the half-year"),
    pytest.param(
        {"from": "other_la_cla"},
        "column from and placing_la, value 'other_la_cla and ': a child placed here by another "
        "authority, and only such a child, has a placing authority; correct one of the two",
        id="placed here by nobody"),
    pytest.param(
        {"child_id": "1.23457E+12"},
        "column child_id, value '1.23457E+12': is a number, and long numbers lose digits in "
        "Excel; send ids as text", id="an id that lost digits"),
    pytest.param(
        {"left_at": "12/05/2014 25:10"},
        "column left_at, value '12/05/2014 25:10': has a time that is not valid; give the day, and "
        "the time where it is known", id="a time that is not one"),
])
def test_a_row_that_breaks_a_rule_is_rejected(context, tmp_path, different, message) -> None:
    checked = read_half(half_file(tmp_path, {}, {**OTHER, **different}), HALF, context)
    assert rejected(checked) == [f"2014-15-h1.csv, row 3, {message}"]
    assert checked.rows == {"read": 2, "used": 1, "rejected": 1, "left_out": 0}


def test_a_child_at_home_that_is_said_to_be_away_is_counted_as_absent(context, tmp_path) -> None:
    file = half_file(tmp_path, {}, {**OTHER, "status": "A"})
    checked = read_half(file, HALF, context)
    assert checked.rows == {"read": 2, "used": 2, "rejected": 0, "left_out": 0}
    assert [str(one) for one in checked.findings if "status" in str(one)] == [
        "2014-15-h1.csv, row 3, column from and status, value 'home and A': a child at home "
        "cannot be away from a placement, and is counted as absent, as the police call it; write "
        "P for it, or correct one of the two"]
    assert list(MISSING_EPISODES.learnt(checked.frame, context)["status"]) == ["M", "P"]


@pytest.mark.parametrize(("rows", "message"), [
    pytest.param(
        [{}, {"left_at": "12/05/2014 23:00", "returned_at": "14/05/2014 07:00"}],
        "2014-15-h1.csv, row 3, column left_at, value '12/05/2014 23:00': the start is within the "
        "episode of row 2 of 2014-15-h1.csv (SSDA903 rule 574); correct one of the two",
        id="overlapping episodes of one child"),
    pytest.param(
        [{"returned_at": "", **NO_INTERVIEW},
         {"left_at": "20/05/2014 23:00", "returned_at": "21/05/2014", **NO_INTERVIEW}],
        "2014-15-h1.csv, row 2, column returned_at, value '': there is no return, and the child "
        "left again in row 3 of 2014-15-h1.csv (SSDA903 rule 574); give the return",
        id="still missing, and missing again"),
    pytest.param(
        [{}, {**PLACED_HERE, "left_at": "20/05/2014", "returned_at": "21/05/2014",
              "dob": "03/05/2000"}],
        "2014-15-h1.csv, row 3, column dob: the child's date of birth differs from row 2 of "
        "2014-15-h1.csv (SSDA903 rule INT13); correct one of the two",
        id="two dates of birth, neither printed"),
    pytest.param(
        [{}, {**OTHER, "covers_episode_ids": "E1"}],
        "2014-15-h1.csv, row 3, column covers_episode_ids, value 'E1': is not an episode of this "
        "child; correct the id", id="an interview that covers another child's episode"),
])
def test_a_row_that_contradicts_another_is_rejected(context, tmp_path, rows, message) -> None:
    half_file(tmp_path, *rows)
    checked = MISSING_EPISODES.read_for(context)
    assert rejected(checked) == [message]
    assert checked.rows == {"read": 2, "used": 1, "rejected": 1, "left_out": 0}


def test_ids_that_differ_in_leading_zeros_are_named_together(context, tmp_path) -> None:
    half_file(tmp_path, {}, {"child_id": "123", "left_at": "20/05/2014", "returned_at": "",
                             **NO_INTERVIEW})
    assert rejected(MISSING_EPISODES.read_for(context)) == [
        f"2014-15-h1.csv, row {row}, column child_id, value '00123 and 123': ids differ only in "
        "leading zeros; send ids as text" for row in (2, 3)]


def test_an_overlap_across_half_years_is_found(context, tmp_path) -> None:
    half_file(tmp_path, {"episode_id": "E9", "left_at": "30/03/2014 20:00",
                         "returned_at": "03/04/2014 08:00", "rhi_completed_at": "04/04/2014"},
              half="2013-14-h2")
    half_file(tmp_path, {"left_at": "02/04/2014 20:00"})
    checked = MISSING_EPISODES.read_for(context)
    assert rejected(checked) == [
        "2014-15-h1.csv, row 2, column left_at, value '02/04/2014 20:00': the start is within the "
        "episode of row 2 of 2013-14-h2.csv (SSDA903 rule 574); correct one of the two"]
    assert [(source.file, source.used, source.rejected) for source in checked.sources] == [
        ("2013-14-h2.csv", 1, 0), ("2014-15-h1.csv", 0, 1)]


def test_a_row_sent_twice_is_kept_once(context, tmp_path) -> None:
    half_file(tmp_path, {"episode_id": "E1"}, {"episode_id": "E1"})
    checked = MISSING_EPISODES.read_for(context)
    assert checked.rows == {"read": 2, "used": 1, "rejected": 0, "left_out": 1}
    assert checked.reasons == {"the same row standing in the file again": 1}


def test_a_return_on_the_day_of_an_undated_start_is_no_overlap(context, tmp_path) -> None:
    half_file(tmp_path, {"returned_at": "13/05/2014", "rhi_completed_at": "15/05/2014"},
              {"left_at": "13/05/2014 06:00", "returned_at": "14/05/2014 06:00"})
    assert MISSING_EPISODES.read_for(context).rows["used"] == 2


@pytest.mark.parametrize("status", [" m ", "Missing", "missing"])
def test_known_labels_of_a_status_are_one_code(context, tmp_path, status) -> None:
    assert list(read_half(half_file(tmp_path, {"status": status}), HALF, context).frame["status"]
                ) == ["M"]


def test_ids_stay_text_and_moments_stay_as_written(context, tmp_path) -> None:
    row = read_half(half_file(tmp_path, {"returned_at": "13/05/2014"}), HALF, context).frame.iloc[0]
    assert row["child_id"] == "00123"
    assert type(row["left_at"]) is datetime
    assert type(row["returned_at"]) is date


def test_nothing_learnt_after_the_as_of_date_is_used(context, tmp_path) -> None:
    path = half_file(tmp_path, {}, {**OTHER, "left_at": "14/05/2014 10:00",
                                    "returned_at": "15/05/2014 10:00"})
    checked = read_half(path, HALF, replace(context, as_of=date(2014, 5, 13)))
    assert checked.rows == {"read": 2, "used": 1, "rejected": 0, "left_out": 1}
    assert checked.reasons == {"began after 13/05/2014": 1}
    row = checked.frame.iloc[0]
    assert row["returned_at"] == datetime(2014, 5, 13, 7)
    assert row["rhi_completed_at"] is None


def test_earlier_half_years_that_were_never_sent_are_not_read(context, tmp_path) -> None:
    half_file(tmp_path, {})
    assert [source.file for source in MISSING_EPISODES.read_for(context).sources
            ] == ["2014-15-h1.csv"]


@pytest.mark.parametrize(("rows", "message"), [
    pytest.param(None, "2014-15-h1.csv: the file is missing; put it in missing_episodes",
                 id="no return"),
    pytest.param([], "2014-15-h1.csv, row 1: there are no rows; send a nil return "
                     "(nil_return = yes)", id="a header and nothing else"),
])
def test_a_half_year_without_its_return_stops_the_run(context, tmp_path, rows, message) -> None:
    if rows is not None:
        half_file(tmp_path, *rows)
    with pytest.raises(InputError) as refusal:
        MISSING_EPISODES.read_for(context)
    assert str(refusal.value) == message


def test_a_period_that_is_not_a_half_year_stops_the_run(context) -> None:
    with pytest.raises(InputError) as refusal:
        MISSING_EPISODES.read_for(replace(context, period=parse_period("2014-15 Q3")))
    assert str(refusal.value) == ("parameters, column period, value '2014-15 Q3': is not a "
                                  "half-year; write it like 2014-15 H1")
