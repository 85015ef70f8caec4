"""Read the Board's look: its colour, its Word template and its logo.

The logo is checked as the suite's own pictures are, and more narrowly.

An SVG is rebuilt from the elements and attributes that a chart may have. A PNG may have its picture
and nothing else: no text, no profile, no second picture.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from pscb_lib.board.settings import Settings
from pscb_lib.disclosure.written.page import ATTRIBUTES
from pscb_lib.page.rendering.drawing import safe_svg
from pscb_lib.page.rendering.word.template import read_template
from pscb_lib.reading.findings import InputError

MOST_BYTES = 200_000
PNG = b"\x89PNG\r\n\x1a\n"
DEEP = b"\x10"  # the number of bits of a colour, after its size
DRAWS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
LEFT_OUT = {b"gAMA", b"sRGB", b"cHRM", b"pHYs", b"sBIT", b"bKGD", b"tIME", b"tEXt", b"zTXt",
            b"iTXt", b"eXIf", b"iCCP"}
REMEDY = "save it again as a plain svg or png, or take the setting out"


def read_look(params: Path, settings: Settings) -> dict[str, str]:
    """The look that a front sheet carries: ``accent``, ``word``, and ``svg`` or ``png``, in base64.

    What the Board has not set is not in it. Raises InputError if a file cannot be used.
    """
    look, found = settings.look, dict[str, str]()
    if look.accent:
        found["accent"] = look.accent
    if look.logo:
        kind, drawn = read_logo(params / look.logo)
        found[kind] = drawn
    if look.word_template:
        found["word"] = read_template(params.parent / look.word_template)
    return found


def read_logo(path: Path) -> tuple[str, str]:
    """The kind of a logo, svg or png, and its picture as text. Raises InputError if it is none."""
    try:
        data = path.read_bytes()
        if len(data) > MOST_BYTES:
            raise ValueError(f"is larger than {MOST_BYTES:,} bytes")
        if path.suffix.lower() == ".png":
            return "png", base64.b64encode(_plain_png(data)).decode()
        return "svg", _plain_svg(data)
    except OSError as fault:
        raise InputError.at(path.name, f"cannot be read ({fault.strerror})", "put the logo into "
                            "params, or take the setting out", column="logo") from None
    except ValueError as fault:
        raise InputError.at(path.name, f"cannot be used as logo: it {fault}", REMEDY,
                            column="logo") from None


def _plain_svg(data: bytes) -> str:
    try:
        drawn = safe_svg(data.decode("utf-8-sig"), "logo-")
    except UnicodeDecodeError:
        raise ValueError("is not UTF-8") from None
    except ValueError as fault:
        raise ValueError(f"cannot be printed ({fault})") from None
    for element in ElementTree.fromstring(drawn).iter():
        for name, value in element.items():
            allowed = ATTRIBUTES.get(name.rpartition("}")[2].lower(), "(?!)")
            if not re.fullmatch(allowed, value):
                raise ValueError(f"has {name.rpartition('}')[2]}=\"{value[:40]}\", which no "
                                 "picture of a page has")
    return drawn


def _plain_png(data: bytes) -> bytes:
    """A PNG without what is not needed to draw it. Raises ValueError if it is not whole."""
    if not data.startswith(PNG):
        raise ValueError("is not a png")
    if data[24:25] == DEEP:
        raise ValueError("has 16 bits a colour, where a page has 8")
    kept = [PNG]
    for kind, chunk in _chunks(data):
        if kind in DRAWS:
            kept.append(chunk)
        elif kind not in LEFT_OUT:
            raise ValueError(f"has a part of the kind {kind.decode('latin-1')}")
    if not kept[-1].endswith(b"IEND\xaeB`\x82"):
        raise ValueError("is cut off")
    return b"".join(kept)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(PNG)
    while at < len(data):
        end = at + 12 + int.from_bytes(data[at:at + 4], "big")
        if end > len(data):
            raise ValueError("is cut off")
        yield data[at + 4:at + 8], data[at:end]
        at = end
