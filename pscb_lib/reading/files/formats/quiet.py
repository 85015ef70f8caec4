"""Keep what a library warns of out of cells, consoles and logs.

openpyxl warns of each part of a file that it does not keep: drop-downs, data bars, sparklines,
styles. None of it is about a value but one, which becomes a finding: a number that is formatted
as a date and is none.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

BEYOND = re.compile(r"Cell (\S+) is marked as a date but the serial value (\S+) is outside")


@contextmanager
def quietly() -> Iterator[list[warnings.WarningMessage]]:
    """Collect the warnings raised inside, instead of printing them."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield caught


@contextmanager
def without_panic() -> Iterator[None]:
    """Keep the message of a panic, which Rust writes to the process's stream, off a console."""
    try:
        kept = os.dup(2)
    except OSError:  # the stream is closed, and nothing can be written to it
        yield
        return
    try:
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def dates_beyond(warned: list[warnings.WarningMessage]) -> dict[str, str]:
    """The numbers formatted as dates that are no dates, by the place of their cell."""
    found = (BEYOND.match(str(one.message)) for one in warned)
    return {one[1]: one[2] for one in found if one}
