"""Text is tested at the door as printing tests it: nothing enters that a paper cannot print."""

from __future__ import annotations

import unicodedata

import pytest
from packages import ods, ods_row
from sent import write_sheet

from pscb_lib.reading.characters import glyphs, is_printable, printed
from pscb_lib.reading.equals import EQUALS
from pscb_lib.reading.files import read_table


@pytest.mark.parametrize(("text", "expected", "changes"), [
    pytest.param("\uf0b7 First", "• First", ["U+F0B7 read as •"], id="a bullet of Word's Symbol"),
    pytest.param("\uf0a7 First", "• First", ["U+F0A7 read as •"], id="one of its Wingdings"),
    pytest.param("● First ● Second", "• First • Second", ["● (U+25CF BLACK CIRCLE) read as •"],
                 id="a black circle, said once"),
    pytest.param("12 ➔ 15", "12 → 15",
                 ["➔ (U+2794 HEAVY WIDE-HEADED RIGHTWARDS ARROW) read as →"], id="an arrow"),
    pytest.param("12 \uf0e0 15", "12 → 15", ["U+F0E0 read as →"], id="an arrow that Word makes"),
    pytest.param("multi\u2011agency", "multi-agency",
                 ["\u2011 (U+2011 NON-BREAKING HYPHEN) read as -"], id="a hyphen"),
    pytest.param("\uf0fc done", "✓ done", ["U+F0FC read as ✓"], id="a tick of Wingdings"),
    pytest.param("ﬅ", "st", ["ﬅ (U+FB05 LATIN SMALL LIGATURE LONG S T) read as st"],
                 id="a ligature"),
    pytest.param("１２", "12", ["１ (U+FF11 FULLWIDTH DIGIT ONE) read as 1",
                              "２ (U+FF12 FULLWIDTH DIGIT TWO) read as 2"], id="wide digits"),
    pytest.param("Zoe\u0308 – ‘£5’ ≥ 4½ → ✓ Łódź Ελένη", "Zoë – ‘£5’ ≥ 4½ → ✓ Łódź Ελένη", [],
                 id="what the font has"),
    pytest.param("a\u200bb\ufeffc\u00add\u200ee", "abcde", [], id="what nobody sees"),
    pytest.param("79①", "79(1)", ["① (U+2460 CIRCLED DIGIT ONE) read as (1)"],
                 id="a note's number is no digit"),
    pytest.param("one\x0btwo\u2028three", "one two three", [], id="line breaks of Word"),
])
def test_what_has_an_equal_is_normalised_and_said(text, expected, changes):
    found = printed(text)
    assert (found.text, list(found.changes), found.refused) == (expected, changes, None)


@pytest.mark.parametrize(("text", "left", "rule", "remedy"), [
    ("Ring ☎", "Ring (☎ (U+260E BLACK TELEPHONE))",
     "holds ☎ (U+260E BLACK TELEPHONE), which cannot be printed", "write it in words"),
    ("😀", "(😀 (U+1F600 GRINNING FACE))", "holds 😀 (U+1F600 GRINNING FACE), which cannot be "
     "printed", "write it in words"),
    ("a\x07b", "a(U+0007)b", "holds U+0007, which is a control character",
     "type the text again without it"),
    ("a\x1b[31mb", "a(U+001B)[31mb", "holds U+001B, which is a control character",
     "type the text again without it"),
    ("a\x9bb", "a(U+009B)b", "holds U+009B, which is a control character",
     "type the text again without it"),
    ("a\u202eb", "a(U+202E RIGHT-TO-LEFT OVERRIDE)b", "holds U+202E RIGHT-TO-LEFT OVERRIDE, which "
     "turns the words after it round", "type the text again without it"),
    ("a\u2067b", "a(U+2067 RIGHT-TO-LEFT ISOLATE)b", "holds U+2067 RIGHT-TO-LEFT ISOLATE, which "
     "turns the words after it round", "type the text again without it"),
    ("ש", "(ש (U+05E9 HEBREW LETTER SHIN))", "holds ש (U+05E9 HEBREW LETTER SHIN), which cannot "
     "be printed", "write it in words"),
    ("\uf0a3", "(U+F0A3)", "holds U+F0A3, which cannot be printed", "write it in words"),
])
def test_what_has_none_is_refused_and_named(text, left, rule, remedy):
    found = printed(text)
    assert (found.text, found.refused) == (left, (rule, remedy))


def test_every_equal_is_in_the_font_and_stands_for_what_is_not():
    assert [one for one, equal in EQUALS.items() if ord(one) in glyphs()] == []
    assert [equal for equal in EQUALS.values() if not all(map(is_printable, equal))] == []


def test_no_character_that_may_be_printed_runs_from_right_to_left():
    """Unicode, annex 9: so no text of an agency can turn the words around it, in page or PDF."""
    running = {"R", "AL", "AN", "RLE", "LRE", "RLO", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"}
    turning = [chr(code) for code in range(0x110000)
               if unicodedata.bidirectional(chr(code)) in running]
    assert len(turning) > 2_000
    assert [one for one in turning if is_printable(one)] == []
    assert [one for one in turning if not printed(one).refused and printed(one).text == one] == []


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".ods"])
def test_each_door_says_the_same(tmp_path, suffix):
    path = tmp_path / f"sent{suffix}"
    rows = [("id", "on"), ("a", "\uf0b7 First"), ("b", "Ring ☎"), ("c", "\uf0b7 Third"),
            ("d", "a\u202eb")]
    if suffix == ".xlsx":
        write_sheet(path, rows)
    elif suffix == ".ods":
        path.write_bytes(ods("".join(ods_row(*row) for row in rows)))
    else:
        path.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    table = read_table(path, ("id", "on"))
    place = "sent.csv" if suffix == ".csv" else (
        f"sent{suffix}, sheet {'Sheet' if suffix == '.xlsx' else 'Return'}")
    assert [row.cells["on"] for row in table.rows][::2] == ["• First", "• Third"]
    assert list(map(str, table.notes)) == [
        f"{place}, row 2, column on: U+F0B7 read as • (in 2 cells: rows 2, 4); see that this is "
        "what is meant"]
    assert {row: list(map(str, found)) for row, found in table.faults.items()} == {
        3: [f"{place}, row 3, column on: holds ☎ (U+260E BLACK TELEPHONE), which cannot be "
            "printed; write it in words"],
        5: [f"{place}, row 5, column on: holds U+202E RIGHT-TO-LEFT OVERRIDE, which turns the "
            "words after it round; type the text again without it"]}
