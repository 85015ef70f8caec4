"""A paper as one self-contained, accessible HTML page, without scripts or requests.

All data goes through an autoescaping template. Only the charts, rebuilt
element by element in ``drawing``, and our own style and shapes are inserted
as markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from pscb_lib.page import style
from pscb_lib.page.rendering import forms
from pscb_lib.page.rendering.drawing import safe_svg
from pscb_lib.page.rendering.layout import laid_out
from pscb_lib.page.rendering.printed import (
    data_table,
    day_in_words,
    period_in_words,
    share_of,
)

if TYPE_CHECKING:
    from pscb_lib.page.rendering.paper import Paper

LONG_WORD = re.compile(r"[^\s/-]{18,}")
TEMPLATES = Path(__file__).parent / "templates"


def render_page(paper: Paper) -> str:
    """Return *paper* as a whole HTML page."""
    template = environment().get_template("paper.html.j2")
    look = paper.front.get("look", {})
    return template.render(paper=paper, page_style=page_style(look.get("accent", "")),
                           picture=_pictures(), logo=logo, whole=True)


def render_fragment(block: dict[str, Any], style_of_blocks: str | None = None) -> str:
    """Return one *block* as HTML for a JupyterLab output, with the style of all blocks before it.

    An empty style is left out: another output of the notebook has it.
    """
    template = environment().get_template("blocks.html.j2")
    blocks: Any = template.make_module({"picture": _pictures(), "whole": False})
    printed = blocks.block(block)
    given = block_style() if style_of_blocks is None else style_of_blocks
    styled = f"<style>\n{given}</style>\n" if given else ""
    return f'{styled}<div class="pscb sheet" lang="en-GB">{printed}</div>'


@cache
def environment() -> Environment:
    """Return the environment of all templates, with escaping, shapes and helpers."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=lambda name: name is None or name.endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        shape=lambda rating: Markup(style.shape_svg(style.RATINGS[rating].shape)),
        breakable=_breakable,
        data_table=data_table,
        day_in_words=day_in_words,
        period_in_words=period_in_words,
        laid_out=laid_out,
        share_of=share_of,
    )
    helpers = (forms.form_of, forms.is_long, forms.rows_of, forms.is_pictured, forms.least_width,
               forms.most_width, forms.contents_of, forms.page_margins)
    made.globals.update({helper.__name__: helper for helper in helpers})
    return made


def _breakable(words: str) -> Markup:
    """The heading of a column, with soft hyphens in very long words."""
    pieces = LONG_WORD.sub(lambda long: re.sub(r"(.{9})(?=.)", "\\1\u00ad", long[0]), words)
    return escape(pieces)


def _pictures() -> Callable[[str, str], Markup]:
    """Return the function that embeds charts in one page, with different ids in each chart."""
    numbers = count(1)

    def picture(svg: str, alt: str) -> Markup:
        drawing = safe_svg(svg, f"c{next(numbers)}-")
        return Markup(drawing.replace("<svg ", f'<svg role="img" aria-label="{escape(alt)}" ', 1))

    return picture


def logo(look: dict[str, str], board: str) -> Markup:
    """The logo of a *look*, named by its board; nothing if it has none."""
    if "svg" in look:
        drawn = Markup(look["svg"].replace(
            "<svg ", f'<svg role="img" aria-label="{escape(board)}" ', 1))
    elif "png" in look:
        # The sign of equality is written as a code, so that it ends no attribute.
        drawn = Markup('<img alt="{}" src="data:image/png;base64,{}">').format(
            board, look["png"].replace("=", "%3D"))
    else:
        return Markup("")
    return Markup('<p class="logo">{}</p>').format(drawn)


@cache
def block_style() -> Markup:
    """Return the style of blocks, which all pages use, without fonts."""
    return _styled("blocks.css.j2")


@cache
def page_style(accent: str = "") -> Markup:
    """Return the style of a paper, with its fonts; *accent* is the Board's own colour, or blank."""
    own = {"LINE": accent} if accent else {}
    return font_style() + _styled("blocks.css.j2", **own) + _styled(
        "page.css.j2", RULE=accent or style.INK, **own)


@cache
def font_style() -> Markup:
    """Return the fonts of a paper as style."""
    # Imported here because fonts take time to prepare, and few fragments need them.
    from pscb_lib.page.rendering.fonts import embedded_fonts

    return _styled("fonts.css.j2", fonts=embedded_fonts())


def _styled(name: str, **more: object) -> Markup:
    constants = {key: value for key, value in vars(style).items() if key.isupper()}
    return Markup(environment().get_template(name).render({**constants, **more}, rem=_rem))


def _rem(pixels: int) -> str:
    return f"{pixels / style.BODY:g}rem"
