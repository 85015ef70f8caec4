"""Pictures of pixels: the size is that of the SVG, the bytes are always the same."""

from __future__ import annotations

import struct

import pytest
from specimen import bars, spark

from pscb_lib.writing import rasters
from pscb_lib.writing.rasters import rasterise, size_of

SVG = spark()["chart"]["svg"]


@pytest.mark.parametrize(("head", "expected"), [
    pytest.param('width="96pt" height="22pt"', (96, 22), id="points"),
    pytest.param('width="96px" height="24"', (72, 18), id="96 pixels are 72 points"),
    pytest.param('width="1in" height="25.4mm"', (72, 72), id="inches and millimetres"),
    pytest.param('viewBox="0 0 96 24"', (72, 18), id="a box alone, in pixels"),
])
def test_the_size_is_what_the_picture_says(head, expected):
    assert size_of(f"<svg {head}><rect width='7' height='8'/></svg>") == pytest.approx(expected)


@pytest.mark.parametrize("head", ['', 'width="50%" height="22pt"'])
def test_a_picture_without_a_size_is_refused(head):
    with pytest.raises(ValueError, match="^the picture has no size$"):
        size_of(f"<svg {head}/>")


def test_a_picture_has_twice_the_pixels_of_a_screen():
    width, height = struct.unpack(">II", rasterise([SVG])[SVG][16:24])
    assert (width, height) == (256, 59)  # 96 and 22 points, at 192 pixels to 72 points


def test_the_bytes_are_the_same_alone_and_among_others(monkeypatch):
    alone = rasterise([SVG])[SVG]
    monkeypatch.setattr(rasters, "_drawn", {})
    assert rasterise([bars([1, 2]), SVG, bars([3])])[SVG] == alone


def test_a_picture_says_nothing_beside_its_pixels():
    png, at, kinds = rasterise([SVG])[SVG], 8, set()
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at:at + 8])
        kinds.add(kind)
        at += size + 12
    assert kinds == {b"IHDR", b"IDAT", b"IEND"}
