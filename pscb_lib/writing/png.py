"""What a PNG says of itself: its resolution, its title and its other texts (ISO/IEC 15948)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping

SIGNATURE = b"\x89PNG\r\n\x1a\n"
INCH = 0.0254  # metres
HEADER = 25  # bytes of the first chunk, IHDR
PLAIN = b"\0\0\0\0\0"  # after a keyword: not compressed, no language, no translated keyword


def with_texts(png: bytes, texts: Mapping[str, str], per_inch: int) -> bytes:
    """Return *png* with *texts* by their keywords and with its resolution in pixels."""
    each = round(per_inch / INCH)
    added = [_chunk(b"pHYs", struct.pack(">IIB", each, each, 1)),
             *(_chunk(b"iTXt", word.encode("latin-1") + PLAIN + text.encode())
               for word, text in texts.items())]
    head = len(SIGNATURE) + HEADER
    return png[:head] + b"".join(added) + png[head:]


def chunks_of(png: bytes) -> Iterator[tuple[str, bytes]]:
    """Return the chunks of *png*, each with its kind.

    Raises ValueError if it is no whole PNG, or has anything after its end.
    """
    if not png.startswith(SIGNATURE):
        raise ValueError("it is no PNG")
    at, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        size, kind = struct.unpack(">I4s", png[at:at + 8])
        data, check = png[at + 8:at + 8 + size], png[at + 8 + size:at + 12 + size]
        if check != struct.pack(">I", zlib.crc32(kind + data)):
            raise ValueError("a chunk is damaged")
        yield kind.decode("latin-1"), data
        at += size + 12
    if at != len(png):
        raise ValueError("it has bytes after its end")


def text_of(chunk: bytes) -> tuple[str, str]:
    """Return the keyword and the text of an iTXt chunk as :func:`with_texts` writes it."""
    keyword, text = chunk.split(PLAIN, 1)
    return keyword.decode("latin-1"), text.decode()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
