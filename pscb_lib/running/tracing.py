"""Where a fault of the suite lies: in the one line that all see, and whole for who mends it.

A traceback tells an officer nothing, and may quote a return. It is printed only if the environment
variable PSCB_TRACEBACK is set; of a set that failed it is also kept in ``outputs/.failed``.
"""

from __future__ import annotations

import os
import re
import sys
from traceback import format_exception

ASKED_FOR = "PSCB_TRACEBACK"
IN_THE_SUITE = re.compile(r'File "[^"]*\bpscb_lib[/\\](?:[^"]*[/\\])?([^"/\\]+)", line (\d+)')


def keep_trace(fault: Exception) -> None:
    """Note the traceback in a fault, which is lost if the fault is sent to another process."""
    fault.add_note(trace_of(fault))


def trace_of(fault: Exception) -> str:
    """The traceback of a fault, of the process in which it was raised."""
    notes: list[str] = getattr(fault, "__notes__", [])
    return notes[-1] if notes else "".join(format_exception(fault))


def say_where(fault: Exception) -> str:
    """The kind of a fault, and where in the suite it was raised: TypeError in days.py, line 3."""
    kind, places = type(fault).__name__, IN_THE_SUITE.findall(trace_of(fault))
    return f"{kind} in {places[-1][0]}, line {places[-1][1]}" if places else kind


def print_if_asked(fault: Exception) -> None:
    """Print the traceback of a fault on the stream of errors, if PSCB_TRACEBACK is set."""
    if os.environ.get(ASKED_FOR):
        print(trace_of(fault), file=sys.stderr, flush=True)
