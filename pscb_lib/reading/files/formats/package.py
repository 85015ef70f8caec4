"""An Excel package in the one form that openpyxl reads.

Excel also saves "Strict Open XML", with other namespaces, and some programs write names of parts
whose capitals differ from where they are named, or with backslashes. ECMA-376 part 2 compares
names of parts without regard to capitals. Such a package is rewritten in memory.
"""

from __future__ import annotations

import io
import re
import zipfile
from posixpath import basename

TYPES = "[Content_Types].xml"
STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
NAMED = re.compile(rb"""(\b(?:Target|PartName)\s*=\s*)("[^"]*"|'[^']*')""")
OF_THE_BOOK = "workbook.xml.rels"


def as_read(data: bytes) -> bytes:
    """The package as it is, or rewritten if openpyxl would miss its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        return _rewritten(archive) if _is_strict(archive) or _is_misnamed(archive, names) else data


def _is_strict(archive: zipfile.ZipFile) -> bool:
    books = [name for name in archive.namelist() if _plain(name).endswith("workbook.xml")]
    return any(STRICT.search(archive.read(name)) for name in books)


def _is_misnamed(archive: zipfile.ZipFile, names: list[str]) -> bool:
    if TYPES not in names or any("\\" in name or name.startswith("/") for name in names):
        return True
    known = {_plain(name): name for name in names}
    for name in names:
        if name == TYPES or basename(name).lower() == OF_THE_BOOK:
            for found in NAMED.finditer(archive.read(name)):
                target = found[2][1:-1].decode("utf-8", "replace").replace("\\", "/").lstrip("/")
                whole = target if target.startswith("xl/") or name == TYPES else f"xl/{target}"
                if known.get(whole.lower(), whole) != whole:
                    return True
    return False


def _rewritten(archive: zipfile.ZipFile) -> bytes:
    """The package with small letters in all names, and without strict namespaces."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name in archive.namelist():
            plain = _plain(name)
            new.writestr(TYPES if plain == TYPES.lower() else plain,
                         _part(plain, archive.read(name)))
    return written.getvalue()


def _part(name: str, content: bytes) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return content
    content = STRICT.sub(TRANSITIONAL, content)
    if name.endswith(".rels") or name == TYPES.lower():
        content = NAMED.sub(lambda found: found[1] + found[2].replace(b"\\", b"/").lower(), content)
    return content


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
