"""The one test of text, at every door and before printing: what the papers' font can print.

PDF/UA-1 requires a glyph for every character. What has an equal in the font is normalised and
said: a Word bullet, an arrow, a dash. Control characters, and those that turn the direction of the
words after them (Unicode, annex 9), never enter. Anything else without a glyph is refused.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from pscb_lib.reading.equals import EQUALS
from pscb_lib.reading.glyphs import widths

USUAL = re.compile("[ -~\t\n\r\u00a0-\u00ac\u00ae-\u00ff‘’“”–—…•€\u202f]*")
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
RIGHT_TO_LEFT = {"R", "AL", "AN", "RLE", "LRE", "RLO", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"}
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
NOT_TEXT = re.compile("[\ud800-\udfff]")  # bytes in another encoding than was said
SPACES = re.compile("[\x0b\x0c\x85\u1680\u2028\u2029\u3000]")
IN_WORDS = "write it in words"
TYPE_AGAIN = "type the text again without it"


Refused = tuple[str, str]  # the rule that a character breaks, and what to do


@dataclass(frozen=True)
class Printed:
    """A text as it can be printed, what was normalised in it, and why it is refused.

    A refused character stands in the text as its name, so that nothing of it is passed on.
    """

    text: str
    changes: tuple[str, ...] = ()
    refused: Refused | None = None


def printed(text: str) -> Printed:
    """The text with an equal for what the font lacks, and with nothing that nobody sees."""
    if USUAL.fullmatch(text):
        return Printed(text)
    text = unicodedata.normalize("NFC", SPACES.sub(" ", text))
    found = {one: _one(one) for one in text}
    refused = [wrong for _, _, wrong in found.values() if wrong]
    return Printed("".join(found[one][0] for one in text),
                   tuple(change for _, change, _ in found.values() if change),
                   refused[0] if refused else None)


def is_printable(one: str) -> bool:
    """Whether a character may stand in a paper: the font has it, or it is never drawn.

    None that may runs from right to left, so that no text can turn the words around it.
    """
    if one == "\ufeff" or unicodedata.bidirectional(one) in RIGHT_TO_LEFT:
        return False
    return one.isspace() or ord(one) in glyphs() or _is_never_drawn(one)


def named(one: str) -> str:
    """A character by itself, if it can be shown, its code point and its name."""
    code = f"U+{ord(one):04X} {unicodedata.name(one, '')}".strip()
    return f"{one} ({code})" if one.isprintable() else code


@cache
def glyphs() -> frozenset[int]:
    """The characters of the papers' font."""
    return frozenset(widths("SourceSansPro-Regular"))


@cache
def _one(one: str) -> tuple[str, str, Refused | None]:
    """What stands for a character, what is said of it, and why it is refused."""
    if USUAL.fullmatch(one) or one.isspace() and not CONTROLS.match(one):
        return one, "", None
    if NOT_TEXT.match(one):
        return f"({named(one)})", "", ("holds bytes that are not UTF-8 text", "write it in UTF-8")
    if TURNING.match(one):
        return _refused(one, "turns the words after it round", TYPE_AGAIN)
    if CONTROLS.match(one):
        return _refused(one, "is a control character", TYPE_AGAIN)
    if _is_never_drawn(one):
        return "", "", None
    if ord(one) in glyphs():
        return one, "", None
    equal = EQUALS.get(one) or unicodedata.normalize("NFKC", one)
    if equal != one and all(each == " " or ord(each) in glyphs() for each in equal):
        return equal, f"{named(one)} read as {equal}", None
    return _refused(one, "cannot be printed", IN_WORDS)


def _refused(one: str, why: str, remedy: str) -> tuple[str, str, Refused]:
    return f"({named(one)})", "", (f"holds {named(one)}, which {why}", remedy)


def _is_never_drawn(one: str) -> bool:
    """Joiners, marks of direction, soft hyphens, and the selectors that follow an emoji."""
    is_selector = 0xFE00 <= ord(one) <= 0xFE0F
    return is_selector or unicodedata.category(one) == "Cf" and not TURNING.match(one)
