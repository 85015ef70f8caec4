"""A figure taken out of its paper still says what it is, and its two files are one picture."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from specimen import CHART, FRONT, HOSTILE, notebook_of, said, shown

from pscb_lib.page.rendering.figures import write_figures
from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.writing.png import chunks_of, text_of
from pscb_lib.writing.rasters import size_of

HEADLINE = "Saturday is the day on which most children go missing"
SECOND = {**CHART, "id": "second", "alt": "The same by hour."}
SOURCE = ("Source: Peterborough Safeguarding Children Board, Children missing, Quarter 3 2014/15; "
          "data as at 31 January 2015.")


def write(folder: Path, **more: object) -> list[Path]:
    """Write the figures of a paper with two charts; *more* is laid over the first."""
    first = {**CHART, "caption": HEADLINE, "subtitle": "Peterborough, October to December 2014"}
    paper = notebook_of(said("t", "# Children missing"), shown("f", FRONT),
                        shown("c", {**first, **more}, SECOND))
    return write_figures(read_paper(paper), folder)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    """The files of the figures by their names."""
    return {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in write(tmp_path)}


def words(svg: bytes) -> str:
    """The words drawn in a picture."""
    drawn = etree.fromstring(svg).iter("{*}text")
    return " ".join(" ".join("".join(one.itertext()).split()) for one in drawn)


def test_each_figure_is_named_by_its_number_and_id(files):
    assert sorted(files) == [f"figures/figure-{name}.{form}" for name in
                             ("1-by_weekday", "2-second") for form in ("png", "svg")]


@pytest.mark.parametrize("part", [
    pytest.param(f"Figure 1. {HEADLINE}", id="number and headline"),
    pytest.param("Peterborough, October to December 2014", id="subtitle"),
    pytest.param("The day on which the child was reported missing.", id="note"),
    pytest.param(SOURCE, id="source and date"),
    pytest.param(FRONT["marking"], id="marking"),
])
def test_a_picture_says_what_it_is(files, part):
    assert part in words(files["figures/figure-1-by_weekday.svg"])


def test_a_program_reads_the_alternative_text(files):
    root = etree.fromstring(files["figures/figure-1-by_weekday.svg"])
    assert (root.get("role"), root.get("aria-label")) == ("img", CHART["alt"])
    assert root.findtext("{*}desc") == CHART["alt"]


def test_a_chart_keeps_its_own_size_and_coordinates(files):
    (chart,) = etree.fromstring(files["figures/figure-1-by_weekday.svg"]).findall("{*}svg")
    assert (chart.get("width"), chart.get("height"), chart.get("viewBox")) == (
        "480", "125", "0 0 640 166")


def test_no_words_leave_the_picture(tmp_path):
    long = "Most children go missing on a Saturday and many of them are found on the same day"
    svg = write(tmp_path, caption=long)[0].read_text(encoding="utf-8")
    lines = re.findall(r'<tspan x="14" y="[\d.]+">([^<]+)', svg)
    assert " ".join(line.strip() for line in lines[:2]) == f"Figure 1. {long}"


def test_hostile_words_are_only_words(tmp_path):
    svg = write(tmp_path, caption=HOSTILE, alt=HOSTILE)[0].read_bytes()
    assert f"Figure 1. {HOSTILE}" in words(svg)
    assert not list(etree.fromstring(svg).iter("{*}script"))


def test_the_pixels_are_twice_those_of_a_screen(files):
    svg = files["figures/figure-1-by_weekday.svg"].decode()
    with Image.open(io.BytesIO(files["figures/figure-1-by_weekday.png"])) as picture:
        assert picture.size == pytest.approx([2 * side * 96 / 72 for side in size_of(svg)], abs=1)
        assert picture.info["dpi"] == pytest.approx((192, 192), abs=0.1)


def test_the_pixels_say_of_themselves_what_the_drawing_says(files):
    chunks = chunks_of(files["figures/figure-1-by_weekday.png"])
    assert dict(text_of(data) for kind, data in chunks if kind == "iTXt") == {
        "Title": f"Figure 1. {HEADLINE}", "Author": FRONT["board"], "Description": CHART["alt"],
        "Source": SOURCE, "Disclaimer": FRONT["marking"]}


def test_the_same_figure_has_the_same_bytes(files, tmp_path):
    (tmp_path / "again").mkdir()
    assert [path.read_bytes() for path in write(tmp_path / "again")] == list(files.values())
