"""Tell a run that is at work from one that should have ended long ago, and say so loudly.

Each step of a run has limits, so there is a most that it may take. A lock that is held for longer
would make every later run end with "another run is at work", night after night.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pscb_lib.board.settings import Limits
from pscb_lib.reading.findings import InputError
from pscb_lib.writing.locks import Locked

SECONDS_TO_PRINT = 120  # for pages, spreadsheets and publishing, after the cells
STEPS = 4  # of a whole run: the check of registers, two plans, the search for what is unchanged
AN_HOUR, A_MINUTE, FEW = 3_600, 60, 2


class Overdue(InputError):
    """Another run has held the lock for longer than any may take: somebody has to look."""


@contextmanager
def not_overdue(most: int) -> Iterator[None]:
    """Raise :class:`Overdue` instead of Locked if the lock is held for more than *most* seconds."""
    try:
        yield
    except Locked as fault:
        if fault.seconds <= most:
            raise
        raise Overdue(
            f"OVERDUE  {str(fault).partition(';')[0]} for {say_time(fault.seconds)}, and no run "
            f"takes longer than {say_time(most)}; end that process, and the next batch makes what "
            "is missing") from None


def longest(limits: Limits, sets: int) -> int:
    """Return the most seconds that a run takes: each check and set one by one, at its limit.

    A set may be two steps, its draft and its publication.
    """
    return (3 * sets + STEPS) * limits.seconds + 2 * sets * SECONDS_TO_PRINT


def say_time(seconds: int) -> str:
    """Return a time in hours, or in minutes below two hours."""
    if seconds < FEW * AN_HOUR:
        return f"{seconds // A_MINUTE} minutes"
    return f"{seconds // AN_HOUR} hours"
