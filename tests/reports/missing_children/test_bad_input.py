"""Bad input in the missing children's return: cases MI01 to MI20."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from bad_returns import as_book, as_csv, context_of, lines_of, read, read_folder, read_rows
from missing_rows import NO_INTERVIEW

from pscb_lib.reading import cells
from pscb_lib.reading.cells.local_time import minutes_between
from pscb_lib.reading.files import read_table
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Field, read_checked, read_files
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures import measure_missing
from pscb_lib.reports.missing_children.returned import RETURN as MISSING_EPISODES
from pscb_lib.returns.kinds import find_returns

FILES = Path(__file__).parents[2] / "files"
MEANT = "see that this is what is meant"
STILL = ("column returned_at, value '': there is no return: the child is counted as still missing; "
         "give the return where there was one")
OPEN = {"returned_at": "", **NO_INTERVIEW}


@pytest.fixture
def read_here(tmp_path):
    """Read episodes, each with some cells changed."""
    return lambda *changes, **more: read_rows(tmp_path, "missing_episodes", *changes, **more)


def reported(tmp_path, **halves):
    """Read half-years of rows as the report does."""
    folder = tmp_path / "missing_episodes"
    folder.mkdir(exist_ok=True)
    for name, content in halves.items():
        if not isinstance(content, str):
            content = as_csv(lines_of("missing_episodes", *content))
        path = folder / f"{name.strip('_').replace('_', '-')}.csv"
        path.write_text(content, encoding="utf-8", newline="\n")
    return read_folder(tmp_path, "missing_episodes", MISSING_EPISODES.read_for)


def test_MI01_a_return_before_the_start_is_refused(read_here):
    found = read_here({"returned_at": "11/05/2014 07:00"})
    assert (found.used, found.rejected) == (0, [
        "row 2, column left_at and returned_at, value '12/05/2014 18:00 and 11/05/2014 07:00': the "
        "return is before the start (SSDA903 rule 567); correct one of the two"])


def test_MI02_overlapping_episodes_name_both_rows(tmp_path):
    found = reported(tmp_path, _2014_15_h1=[
        {}, {"episode_id": "E2", "left_at": "12/05/2014 23:00", "returned_at": "14/05/2014 07:00"}])
    assert (found.used, found.rejected) == (1, [
        "row 3, column left_at, value '12/05/2014 23:00': the start is within the episode of row 2 "
        "of 2014-15-h1.csv (SSDA903 rule 574); correct one of the two"])


def test_MI03_a_child_who_has_not_returned_is_counted_and_listed(tmp_path):
    found = reported(tmp_path, _2014_15_h1=[{"left_at": "29/09/2014 18:00", **OPEN}])
    assert (found.used, found.noted) == (1, [f"row 2, {STILL}"])
    figures = measure_missing(context_of("missing_episodes"), found.checked)
    still = figures[figures["table"] == places.STILL_MISSING].set_index("row")["actual"]
    assert still["Away at the end of 30 September 2014"] == 1


def test_MI04_an_open_episode_and_a_later_one_are_refused(tmp_path):
    found = reported(tmp_path, _2014_15_h1=[
        OPEN, {"episode_id": "E2", "left_at": "20/05/2014 23:00", "returned_at": "21/05/2014",
               **NO_INTERVIEW}])
    assert (found.used, found.rejected) == (1, [
        "row 2, column returned_at, value '': there is no return, and the child left again in row "
        "3 of 2014-15-h1.csv (SSDA903 rule 574); give the return"])


def test_MI05_a_start_after_the_half_year_is_refused(read_here):
    found = read_here({"left_at": "01/10/2014 18:00", **OPEN})
    assert (found.used, found.rejected) == (0, [
        "row 2, column left_at, value '01/10/2014 18:00': the start is outside April to "
        "September 2014 (SSDA903 rule 570); move the row to the return of its "
        "half-year"])


def test_MI06_an_episode_belongs_to_the_half_year_in_which_it_began(tmp_path):
    over = {"episode_id": "E9", "left_at": "30/03/2014 20:00", "returned_at": "03/04/2014 08:00",
            "rhi_completed_at": "04/04/2014"}
    found = reported(tmp_path, _2013_14_h2=[over], _2014_15_h1=[{}])
    assert (found.used, found.noted) == (2, [
        "row 2, column left_at and returned_at, value '30/03/2014 20:00 and 03/04/2014 08:00': "
        "ended after 31 March 2014: it is counted in the half-year "
        "in which it began; nothing to do if that is so"])
    figures = measure_missing(context_of("missing_episodes"), found.checked)
    total = figures[(figures["table"] == places.EPISODES) & (figures["row"] == "Total")
                    & (figures["column"] == "Total")]
    assert list(total["actual"]) == [1]


def test_MI07_a_blank_start_is_refused(read_here):
    found = read_here({"left_at": ""})
    assert (found.used, found.rejected) == (0, [
        "row 2, column left_at, value '': must not be blank (SSDA903 rule 564); give the day, and "
        "the time where it is known"])


@pytest.mark.parametrize(("cell", "note"), [
    (" m ", []), ("Missing", [f"row 2, column status, value 'Missing': Missing read as M; {MEANT}"])
])
def test_MI08_a_label_of_a_status_is_its_code(read_here, cell, note):
    found = read_here({"status": cell})
    assert (found.column("status"), found.normalised) == (["M"], note)


def test_MI08_another_status_is_refused_with_the_codes(read_here):
    found = read_here({"status": "Q"})
    assert (found.used, found.rejected) == (0, [
        "row 2, column status, value 'Q': is not one of M, A, P; write M, A or P (M and A: SSDA903 "
        "rule 1006)"])


@pytest.mark.parametrize(("born", "says"), [
    ("13/05/2014", "the start is before the child was born (SSDA903 rule 586); correct one of the "
                   "two"),
    ("12/05/1996", "the child was 18 or over at the start; correct one of the two, or take the row "
                   "out")])
def test_MI09_a_start_before_birth_or_at_18_is_refused(read_here, born, says):
    found = read_here({"dob": born})
    assert (found.used, found.rejected) == (0, [f"row 2, column dob and left_at: {says}"])


def test_MI10_ids_that_differ_in_leading_zeros_are_named_together(tmp_path):
    found = reported(tmp_path, _2014_15_h1=[
        {}, {"episode_id": "E2", "child_id": "123", "left_at": "20/06/2014",
             "returned_at": "21/06/2014", **NO_INTERVIEW}])
    assert (found.used, found.rejected) == (0, [
        f"row {row}, column child_id, value '00123 and 123': ids differ only in leading zeros; "
        "send ids as text" for row in (2, 3)])


@pytest.mark.parametrize("cell", ["1.23457E+12", "123.0"])
def test_MI11_an_id_that_has_lost_digits_is_refused(read_here, cell):
    found = read_here({"child_id": cell})
    assert (found.used, found.rejected) == (0, [
        f"row 2, column child_id, value '{cell}': is a number, and long numbers lose digits in "
        "Excel; send ids as text"])


@pytest.mark.parametrize(("change", "place", "label"), [
    pytest.param({"dob": "03/05/2000"}, "column dob", "date of birth", id="births, not printed"),
    pytest.param({"sex": "Boy"}, "column sex, value 'Boy'", "sex", id="sexes")])
def test_MI12_a_child_has_one_birth_and_one_sex(tmp_path, change, place, label):
    found = reported(tmp_path, _2014_15_h1=[
        {}, {"episode_id": "E2", "left_at": "20/06/2014 10:00", "returned_at": "21/06/2014 10:00",
             **NO_INTERVIEW, **change}])
    assert (found.used, found.rejected) == (1, [
        f"row 3, {place}: the child's {label} differs from row 2 of "
        "2014-15-h1.csv (SSDA903 rule INT13); correct one of the two"])


def test_MI13_the_same_row_is_kept_once(read_here):
    found = read_here({}, {})
    assert (found.used, found.normalised) == (
        1, ["row 2: rows 2 and 3 are the same: one is kept; send each row once"])


def test_MI13_the_same_file_twice_is_refused(tmp_path):
    paths = [tmp_path / "sent.csv", tmp_path / "sent again.csv"]
    for path in paths:
        path.write_text(as_csv(lines_of("missing_episodes", {})), encoding="utf-8")
    kind, context = find_returns()["missing_episodes"], context_of("missing_episodes")
    checked = read_files(paths, lambda path: kind.read(path, context))
    digest = checked.sources[0].sha256[:12]
    assert checked.rows["used"] == 1
    assert [str(finding) for finding in checked.findings] == [
        f"sent again.csv: is the same file as sent.csv (SHA-256 {digest}); take one of the two "
        "out"]


def test_MI14_the_night_the_clocks_go_back_is_an_hour_longer():
    assert minutes_between(datetime(2014, 10, 25, 22), datetime(2014, 10, 26, 8)) == 11 * 60


@pytest.mark.parametrize(("left", "half", "says"), [
    ("26/10/2014 01:30", "2014-15 H2", "happened twice as the clocks went back: the first is "
                                       "taken"),
    ("30/03/2014 01:30", "2013-14 H2", "did not exist as the clocks went forward: an hour later is "
                                       "taken")])
def test_MI14_an_uncertain_time_is_noted(read_here, left, half, says):
    back = left.replace("01:30", "08:00")
    found = read_here({"left_at": left, "returned_at": back, **NO_INTERVIEW}, period=half)
    assert found.noted == [f"row 2, column left_at, value '{left}': {says}; {MEANT}"]
    left_at, returned_at = found.column("left_at")[0], found.column("returned_at")[0]
    assert minutes_between(left_at, returned_at) == 60 * (7 if half == "2014-15 H2" else 5) + 30


def test_MI15_hours_are_given_with_their_share(read_here):
    found = read_here({}, {"episode_id": "E2", "child_id": "00777", "left_at": "20/05/2014",
                           "returned_at": "21/05/2014", **NO_INTERVIEW})
    assert (found.used, found.noted) == (2, [
        "row 3, column left_at and returned_at, value '20/05/2014 and 21/05/2014': hours are known "
        "for 1 of 2 episodes that ended (row 3 with dates only); give the times where they are "
        "known"])
    assert minutes_between(date(2014, 5, 20), date(2014, 5, 21)) is None


@pytest.mark.parametrize(("clock", "moment"), [
    ("24:00", datetime(2014, 5, 14)), ("7.30pm", datetime(2014, 5, 13, 19, 30)),
    ("0730", datetime(2014, 5, 13, 7, 30))])
def test_MI16_a_form_of_a_time_is_read_and_noted(read_here, clock, moment):
    found = read_here({"returned_at": f"13/05/2014 {clock}"})
    assert found.column("returned_at") == [moment]
    assert found.normalised == [
        f"row 2, column returned_at, value '13/05/2014 {clock}': 13/05/2014 {clock} read as "
        f"{moment:%d/%m/%Y %H:%M}; {MEANT}"]


def test_MI16_an_invalid_time_is_refused(read_here):
    found = read_here({"returned_at": "13/05/2014 25:10"})
    assert (found.used, found.rejected) == (0, [
        "row 2, column returned_at, value '13/05/2014 25:10': has a time that is not valid; "
        "correct the cell"])


@pytest.mark.parametrize(("change", "message"), [
    ({"rhi_completed_at": "12/05/2014"}, "column returned_at and rhi_completed_at, value "
     "'13/05/2014 07:00 and 12/05/2014': the interview is before the return; correct one of the "
     "two"),
    ({"rhi_offered": "no", "rhi_accepted": "no"}, "column rhi_offered and rhi_accepted and "
     "rhi_completed_at, value 'no and no and 15/05/2014 10:00': an interview that was not offered "
     "and accepted was held; correct the answers, or take the interview out")])
def test_MI17_an_interview_too_early_or_not_offered_is_refused(read_here, change, message):
    found = read_here(change)
    assert (found.used, found.rejected) == (0, [f"row 2, {message}"])


def test_MI18_a_ward_is_text_and_never_a_number_or_a_date(tmp_path):
    (tmp_path / "wards.csv").write_text("ward,children\n1E5,3\nPE1 5,4\n00012,5\nMay-14,6\n",
                                        encoding="utf-8")
    checked = read_checked(tmp_path / "wards.csv", (
        Field("ward", cells.code("a ward"), "write its code"), Field("children", cells.number)))
    assert list(checked.frame["ward"]) == ["1E5", "PE1 5", "00012"]
    assert [str(finding) for finding in checked.findings] == [
        "wards.csv, row 5, column ward, value 'May-14': is a date: Excel has turned a ward into "
        "one; format the column as text and type it again; write its code"]


@pytest.mark.parametrize(("content", "message"), [
    (b"", "return.csv: the file is empty; send a nil return (nil_return = yes)"),
    (None, "return.csv, row 1: there are no rows; send a nil return (nil_return = yes)")])
def test_MI19_a_file_without_rows_is_refused(tmp_path, content, message):
    content = as_csv(lines_of("missing_episodes")) if content is None else content
    assert read(tmp_path, "missing_episodes", content).refusal == message


@pytest.mark.parametrize("in_a_column", [True, False], ids=["in a column", "above the table"])
def test_MI19_a_nil_return_is_noted_and_shown_as_zeros(tmp_path, in_a_column):
    names, = lines_of("missing_episodes")
    content = as_csv([[*names, "nil_return"], [*[""] * len(names), "yes"]] if in_a_column
                     else [["nil_return", "yes"], names])
    found = reported(tmp_path, _2014_15_h1=content)
    assert found.noted == [
        "is a nil return: there was nothing to report; nothing to do if that is so"]
    figures = measure_missing(context_of("missing_episodes"), found.checked)
    totals = figures[(figures["table"].isin([places.EPISODES, places.CHILDREN]))
                     & (figures["row"] == "Total") & figures["column"].isin(["Total", ""])]
    assert list(totals["actual"]) == [0, 0]


def test_MI20_as_many_rows_as_xls_holds_are_refused():
    with pytest.raises(InputError) as refusal:
        read_table(FILES / "full.xls", ("id", "on"))
    assert str(refusal.value) == ("full.xls: has 65,536 rows, all that its format holds: rows may "
                                  "be missing; send it as CSV, or in parts")


def test_MI20_the_limit_of_xlsx_is_its_own(tmp_path):
    book = as_book([["id", "on"], ["a", "b"]])
    book.active.cell(1_048_576, 1, "z")
    book.save(tmp_path / "full.xlsx")
    with pytest.raises(InputError) as refusal:
        read_table(tmp_path / "full.xlsx", ("id", "on"))
    assert str(refusal.value) == (
        "full.xlsx: has 1,048,576 rows, all that its format holds: rows may be missing; send it "
        "as CSV, or in parts")
