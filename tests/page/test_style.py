"""Colours can be distinguished by every reader, and are in one module."""

from __future__ import annotations

import re

import pytest
from papers import ROOT

from pscb_lib.page import style


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2, section 1.4.3, worked out from its formula."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("name", style.RATINGS, ids=str)
def test_the_word_of_a_rating_can_be_read_on_its_colour(name: str) -> None:
    rating = style.RATINGS[name]
    assert contrast(rating.ink, rating.fill) >= 4.5


@pytest.mark.parametrize("colour", [style.INK, style.GREY, style.LINE], ids=["ink", "grey", "line"])
@pytest.mark.parametrize("ground", [style.PAPER, style.PALE], ids=["on paper", "on the pale grey"])
def test_text_can_be_read(colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= 4.5


def test_the_three_rated_colours_have_three_shapes() -> None:
    assert len({style.RATINGS[name].shape for name in ("green", "amber", "red")}) == 3


def test_every_rating_has_a_word_of_its_own() -> None:
    assert len({rating.word for rating in style.RATINGS.values()}) == len(style.RATINGS)


def test_no_colour_is_written_anywhere_else() -> None:
    colour = re.compile(r"#[0-9a-fA-F]{6}\b|\brgba?\(\s*\d")
    kinds = {".py", ".j2", ".typ", ".ipynb"}
    files = [path for path in (ROOT / "pscb_lib").rglob("*") if path.suffix in kinds]
    files += (ROOT / "notebooks").glob("*.ipynb")
    found = [
        path.name
        for path in files
        if path.name != "style.py" and colour.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []
