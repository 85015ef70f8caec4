"""The characters of a block that a paper cannot print; the test is the reading's own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from pscb_lib.reading.characters import is_printable

NOT_PRINTED = ("svg", "data")


def unprintable(block: object) -> list[str]:
    """Return the characters of a block's text that cannot be printed, in order of code point."""
    text = unicodedata.normalize("NFC", "".join(_texts(block)))
    return [f"{one} (U+{ord(one):04X} {unicodedata.name(one, 'unnamed')})"
            for one in sorted(set(text)) if not is_printable(one)]


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for name, value in part.items():
            if name not in NOT_PRINTED:
                yield from _texts(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _texts(value)
