"""Markings, notes, totals and repeated headings are told from the rows of a table."""

from __future__ import annotations

import pytest

from pscb_lib.reading.files import read_table

NAMES = ("agency", "indicator", "period", "numerator")
ROW, OTHER = "Police,MS1,2014-15 Q3,79", "Cafcass,MS1,2014-15 Q3,12"
LEFT_OUT = ("is a note under the table, not one of its rows",
            "is a marking, a heading or a sub-total, not one of the rows")


@pytest.fixture
def read(tmp_path):
    """Read a csv file of these lines, and return its rows, its asides by row and its totals."""
    def read_lines(*lines):
        path = tmp_path / "police.csv"
        path.write_text("\n".join([",".join(NAMES), *lines]), encoding="utf-8")
        table = read_table(path, NAMES)
        asides = [note.row for note in table.notes if note.rule in LEFT_OUT]
        return [*table.numbers], asides, [number for number, _ in table.totals]

    return read_lines


@pytest.mark.parametrize("text", [
    "OFFICIAL", "OFFICIAL-SENSITIVE", "Official \u2013 Sensitive", "[OFFICIAL-SENSITIVE: PERSONAL]",
    "OFFICIAL SENSITIVE", "RESTRICTED", "Protective marking: PROTECT - PERSONAL", "CONFIDENTIAL",
    "Not protectively marked", "PRIVATE AND CONFIDENTIAL", "NHS Confidential", "*** RESTRICTED ***",
    "UNCLASSIFIED", "DRAFT", "Page 2 of 3", "- page 4 -", "----------",
])
@pytest.mark.parametrize("place", [0, 2], ids=["first column", "third column"])
def test_a_marking_is_left_out_wherever_it_stands(read, text, place):
    line = "," * place + f'"{text}"' + "," * (3 - place)
    assert read(ROW, line, OTHER, line) == ([2, 4], [3, 5], [])


@pytest.mark.parametrize("line", [
    "Figures are provisional,,,", ",Figures are provisional,,", "Source:,Liquidlogic,,",
    "1.,Includes children of other areas,,", "[c],suppressed,,", "*,fewer than five,,",
    "Note:,The count of Cafcass is late,,", "Prepared by,A Analyst,,", "END,,,", "End of report,,,",
])
def test_a_note_under_the_table_is_left_out(read, line):
    assert read(ROW, OTHER, "", line) == ([2, 3], [5], [])


@pytest.mark.parametrize("line", [
    "Total,,,91", "TOTAL:,,,91", "Grand total,,,91", "Total (all agencies),,,91", "Totals,,,91",
    "Overall,,,91", "Total for the quarter,,,91", ",Total,,91", "\ufeffTotal,,,91",
])
def test_a_total_is_known_by_its_words(read, line):
    assert read(ROW, OTHER, line, "Figures are provisional,,,") == ([2, 3], [5], [4])


def test_a_sub_total_is_left_out_and_not_compared(read):
    assert read(ROW, "Sub-total,,,79", OTHER, "Health subtotal,,,12") == ([2, 4], [3, 5], [])


def test_the_header_on_each_page_is_left_out(read):
    assert read(ROW, "Agency,Indicator,PERIOD,numerator", OTHER) == ([2, 4], [3], [])


@pytest.mark.parametrize("line", [
    pytest.param("Total Care Ltd,MS1,2014-15 Q3,3", id="an agency whose name begins like a total"),
    pytest.param("Restricted Housing,MS1,2014-15 Q3,3", id="one that begins like a marking"),
    pytest.param("Police,,,", id="a name alone, whose figures are lacking"),
    pytest.param("Police,MS1,,", id="a row that lacks its figure"),
    pytest.param("Source,MS1,2014-15 Q3,3", id="a row with all its cells"),
])
def test_a_row_is_a_row(read, line):
    assert read(ROW, line) == ([2, 3], [], [])


@pytest.mark.parametrize("line", [",,,,,OFFICIAL-SENSITIVE", ",,,,,All figures are provisional"])
def test_a_marking_beside_the_table_is_left_out(read, line):
    assert read(ROW, line, OTHER) == ([2, 4], [3], [])
