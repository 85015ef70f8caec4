"""The glossary of a paper: the abbreviations that it prints, each with its meaning.

The end of a paper carries all that are known: those of the trade, the Board's own and the short
names of agencies (``params/agencies.csv``). Those that its blocks print are told at its foot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pscb_lib.board.agencies import read_agencies
from pscb_lib.board.context import Context

MEANINGS = {
    "BME": "Black and minority ethnic",
    "CAF": "Common Assessment Framework",
    "CAMHS": "child and adolescent mental health services",
    "CCG": "clinical commissioning group",
    "CDOP": "Child Death Overview Panel",
    "CIN": "children in need",
    "CSE": "child sexual exploitation",
    "DfE": "Department for Education",
    "FGM": "female genital mutilation",
    "GP": "general practitioner",
    "HMP": "Her Majesty's Prison",
    "IRO": "independent reviewing officer",
    "LADO": "local authority designated officer, for allegations against staff",
    "LSCB": "local safeguarding children board",
    "MAPPA": "multi-agency public protection arrangements",
    "MARAC": "multi-agency risk assessment conference",
    "N/A": "no target is set",
    "ONS": "Office for National Statistics",
    "PF1": "the yearly return on private fostering to the Department for Education",
    "RAG": "red, amber and green",
    "SCR": "serious case review",
    "SIDS": "sudden infant death syndrome",
    "SMART": "specific, measured, achievable, relevant and with a date",
    "SSDA903": "the yearly return on looked-after children to the Department for Education",
    "SUDI": "sudden unexpected death in infancy",
    "UKVI": "UK Visas and Immigration",
}
SHORT = re.compile(r"[A-Z][A-Za-z&]{0,5}[A-Z]")  # a name that is an abbreviation: CPFT
ABBREVIATED = re.compile(r"\b[A-Z][A-Za-z0-9/]*[A-Z0-9]\b")
SAID = frozenset("text caption subtitle label note words name owner said headline title empty "
                 "question facts items".split())
DRAWN = re.compile(r">([^<>]+)</(?:text|tspan)>")


def known_abbreviations(context: Context) -> dict[str, str]:
    """Every abbreviation that a paper may print: of the trade, of agencies and of the group."""
    agencies = {one.alias: one.name for one in read_agencies(context.params / "agencies.csv")
                if SHORT.fullmatch(one.alias) and one.valid_from <= context.as_of <= one.valid_to}
    return {**agencies, **MEANINGS, context.settings.group_short: context.settings.group}


def spelled_out(words: str) -> str:
    """Words with the abbreviations of the trade spelled out: Child Death Overview Panel (CDOP)."""
    return ABBREVIATED.sub(
        lambda found: f"{MEANINGS[found[0]]} ({found[0]})" if found[0] in MEANINGS else found[0],
        words)


def abbreviations_in(blocks: Iterable[Mapping[str, Any]], known: Mapping[str, str]
                     ) -> dict[str, str]:
    """Those of the *known* abbreviations that the printed *blocks* use, in their order."""
    printed = "\n".join(words for block in blocks for words in _words(block))
    return {short: known[short] for short in sorted(known, key=str.casefold)
            if re.search(rf"(?<![A-Za-z0-9]){re.escape(short)}(?:s|'s)?(?![A-Za-z0-9])", printed)}


def glossary_of(blocks: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """The paragraph of abbreviations for a paper of *blocks*, the last of which is its end.

    None if it prints none. It is printed small. The known ones are in its end, as
    :func:`known_abbreviations` gives them.
    """
    known = blocks[-1].get("abbreviations", {}) if blocks else {}
    found = abbreviations_in(blocks[:-1], known)
    if not found:
        return None
    runs = [{"text": "Abbreviations: ", "strong": True}]
    for place, (short, meaning) in enumerate(found.items()):
        runs += [{"text": short, "strong": True},
                 {"text": f" {meaning}{'.' if place == len(found) - 1 else '; '}",
                  "strong": False}]
    return {"kind": "prose", "runs": runs, "is_small": True}


def _words(part: Any, name: str = "text") -> Iterator[str]:
    """Every text of a block that is printed, within its pictures too."""
    if isinstance(part, str):
        if name in SAID:
            yield part
        elif name == "svg":
            yield from DRAWN.findall(part)
    elif isinstance(part, Mapping):
        for key, value in part.items():
            if key != "data":
                yield from _words(value, key)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _words(value, name)
