"""The English authorities: names, codes, regions and years, as the published figures have them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pscb_lib.board.published.files import rows_of
from pscb_lib.framework.folding import bare

FILE = "authorities.csv"
BETWEEN = re.compile(r",\s*|\s+and\s+")


@dataclass(frozen=True)
class Authority:
    """One authority with children's services; the years are blank where figures have no end.

    ``code`` is its three digits in the Department for Education's returns, ``gss_code`` that of
    the Office for National Statistics.
    """

    code: str
    gss_code: str
    name: str
    region: str
    valid_from: str
    valid_to: str


@cache
def read_authorities() -> dict[str, Authority]:
    """Every authority by its code."""
    return {row["code"]: Authority(**row) for row in rows_of(FILE)}


@cache
def _keys() -> dict[str, str]:
    return {bare(one.name): code for code, one in read_authorities().items()}


def key_of(area: str) -> str:
    """The key of an area in the published files: an authority's code; a region's is its name."""
    return _keys().get(bare(area), area)


def name_of(key: str) -> str:
    """The name of the area of a key."""
    found = read_authorities().get(key)
    return found.name if found else key


def areas_in(text: str) -> tuple[str, ...]:
    """The areas of a list: "Cambridgeshire and Peterborough" is two, "Telford and Wrekin" is one.

    The name of an authority is never divided.
    """
    parts, found = BETWEEN.split(text), []
    places = [match.span() for match in BETWEEN.finditer(text)]
    starts, ends = [0, *(end for _, end in places)], [*(start for start, _ in places), len(text)]
    first = 0
    while first < len(parts):
        last = next((one for one in reversed(range(first, len(parts)))
                     if bare(text[starts[first]:ends[one]]) in _keys()), first)
        found.append(text[starts[first]:ends[last]])
        first = last + 1
    return tuple(found)
