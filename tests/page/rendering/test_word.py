"""The Word document: what Word, a screen reader and the next run need of it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from types import SimpleNamespace
from xml.etree import ElementTree

import docx
import pytest
from specimen import CHART, FRONT, LEAD, specimen

from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.page.rendering.word.columns import side_by_side
from pscb_lib.page.rendering.word.document import render_word
from pscb_lib.page.rendering.word.pictures import drawing_of
from pscb_lib.page.rendering.word.tables import GAP, widths
from pscb_lib.page.rendering.word.text import paragraph
from pscb_lib.page.rendering.word.xml import tag


@pytest.fixture(scope="module")
def content() -> bytes:
    """The specimen as a document."""
    return render_word(read_paper(specimen()))


@pytest.fixture(scope="module")
def document(content):
    """The specimen as python-docx opens it."""
    return docx.Document(io.BytesIO(content))


def found(document, name: str) -> list:
    """Every element of a name in the text of a document."""
    return list(document.element.body.iter(tag(name)))


def of(element, name: str) -> str | None:
    """An attribute of the main namespace."""
    return element.get(tag(f"w:{name}"))


def test_title_and_headings_are_in_words_own_styles(document):
    styled = [(one.style.name, one.text) for one in document.paragraphs
              if one.style.name == "Title" or one.style.name.startswith("Heading")]
    assert styled == [
        ("Title", "Quarterly data set"),
        ("Heading 1", "What needs attention, and what to ask"),
        ("Heading 1", "When children go missing"), ("Heading 1", "All indicators"),
        ("Heading 1", "About this report"), ("Heading 2", "Method")]


def test_the_properties_are_those_of_the_paper(document):
    about = document.core_properties
    assert (about.title, about.author, about.last_modified_by) == (
        f"Quarterly data set, Quarter 3 2014/15 – {FRONT['board']}", FRONT["board"], FRONT["board"])
    assert (about.language, about.content_status) == ("en-GB", FRONT["marking"])
    assert about.created.date() == about.modified.date() == datetime(2015, 1, 31).date()


def test_every_page_is_marked_at_top_and_foot_and_numbered(document):
    for section in document.sections:
        codes = [of(one, "instr") for one in section.footer._element.iter(tag("w:fldSimple"))]
        assert FRONT["marking"] in section.header.paragraphs[0].text
        assert FRONT["marking"] in section.footer.paragraphs[0].text
        assert codes == [" PAGE ", " NUMPAGES "]


def test_the_answer_keeps_its_strong_words(document):
    lead = next(one for one in document.paragraphs if one.style.name == "Lead")
    strong = [run.text for run in lead.runs if run.style.name == "Strong"]
    assert strong == [LEAD["runs"][0]["text"]]


def test_a_table_repeats_its_head_and_no_row_breaks(document):
    data = [one for one in document.tables if found_in(one, "w:tblHeader")]
    assert len(data) == 5  # the facts, three tables and the wide one; the empty one has no rows
    for table in data:
        heads = [row for row in table.rows if row._tr.find(f".//{tag('w:tblHeader')}") is not None]
        assert [row._tr for row in heads] == [table.rows[0]._tr]
    assert all(row.find(f"{tag('w:trPr')}/{tag('w:cantSplit')}") is not None
               for row in found(document, "w:tr"))


def found_in(table, name: str) -> list:
    return list(table._tbl.iter(tag(name)))


def test_a_picture_is_pixels_with_its_drawing_behind_and_says_what_it_shows(document, content):
    pictures = found(document, "wp:inline")
    said = {one.find(tag("wp:docPr")).get("descr") for one in pictures}
    assert said == {CHART["alt"], "Eleven quarters, last 59.6", ""}
    for one in pictures:
        (pixels,), (drawing,) = one.iter(tag("a:blip")), one.iter(tag("asvg:svgBlip"))
        kinds = [document.part.related_parts[blip.get(tag("r:embed"))].content_type
                 for blip in (pixels, drawing)]
        assert kinds == ["image/png", "image/svg+xml"]


def test_only_a_picture_that_says_nothing_is_decorative(document):
    for one in found(document, "wp:docPr"):
        assert bool(list(one.iter(tag("adec:decorative")))) == (one.get("descr") == "")


def test_a_rating_is_its_shape_and_its_word(document):
    table = next(one for one in document.tables if one.cell(0, 0).text == "Indicator")
    cell = table.cell(1, 1)
    assert cell.text.strip("\u00a0") == "Red"
    assert [one.find(tag("wp:docPr")).get("descr") for one in cell._tc.iter(tag("wp:inline"))
            ] == [""]


def test_the_ratings_are_a_strip_of_one_row(document):
    strip = next(one for one in document.tables if not found_in(one, "w:tblHeader"))
    assert [[line.text.strip("\u00a0") for line in cell.paragraphs][:2] for cell in
            strip.rows[0].cells] == [["17", "Green"], ["4", "Amber"], ["3", "Red"], ["14", "N/A"],
                                     ["2", "Not\u00a0supplied"]]
    assert len(strip.rows) == 1


def test_places_have_different_names_that_word_takes(document):
    names = [of(one, "name") for one in found(document, "w:bookmarkStart")]
    assert len({*names}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name) for name in names)
    assert {"exceptions", "by_weekday", "all_ratings"} <= {*names}


def test_only_a_table_of_more_than_eight_columns_turns_the_page(document):
    turned = [section.page_width > section.page_height for section in document.sections]
    assert turned == [False, True, False]


def test_each_numbered_list_begins_at_one(document):
    numbers = {one.text: of(one._p.pPr.numPr.numId, "val") for one in document.paragraphs
               if one.style.name == "List Number"}
    (number,) = {*numbers.values()}
    begun = document.part.numbering_part.element.findall(tag("w:num"))[int(number) - 1]
    assert list(numbers) == ["Read the returns.", "Rate them."]
    assert of(next(begun.iter(tag("w:startOverride"))), "val") == "1"


def test_a_mark_of_a_drawing_is_named_as_word_reads_it():
    svg = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><g id="m"/></defs>'
           '<use href="#m" x="1"/></svg>')
    drawn = ElementTree.fromstring(drawing_of(svg))
    (mark,) = drawn.iter("{http://www.w3.org/2000/svg}use")
    assert mark.get("{http://www.w3.org/1999/xlink}href") == "#m"
    assert drawing_of(drawing_of(svg)) == drawing_of(svg)


def test_no_part_bears_a_time(content):
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_column_has_room_for_its_words_in_a_broader_font():
    columns = [{"width": 9, "label": "Action"}, {"width": 0.4, "label": "Shown to work"},
               {"width": 0.4, "label": "Agency"}]
    rows = [[[], [], [{"text": "Safeguarding team", "tone": "plain"}]]]
    _, shown, agency = widths(columns, rows, 9000)
    # In DejaVu Sans, the broadest that stands in: "Shown" 3.76 em bold, "Safeguarding" 6.69 em.
    assert shown - GAP >= 3.76 * 8.5 * 20
    assert agency - GAP >= 6.69 * 9.5 * 20


def test_a_table_without_the_room_divides_long_words():
    columns = [{"width": 1, "label": "Safeguarding"}] * 4
    assert widths(columns, [[[]] * 4], 4000) == [1000] * 4


@pytest.mark.parametrize(("shares", "cells", "expected"), [
    pytest.param([1, 1], [[], []], [500, 500], id="equal shares"),
    pytest.param([3, 1], [[], []], [750, 250], id="by shares"),
    pytest.param([3, 1], [[], [{"rating": "red", "text": "Red"}]],
                 [1000 - 120 * 3 - 240 - GAP, 120 * 3 + 240 + GAP],
                 id="a rating stays in one line, the rest is what is left"),
])
def test_columns_are_as_wide_as_their_shares_and_their_ratings(shares, cells, expected):
    columns = [{"width": share, "label": ""} for share in shares]
    assert widths(columns, [cells], 1000) == expected


def _layout_row(*kinds):
    """The row of two columns, each with a numbered block of a kind or with words."""
    made = {"table": {"kind": "table", "number": 1}, "chart": {"kind": "chart", "number": 1},
            "words": {"kind": "prose"}}
    shared = SimpleNamespace(room=9000, within=lambda room: None)
    columns = {"of": 2, "columns": [[made[kind]] for kind in kinds]}
    frame, _ = side_by_side(columns, shared, lambda *_: [paragraph("Caption", keep_next=True)])
    return frame.find(tag("w:tr"))


@pytest.mark.parametrize(("kinds", "breaks"), [
    pytest.param(("chart", "table"), True, id="a chart and a table"),
    pytest.param(("words", "table"), True, id="words and a table"),
    pytest.param(("table", "table"), False, id="two tables, whose numbers would be exchanged"),
    pytest.param(("chart", "words"), False, id="no table"),
])
def test_a_table_beside_others_breaks_across_pages_if_numbers_stay(kinds, breaks):
    row = _layout_row(*kinds)
    assert (row.find(f"{tag('w:trPr')}/{tag('w:cantSplit')}") is None) is breaks
    kept = {one.get(tag("w:val")) for one in row.iter(tag("w:keepNext"))}
    assert kept == ({"0"} if breaks else {None})
