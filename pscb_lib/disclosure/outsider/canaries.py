"""Search every byte of the finished files for canaries, which are planted texts.

A canary is a text that is in an input and must be in no output: a child's name, a code, a path.
It is searched for as plain text, as UTF-16 and as base64, in file names, members of zip files,
streams of a PDF, compressed chunks of an image, and images within a page.
"""

from __future__ import annotations

import base64
import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from pscb_lib.disclosure.outsider.found import Finished
from pscb_lib.disclosure.outsider.leak import Leak

PNG = b"\x89PNG\r\n\x1a\n"
PACKED = ("zTXt", "iTXt", "iCCP")
EMBEDDED = re.compile(rb"data:[\w/+.;=-]*;base64,([A-Za-z0-9+/=]+)")
REMEDY = "find which block or property it comes from and leave it out"


def read_canaries(path: Path) -> list[str]:
    """Read the canaries from a file with one on each line; empty lines are left out."""
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def find_canaries(found: Finished, canaries: Iterable[str]) -> list[Leak]:
    """Find each canary in the files of one set. A leak has its number and never its text."""
    folder = found.folder
    wanted = {number: _forms(text) for number, text in enumerate(canaries, 1)}
    leaks = set()
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        name = path.relative_to(folder).as_posix()
        for place, content in (("its name", name.encode()), *_contents(path.read_bytes(), "")):
            low = content.lower()
            leaks |= {_leak(name, place, number) for number, forms in wanted.items()
                      if any(form in low for form in forms)}
    # Decoded text, such as the glyphs of a PDF, is not in the bytes of the file.
    for said in found.sentences:
        leaks |= {_leak(said.file, said.place, number) for number, forms in wanted.items()
                  if forms[0] in said.text.lower().encode()}
    return sorted(leaks)


def _leak(name: str, place: str, number: int) -> Leak:
    if place == "its name":  # the file's name would print the canary
        name = f"*{Path(name).suffix}"
    return Leak(name, place, "", f"canary {number} stands there", REMEDY)


def _forms(text: str) -> tuple[bytes, ...]:
    """A text as bytes in lower case: plain, escaped, UTF-16, and base64 at three offsets."""
    plain = text.encode()
    escaped = (json.dumps(text)[1:-1], html.escape(text), html.escape(text, quote=False))
    coded = [base64.b64encode(b"\0" * offset + whole) for whole in (plain, text.encode("utf-16-le"))
             for offset in range(3)]
    # The first and last letters of base64 also depend on the neighbours.
    inner = [code[4 if number % 3 else 0:-4] for number, code in enumerate(coded)]
    forms = [plain, *map(str.encode, escaped), text.encode("utf-16-le"), text.encode("utf-16-be"),
             *(code for code in inner if len(code) >= 8)]
    return tuple(dict.fromkeys(form.lower() for form in forms))


def _contents(content: bytes, place: str) -> Iterator[tuple[str, bytes]]:
    """The bytes of a file and of everything packed into it, each with its place."""
    yield place or "its bytes", content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for member in packed.namelist():
                yield f"{place}member {member}", member.encode()
                yield from _contents(packed.read(member), f"member {member}")
    elif content.startswith(b"%PDF"):
        yield from _streams(content)
    elif content.startswith(PNG):
        yield from _chunks(content)
    for number, coded in enumerate(EMBEDDED.findall(content), 1):
        inner = base64.b64decode(coded + b"=" * (-len(coded) % 4))
        yield from _contents(inner, f"embedded data {number}")


def _streams(content: bytes) -> Iterator[tuple[str, bytes]]:
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                try:
                    yield "a stream", thing.read_bytes()
                except pikepdf.PdfError:  # an image whose filter pikepdf cannot decode
                    yield "a stream", thing.read_raw_bytes()
            elif isinstance(thing, pikepdf.Dictionary | pikepdf.Array):
                yield "an object", thing.unparse(resolved=False)
        for key, value in pdf.docinfo.items():
            yield f"metadata {key}", str(value).encode()


def _chunks(content: bytes) -> Iterator[tuple[str, bytes]]:
    at = len(PNG)
    while at + 8 <= len(content):
        size = int.from_bytes(content[at:at + 4])
        kind, data = content[at + 4:at + 8].decode("latin-1"), content[at + 8:at + 8 + size]
        yield f"chunk {kind}", data
        if kind in PACKED:
            with suppress(zlib.error):  # an iTXt may be plain
                yield f"chunk {kind}", zlib.decompress(data.split(b"\0", 1)[-1].lstrip(b"\0\1"))
        at += size + 12
