"""The characters that the papers' font can print; Typst refuses the others."""

from __future__ import annotations

import pytest

from pscb_lib.page.rendering.characters import unprintable


@pytest.mark.parametrize(("text", "lacking"), [
    pytest.param("Ring ☎", ["☎ (U+260E BLACK TELEPHONE)"], id="a telephone"),
    pytest.param("😀 and 中", ["中 (U+4E2D CJK UNIFIED IDEOGRAPH-4E2D)",
                              "😀 (U+1F600 GRINNING FACE)"], id="an emoji and a Han character"),
    pytest.param("سلام", ["ا (U+0627 ARABIC LETTER ALEF)", "س (U+0633 ARABIC LETTER SEEN)",
                          "ل (U+0644 ARABIC LETTER LAM)", "م (U+0645 ARABIC LETTER MEEM)"],
                 id="an Arabic word"),
    pytest.param("a\u202eb\u200f", ["\u200f (U+200F RIGHT-TO-LEFT MARK)",
                                      "\u202e (U+202E RIGHT-TO-LEFT OVERRIDE)"],
                 id="what turns the words around it"),
    pytest.param("\a", ["\a (U+0007 unnamed)"], id="a control character"),
    pytest.param("Łódź, cafe\u0301 – £5 ≥ 4½", [], id="accents, put together or apart, and signs"),
    pytest.param("a\u00a0b\tc\nd\u200be\ufe0f", [], id="spaces, joiners and selectors"),
])
def test_the_characters_that_the_font_lacks_are_named(text, lacking):
    assert unprintable({"kind": "prose", "runs": [{"text": text}]}) == lacking


def test_cells_notes_and_captions_are_read_but_no_drawing_and_no_spreadsheet():
    table = {"caption": "☎", "groups": [{"rows": [[[{"text": "中"}]]]}],
             "data": {"rows": [["😀"]]}, "svg": "س"}
    assert [one[0] for one in unprintable(table)] == ["☎", "中"]
