"""Find the encoding of a text file."""

from __future__ import annotations

import codecs
import re

from pscb_lib.reading.files.content import Content

BOMS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
NAMES = {"cp1252": "Windows-1252", "utf-16": "UTF-16", "utf-16-le": "UTF-16",
         "utf-16-be": "UTF-16", "utf-32": "UTF-32"}
UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")  # bytes without a character in Windows-1252
HEAD = 4_096
SAVE_AS_UTF8 = "save the file as CSV UTF-8"


def find_encoding(content: Content) -> str:
    """UTF-8, UTF-16 with or without a byte order mark, UTF-32 with one, or Windows-1252.

    Raises InputError at the first byte that is not a character.
    """
    for mark, encoding in BOMS:
        if content.data.startswith(mark):
            return _checked(content, encoding)
    if unmarked := _unmarked(content.data[:HEAD]):
        return _checked(content, unmarked)
    try:
        content.data.decode("utf-8-sig")
        return "utf-8-sig"
    except UnicodeDecodeError:
        pass
    if wrong := UNDEFINED.search(content.data):
        raise content.refusal(f"byte {wrong.start()} is not a character in UTF-8 or Windows-1252",
                              SAVE_AS_UTF8)
    return "cp1252"


def name_of(encoding: str) -> str:
    """The name of an encoding, as a user knows it."""
    return NAMES[encoding]


def _unmarked(head: bytes) -> str | None:
    """UTF-16 is told by its zeros: in Latin letters every other byte is one."""
    first, second = head[0::2].count(0), head[1::2].count(0)
    pairs = len(head) // 2
    if max(first, second) * 4 < pairs * 3 or min(first, second) * 4 > pairs or not pairs:
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def _checked(content: Content, encoding: str) -> str:
    try:
        content.data.decode(encoding)
        return encoding
    except UnicodeDecodeError as fault:
        raise content.refusal(f"byte {fault.start} is not {name_of(encoding)}",
                              SAVE_AS_UTF8) from None
