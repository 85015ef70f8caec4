"""Save a document so that the same parts always give the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import Any

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can say


def packed(document: Any) -> bytes:
    """Return a python-docx *document* as a file; its parts bear no time of day."""
    saved, made = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(made, "w") as file:
        for part in parts.infolist():
            entry = zipfile.ZipInfo(part.filename, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, parts.read(part))
    return made.getvalue()
