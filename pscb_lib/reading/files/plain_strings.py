"""Read the shared strings of a workbook by a pattern; openpyxl reads those with runs of letters."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import IO, Any

from pscb_lib.reading.files.plain_xml import MARKUP, PROLOG, NotPlain, head_of, plain_text

STRINGS = re.compile(PROLOG + rb"<sst(?: [^<>]*)?>")
STRING = re.compile(r'<si><t(?: xml:space="preserve")?>([^<>&]*)</t></si>|(<si>.*?</si>)|(.+)',
                    re.DOTALL)
PROBE = b"<si><t>probe</t></si>"


def read_strings(source: IO[bytes], parse: Callable[[IO[bytes]], list[Any]]) -> list[Any]:
    """The shared strings of a workbook, those with runs as *parse*, openpyxl's reader, has them."""
    data = source.read()
    try:
        return _plain_strings(data, parse)
    except NotPlain:
        return parse(io.BytesIO(data))


def _plain_strings(data: bytes, parse: Callable[[IO[bytes]], list[Any]]) -> list[Any]:
    head, (body, end, after) = head_of(STRINGS, data), data.rpartition(b"</sst>")
    if not end or after.strip() or any(mark in data[len(head):] for mark in MARKUP):
        raise NotPlain
    strings: list[Any] = []
    odd: dict[int, str] = {}
    for text, with_runs, stray in STRING.findall(plain_text(body[len(head):])):
        if stray:
            raise NotPlain
        if with_runs:
            odd[len(strings)] = with_runs
        strings.append(text.replace("x005F_", ""))  # as openpyxl does
    read = parse(io.BytesIO(b"".join((head, PROBE, *map(str.encode, odd.values()), end))))
    if len(read) != len(odd) + 1:
        raise NotPlain
    for place, value in zip(odd, read[1:], strict=True):
        strings[place] = value
    return strings
