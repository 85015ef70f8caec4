"""Bad input in the quarterly data set: cases DS01 to DS20."""

from __future__ import annotations

from decimal import Decimal

import pytest
from bad_returns import (
    COUNT,
    PERCENT,
    as_book,
    as_csv,
    context_of,
    lines_of,
    read,
    read_folder,
    read_rows,
)

from pscb_lib.board.indicators.register import PARSERS, indicators_for, read_indicators
from pscb_lib.framework.rag import Absence, Polarity, Rag, rate
from pscb_lib.framework.spellings import SPELLINGS
from pscb_lib.reading.cells import Noted
from pscb_lib.reports.quarterly_data_set.measures import measure_data_set
from pscb_lib.reports.quarterly_data_set.returned import RETURN as DATA_SET
from pscb_lib.reports.quarterly_data_set.returned import with_states

PART = {name: PERCENT[name] for name in ("agency", "indicator", "numerator", "denominator")}
TWO = lines_of("data_set", {}, {"indicator": "PO2"})
MEANT = "see that this is what is meant"
WRITE_COUNT = ("write a whole number, 0 for none, c if it may not be sent, x if it is not known, "
               "or z if it does not apply")


@pytest.fixture
def read_here(tmp_path):
    """Read rows of the data set, each with some cells changed."""
    return lambda *changes, **more: read_rows(tmp_path, "data_set", *changes, **more)


def in_folder(tmp_path, **files):
    """Read files of rows as the report does, each agency's by its name."""
    folder = tmp_path / "data_set"
    folder.mkdir()
    for name, rows in files.items():
        content = as_csv(lines_of("data_set", *rows))
        (folder / f"{name}.csv").write_text(content, encoding="utf-8", newline="\n")
    return read_folder(tmp_path, "data_set", DATA_SET.read_for)


def quarters(*figures, **change):
    """A figure for each quarter up to 2014-15 Q3, the last one last."""
    labels = ["2013-14 Q3", "2013-14 Q4", "2014-15 Q1", "2014-15 Q2", "2014-15 Q3"]
    return [{"numerator": str(figure), "period": label, **change}
            for figure, label in zip(figures, labels[-len(figures):], strict=True)]


def test_DS01_below_five_is_suppressed_and_never_a_number(read_here):
    found = read_here(PART | {"numerator": "<5"})
    assert found.noted == [
        "row 2, column agency and indicator and numerator and denominator, value \"Children's "
        "social care and MS10 and <5 and 52\": the figure is absent: it is not counted and not "
        "rated, and is never 0; nothing to do if that is so",
        "row 2, column numerator, value '<5': suppressed at source: there is no figure; " + MEANT]
    assert found.column("numerator") == [Absence.SUPPRESSED]
    row = with_states(found.checked).frame.iloc[0]
    assert (row["numerator"], row["status"]) == (None, "suppressed")


@pytest.mark.parametrize("mark", ["[c]", "*", "\u22645", "<=5", "fewer than 5", "1-4", "[low]"])
def test_a_mark_of_a_suppressed_count_is_that_absence_in_any_column(read_here, mark):
    found = read_here(PART | {"numerator": mark, "denominator": mark, "actual": mark})
    assert (found.used, found.rejected) == (1, [])
    assert found.column("numerator") == [Absence.SUPPRESSED]


@pytest.mark.parametrize("mark", [":", "~", "u", "nil", "n/a", "c. 5", "5*", "2014-04-01"])
def test_no_remedy_asks_for_a_number_that_may_not_be_sent(read_here, mark):
    found = read_here(PART | {"numerator": mark})
    assert [line.partition("; ")[2] for line in found.rejected] == [WRITE_COUNT]


def test_a_comma_of_a_file_divided_by_semicolons_is_not_guessed(tmp_path):
    lines = lines_of("data_set", PERCENT | {"numerator": "1#234", "actual": "27#003"})
    found = read(tmp_path, "data_set", as_csv(lines).replace(",", ";").replace("#", ","))
    why = ("has a comma that may be a decimal point or divide thousands, as semicolons divide "
           "this file: write it without; ")
    assert [line.partition("': ")[2].removesuffix(WRITE_COUNT) for line in found.rejected] == [
        why, why + "write a number from 0 to 100, or leave it blank: where there is none, c, x or "
        "z is written among the counts"]


@pytest.mark.parametrize("cell", ["N/A", "n/a", "NA", ""])
def test_DS02_no_target_is_rated_not_applicable(cell):
    target = PARSERS["target"](cell)
    if cell:
        assert target == Noted(None, f"{cell} read as none")
    assert rate(55, None, Polarity.HIGHER_IS_BETTER) is Rag.NOT_APPLICABLE


def test_DS03_a_dash_is_refused_with_what_may_be_written(read_here):
    found = read_here({"numerator": "-"})
    assert (found.used, found.rejected) == (0, [
        "row 2, column numerator, value '-': may mean nothing or not known; " + WRITE_COUNT])


def test_DS04_thousands_are_read_and_counted(read_here):
    found = read_here(*({"period": f"2014-15 Q{quarter}", "numerator": "1,234"}
                        for quarter in (1, 2)),
                      {"numerator": "1\u00a0234"}, {"indicator": "PO1", "numerator": "1.234"})
    assert found.column("numerator") == [1234, 1234, 1234]
    assert found.normalised == [
        "row 2, column numerator, value '1,234': 1,234 read as 1234 (in 2 cells: rows 2, 3); "
        + MEANT,
        "row 4, column numerator, value '1\\xa0234': 1\u00a0234 read as 1234; " + MEANT]
    assert found.rejected == ["row 5, column numerator, value '1.234': is not a whole number; "
                              + WRITE_COUNT]


def test_DS05_two_scales_are_refused_with_the_rows_of_each(read_here):
    found = read_here(*({**PART, "period": f"2014-15 Q{quarter}", "actual": actual}
                        for quarter, actual in ((1, "59.6%"), (2, "59.6"), (3, "0.596"))))
    assert (found.used, found.rejected) == (0, [
        f"row {row}, column actual, value '{actual}': two scales in one column: row 4 from 0 to 1 "
        "and rows 2 and 3 from 0 to 100; write all of them from 0 to 100"
        for row, actual in ((4, "0.596"), (2, "59.6%"), (3, "59.6"))])


def test_DS05_one_scale_is_read_as_the_other(read_here):
    found = read_here(PART | {"actual": "0.596"},
                      {**PART, "period": "2014-15 Q2", "actual": "0.6"})
    assert found.normalised == [
        "row 2, column actual, value '0.596': rows 2 and 3 from 0 to 1, read as from 0 to 100; "
        "write all of them from 0 to 100"]
    assert list(with_states(found.checked).frame["actual"]) == [Decimal("59.6"), Decimal("60")]


def test_DS05_a_percentage_of_excel_is_what_the_clerk_sees(tmp_path):
    book = as_book(lines_of("data_set", PART | {"actual": 0.596}))
    book.active.cell(2, 6).number_format = "0.0%"
    assert read(tmp_path, "data_set", book).column("actual") == [Decimal("59.6")]


def test_DS06_a_numerator_above_its_denominator_is_refused(read_here):
    found = read_here(PART | {"numerator": "97", "denominator": "86"})
    assert (found.used, found.rejected) == (0, [
        "row 2, column numerator and denominator, value '97 and 86': the numerator must not exceed "
        "the denominator; correct one of the two counts"])


def test_DS07_nothing_of_nothing_is_no_cases(read_here):
    found = read_here(PART | {"numerator": "0", "denominator": "0"},
                      {**PART, "numerator": "1", "denominator": "0", "period": "2014-15 Q2"})
    assert (found.used, found.noted) == (1, [
        "row 2, column numerator and denominator, value '0 and 0': there were no cases: there is "
        "no percentage and no rating; nothing to do if that is so"])
    assert found.rejected == [
        "row 3, column numerator and denominator, value '1 and 0': the numerator must not exceed "
        "the denominator; correct one of the two counts"]


def test_DS08_its_own_counts_make_the_percentage(read_here):
    found = read_here({**PART, "numerator": "45", "denominator": "53", "actual": "85.4"},
                      {**PART, "numerator": "45", "denominator": "53", "actual": "88.2",
                       "period": "2014-15 Q2"},
                      {**PART, "numerator": "45", "denominator": "53", "actual": "84.9",
                       "period": "2014-15 Q1"})
    assert (found.used, found.noted) == (2, [
        "row 2, column actual and numerator and denominator, value '85.4 and 45 and 53': the "
        "percentage sent is not that of its own counts, which is used; see which of the two is "
        "right"])
    assert found.rejected == [
        "row 3, column actual and numerator and denominator, value '88.2 and 45 and 53': the "
        "percentage sent differs from its own counts by more than a point; correct the percentage "
        "or the counts"]


def test_DS09_the_same_row_is_kept_once(read_here):
    found = read_here({}, {"indicator": "PO2"}, {})
    assert (found.used, found.checked.reasons) == (
        2, {"the same row standing in the file again": 1})
    assert found.normalised == ["row 2: rows 2 and 4 are the same: one is kept; send each row once"]


def test_DS10_one_key_with_two_values_is_used_with_neither(read_here):
    found = read_here({}, {"numerator": "97"})
    assert (found.used, found.rejected) == (0, [
        f"row {row}, column numerator, value '{value}': rows 2 and 3 are of one figure sent on one "
        "day and are not the same; take the wrong row out" for row, value in ((2, 79), (3, 97))])


def test_DS11_a_file_of_another_quarter_is_refused(read_here):
    assert read_here({"period": "2014-15 Q1"}, period="2014-15 Q2").refusal == (
        "return.csv, column period: is about 2014-15 Q1, and 2014-15 Q2 is asked for; send "
        "the return of 2014-15 Q2")


@pytest.mark.parametrize(("cell", "label"), [
    ("Q2 14-15", "2014-15 Q2"), ("Jul-Sep 2014", "2014-15 Q2"), ("Quarter 2", "2014-15 Q2"),
    ("Sep-14", "2014-09")])
def test_DS12_a_spelling_of_a_period_is_read_and_noted(read_here, cell, label):
    found = read_here({"period": cell}, period="2014-15 Q2")
    assert [period.label for period in found.column("period")] == [label]
    assert found.normalised == [
        f"row 2, column period, value '{cell}': {cell} read as {label}; {MEANT}"]


def test_DS12_any_other_is_refused_with_the_list(read_here):
    assert read_here({"period": "the summer"}).rejected == [
        "row 2, column period, value 'the summer': is not a period; write one of: "
        f"{SPELLINGS}; write it like 2014-15 Q3"]


def test_DS12_a_month_that_excel_made_a_date_is_named_for_what_happened(read_here):
    assert read_here({"period": "2014-09-01"}).rejected == [
        "row 2, column period, value '2014-09-01': is a date: Excel has turned a period into one; "
        "format the column as text and type it again; write it like 2014-15 Q3"]


@pytest.mark.parametrize(("cell", "change", "name"), [
    ("Cambs Constabulary", {}, "Cambridgeshire Constabulary"),
    ("Peterborough  City Hospital ", {},
     "Peterborough and Stamford Hospitals NHS Foundation Trust"),
    ("NHS Peterborough", {"period": "2012-13 Q4"},
     "Cambridgeshire and Peterborough Clinical Commissioning Group"),
])
def test_DS13_an_agencys_name_of_that_time_is_read(read_here, cell, change, name):
    found = read_here({}, {"indicator": "PO2", "agency": cell, **change})
    assert found.column("agency") == [COUNT["agency"], name]
    assert found.normalised == [
        f"row 3, column agency, value '{cell}': {cell.strip()} read as {name}; {MEANT}"]


def test_DS13_another_name_is_refused_and_never_guessed(read_here):
    found = read_here({"agency": "Peterboro Hospital"}, {"agency": "NHS Peterborough"})
    assert (found.used, sorted(found.rejected)) == (0, [
        "row 2, column agency, value 'Peterboro Hospital': is not an agency on the register "
        "(nearest: Peterborough City Hospital); use a name from params/agencies.csv",
        "row 3, column agency, value 'NHS Peterborough': is a name that was not in use at the date "
        "of the row; use the name of that time, or correct the date"])


def test_DS14_a_silent_agency_is_not_supplied_and_counted(tmp_path):
    register = read_indicators(context_of("data_set").params / "indicators.csv")
    current = indicators_for(register, context_of("data_set").period)
    first = {one.agency: one for one in current}
    rows = [{"agency": agency, "indicator": one.id, "denominator": "1", "numerator": "1"}
            for agency, one in first.items() if agency != "Cafcass"]
    found = in_folder(tmp_path, police=rows)
    assert found.noted == [
        f"{len(first) - 1} of {len(first)} agencies have sent figures for 2014-15 Q3: none from "
        "Cafcass; its figures are not supplied, and never 0"]
    figures = measure_data_set(context_of("data_set"), current, found.checked.frame)
    silent = figures[(figures["row"] == "CF1") & (figures["column"] == "2014-15 Q3")].iloc[0]
    assert (silent["actual"], silent["state"]) == (None, "not supplied")


def test_DS15_the_table_is_found_between_its_title_and_its_notes(tmp_path):
    book = as_book([["Quarterly return"], [], *TWO, [], ["c means suppressed at source"]])
    book.active.merge_cells("A1:F1")
    found = read(tmp_path, "data_set", book)
    assert (found.used, found.column("row")) == (2, [4, 5])
    assert found.normalised == [
        "sheet Return, row 3: the header was found in row 3; the rows above it are not part "
        "of the table; put the names of the columns into row 1"]
    assert found.noted == [
        "sheet Return, row 7, value 'c means suppressed at source': is a note under the table, "
        "not one of its rows; nothing to do if that is so"]


def test_DS15_without_a_header_the_names_expected_and_found_are_listed(tmp_path):
    found = read(tmp_path, "data_set", "Return of the police\n\nagency,indicator,period\na,b,c\n")
    assert found.refusal == (
        "return.csv, row 3: there is no column numerator, denominator, actual, status, "
        "submitted_on, source; add it; the file has agency, indicator, period")


@pytest.mark.parametrize("total", [pytest.param("=SUM(D2:D3)", id="a formula never saved"),
                                   pytest.param("158", id="the sum")])
def test_DS16_a_row_of_totals_is_left_out(tmp_path, total):
    found = read(tmp_path, "data_set", as_book([*TWO, ["Total", "", "", total]]))
    assert (found.used, found.rejected) == (2, [])
    assert found.checked.reasons == {"a row of totals": 1}
    assert found.normalised == ["sheet Return, row 4: is a row of totals, and is left out; send "
                                "rows only"]


def test_DS16_a_total_that_is_not_the_sum_is_refused(tmp_path):
    found = read(tmp_path, "data_set", as_book([*TWO, ["Total", "", "", "157"]]))
    assert (found.used, found.rejected) == (2, [
        "sheet Return, row 4, column numerator, value '157 and a sum of 158': the total is not the "
        "sum of the rows; see that no row is missing, and correct one of them"])


def test_DS17_two_sheets_are_refused_by_name(tmp_path):
    book = as_book(TWO)
    book.copy_worksheet(book.active).title = "Copy"
    assert read(tmp_path, "data_set", book).refusal == (
        "return.xlsx: two sheets hold such a table (Return and Copy); send one of them, or hide "
        "the others")


def test_DS17_hidden_rows_and_sheets_are_noted_with_their_number(tmp_path):
    book = as_book(TWO)
    book.copy_worksheet(book.active).title = "Copy"
    book["Copy"].sheet_state = "hidden"
    book["Return"].row_dimensions[3].hidden = True
    found = read(tmp_path, "data_set", book)
    assert (found.used, found.noted) == (2, [
        "sheet Return: 1 row is hidden and was read (3); see that they belong to the return",
        "1 sheet is hidden and not read (Copy); send what is meant in a visible sheet"])


@pytest.mark.parametrize(("encoding", "name"), [
    ("utf-8", None), ("utf-8-sig", None), ("utf-16", "UTF-16"), ("cp1252", "Windows-1252")])
def test_DS18_an_encoding_is_found_and_noted(tmp_path, encoding, name):
    content = as_csv(lines_of("data_set", {"source": "Zo\u00eb \u2013 \u00a35"}))
    found = read(tmp_path, "data_set", content.encode(encoding))
    assert found.column("source") == ["Zo\u00eb \u2013 \u00a35"]
    assert found.normalised == ([f"is written in {name}, and was read so; save the file as CSV "
                                 "UTF-8"] if name else [])


def test_DS18_an_invalid_byte_is_refused_with_its_place(tmp_path):
    content = as_csv(lines_of("data_set", {})).encode() + b"\xe9\x81"
    assert read(tmp_path, "data_set", content).refusal == (
        f"return.csv: byte {len(content) - 1} is not a character in UTF-8 or Windows-1252; save "
        "the file as CSV UTF-8")


def test_DS19_a_cell_beyond_the_header_refuses_the_file(tmp_path):
    content = as_csv([TWO[0], *([*line, "x"] for line in TWO[1:])])
    assert read(tmp_path, "data_set", content).refusal == (
        "return.csv, row 2: the row has 10 cells and the header 9; put quotation marks around a "
        "text with a comma in it, or name the last column")


def test_DS19_blank_cells_beyond_the_header_are_ignored(tmp_path):
    found = read(tmp_path, "data_set", as_csv([TWO[0], *([*line, ""] for line in TWO[1:])]))
    assert (found.used, found.normalised) == (2, [
        "2 rows have blank cells beyond the last column, which were ignored; see that every "
        "column has a name"])


def test_DS20_ten_times_the_mean_is_used_and_to_be_confirmed(tmp_path):
    found = in_folder(tmp_path, police=quarters(70, 80, 75, 89, 785))
    assert 785 in found.column("numerator")
    assert [note for note in found.noted if "confirm" in note] == [
        "row 6, column numerator, value '785 and a mean of 78.5': is 10 times the mean of the four "
        "quarters before it or more; please confirm"]


def test_DS20_last_quarter_again_is_used_and_to_be_confirmed(tmp_path):
    files = {f"q{number}": [row for name in ("MS1", "PO1", "PO2")
                            for row in [quarters(41, 41, indicator=name)[number]]]
             for number in (0, 1)}
    found = in_folder(tmp_path, **files)
    sources = {source.file: source.sha256[:12] for source in found.checked.sources}
    assert found.used == 6
    assert [note for note in found.noted if "confirm" in note] == [
        f"row 2, column numerator, value 'q1.csv {sources['q1.csv']} and q0.csv "
        f"{sources['q0.csv']}': every figure is that of 2014-15 Q2: is it the same file?; please "
        "confirm"]
