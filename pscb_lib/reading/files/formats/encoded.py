"""Characters written as their number, ``_x000D_``, as Office Open XML does where XML cannot.

ECMA-376 part 1, 22.4.2.4 (ST_Xstring). Programs that convert workbooks leave them in other
formats too. ``_x005F_`` is an underscore that keeps what follows from being read so.
"""

from __future__ import annotations

import re

ENCODED = re.compile("_x([0-9A-Fa-f]{4})_")
HALF = re.compile("[\ud800-\udfff]")


def decoded(text: str) -> str:
    """The text with every ``_xHHHH_`` as the character it stands for."""
    if "_x" not in text:
        return text
    found = ENCODED.sub(lambda one: chr(int(one[1], 16)), text)
    if HALF.search(found):  # a character beyond U+FFFF is written as two halves
        found = found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return found
