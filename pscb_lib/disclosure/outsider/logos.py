"""The Board's logo, the only picture of points that a file may have: what the front sheet carries.

A page has its bytes, a Word document too, and a PDF has its colours and what is seen through.
"""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from PIL import Image

from pscb_lib.disclosure.mime import blocks_in

EMBEDDED = "data:image/png;base64,"


def logos_of(path: Path, papers: Iterable[Path] = ()) -> set[bytes]:
    """The logos that a file may have: those that the front sheets in the folders *papers* carry.

    Without *papers* it is the logo of the front sheet in the same folder.
    """
    notebooks = [folder / "report.ipynb" for folder in papers or [path.parent]]
    return {logo for one in notebooks if one.is_file() for logo in _carried(one)}


def _carried(notebook: Path) -> Iterator[bytes]:
    for block in blocks_in(json.loads(notebook.read_text(encoding="utf-8"))):
        if block.get("kind") == "front" and "png" in block.get("look", {}):
            yield base64.b64decode(block["look"]["png"])


def is_logo_of_page(source: str, logos: Iterable[bytes]) -> bool:
    """Whether the source of a picture in a page is one of the *logos*."""
    return base64.b64decode(unquote(source).removeprefix(EMBEDDED)) in logos


def is_logo_of_pdf(image: Any, logos: Iterable[bytes]) -> bool:
    """Whether a picture of points in a PDF has the points of one of the *logos*, and no others."""
    if "/SMask" in image and "/SMask" in image.SMask:
        return False
    seen_through = image.SMask.read_bytes() if "/SMask" in image else None
    points = (int(image.get("/Width", 0)), int(image.get("/Height", 0)), image.read_bytes(),
              seen_through)
    return any(points in _points(logo) for logo in logos)


def _points(logo: bytes) -> Iterator[tuple[int, int, bytes, bytes | None]]:
    """The points of a logo as a PDF may have them: in colours, or in greys."""
    with Image.open(io.BytesIO(logo)) as picture:
        whole = picture.convert("RGBA")
        alpha = whole.getchannel("A")
        is_clear = alpha.getextrema() != (255, 255)
        for mode in ("RGB", "L"):
            for mask in ((alpha.tobytes(),) if is_clear else (alpha.tobytes(), None)):
                yield (*whole.size, whole.convert(mode).tobytes(), mask)
