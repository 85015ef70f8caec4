"""Read a csv file: find its encoding and separator, and read it row by row."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from pscb_lib.reading.files.content import Content
from pscb_lib.reading.files.table import Line, Sheet
from pscb_lib.reading.findings import Finding, InputError, Reaction

BOMS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")  # bytes without a character in Windows-1252
LONGEST_LINE = 1_000_000
SEPARATORS = {",": "a comma", ";": "a semicolon", "\t": "a tab"}
SAVE_AS_UTF8 = "save the file as CSV UTF-8"


def read_text(content: Content) -> list[Sheet]:
    """The one sheet of a csv file. Raises InputError if its bytes are not text."""
    if content.data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise content.refusal("is a workbook and not a CSV file", SAVE_AS_UTF8)
    encoding = find_encoding(content)
    separator = _find_separator(content, encoding)

    def notes() -> list[Finding]:
        said = [] if encoding == "utf-8-sig" else [f"is written in {_name(encoding)}"]
        said += [] if separator == "," else [f"is divided by {SEPARATORS[separator]}"]
        return [Finding(content.name, one + ", and was read so", SAVE_AS_UTF8,
                        reaction=Reaction.NORMALISED) for one in said]

    return [Sheet("", lambda: _records(content, encoding, separator), notes=notes)]


def find_encoding(content: Content) -> str:
    """UTF-8, UTF-16 with a byte order mark, or Windows-1252.

    Raises InputError at the first byte that is not a character.
    """
    for mark, encoding in BOMS:
        if content.data.startswith(mark):
            return _checked(content, encoding)
    try:
        content.data.decode("utf-8-sig")
        return "utf-8-sig"
    except UnicodeDecodeError:
        pass
    if wrong := UNDEFINED.search(content.data):
        raise content.refusal(f"byte {wrong.start()} is not a character in UTF-8 or Windows-1252",
                              SAVE_AS_UTF8)
    return "cp1252"


def _checked(content: Content, encoding: str) -> str:
    try:
        content.data.decode(encoding)
        return encoding
    except UnicodeDecodeError as fault:
        raise content.refusal(f"byte {fault.start} is not {_name(encoding)}",
                              SAVE_AS_UTF8) from None


def _find_separator(content: Content, encoding: str) -> str:
    head = "".join(islice(_lines(content, encoding), 20))
    return max(SEPARATORS, key=head.count)


def _records(content: Content, encoding: str, separator: str) -> Iterator[Line]:
    reader = csv.reader(_lines(content, encoding), delimiter=separator, strict=True)
    try:
        yield from enumerate(reader, 1)
    except csv.Error as fault:
        raise content.refusal(f"is not a CSV file ({fault})", "save it again as CSV UTF-8"
                              ) from None


def _lines(content: Content, encoding: str) -> Iterator[str]:
    with io.TextIOWrapper(io.BytesIO(content.data), encoding=encoding, newline="") as opened:
        while line := opened.readline(LONGEST_LINE):
            if len(line) >= LONGEST_LINE:
                raise _too_long(content)
            yield line


def _too_long(content: Content) -> InputError:
    return content.refusal(f"has a line of more than {LONGEST_LINE:,} characters",
                           "save it again as CSV UTF-8")


def _name(encoding: str) -> str:
    return {"cp1252": "Windows-1252", "utf-16": "UTF-16"}[encoding]
