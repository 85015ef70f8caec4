"""The picture of all pages of a paper."""

from __future__ import annotations

from PIL import Image

from tools.montage import GAP, montage


def test_pages_stand_in_rows_of_three_in_their_order():
    colours = ["#ff0000", "#00ff00", "#0000ff", "#ffff00"]
    sheet = montage([Image.new("RGB", (20, 30), colour) for colour in colours]).convert("RGB")
    assert sheet.size == (3 * (20 + GAP) + GAP, 2 * (30 + GAP) + GAP)
    middles = [(GAP + 10 + column * (20 + GAP), GAP + 15 + row * (30 + GAP))
               for row, column in ((0, 0), (0, 1), (0, 2), (1, 0))]
    assert [f"#{''.join(f'{part:02x}' for part in sheet.getpixel(at))}"
            for at in middles] == colours
