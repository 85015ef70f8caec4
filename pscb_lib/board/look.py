"""The Board's own look, as the settings have it: a logo, a colour and the names of its sets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath, PurePosixPath

COLOUR = re.compile(r"#[0-9a-f]{6}")
LOGOS = (".svg", ".png")
TEMPLATE = ".dotx"
ENOUGH = 4.5  # contrast of text on its ground, WCAG 2.2, success criterion 1.4.3
NAMED = ("restricted", "board")  # a public set is a draft or for publication, in these very words


@dataclass(frozen=True)
class Look:
    """The Board's look; what is blank has the suite's own.

    ``logo`` is a file of ``params/``, ``accent`` a colour in hexadecimal digits, ``set_names`` the
    marking of each set, and ``word_template`` a Word template's path from the project.
    """

    logo: str = ""
    accent: str = ""
    set_names: Mapping[str, str] = field(default_factory=dict, hash=False)
    word_template: str = ""


def picture_file(cell: str) -> str:
    """Parse the name of a logo. Raises ValueError if it is not that of a picture in params."""
    name = cell.strip()
    if PurePath(name).name != name or "\\" in name or PurePath(name).suffix.lower() not in LOGOS:
        raise ValueError("is not the name of an svg or png file in params")
    return name


def template_file(cell: str) -> str:
    """Parse the path of a Word template. Raises ValueError if it is not that of one in params.

    Only what lies in params is among the inputs of a set.
    """
    path = PurePosixPath(cell.strip().replace("\\", "/"))
    if path.parts[:-1] != ("params",) or path.suffix.lower() != TEMPLATE:
        raise ValueError("is not the path of a dotx file in params, such as params/board.dotx")
    return str(path)


def colour(cell: str) -> str:
    """Parse a colour that can be read on white. Raises ValueError if it is none."""
    found = cell.strip().lower()
    if not COLOUR.fullmatch(found):
        raise ValueError("is not a colour of six hexadecimal digits after a number sign")
    against_white = contrast_with_white(found)
    if against_white < ENOUGH:
        raise ValueError(f"has a contrast of {against_white:.2f} to 1 on white, and text needs "
                         f"{ENOUGH} to 1: choose a darker one")
    return found


def contrast_with_white(hexadecimal: str) -> float:
    """The contrast of a colour and white, 1 to 21 (WCAG 2.2, relative luminance)."""
    shares = (int(hexadecimal[at:at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
                        for share in shares)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
