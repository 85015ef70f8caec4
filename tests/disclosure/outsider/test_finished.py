"""Finished files are read back in full: rows with their labels, pictures, sentences, names."""

import pytest
from specimen import CHART, FRONT, specimen

from pscb_lib.disclosure.outsider.finished import read_finished
from pscb_lib.disclosure.outsider.found import Cell
from pscb_lib.running.publishing.publish import without_traces, write_files

FORMATS = ("html", "pdf", "word", "tables")


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """The specimen written as a set and read back."""
    folder = tmp_path_factory.mktemp("specimen")
    notebook = specimen()
    notebook.metadata.language_info = {"name": "python"}
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "", "language": "python"}
    write_files(without_traces(notebook, {}), folder, FORMATS)
    (folder / "manifest.json").write_text('{"parameters": {"period": "2014-15 Q3"}}')
    return read_finished(folder)


def test_a_row_behind_a_chart_keeps_its_heads_and_its_label(found):
    by_label = {row.labels[0]: row for row in found.rows if row.file == "report.html"}
    assert Cell("Episodes", "41") in by_label["Monday"].cells


@pytest.mark.parametrize("file", ["report.html", "report.pdf", "report.docx"])
def test_a_row_keeps_its_heads_its_label_and_its_group(found, file):
    row = next(one for one in found.rows if one.file == file
               and "Indicator red and what it counts" in one.labels)
    assert row.group == "Front door"
    assert Cell("Actual", "1,234") in row.cells


@pytest.mark.parametrize(("file", "head"), [
    ("tables/by_weekday.csv", "episodes"), ("tables.xlsx", "Episodes"),
    ("report.ipynb", "episodes")])
def test_a_row_of_data_keeps_its_heads_and_its_label(found, file, head):
    rows = [row for row in found.rows if row.file == file and row.table == "by_weekday"]
    assert (rows[0].labels, rows[0].cells) == (("Monday",), (Cell(head, "41"),))


@pytest.mark.parametrize("file", ["report.html", "report.pdf", "report.docx", "report.ipynb"])
def test_a_picture_keeps_its_words(found, file):
    said = [one.text for one in found.sentences if one.file == file]
    assert any(CHART["alt"] in text for text in said)
    if file != "report.ipynb":
        assert any(cell.is_picture and "Eleven quarters, last 59.6" in cell.text
                   for row in found.rows if row.file == file for cell in row.cells)


@pytest.mark.parametrize(("file", "place", "text"), [
    pytest.param("report.pdf", "metadata /Title", FRONT["board"], id="the title of the PDF"),
    pytest.param("report.docx", "metadata docProps/core.xml", FRONT["board"],
                 id="the properties of the document"),
    pytest.param("tables.xlsx", "metadata docProps/core.xml", FRONT["board"],
                 id="the properties of the workbook"),
    pytest.param("report.ipynb", "metadata, kernelspec, name", "python3", id="the notebook's"),
    pytest.param("manifest.json", "manifest, parameters, period", "2014-15 Q3", id="the manifest"),
    pytest.param("tables/by_weekday.csv", "its name", "by_weekday", id="the name of a file"),
])
def test_metadata_are_read(found, file, place, text):
    assert any(text in one.text for one in found.sentences
               if (one.file, one.place) == (file, place))


@pytest.mark.parametrize(("name", "content", "expected"), [
    pytest.param("report.pdf", b"no PDF", "s/report.pdf: is unreadable (PdfError)",
                 id="a damaged file"),
    pytest.param("notes.txt", b"", "s/notes.txt: is of no kind that a set has (KeyError)",
                 id="a file of another kind"),
])
def test_what_cannot_be_read_is_named(tmp_path, name, content, expected):
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / name).write_bytes(content)
    with pytest.raises(ValueError, match=".") as fault:
        read_finished(tmp_path / "s")
    assert str(fault.value) == expected
