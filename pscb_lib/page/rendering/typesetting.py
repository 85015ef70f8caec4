"""Typst, the typesetter of the PDFs: its templates, their fonts and their look."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from pscb_lib.page import style
from pscb_lib.reading.glyphs import FONTS

TEMPLATES = Path(__file__).parent / "templates"


@cache
def compiler(template: str = "paper.typ") -> typst.Compiler:
    """Return the compiler of a *template*, with the fonts loaded."""
    return compiler_of(template, {"paper": "{}", "look": look()})


def compiler_of(template: str, inputs: dict[str, str]) -> typst.Compiler:
    """Return a compiler of a *template* that has its *inputs*, of which it can be asked more."""
    return typst.Compiler(
        input=str(TEMPLATES / template),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs=inputs,
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


def inputs_of(data: dict[str, Any], accent: str = "") -> dict[str, str]:
    """What a template is given: its data, the look, and the Board's own colour if it has one."""
    return {"paper": as_json(data), "look": look(), **({"accent": accent} if accent else {})}


def accent_of(front: dict[str, Any]) -> str:
    """The Board's own colour, or blank."""
    return str(front.get("look", {}).get("accent", ""))


@cache
def look() -> str:
    """Return the colours, the sizes and the ratings that all documents print with, as JSON."""
    return as_json({
        "style": {name: value for name, value in vars(style).items() if _plain(name, value)},
        "ratings": {name: _rating(rating) for name, rating in style.RATINGS.items()},
    })


def as_json(value: object) -> str:
    """The *value* as a template takes it."""
    return json.dumps(value, ensure_ascii=False)


def _plain(name: str, value: object) -> bool:
    return name.isupper() and isinstance(value, str | int)


def _rating(rating: style.RatingStyle) -> dict[str, str]:
    drawn = style.GREY if rating.fill == style.PAPER else rating.edge
    return asdict(rating) | {"picture": style.shape_svg(rating.shape, rating.ink),
                             "mark": style.shape_svg(rating.shape, drawn)}
