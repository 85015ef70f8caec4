"""SSDA903: the synthetic return counted a second way, and each rule at its cell."""

from __future__ import annotations

import csv
from datetime import date, datetime

import pytest
from national_files import (
    EPISODES,
    HEADER,
    MISSING,
    ROOT,
    shared_records,
    ssda903,
    table,
)

from pscb_lib.board.indicators import Role
from pscb_lib.board.settings import read_settings
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError, Reaction
from pscb_lib.returns.national.measures.social_care import measure_social_care
from pscb_lib.returns.national.ssda903 import read_ssda903

AS_OF = date(2015, 3, 31)
YEAR = parse_period("2017-18")


@pytest.fixture(scope="module")
def lines():
    """Every line of the synthetic return by id and quarter."""
    national = read_ssda903(sorted(shared_records().glob("ssda903*.csv")), date(2018, 3, 31))
    settings = read_settings(ROOT / "params" / "settings.yaml")
    return {(line.measure.role, line.period.label): (line.numerator, line.denominator)
            for line in measure_social_care(national, YEAR.split(3), settings)}


def rows_of(name: str) -> list[dict]:
    with (shared_records() / f"ssda903_fake_{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date() if text else date.max


CARE = ("V3", "V4")


@pytest.mark.parametrize("quarter", YEAR.split(3), ids=lambda quarter: quarter.label)
def test_the_synthetic_return_counts_the_same_by_the_csv_module(lines, quarter):
    care = [row for row in rows_of("episodes") if row["LS"] not in CARE]
    now = {row["CHILD"] for row in care if day(row["DECOM"]) <= quarter.end < day(row["DEC"])}
    began = {row["CHILD"] for row in care
             if row["RNE"] == "S" and quarter.start <= day(row["DECOM"]) <= quarter.end}
    ended = {row["CHILD"] for row in care if row["DEC"] and row["REC"] != "X1"
             and quarter.start <= day(row["DEC"]) <= quarter.end}
    assert lines[Role.LOOKED_AFTER, quarter.label] == (len(now), None)
    assert lines[Role.STARTED_CARE, quarter.label] == (len(began), None)
    assert lines[Role.LEFT_CARE, quarter.label] == (len(ended), None)
    assert lines[Role.MANY_PLACEMENTS, quarter.label][1] == len(now) > 1000


@pytest.mark.parametrize("quarter", YEAR.split(3), ids=lambda quarter: quarter.label)
def test_its_incidents_count_the_same_but_for_one_within_another(lines, quarter):
    rows = [row for row in rows_of("missing")
            if (row["CHILD"], row["MIS_START"]) != ("366621", "20/11/2017")
            and quarter.start <= day(row["MIS_START"]) <= quarter.end]
    for status, incidents, missing in (
            ("M", Role.MISSING_INCIDENTS, Role.MISSING_FROM_CARE),
            ("A", Role.AWAY_INCIDENTS, Role.AWAY_FROM_CARE)):
        own = [row["CHILD"] for row in rows if row["MISSING"] == status]
        assert lines[incidents, quarter.label] == (len(own), None)
        assert lines[missing, quarter.label] == (len({*own}), None)


def test_three_placements_in_the_synthetic_year_by_a_count_of_its_own(lines):
    def placements(rows: list[dict]) -> int:
        """Runs of episodes, a new one at each S, P or B that is no return from T0 to T4."""
        runs, last, was_away = [], None, False
        for row in sorted(rows, key=lambda row: day(row["DECOM"])):
            if row["PLACE"][0] == "T":
                was_away = True
                continue
            place = row["PLACE"], row["PL_POST"], row["URN"]
            is_back = was_away and place == last and row["RNE"] != "S"
            if not runs or (row["RNE"] in "SPB" and not is_back):
                runs.append([])
            runs[-1].append(day(row["DEC"]))
            last, was_away = place, False
        return sum(any(end > YEAR.start for end in run) for run in runs)

    care: dict[str, list[dict]] = {}
    for row in rows_of("episodes"):
        if row["LS"] not in CARE and day(row["DECOM"]) <= YEAR.end:
            care.setdefault(row["CHILD"], []).append(row)
    now = [rows for rows in care.values() if any(day(row["DEC"]) > YEAR.end for row in rows)]
    many = sum(placements(rows) >= 3 for rows in now)
    assert lines[Role.MANY_PLACEMENTS, "2017-18 Q4"] == (many, len(now))
    assert many > 100


def findings(*paths) -> list[str]:
    return [str(one) for one in read_ssda903(paths, AS_OF).findings]


@pytest.mark.parametrize(("row", "message"), [
    pytest.param({"MIS_START": "03/11/2014", "MIS_END": "02/11/2014"}, "column MIS_START and "
                 "MIS_END, value '03/11/2014 and 02/11/2014': the end is before the start "
                 "(SSDA903 rule 567); correct one of the two", id="rule 567"),
    pytest.param({"MIS_START": ""}, "column MIS_START, value '': is not a date; give the day as "
                 "dd/mm/yyyy (SSDA903 rule 564)", id="rule 564"),
    pytest.param({"DOB": "02/05/2001"}, "column DOB: the date of birth differs from the header's "
                 "(SSDA903 rule INT13); correct one of the two", id="rule INT13, no birth printed"),
    pytest.param({"CHILD": "B2"}, "column CHILD, value 'B2': the child is not in the header "
                 "(SSDA903 rule INT04); correct the id", id="rule INT04"),
    pytest.param({"MISSING": "Q"}, "column MISSING, value 'Q': is not one of M, A; correct the "
                 "cell", id="rule 1006"),
    pytest.param({"MIS_START": "01/05/2000"}, "column DOB and MIS_START: the start is before the "
                 "child was born (SSDA903 rule 586); correct one of the two", id="rule 586"),
    pytest.param({"MIS_START": "01/05/2019"}, "column DOB and MIS_START: the child was 18 or over "
                 "at the start; correct one of the two, or take the row out", id="eighteen"),
])
def test_an_incident_that_breaks_a_rule_is_rejected_at_its_cell(tmp_path, row, message):
    header, episodes, _ = ssda903(tmp_path, [{"CHILD": "A1", "DECOM": "03/02/2014"}])
    missing = table(tmp_path / "missing.csv", MISSING, {
        "CHILD": "A1", "DOB": "01/05/2001", "MISSING": "M", "MIS_START": "03/11/2014", **row})
    assert findings(header, episodes, missing) == [f"missing.csv, row 2, {message}"]


def test_an_incident_within_another_or_after_one_without_end_is_rejected(tmp_path):
    incidents = [
        {"CHILD": "A1", "MISSING": "M", "MIS_START": "03/11/2014", "MIS_END": "10/11/2014"},
        {"CHILD": "A1", "MISSING": "A", "MIS_START": "05/11/2014", "MIS_END": "06/11/2014"},
        {"CHILD": "A1", "MISSING": "M", "MIS_START": "10/11/2014"},
        {"CHILD": "A1", "MISSING": "M", "MIS_START": "01/12/2014"}]
    national = read_ssda903(ssda903(tmp_path, [{"CHILD": "A1", "DECOM": "03/02/2014"}], incidents),
                            AS_OF)
    assert [one.row for one in national.findings] == [3, 5]
    assert [one["began_on"].day for one in national.records["incidents"]] == [3, 10]


@pytest.mark.parametrize(("row", "message"), [
    pytest.param({"DEC": "02/02/2014"}, "column DECOM and DEC, value '03/02/2014 and 02/02/2014': "
                 "the episode ends before it begins; correct one of the two", id="ends first"),
    pytest.param({"PLACE": "X9"}, "column PLACE, value 'X9': is not one of P1, U1, U2, U3, U4, U5, "
                 "U6, Q1, Q2, K1, K2, H3, H4, H5, P2, A3, A4, A5, A6, P3, R1, R2, R3, R5, S1, T0, "
                 "T1, T2, T3, T4, Z1; correct the cell", id="no such placement"),
    pytest.param({"REC": "gone"}, "column REC, value 'gone': is not X1 or a reason such as E4A; "
                 "correct the cell", id="no such reason"),
    pytest.param({"DECOM": "31/02/2014"}, "column DECOM, value '31/02/2014': is not a date; write "
                 "the day as dd/mm/yyyy", id="no such day"),
])
def test_an_episode_that_breaks_a_rule_is_rejected_at_its_cell(tmp_path, row, message):
    paths = ssda903(tmp_path, [{"CHILD": "A1", "DECOM": "03/02/2014", **row}])
    assert findings(*paths) == [f"episodes.csv, row 2, {message}"]


def test_episodes_that_overlap_are_noted_and_used(tmp_path):
    national = read_ssda903(ssda903(tmp_path, [
        {"CHILD": "A1", "DECOM": "03/02/2014", "DEC": "10/06/2014", "REC": "X1"},
        {"CHILD": "A1", "DECOM": "09/06/2014", "RNE": "P"}]), AS_OF)
    assert [(one.rule, one.reaction) for one in national.findings] == [
        ("the start is within the episode of row 2", Reaction.NOTED)]
    assert len(national.records["episodes"]) == 2


def test_two_years_are_combined_and_the_later_file_is_used(tmp_path):
    years = []
    for name, rows in (("before", [{"DECOM": "03/02/2014"}]),
                       ("now", [{"DECOM": "03/02/2014", "DEC": "02/06/2014", "REC": "X1"},
                                {"DECOM": "02/06/2014", "RNE": "P"}])):
        years.append(table(tmp_path / f"{name}.csv", EPISODES, *(
            {"CHILD": "A1", "RNE": "S", "LS": "C2", "PLACE": "U4", **row} for row in rows)))
    national = read_ssda903(years, AS_OF)
    assert [one["ended_on"] for one in national.records["episodes"]] == [date(2014, 6, 2), None]
    assert [source.left_out for source in national.sources["episodes"]] == [1, 0]


def test_no_pupil_number_leaves_the_header(tmp_path):
    header = table(tmp_path / "header.csv", HEADER, {
        "CHILD": "A1", "SEX": "1", "DOB": "01/05/2001", "ETHNIC": "WBRI", "UPN": "A123456789123"})
    others = tmp_path / "others"
    others.mkdir()
    _, episodes, _ = ssda903(others, [{"CHILD": "A1", "DECOM": "03/02/2014"}])
    assert "A123456789123" not in repr(read_ssda903([header, episodes], AS_OF))


@pytest.mark.parametrize(("columns", "message"), [
    pytest.param(("CHILD", "DOB"), "other.csv, row 1: is not an SSDA903 header, episodes or "
                 "missing file; one of the columns ETHNIC, DECOM, MIS_START must be there",
                 id="another table of the return"),
    pytest.param(HEADER, "SSDA903: there is no file of episodes (column DECOM); name it too",
                 id="no episodes"),
])
def test_files_that_are_not_a_return_are_refused_in_one_line(tmp_path, columns, message):
    path = table(tmp_path / "other.csv", columns, dict.fromkeys(columns, "1"))
    with pytest.raises(InputError) as refusal:
        read_ssda903([path], AS_OF)
    assert str(refusal.value) == message
