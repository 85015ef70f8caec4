"""Why a set could not be made, in one line for all and whole for who mends it."""

from __future__ import annotations

from dataclasses import dataclass

from pscb_lib.page.rendering.lint import PaperError
from pscb_lib.reading.findings import InputError
from pscb_lib.running.os_faults import SAYS, say_fault
from pscb_lib.running.tracing import print_if_asked, say_where, trace_of


class ReportFailed(Exception):
    """A report that did not run to its end; the message says in one line where it stopped.

    ``shown`` is the part for a log, without the cell's error text, which may quote a child's row.
    """

    def __init__(self, shown: str, detail: str = "") -> None:
        super().__init__(f"{shown}: {detail}" if detail else shown)
        self.shown = shown


@dataclass(frozen=True)
class Failure:
    """Why a set could not be made: the part that a log may show, and the whole message."""

    shown: str
    whole: str


def failure_of(fault: Exception) -> Failure:
    """Return a fault as one line; a fault of the operating system in plain words.

    Of a fault of ours the line says where it lies, and the whole message has its traceback.
    """
    if isinstance(fault, OSError) and fault.errno in SAYS:
        return Failure(*2 * [say_fault(fault)])
    known = isinstance(fault, ReportFailed | PaperError | InputError)
    if not known:
        print_if_asked(fault)
        whole = " ".join(f"{type(fault).__name__}: {fault}".split())
        return Failure(say_where(fault), f"{whole}\n\n{trace_of(fault)}")
    whole = " ".join(str(fault).split())
    return Failure(getattr(fault, "shown", whole), whole)
